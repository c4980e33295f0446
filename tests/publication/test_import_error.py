"""Why a site's file cannot be loaded stands in one line: file, line, what is wrong, what to do."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

import pytest

from newscrawler.publication.import_error import explain
from tests.publication.site_file import with_change

if TYPE_CHECKING:
    from pathlib import Path

BROKEN = {
    "syntax": ('name = "bad"', 'name = "bad"\n    sections = {', ":11: not Python"),
    "import": ("import Layout", "import Layot", ":4: newscrawler.publication.article_layout has no 'Layot'; did you mean Layout?"),
    "module": ("article_layout", "artcle_layout", ":4: No module named"),
    "name": ("(Layout(", "(Layuot(", ":14: name 'Layuot' is not defined; did you mean Layout?"),
    "layout_field": ("headline=", "headlin=", ":14: Layout has no field 'headlin'; did you mean headline?"),
    "far_field": ("headline=", "zzz=", ":14: Layout has no field 'zzz'; allowed: name, marker"),
    "field_missing": (', marker="div.story"', "", ":14: TypeError: Layout.__init__() missing 1 required"),
    "value": ('"bad.example",)', "1 / 0,)", ":11: ZeroDivisionError"),
    "exit": ("class ", "raise SystemExit(1)\n\n\nclass ", ":7: SystemExit"),
}  # fmt: skip
"""What is wrong -> the text, what stands there instead, and how the line for the user goes on."""


def why(folder: Path) -> str:
    with pytest.raises(BaseException) as caught:  # noqa: PT011 - what a file may raise is anything
        import_module(f"{folder.name}.bad")
    return explain(caught.value, folder)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    package = tmp_path / f"press_{tmp_path.name.replace('-', '_')}"
    package.mkdir()
    monkeypatch.syspath_prepend(tmp_path)
    return package


@pytest.mark.parametrize("case", BROKEN.values(), ids=BROKEN)
def test_each_mistake(folder: Path, case: tuple[str, str, str]) -> None:
    old, new, said = case
    (folder / "bad.py").write_text(with_change(old, new))
    line = why(folder)
    assert line.startswith(f"{folder}/bad.py{said}")
    assert "\n" not in line


def test_the_last_line_of_the_sites_own_files_is_named(folder: Path) -> None:
    (folder / "bad.py").write_text(f"import json\n\nimport {folder.name}.part\n")
    (folder / "part.py").write_text('import json\n\njson.loads("{")\n')
    line = why(folder)
    assert line.startswith(f"{folder}/part.py:3: JSONDecodeError: ")
    assert line.endswith("; correct this line")


def test_a_package_that_is_not_there(folder: Path) -> None:
    (folder / "bad.py").write_text("import zzzz_zzzz\n")
    assert why(folder).endswith("; correct the import, or install the package")


def test_a_file_of_nobodys(folder: Path) -> None:
    (folder / "bad.py").write_text("1 / 0\n")
    with pytest.raises(ZeroDivisionError) as caught:
        import_module(f"{folder.name}.bad")
    assert explain(caught.value, None) == "ZeroDivisionError: division by zero; correct this line"

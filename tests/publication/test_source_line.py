"""A fault of a declaration is placed at the line of the site's files where it stands."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

import pytest

from newscrawler.exceptions import WrongArgument
from newscrawler.publication.check import Fault
from newscrawler.publication.source_line import place_of, refuse, shown_path

if TYPE_CHECKING:
    from pathlib import Path

FILE = '''"""A daily."""

from {package}.layouts import TODAY


class Press:
    name = "press"
    zone: str = "Europe/London"
    layouts = (TODAY,)

    def parse(self):
        return "deep"
'''
LAYOUTS = 'TODAY = dict(\n    name="today",\n    lead="p[",\n)\n'


@pytest.fixture
def press(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> type:
    package = tmp_path / f"press_{tmp_path.name.replace('-', '_')}"
    package.mkdir()
    (package / "spider.py").write_text(FILE.format(package=package.name))
    (package / "layouts.py").write_text(LAYOUTS)
    monkeypatch.syspath_prepend(tmp_path)
    found: type = import_module(f"{package.name}.spider").Press
    return found


@pytest.mark.parametrize(
    ("fault", "place"),
    [
        (Fault("zone", "wrong", "Europe/London"), "spider.py:8"),
        (Fault("name", "wrong"), "spider.py:7"),
        (Fault("zone", "wrong"), "spider.py:8"),
        (Fault("layouts['today'].lead", "wrong", "p["), "layouts.py:3"),
        (Fault("layouts[1].lead", "wrong"), "spider.py:9"),
        (Fault("parse", "wrong"), "spider.py:11"),
        (Fault("render", "is inherited"), "spider.py:6"),
        (Fault("render", "is inherited", "no text of these files"), "spider.py:6"),
    ],
)
def test_place(press: type, fault: Fault, place: str) -> None:
    assert place_of(press, fault).endswith(f"/{place}")


def test_a_class_without_a_file() -> None:
    made = type("Press", (), {"__module__": "nowhere"})
    assert place_of(made, Fault("name", "wrong")) == "Press"


def test_the_first_fault_is_said_and_the_others_are_counted(press: type) -> None:
    refuse(press, [])
    with pytest.raises(WrongArgument, match=r"spider.py:7: name: is wrong$"):
        refuse(press, [Fault("name", "is wrong")])
    with pytest.raises(WrongArgument, match=r"spider.py:7: name: is wrong \(and 2 more\)$"):
        refuse(press, [Fault("name", "is wrong"), Fault("zone", ""), Fault("zone", "")])


def test_a_path_is_shown_as_a_user_types_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert shown_path(tmp_path / "spiders" / "press.py") == "spiders/press.py"
    assert shown_path(tmp_path.parent / "press.py") == str(tmp_path.parent / "press.py")

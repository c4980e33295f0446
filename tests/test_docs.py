"""The documents name what there is: every field, every argument, every command, every link."""

import re
from dataclasses import fields
from pathlib import Path
from typing import Any

import pytest
from scrapy.cmdline import _get_commands_dict
from scrapy.utils.project import get_project_settings

from newscrawler.items import Article, TimeEvidence
from newscrawler.publication.selection import ARGUMENTS
from tests.guide import spiders
from tests.hostile.scenarios import SCENARIOS

ROOT = Path(__file__).parent.parent
DOCUMENTS = [ROOT / name for name in ("README.md", "CONTRIBUTING.md", "CHANGELOG.md")] + sorted(
    (ROOT / "docs").rglob("*.md")
)


def test_every_field_is_documented_in_order() -> None:
    text = (ROOT / "docs" / "fields.md").read_text("utf-8")
    rows = re.findall(r"^\| (`[^|]*) \|", text.partition("## Times")[0], re.MULTILINE)
    named = [name for row in rows for name in re.findall(r"`(\w+)`", row)]
    assert sorted(named) == sorted(field.name for field in fields(Article))
    for field in fields(TimeEvidence):
        assert f"`{field.name}`" in text


def test_every_argument_is_documented() -> None:
    text = (ROOT / "README.md").read_text("utf-8")
    for name in ARGUMENTS:
        assert f"`{name}`" in text


TUTORIAL = "newscrawler/spiders/example_times.py"
"""A file that the reader of the tutorial is to write."""


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.name)
def test_files_that_are_named_are_there(path: Path) -> None:
    named = set(re.findall(r"`([\w./-]+\.(?:py|toml))`", path.read_text("utf-8"))) - {TUTORIAL}
    folders = (ROOT / "newscrawler", ROOT / "tests", ROOT / "benchmarks")
    there = [f"/{file.relative_to(ROOT)}" for folder in folders for file in folder.rglob("*.*")]
    there += [f"/{file.name}" for file in ROOT.iterdir()]
    assert [name for name in named if not any(file.endswith(f"/{name}") for file in there)] == []


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.name)
def test_commands_that_are_named_are_there(path: Path) -> None:
    named = set(re.findall(r"(?m)(?:^|`)(?:\.venv/bin/)?scrapy (\w+)", path.read_text("utf-8")))
    assert named <= set(_get_commands_dict(get_project_settings(), inproject=True))


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.name)
def test_links_lead_somewhere(path: Path) -> None:
    for target in re.findall(r"\]\(([^)#\s]+)", path.read_text("utf-8")):
        if not target.startswith(("http://", "https://")):
            assert (path.parent / target).exists(), target


def test_the_guides_spiders_work() -> None:
    from newscrawler.extract import read_page

    found: dict[str, Any] = {}
    for name, text in spiders().items():
        names: dict[str, Any] = {}
        exec(text, names)
        found[name] = names["".join(map(str.capitalize, name.split("_"))) + "Spider"]
        found[name].check_declaration()
    page = b"""<html><head><title>x</title></head><body><div class=story><h1>Budget passes</h1>
    <p class=writer>By Ada Quillfeather</p><p class=stamp>4.5.2026 10:00</p>
    <div class=text><p>The budget has passed, the council said.</p>
    <div class="see-also"><p>Older story</p></div>
    <p>It takes effect in June.</p></div></div></body></html>"""
    site = found["evening_post"].declared_site()
    article = read_page(page, "https://evening-post.example/story77.html", site=site).article
    assert article
    assert article.id == "evening_post:77"
    assert article.body == "The budget has passed, the council said.\n\nIt takes effect in June."
    assert (article.published_at, article.authors) == ("2026-05-04T10:00:00+01:00", ["Ada Quillfeather"])


def test_every_promise_of_security_names_a_test_that_exists() -> None:
    text = (ROOT / "docs" / "security.md").read_text("utf-8")
    promised = text.partition("## What is not promised")[0]
    tests = ROOT / "tests"
    named = set(re.findall(r"`(?:tests/)?((?:[\w/]+/)?test_\w+\.py|tests/[\w/]+?)/?`", promised))
    assert len(named) > 15
    for name in named:
        assert list(tests.rglob(name.removeprefix("tests/"))), name
    functions = {
        name
        for file in tests.rglob("test_*.py")
        for name in re.findall(r"def (test_\w+)", file.read_text("utf-8"))
    }
    assert set(re.findall(r"`(test_\w+)`", promised)) <= functions
    scenarios = {scenario.name for scenario in SCENARIOS}
    for row in re.findall(r"^\|.*\|$", promised, re.MULTILINE):
        quoted = set(re.findall(r'"([^"]+)"', row.rpartition(" | ")[2]))
        assert quoted <= scenarios, quoted - scenarios
        assert quoted or "`" in row.rpartition(" | ")[2] or not row.strip("|- ") or "test |" in row, row
    settings = get_project_settings()
    for name in re.findall(r"`([A-Z][A-Z_]{5,})`", promised):
        assert name in settings, name

"""Paths below OUTPUT_DIR: each in its one place, none outside of the folder."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest
from scrapy.settings import Settings

from newscrawler.exceptions import WrongArgument
from newscrawler.output import folder

OUTPUT = Path("output")
PACKAGE = Path(folder.__file__).parents[1]


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        (folder.day_file(OUTPUT, "tass", "2026-05-01"), "tass/2026-05-01.jsonl"),
        (folder.rejected_file(OUTPUT, "tass", "2026-05-01"), "rejected/tass/2026-05-01.jsonl"),
        (folder.runs_file(OUTPUT), "runs.jsonl"),
        (folder.ledger_file(OUTPUT), ".ledger.db"),
        (folder.lock_file(OUTPUT, "tass"), ".locks/tass"),
    ],
)
def test_where_things_lie(path: Path, expected: str) -> None:
    assert path.relative_to(OUTPUT).as_posix() == expected


def test_no_two_locks_are_one() -> None:
    locks = {
        folder.lock_file(OUTPUT, "runs"),
        folder.runs_lock(OUTPUT),
        folder.ledger_lock(OUTPUT),
        folder.id_file(OUTPUT),
    }
    assert len(locks) == 4


@pytest.mark.parametrize(
    "name", ["", "..", "../tass", "a/b", ".locks", ".ledger.db", "Tass", "tass\n", "rejected", "runs.jsonl"]
)
def test_what_cannot_name_a_site(name: str) -> None:
    assert not folder.can_name_site(name)
    with pytest.raises(ValueError, match="cannot be the name"):
        folder.site_folder(OUTPUT, name)


def test_an_empty_setting_is_said() -> None:
    with pytest.raises(WrongArgument, match="OUTPUT_DIR is empty"):
        folder.output_folder(Settings({"OUTPUT_DIR": ""}))
    assert folder.output_folder(Settings({"OUTPUT_DIR": "lines"})) == Path("lines")


@pytest.fixture(scope="module")
def strings() -> list[tuple[str, str]]:
    """Each string of the other files, with its place."""
    return [
        (node.value, f"{path.name}:{node.lineno}")
        for path in PACKAGE.rglob("*.py")
        if path.name not in {"folder.py", "settings.py"}
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    ]


@pytest.mark.parametrize("text", ["OUTPUT_DIR", ".locks", "runs.jsonl", ".ledger.db", "rejected/", ".jsonl"])
def test_no_other_file_makes_such_a_path(text: str, strings: list[tuple[str, str]]) -> None:
    """A name below OUTPUT_DIR stands in strings of folder.py alone: others may write of it, in sentences."""
    assert [place for value, place in strings if value == text] == []

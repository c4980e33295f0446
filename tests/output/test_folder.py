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
        (folder.rejected_folder(OUTPUT, "tass"), "rejected/tass"),
        (folder.runs_file(OUTPUT), "runs.jsonl"),
        (folder.fleet_logs(OUTPUT), ".fleet"),
        (folder.backfill_folder(OUTPUT, "tass", "2026"), ".backfill/tass/2026"),
        (folder.ledger_file(OUTPUT), ".ledger.db"),
        (folder.lock_file(OUTPUT, "tass"), ".locks/tass"),
        (folder.ledger_lock(OUTPUT), ".locks/.ledger"),
        (folder.runs_lock(OUTPUT), ".locks/.runs"),
        (folder.reading_file(OUTPUT, "tass"), ".locks/.reading-tass"),
        (folder.id_file(OUTPUT), ".locks/.store"),
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


@pytest.mark.parametrize("name", ["tass", "9news", "a.b_c-9"])
def test_what_can_name_a_site(name: str) -> None:
    assert folder.can_name_site(name)
    assert folder.site_folder(OUTPUT, name) == OUTPUT / name


@pytest.mark.parametrize("name", ["crawler", "2", "a-b_9"])
def test_what_can_name_a_machine(name: str) -> None:
    assert folder.check_machine(name, "OUTPUT_MACHINE") == name
    assert folder.day_file(OUTPUT, "tass", "2026-05-01", name).name == f"2026-05-01.{name}.jsonl"


@pytest.mark.parametrize("name", ["", "a.b", "A", "a/b", "-a", "_a", "a b", "a\n"])
def test_what_names_no_machine_is_said(name: str) -> None:
    with pytest.raises(WrongArgument) as caught:
        folder.check_machine(name, "MACHINE")
    assert str(caught.value) == f"MACHINE: {name!r} names no machine: use small letters, digits, '_' and '-'"


def test_an_empty_setting_is_said() -> None:
    with pytest.raises(WrongArgument) as caught:
        folder.output_folder(Settings({"OUTPUT_DIR": ""}))
    assert str(caught.value) == "OUTPUT_DIR is empty: name the folder for the lines, as -s OUTPUT_DIR=output"
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

"""Each machine has day files of its own in a site's folder, and knows its neighbours' there."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from newscrawler.output.day_files import day_files
from newscrawler.output.site_files import SiteFiles

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def output(tmp_path: Path) -> Path:
    folder = tmp_path / "press"
    folder.mkdir()
    for name in (
        "2026-05-04.jsonl", "2026-05-04.one.jsonl", "2026-05-04.one.jsonl.gz", "2026-05-04.two-b.jsonl",
        "2026-05-03.two-b.jsonl.gz", "2026-05-04.x.y.jsonl", "2026-05-04.jsonl.tmp", "notes.jsonl",
    ):  # fmt: skip
        (folder / name).write_bytes(b"first\nsecond\n")
    return tmp_path


def test_the_files_of_a_folder_by_day_and_machine(output: Path) -> None:
    assert [(file.stem, file.compressed) for file in day_files(output / "press")] == [
        ("2026-05-03.two-b", True),
        ("2026-05-04", False),
        ("2026-05-04.one", True),
        ("2026-05-04.one", False),
        ("2026-05-04.two-b", False),
    ]


@pytest.mark.parametrize(
    ("machine", "names"),
    [
        ("", ["2026-05-04.jsonl"]),
        ("one", ["2026-05-04.one.jsonl.gz", "2026-05-04.one.jsonl"]),
        ("new", []),
    ],
)
def test_a_machine_has_its_own(output: Path, machine: str, names: list[str]) -> None:
    files = SiteFiles.of(output, "press", "0123456789ab", machine)
    assert [file.path.name for file in files.day_files()] == names


def test_stores_differ_by_folder_and_machine(output: Path) -> None:
    stores = {
        SiteFiles.of(output, "press", folder, machine).store
        for folder in ("0123456789ab", "ba9876543210")
        for machine in ("", "one", "two")
    }
    assert len(stores) == 6
    assert "0123456789ab" in stores
    assert {len(store) for store in stores} == {12}


def test_neighbours_are_those_with_files(output: Path) -> None:
    files = SiteFiles.of(output, "press", "0123456789ab", "one")
    assert [neighbour.machine for neighbour in files.neighbours("0123456789ab")] == ["", "two-b"]


def test_a_line_is_found_in_the_machines_own_file(output: Path) -> None:
    files = SiteFiles.of(output, "press", "0123456789ab", "two-b")
    assert list(files.lines_at("2026-05-04", 6)) == [b"second\n"]
    assert list(files.lines_at("2026-05-02", 0)) == []

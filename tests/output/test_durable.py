"""A file is on the disk when its name is, and those of the folders that it lies in."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from newscrawler.output import durable
from newscrawler.output.day_files import append
from newscrawler.output.durable import make_folder, sync_names

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def synced(monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """Folders whose names have been brought to the disk, in order."""
    found: list[Path] = []
    monkeypatch.setattr(durable, "sync_folder", found.append)
    return found


def test_each_folder_that_is_made_is_synced_in_the_one_above(tmp_path: Path, synced: list[Path]) -> None:
    make_folder(tmp_path / "a" / "b" / "c")
    assert synced == [tmp_path, tmp_path / "a", tmp_path / "a" / "b"]
    make_folder(tmp_path / "a" / "b")
    assert len(synced) == 3


def test_the_name_of_a_file_and_of_its_folders(tmp_path: Path, synced: list[Path]) -> None:
    sync_names(tmp_path / "output" / "press" / "2026-05-04.jsonl")
    assert synced == [tmp_path / "output" / "press", tmp_path / "output", tmp_path]


def test_a_folder_above_that_may_not_be_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def sync_folder(folder: Path) -> None:
        if folder in refused:
            raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(durable, "sync_folder", sync_folder)
    refused = {tmp_path}
    sync_names(tmp_path / "press" / "2026-05-04.jsonl")
    refused = {tmp_path / "press"}
    with pytest.raises(PermissionError):
        sync_names(tmp_path / "press" / "2026-05-04.jsonl")


def test_an_empty_file_may_be_one_whose_name_is_not_there_yet(tmp_path: Path, synced: list[Path]) -> None:
    """A run that was killed, or that could not sync, has made it."""
    path = tmp_path / "press" / "2026-05-04.jsonl"
    path.parent.mkdir()
    path.touch()
    append(path, b"one\n")
    assert path.parent in synced
    synced.clear()
    append(path, b"two\n")
    assert synced == []

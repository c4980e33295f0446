"""``scrapy rebuild``: which folders are sites, and what is said of one that is none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scrapy.settings import Settings

from newscrawler.commands.rebuild import Command
from newscrawler.output.day_files import sites_in
from tests.defaults import DEFAULTS

if TYPE_CHECKING:
    from pathlib import Path

    import pytest


def test_sites_are_folders_with_day_files(tmp_path: Path) -> None:
    for name in ("tass/2026-05-01.jsonl", "paper/2026-05-01.jsonl.gz", "empty/notes.txt"):
        (tmp_path / name).parent.mkdir()
        (tmp_path / name).write_bytes(b"")
    for name in ("rejected/2026-05-01.jsonl", ".locks/2026-05-01.jsonl"):
        (tmp_path / name).parent.mkdir()
        (tmp_path / name).write_bytes(b"")
    (tmp_path / "runs.jsonl").write_bytes(b"")
    assert sites_in(tmp_path) == ["paper", "tass"]
    assert sites_in(tmp_path / "nothing") == []


def rebuild(output: Path, *sites: str) -> Command:
    command = Command()
    command.settings = Settings({**DEFAULTS, "OUTPUT_DIR": str(output)})
    command.run(list(sites), None)  # type: ignore[arg-type]  # it has no options of its own
    return command


def test_an_unknown_site_is_a_wrong_argument(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "tass").mkdir()
    (tmp_path / "tass" / "2026-05-01.jsonl").write_bytes(b"")
    assert rebuild(tmp_path, "../tass").exitcode == 2
    assert capsys.readouterr().out == f"no lines of '../tass' in {tmp_path}; there are: tass\n"


def test_an_empty_folder_is_no_error(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert rebuild(tmp_path).exitcode == 0
    assert "nothing to do" in capsys.readouterr().out

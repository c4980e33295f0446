"""The latest run of each site is found from the end of the file, however long that is."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from newscrawler.output import last_runs

if TYPE_CHECKING:
    from pathlib import Path


def test_the_latest_run_of_each(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(last_runs, "_BLOCK", 50)
    path = tmp_path / "runs.jsonl"
    runs = [{"site": f"s{n % 3}", "start": f"2026-11-{n + 1:02}"} for n in range(9)]
    path.write_text("".join(json.dumps(run) + "\n" for run in runs) + '[1]\n{"site":"s2"\n')
    found = last_runs.last_runs(path, ["s0", "s2", "s9"])
    assert {site: run["start"] for site, run in found.items()} == {"s0": "2026-11-07", "s2": "2026-11-09"}


@pytest.mark.parametrize("size", range(1, 60))
def test_lines_may_be_split_anywhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, size: int) -> None:
    monkeypatch.setattr(last_runs, "_BLOCK", size)
    path = tmp_path / "runs.jsonl"
    path.write_text('{"site":"a","start":"1"}\n\n{"site":"b","start":"2"}')
    assert [run["start"] for run in last_runs.last_runs(path, ["a", "b"]).values()] == ["2", "1"]


def test_what_is_no_run_is_passed_over(tmp_path: Path) -> None:
    path = tmp_path / "runs.jsonl"
    path.write_text('{"site":"a","start":"1"}\n{"site":"a","start":2}\n{"site":"a"}\n"a"\n{"start":"3"}\n')
    assert last_runs.last_runs(path, ["a"]) == {"a": {"site": "a", "start": "1"}}


def test_no_runs_yet(tmp_path: Path) -> None:
    assert last_runs.last_runs(tmp_path / "runs.jsonl", ["s0"]) == {}

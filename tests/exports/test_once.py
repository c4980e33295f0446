"""Lines of several machines are one stream: each revision once, whoever wrote it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from newscrawler.exports.once import each_once
from tests.exports.exporting import export
from tests.exports.written import article, write

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

ROOM = each_once


def exported(output: Path, *arguments: str) -> list[tuple[str, int]]:
    target = output / "out.jsonl"
    assert export(output, "--format", "jsonl", "--to", str(target), *arguments) == 0
    rows = [json.loads(line) for line in target.read_text("utf-8").splitlines()]
    return [(row["id"], row["revision"]) for row in rows]


def test_a_revision_that_two_machines_wrote_comes_once(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    write(tmp_path, [article(1), article(2)], day="2026-05-04.one")
    write(tmp_path, [article(2), article(3), article(1, 2)], day="2026-05-04.two")
    write(tmp_path, [article(3), article(4)], day="2026-05-05.one")
    assert exported(tmp_path) == [
        ("press:1", 1), ("press:2", 1), ("press:3", 1), ("press:1", 2), ("press:4", 1),
    ]  # fmt: skip
    assert "another machine wrote" in capfd.readouterr().err


def test_the_latest_of_each_article_from_all_machines(tmp_path: Path) -> None:
    write(tmp_path, [article(1), article(2)], day="2026-05-04.one")
    write(tmp_path, [article(2), article(1, 2)], day="2026-05-04.two")
    assert sorted(exported(tmp_path, "--latest")) == [("press:1", 2), ("press:2", 1)]


def test_following_reads_what_each_machine_has_added(tmp_path: Path) -> None:
    write(tmp_path, [article(1)], day="2026-05-04.one")
    write(tmp_path, [article(2)], day="2026-05-04.two")
    assert exported(tmp_path, "--follow") == [("press:1", 1), ("press:2", 1)]
    write(tmp_path, [article(3)], day="2026-05-04.one")
    write(tmp_path, [article(4)], day="2026-05-04.two")
    assert exported(tmp_path, "--follow") == [(f"press:{number}", 1) for number in (1, 2, 3, 4)]


def test_a_day_is_selected_whoever_wrote_it(tmp_path: Path) -> None:
    write(tmp_path, [article(1, fetched_at="2026-05-04T10:00:00+00:00")], day="2026-05-04.one")
    write(tmp_path, [article(2, fetched_at="2026-05-05T10:00:00+00:00")], day="2026-05-05.two")
    assert exported(tmp_path, "--since", "2026-05-05", "--until", "2026-05-05") == [("press:2", 1)]

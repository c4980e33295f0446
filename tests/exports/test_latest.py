"""The last revision of each article is kept, wherever its line stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newscrawler.exports.latest import latest
from newscrawler.exports.lines import Selection, read_lines
from newscrawler.exports.summary import Summary
from tests.exports.written import article, write

if TYPE_CHECKING:
    from pathlib import Path


def test_the_last_revision_of_each_article(tmp_path: Path) -> None:
    write(tmp_path, [article(1, 2), article(2, 1), article(1, 1), article(3, 1), article(3, 1), b"torn\n"])
    write(tmp_path, [article(2, 3), article(2, 2)], day="2026-05-05")
    selection = Selection(tmp_path, ["press"], 10_000)
    days, summary = selection.days(), Summary()
    kept = [
        (line.values["id"], line.values["revision"])
        for line in latest(lambda found: read_lines(selection, days, found), summary)
        if line.values
    ]
    assert kept == [("press:1", 2), ("press:3", 1), ("press:2", 3)]
    assert summary.counts["torn"] == 1

"""The line above what readers wrote is told from other lines about comments."""

from __future__ import annotations

import pytest

from newscrawler.sources.comment_headings import heads_comments


@pytest.mark.parametrize(
    ("line", "heads"), [("12 Comments", True), ("评论（3）", True), ("Comments by the mayor", False)]
)
def test_a_line_that_heads_comments_by_itself(line: str, heads: bool) -> None:
    assert heads_comments(line) is heads

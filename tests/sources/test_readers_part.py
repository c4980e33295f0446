"""Comments that stand in the element of the story itself end it; a bar of buttons does not."""

from __future__ import annotations

import pytest

from newscrawler.sources.readers_part import where_readers_begin
from tests.sources.stories import expected, lines, paragraph, story
from tests.sources.walked import walked

READERS = "".join(f"<p><b>Reader {n}</b><br>{paragraph(n, 1)}</p>" for n in range(30, 36))
HEADINGS = [
    "| 13 Comment(s)",
    "Comments (6)",
    "6 comments",
    "Comments are now closed for this story",
    "Readers' comments",
    "Kommentare",
    "Комментарии (6)",
    "Komentarze",
    "网友评论",
    "Σχόλια 6",
]


@pytest.mark.parametrize("heading", HEADINGS)
def test_what_stands_below_the_line_that_heads_comments_is_none_of_the_text(heading: str) -> None:
    page = f"<h1>T</h1><div class='b'>{story(1, 3)}<div>{heading}</div>{READERS}</div>"
    assert lines(page) == expected(1, 3)


@pytest.mark.parametrize("heading", ["Comments on the vote", "No comment", "Commentators", "Harbour (6)"])
def test_a_line_that_heads_no_comments(heading: str) -> None:
    blocks = walked(f"<div>{story(1, 3)}<h2>{heading}</h2>{READERS}</div>").blocks
    assert where_readers_begin(blocks) is None


def test_a_button_among_paragraphs_or_above_them_ends_no_story() -> None:
    bar = "<div>Comments (6)</div>"
    for page in (f"{story(1, 3)}{bar}{story(4, 9)}", f"<p>Short.</p>{bar}{READERS}"):
        blocks = walked(f"<div>{page}</div>").blocks
        assert where_readers_begin(blocks) is None

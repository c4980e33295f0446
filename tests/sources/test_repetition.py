"""Comments, teasers and announcements are told by their repetition, whatever they are named."""

from __future__ import annotations

import pytest

from tests.sources.test_article_text import expected, lines, paragraph, story

ENTRIES = {
    "comments": "<div class='x7'><b>user{n}</b> <i>4 May</i><p>{text}</p></div>",
    "votes": "<div class='x7'><div class='v'>12</div><div class='t'><p>{text}</p></div></div>",
    "teasers": "<div class='x7'><h3><a href='/{n}'>Title of story {n}</a></h3><div class='t'>{text}</div></div>",
    "rows": "<div class='x7'><table><tr><td class='who'>Reader {n}, 12:40</td></tr><tr><td class='t'>{text}</td></tr></table></div>",
}


def entries(kind: str, count: int) -> str:
    return "".join(ENTRIES[kind].format(n=n, text=paragraph(n)) for n in range(20, 20 + count))


@pytest.mark.parametrize("kind", ENTRIES)
def test_many_entries_do_not_outweigh_a_short_story(kind: str) -> None:
    page = f"<div class='m'><h1>T</h1><div class='s'>{story(1, 3)}</div></div><div class='o'>{entries(kind, 30)}</div>"
    assert lines(page) == expected(1, 3)


def test_parts_of_a_story_with_headings_of_their_own_are_no_entries() -> None:
    parts = "".join(
        f"<section class='part'><h2>Part {n}</h2><span>4.7 / 5</span><div class='t'><p>{paragraph(n)}</p></div></section>"
        for n in range(1, 6)
    )
    box = f"<div class='s'>{story(30, 31)}</div>"
    assert set(expected(1, 5)) <= set(lines(f"<article><h1>T</h1>{parts}</article>{box}"))


def test_paragraphs_in_boxes_of_their_own_are_no_entries() -> None:
    boxes = "".join(f"<div class='par'><p>{paragraph(n)}</p></div>" for n in range(1, 9))
    assert lines(f"<h1>T</h1><div class='s'>{boxes}</div>") == expected(1, 8)

"""What a page says of its author below the story is left out; what the story says of others is not."""

from __future__ import annotations

import pytest

from newscrawler.sources.body.author_note import without_author_note
from newscrawler.sources.bylines.byline_line import Line
from tests.sources.stories import expected, lines, story
from tests.sources.walked import walked

BY = [Line("By Theo Lund", "By Theo Lund")]


@pytest.mark.parametrize(
    "note",
    [
        "<p>Theo Lund writes about rails, rivers and the people who look after them.</p>",
        "<h3>About Theo Lund</h3><p>Theo Lund is a reporter. He has lived in Oakhurst since 2009.</p>",
        "<p><em>Theo Lund ist Redakteur für das Ressort Verkehr und lebt in Niederau am Fluss.</em></p>",
    ],
)
def test_a_note_on_the_author(note: str) -> None:
    assert lines(f"<div><h1>T</h1>{story(1, 4)}{note}</div>", bylines=BY) == expected(1, 4)


@pytest.mark.parametrize(
    "last",
    [
        "Ann Example writes about rails, rivers and the people who look after them.",
        "Theo Lundgren is the name of the pilot who left the harbour before the vote.",
        "The first to speak was Theo Lund, who is the oldest of the pilots in the harbour.",
    ],
)
def test_the_last_words_of_a_story(last: str) -> None:
    assert lines(f"<div><h1>T</h1>{story(1, 4)}<p>{last}</p></div>", bylines=BY) == [*expected(1, 4), last]


def test_without_a_byline_nobody_is_known() -> None:
    last = "Theo Lund writes about rails, rivers and the people who look after them."
    assert lines(f"<div><h1>T</h1>{story(1, 4)}<p>{last}</p></div>") == [*expected(1, 4), last]


def test_the_first_words_stay() -> None:
    said = [
        f"Theo Lund is the oldest pilot of the harbour, and he said so {n} times this winter." for n in (1, 2)
    ]
    page = f"<div><h1>T</h1><p>{said[0]}</p><p>{said[1]}</p></div>"
    assert lines(page, bylines=BY)[:1] == said[:1]


@pytest.mark.parametrize(("notes", "left"), [(2, 1), (3, 1), (4, 2)])
def test_so_many_paragraphs_are_a_note(notes: int, left: int) -> None:
    blocks = list(
        walked("<div><p>The vote is on Monday.</p>" + "<p>Theo Lund is ours.</p>" * notes + "</div>").blocks
    )
    assert without_author_note(blocks, BY) == blocks[:left]


@pytest.mark.parametrize(("size", "left"), [(700, 1), (701, 2)])
def test_a_note_is_not_long(size: int, left: int) -> None:
    note = "Theo Lund is ours and ".ljust(size, "s")
    blocks = list(walked(f"<div><p>The vote is on Monday.</p><p>{note}</p></div>").blocks)
    assert len(without_author_note(blocks, BY)) == left

"""Pull quotes that repeat the text go, by their element or the name of their box; other quotes stay."""

from __future__ import annotations

import pytest

from newscrawler.sources.boilerplate.repeats import without_repeats
from tests.sources.stories import expected, lines, paragraph, story
from tests.sources.walked import walked

SAID = "The winter timetable was never more than a drawing on a napkin"


@pytest.mark.parametrize(
    "quote",
    [
        f"<blockquote>“{SAID}.”</blockquote>",
        f"<div class='pullquote'><p>“{SAID}”</p><p>Ann Example</p></div>",
        f"<div class='article__pull-quote'><div>{SAID}.</div></div>",
        f"<p class='zitat'>„{SAID}“</p>",
    ],
)
def test_a_quote_that_repeats_the_text(quote: str) -> None:
    told = f"<p>{paragraph(2)} {SAID}, she said.</p>"
    page = f"<h1>T</h1><div class='text'>{story(1, 1)}{told}{quote}{story(3, 5)}</div>"
    assert lines(page) == [*expected(1, 1), f"{paragraph(2)} {SAID}, she said.", *expected(3, 5)]
    once = page.replace(f" {SAID}, she said.</p>", "</p>")
    assert any(SAID in line for line in lines(once))


def test_words_that_are_said_twice_stay_elsewhere() -> None:
    text = f"<p>“{SAID},” he said on Monday.</p><p>“{SAID}.”</p>"
    found = walked(f"<div class='text'>{story(1, 2)}{text}</div>").blocks
    assert without_repeats(found) == found

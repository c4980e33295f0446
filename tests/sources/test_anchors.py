"""The sign by which readers copy the place of a heading is no part of it."""

from __future__ import annotations

import pytest

from newscrawler.document import parse_document
from newscrawler.sources.anchors import is_anchor
from tests.sources.stories import expected, lines, story


@pytest.mark.parametrize(
    "sign", ["#", "¶", "🔗", "§", "#part2", "Link to this section", "permalink", "Anchor"]
)
@pytest.mark.parametrize(
    "heading", ["<h2 id='s'>The vote <a href='#s'>{}</a></h2>", "<h3><a href='#s'>{}</a>The vote</h3>"]
)
def test_an_anchor_in_a_heading(sign: str, heading: str) -> None:
    page = f"<article><h1>T</h1><div>{story(1, 3)}{heading.format(sign)}{story(4, 6)}</div></article>"
    assert lines(page) == [*expected(1, 3), "The vote", *expected(4, 6)]


@pytest.mark.parametrize(
    "link", ["<a href='/vote'>#</a>", "<a href='#s'>The vote</a>", "<a href='#s'>Links of the town</a>"]
)
def test_words_of_a_heading(link: str) -> None:
    (found,) = parse_document(f"<h2>{link}</h2>", "https://news.example/a").elements_of("a")
    assert not is_anchor(found)

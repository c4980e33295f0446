"""Elements with names of the site's own are lines where they fill a box, and words where they stand in a line."""

from __future__ import annotations

import pytest

from newscrawler.sources.body.own_line import has_own_line
from tests.sources.stories import expected, lines, paragraph, story


@pytest.mark.parametrize(
    "box", ["<news-body>{}</news-body>", "<app-root><x-story>{}</x-story></app-root>", "<div>{}</div>"]
)
def test_paragraphs_that_are_elements_of_the_site(box: str) -> None:
    page = (
        f"<news-page><news-head><h1>T</h1></news-head>{box.format(story(1, 6, 'news-paragraph'))}</news-page>"
    )
    assert lines(page) == expected(1, 6)


def test_an_element_of_the_site_within_a_line_is_a_word_of_it() -> None:
    said = f"The council met. <x-term>Slipways</x-term> are closed, and {paragraph(9)}"
    page = f"<h1>T</h1><div>{story(1, 3)}<p>{said}</p><p><x-term>Piers</x-term> too. {paragraph(8)}</p></div>"
    assert lines(page)[3:] == [
        f"The council met. Slipways are closed, and {paragraph(9)}",
        f"Piers too. {paragraph(8)}",
    ]


@pytest.mark.parametrize(
    ("tag", "around", "begun", "is_line"),
    [
        ("button", "div", (), True),
        ("button", "h2", (), False),
        ("x-a", "div", (), True),
        ("x-a", "div", ("So",), False),
        ("x-a", "x-b", (), True),
        ("x-a", "p", (), False),
        ("span", "div", (), False),
    ],
)
def test_what_begins_a_line(tag: str, around: str, begun: tuple[str, ...], is_line: bool) -> None:
    assert has_own_line(tag, around, begun) is is_line

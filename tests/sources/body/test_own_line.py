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


def test_spans_that_are_paragraphs() -> None:
    spans = "".join(f"<span>{paragraph(n)}</span>" for n in range(1, 7))
    assert lines(f"<h1>T</h1><div>{spans}</div>") == expected(1, 6)


def test_sentences_in_spans_of_a_paragraph_are_words_apart() -> None:
    page = f"<h1>T</h1><div>{story(1, 3)}<p><span>{paragraph(4)}</span><span>{paragraph(5)}</span></p></div>"
    assert lines(page)[3:] == [f"{paragraph(4)} {paragraph(5)}"]


@pytest.mark.parametrize(
    "spans", ["<span>The U.</span><span>S. {}</span>", "<span>At 4.</span><span>5 {}</span>"]
)
def test_spans_within_a_word(spans: str) -> None:
    found = lines(f"<h1>T</h1><p>{spans.format(paragraph(4))}</p><div>{story(1, 3)}</div>")
    assert not any(" 5 Item" in line for line in found)


def test_spans_with_names_of_their_own_between_breaks() -> None:
    head = "<span id='t'>The wall is closed</span><br><span id='d'>6/14/2026 9:02:00 AM</span><br>"
    page = f"<table><tr><td>{head}<span id='b'>{'<br><br>'.join(expected(1, 4))}</span></td></tr></table>"
    assert lines(page, headline="The wall is closed") == expected(1, 4)


def test_spans_alike_between_breaks_are_lines_of_one_paragraph() -> None:
    verse = "<p><span>The tide went out and took the light,</span><br><span>the boats lay down at night.</span></p>"
    found = lines(f"<h1>T</h1><div>{story(1, 3)}{verse}</div>")
    assert found[3:] == ["The tide went out and took the light, the boats lay down at night."]

"""The text begins below the headline, even where its first paragraphs have boxes of their own."""

from __future__ import annotations

from tests.sources.test_article_text import expected, found, lines, paragraph, story


def test_first_paragraphs_in_boxes_of_other_names_belong_to_the_text() -> None:
    boxes = "".join(f"<div class='n{'abc'[n - 1]}'><p>{paragraph(n)}</p></div>" for n in range(1, 4))
    page = f"<div class='story'><h1>T</h1>{boxes}<div class='rest'>{story(4, 9)}</div></div>"
    assert lines(page) == expected(1, 9)


def test_a_box_with_a_picture_below_the_headline_does_not() -> None:
    box = f"<div class='hero'><img src='/a.jpg'><p>{paragraph(1, 1)}</p></div>"
    assert lines(f"<article><h1>T</h1>{box}<div class='b'>{story(2, 6)}</div></article>") == expected(2, 6)


def test_text_above_the_headline_does_not() -> None:
    page = f"<div class='story'><div class='a'>{story(1, 1)}</div><h1>T</h1><div class='rest'>{story(2, 9)}</div></div>"
    assert lines(page) == expected(2, 9)


def test_a_heavier_text_that_is_none_gives_way_to_the_next() -> None:
    links = "".join(f"<p><a href='/{n}'>{paragraph(n)}</a>.</p>" for n in range(20, 24))
    page = f"<h1>T</h1><div class='s'>{story(1, 3)}</div><footer><div class='w'>{story(30, 40)}</div></footer>{links}"
    candidate = found(page)
    assert candidate is not None
    assert candidate.text.split("\n\n") == expected(1, 3)

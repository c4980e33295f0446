"""Parts of the story in other shapes belong to it; comments, other stories and what houses say of themselves do not."""

from __future__ import annotations

import pytest

from newscrawler.sources.body.continuation import continued
from newscrawler.sources.body.regions import find_region
from tests.sources.stories import expected, lines, paragraph, story
from tests.sources.walked import walked

WRAPS = [
    "<article><h1>T</h1>{}</article>",
    "<div class='w'><div class='l'><h1>T</h1>{}</div></div>",
    "<div class='top'><h1>T</h1></div><div class='w'><div class='l'>{}</div></div>",
    "<div class='w'><h1>T</h1><div class='cc'>{}</div></div>",
]


@pytest.mark.parametrize("wrap", WRAPS)
@pytest.mark.parametrize(
    "parts",
    [
        f"<div class='free-part'>{story(1, 5)}</div><div class='rest-part'>{story(6, 8)}</div>",
        f"<div class='free-part'>{story(1, 5)}</div><div id='slot'></div><div class='rest-part'>{story(6, 8)}</div>",
        f"<div class='free-part'>{story(1, 5)}</div><div class='m'><div><div class='o'>{story(6, 8)}</div></div></div>",
        (
            f"<div class='one'>{story(1, 4)}</div><div class='row'><div class='c1'>{story(5, 6)}</div>"
            f"<div class='c2'>{story(7, 8)}</div></div>"
        ),
        f"<div class='one'>{story(1, 4)}</div><div class='ss'>{story(5, 6)}</div><div class='tt'>{story(7, 8)}</div>",
    ],
)
def test_parts_in_other_shapes(wrap: str, parts: str) -> None:
    assert lines(wrap.format(parts)) == expected(1, 8)


@pytest.mark.parametrize("wrap", WRAPS)
def test_a_chapter_with_its_heading(wrap: str) -> None:
    chapter = f"<section class='chapter'><h2>The vote</h2><div class='two-cols'>{story(6, 8)}</div></section>"
    page = wrap.format(f"<div class='intro-text'>{story(1, 5)}</div>{chapter}")
    assert lines(page) == [*expected(1, 5), "The vote", *expected(6, 8)]


def test_what_stands_between_the_parts_stays_and_a_box_of_another_kind_goes() -> None:
    one, two = f"<div class='one'>{story(1, 4)}</div>", f"<div class='two'>{story(6, 7)}</div>"
    line = f"<p>{paragraph(5)}</p>"
    bio = "<div class='xb'><p>Ada Brook writes on the harbour and its people, and has done so for eleven years.</p></div>"
    team = "<div class='yb'><div>The team</div><div>Share it on:</div></div>"
    page = f"<div class='l'><h1>T</h1>{one}<h2>The vote</h2><ul><li>One berth</li></ul>{line}{two}{bio}{team}</div>"
    assert lines(page) == [*expected(1, 4), "The vote", "One berth", *expected(5, 7)]


TWO = f"<p>{paragraph(80)}</p><p>{paragraph(81)}</p>"


@pytest.mark.parametrize("wrap", WRAPS)
@pytest.mark.parametrize(
    "other",
    [
        "".join(
            f"<div class='z'><b>Reader {n}</b> <i>3 May</i><p>{paragraph(70 + n)}</p></div>" for n in range(3)
        ),
        f"<div class='next'><h2><a href='/next'>Ferry company asks for more berths</a></h2>{TWO}</div>",
        f"<div class='next'><h2>Ferry company asks</h2><p>By Ada Brook, 3 May 2021</p>{TWO}</div>",
        f"<div class='box'><h3>About the Courier</h3>{TWO}</div>",
        f"<div class='box'><h3>Mehr von uns</h3>{TWO}</div>",
        f"<aside class='box'>{TWO}</aside>",
        f"<div class='newsletter'>{TWO}</div>",
        f"<div class='box' itemscope itemtype='https://schema.org/Person'>{TWO}</div>",
        f"<div class='box'><div itemscope itemtype='https://schema.org/Person'>{TWO}</div></div>",
        "<div class='box'><p>The Courier is the paper of the harbour.</p><p>It has been since the year 1890.</p></div>",
        f"<div class='box'><div>{paragraph(80)}</div><div>{paragraph(81)}</div></div>",
    ],
)
def test_what_stands_below_a_story_and_is_none_of_it(wrap: str, other: str) -> None:
    assert lines(wrap.format(f"<div class='one'>{story(1, 8)}</div>{other}")) == expected(1, 8)


def test_what_is_as_long_as_the_story_is_another() -> None:
    page = f"<div class='l'><h1>T</h1><div class='one'>{story(1, 6)}</div><div class='two'>{story(10, 15)}</div></div>"
    assert lines(page) == expected(1, 6)


def test_the_parts_directly_within_an_element() -> None:
    page = walked(
        f"<main><div id='a'>{story(1, 5)}</div><p>A line.</p><div id='b'><i>{story(6, 7)}</i></div></main>"
    )
    find_region(page)  # sums up what each element holds
    by_id = {node.element.attr("id"): node for node in page.nodes}
    main = next(node for node in page.nodes if node.tag == "main")
    parts = list(continued(page, by_id["a"], main, [False] * len(page.nodes)))
    assert [node.element.attr("id") for node in parts] == ["b"]


HEADINGS = [
    "About", "Über", "À propos", "Sobre", "Chi siamo", "Over ons", "Om oss", "Om os", "O nas", "О нас",
    "О проекте", "Про нас", "Hakkında", "关于", "關於", "Related", "More", "Also", "Latest", "Popular",
    "Comment", "Comments", "Subscribe", "Newsletter", "Contact", "Disclaimer", "Source", "Sources",
    "Reference", "References", "Note", "Notes", "Mehr", "Auch", "Quelle", "Quellen", "Kontakt", "Lire", "Voir",
    "Leer", "Más", "Leia", "Mais", "Leggi", "Altri", "Czytaj", "Więcej", "Читайте", "Ещё", "Другие", "相关",
    "推荐", "更多",
]  # fmt: skip


@pytest.mark.parametrize("heading", HEADINGS)
def test_a_heading_of_a_box_is_no_chapter(heading: str) -> None:
    for said in (heading, heading.upper(), f"— {heading}: the harbour"):
        box = f"<div class='m'><h2>{said}</h2><div class='o'>{story(6, 8)}</div></div>"
        assert lines(
            f"<article><h1>T</h1><div class='free-part'>{story(1, 5)}</div>{box}</article>"
        ) == expected(1, 5)

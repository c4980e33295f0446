"""Regions: what stands beside the text within its element."""

from __future__ import annotations

import pytest

from newscrawler.sources.body.regions import find_region
from tests.sources.stories import expected, lines, paragraph, story
from tests.sources.walked import walked


@pytest.mark.parametrize(
    "box",
    [
        "<aside>{}</aside>",
        "<div class='related'>{}</div>",
        "<figure><figcaption>{}</figcaption></figure>",
        "<form>{}</form>",
        "<div class='newsletter-signup'>{}</div>",
        "<div class='comments'>{}</div>",
        "<div hidden>{}</div>",
    ],
)
def test_boxes_stay_out(box: str) -> None:
    inner = f"<p>{paragraph(40, 2)}</p>"
    page = f"<article><h1>T</h1><div class='b'>{story(1, 3)}{box.format(inner)}{story(4, 6)}</div></article>"
    assert lines(page) == expected(1, 6)


def test_a_box_that_holds_most_of_the_text_is_none() -> None:
    assert lines(f"<h1>T</h1><div class='related'>{story(1, 6)}</div>") == expected(1, 6)


def test_the_element_that_holds_the_text() -> None:
    page = walked(
        f"<nav>{story(20, 20)}</nav><div class='b'>{story(1, 3)}<aside>{story(30, 30)}</aside></div>"
    )
    region = find_region(page)
    assert region is not None
    assert (region.core.names, region.shapes) == ("b", {"div b"})
    held = [block.text for block in page.blocks if region.holds(block.node)]
    assert held == expected(1, 3)


@pytest.mark.parametrize("markup", ["", "<p></p>", "<ul><li><a href=/1>One</a></li></ul>"])
def test_no_text_no_region(markup: str) -> None:
    assert find_region(walked(markup)) is None


def test_an_element_whose_own_line_is_running_text_is_no_list_of_links() -> None:
    links = "".join(f"<a href='/{n}'>{paragraph(n, 1)}</a>" for n in range(20, 26))
    page = f"<h1>T</h1><div>AGENCY, 4 January (02:36) and its partners there</div><div class=txt><b>{paragraph(1)}</b><div>{links}</div></div>"
    assert paragraph(1) in lines(page)


def test_what_a_guide_says_of_a_thing_is_text_and_an_offer_is_not():
    told = "".join(f"<div class=product-card><h3>Jacket {n}</h3>{story(n, n)}</div>" for n in (3, 4, 5))
    offers = "<div class=product-card><p>Deck shoes</p><p>Only 49 euros</p></div>"
    page = f"<h1>T</h1><article>{story(1, 2)}{told}{offers}{story(6, 6)}</article>"
    guide = [line for n in (3, 4, 5) for line in (f"Jacket {n}", *expected(n, n))]
    assert lines(page) == [*expected(1, 2), *guide, *expected(6, 6)]


@pytest.mark.parametrize(("size", "beside"), [(20, True), (399, True), (400, False)])
def test_few_words_in_a_box_with_a_picture_are_its_caption(size: int, *, beside: bool) -> None:
    line = ("A ship lies at the quay of the harbour. " * 20)[: size - 1] + "x"
    box = f"<div class='photo' id=x><img src=/1.jpg><div>{line}</div></div>"
    page = walked(f"<article><h1>T</h1><div class='b'>{story(1, 4)}{box}{story(5, 8)}</div></article>")
    region = find_region(page)
    assert region is not None
    node = next(node for node in page.nodes if node.element.attr("id") == "x")
    assert region.beside[node.index] is beside


def test_posts_below_the_story_of_a_blog_are_other_stories() -> None:
    posts = "".join(
        f"<div class='post'><h2><a href='/{n}'>Old beams {n}</a></h2><small>January {n}th, 2026</small>"
        f"<p>{paragraph(n)}</p><a href='/{n}'>Continue reading</a></div>"
        for n in (7, 8)
    )
    page = f"<h1><a href='/'>Salt Diary</a></h1><div class='post'><h2>A whale</h2>{story(1, 4)}</div>{posts}"
    assert lines(page, headline="A whale") == expected(1, 4)

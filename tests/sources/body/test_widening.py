"""The text begins below the headline, even where its first paragraphs have boxes of their own."""

from __future__ import annotations

from newscrawler.sources.body.regions import find_region
from newscrawler.sources.body.widening import captioned, core_of, masses, widen
from newscrawler.sources.hosts import Group, host_of
from tests.sources.stories import expected, found, lines, paragraph, story
from tests.sources.walked import walked


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


def test_the_smallest_element_with_nearly_all_of_the_text() -> None:
    page = walked(f"<main><div class='a'>{story(1, 4)}</div><div class='a'>{story(5, 8)}</div></main>")
    find_region(page)  # sums up what each element holds
    hosts = [host_of(block) for block in page.blocks]
    group = Group(hosts, list(page.weights))
    assert core_of(group, masses(page, group)).tag == "main"
    assert masses(page, group)[0] == group.weight
    most = Group(hosts[:4], list(page.weights[:4]))
    core = core_of(most, masses(page, most))
    assert core.element.attr("class") == "a"
    assert widen(page, core, most, [False] * len(page.nodes))[0].tag == "main", "the other part stands alike"


def test_only_a_box_with_a_picture_and_few_words_is_captioned() -> None:
    page = walked(
        f"<h1>T</h1><div id='x'><img src=/a.jpg><p>A ship.</p></div><div id='y'><p>A line.</p></div>"
        f"<div id='z' class='standfirst'><img src=/b.jpg><p>A lead.</p></div><div id='b'>{story(1, 3)}</div>"
    )
    find_region(page)
    core = next(node for node in page.nodes if node.element.attr("id") == "b")
    assert [node.element.attr("id") for node in captioned(page, core)] == ["x"]


def test_the_next_story_of_a_page_that_goes_on_does_not() -> None:
    pages = [
        f"<article><h1>{title}</h1><div class='text'>{story(first, first + 5)}</div></article>"
        for title, first in (("T", 1), ("U", 20))
    ]
    assert lines(f"<main>{pages[0]}{pages[1]}</main>") == expected(1, 6)


def test_further_parts_of_the_same_story_do() -> None:
    parts = "".join(
        f"<article class='part'><div class='text'>{story(first, first + 3)}</div></article>"
        for first in (1, 5)
    )
    assert lines(f"<main><h1>T</h1>{parts}</main>") == expected(1, 8)

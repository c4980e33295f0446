"""Labelled titles: plain titles below a label lead to other stories, and so does a subhead that is a link."""

import pytest

from newscrawler.extract import extract
from newscrawler.sources.body.regions import find_region
from newscrawler.sources.boilerplate.labelled_titles import leave_out_labelled_titles
from tests.sources.walked import walked

URL = "https://press.example/harbour/wall-4711"
DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday")
PARAGRAPHS = [
    f"The harbour council of Aldine agreed on {day} to rebuild the western wall before the storms arrive."
    for day in DAYS
]
TITLES = ["Storm warning for the west coast", "Price of fish goes up again"]
ITEMS = "".join(f"<li>{title}</li>" for title in TITLES)


def body(box: str, name: str = "") -> list[str]:
    text = [f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS]
    inner = "".join((*text[:3], box, *text[3:]))
    html = f"<html><body><article><h1>Aldine builds a new wall</h1><div class='{name}'>{inner}</div></article></body></html>"
    article = extract(html, URL)
    assert article
    assert article.body
    return article.body.split("\n\n")


@pytest.mark.parametrize(
    "box",
    [
        f"<h3>Related</h3><ul>{ITEMS}</ul>",
        f"<p>Latest news</p><ul>{ITEMS}</ul>",
        f"<p>Читайте также:</p><ul>{ITEMS}</ul>",
        f"<p>Read also:</p><p>{TITLES[0]}</p>",
        f"<h4><a href='/x/1'>{TITLES[0]}</a></h4>",
    ],
)
def test_titles_of_other_stories_are_no_text(box: str) -> None:
    assert body(box) == PARAGRAPHS


@pytest.mark.parametrize(
    ("box", "lines"),
    [
        (
            "<h3>Related</h3><ul><li>The wall is old.</li><li>It is low.</li></ul>",
            ["The wall is old.", "It is low."],
        ),
        (f"<p>What is planned:</p><ul>{ITEMS}</ul>", ["What is planned:", *TITLES]),
        (f"<h4>{TITLES[0]}</h4>", [TITLES[0]]),
        (f"<h4><a href='https://other.example/1'>{TITLES[0]}</a></h4>", [TITLES[0]]),
    ],
)
def test_lists_and_subheads_of_the_story_are_text(box: str, lines: list[str]) -> None:
    assert [line for line in body(box) if line not in PARAGRAPHS] == lines


def test_a_line_within_its_element_takes_no_other_with_it() -> None:
    page = walked(
        f"<h1>A wall</h1><div>Read also:<br><br>{TITLES[0]}<br><br>{'<br><br>'.join(PARAGRAPHS)}</div>"
    )
    region = find_region(page)
    assert region is not None
    leave_out_labelled_titles(page.blocks, region, URL)
    assert sum(region.holds(block.node) for block in page.blocks) >= len(PARAGRAPHS)


@pytest.mark.parametrize(
    "name", ["subscriber-only", "subscription-content", "abo", "gated-content", "premium"]
)
def test_text_for_subscribers_that_the_page_shows_is_text(name: str) -> None:
    text = "".join(f"<p>{paragraph} {paragraph}</p>" for paragraph in PARAGRAPHS)
    shown = body(f"<div class='{name}'>{text}</div>")
    assert len(shown) == 2 * len(PARAGRAPHS)
    offer = "<p>Daily Plus</p><p>All stories of the Daily for 3 euros a month, and you support our newsroom here.</p>"
    assert body(f"<div class='subscriber'>{offer}</div>") == PARAGRAPHS

"""The headline stands in a lower heading where that is what machines are told, or is named the headline."""

from __future__ import annotations

import pytest

from newscrawler.document import parse_document
from newscrawler.sources.headlines.headline import shown_headline
from newscrawler.sources.headlines.other_headings import named_heading, stated_heading

HEADLINE = "Harbour council votes on the breakwater"
OTHER = "Breakwater of Aldine: how the vote went"
SITE = "Aldine Courier"
URL = "https://courier.example/local/1.html"


def stated(page: str, *told: str) -> str | None:
    found = stated_heading(parse_document(page, URL), told or (HEADLINE,))
    return None if found is None else found[0]


def named(page: str) -> str | None:
    found = named_heading(parse_document(page, URL), (SITE,))
    return None if found is None else found[0]


@pytest.mark.parametrize(
    "heading",
    [
        f"<h2>{HEADLINE}</h2>",
        f"<h3>Local - <span>{HEADLINE}</span></h3>",
        f"<nav><h1>{HEADLINE}</h1></nav><h2>{HEADLINE}</h2>",
        f"<h1><a href=/2>{HEADLINE}</a></h1><h2>{HEADLINE}</h2>",
    ],
)
def test_what_machines_are_told_stands_in_a_lower_heading(heading: str) -> None:
    page = f"<h1>{OTHER}</h1>{heading}<p>Text.</p>"
    assert stated(page) == HEADLINE
    choice = shown_headline(
        parse_document(f"<title>{OTHER} | {SITE}</title>{page}", URL), [("opengraph", HEADLINE)], (SITE,)
    )
    assert choice is not None
    assert choice.text == HEADLINE


@pytest.mark.parametrize(
    "heading",
    [
        f"<h1>{HEADLINE}</h1><h2>{HEADLINE}</h2>",
        f"<h2><a href=/2>{HEADLINE}</a></h2>",
        f"<aside><h2>{HEADLINE}</h2></aside>",
        f"<h2 hidden>{HEADLINE}</h2>",
        f"<h2>{HEADLINE} today</h2>",
        f"<h1>{OTHER}</h1><p>{'The vote went on. ' * 10}</p><h2>{HEADLINE}</h2>",
        f"<p>{HEADLINE}</p>",
    ],
)
def test_what_does_not_stand_there(heading: str) -> None:
    assert stated(heading) is None


def test_a_name_or_a_paragraph_that_is_stated_as_a_headline_is_not_looked_for() -> None:
    assert stated("<h2>Local news</h2>", "Local news") is None
    paragraph = "Learn how a breakwater is built. Our masons know it. " * 4
    assert stated(f"<h2>{paragraph}</h2>", paragraph) is None


def test_a_heading_of_parts_has_the_colon_that_is_stated() -> None:
    told = f"Vote in Aldine: {HEADLINE}"
    heading = f"<h2><span>Vote in Aldine</span> <span>{HEADLINE}</span></h2>"
    assert stated(heading, told) == told
    assert stated(heading, told, HEADLINE) == HEADLINE


@pytest.mark.parametrize(
    "heading",
    [
        "<h1 class=articleTitle>No sweets?</h1>",
        "<h1 class='page entry-title'>No sweets?</h1>",
        "<h2 itemprop=headline>No sweets?</h2>",
        "<h2 class=main-head-hed>No sweets?</h2>",
        "<article><header><div><h2>No sweets?</h2></div></header></article>",
    ],
)
def test_a_heading_that_is_named_the_headline_may_be_short(heading: str) -> None:
    assert named(f"<h1 class=entry-title>{SITE}</h1>{heading}<h2>Why not</h2>") == "No sweets?"
    page = f"<title>{OTHER}</title><h1>{SITE}</h1>{heading}<p>Text.</p><h2>Why not</h2>"
    choice = shown_headline(parse_document(page, URL), [("opengraph", OTHER)], (SITE,))
    assert choice is not None
    assert choice.text == "No sweets?"


@pytest.mark.parametrize(
    "heading",
    [
        "<h1>No sweets?</h1>",
        "<h2 class=entry-title>No sweets?</h2><h2 class=entry-title>No ships?</h2>",
        "<h2 class=entry-title><a href=/2>No sweets?</a></h2>",
        "<header><h2>No sweets?</h2></header>",
        "<h2 class=headlines>No sweets?</h2>",
        "<h2 class=entry-title></h2>",
    ],
)
def test_what_is_not_named_so(heading: str) -> None:
    assert named(heading) is None

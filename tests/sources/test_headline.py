"""The headline is the line of the page on which its own statements agree, without what stands beside it."""

from __future__ import annotations

import pytest

from newscrawler.document import parse_document
from newscrawler.sources.headline import headline_like, shown_headline

HEADLINE = "Harbour council votes on the breakwater"
SITE = "Aldine Courier"
URL = "https://courier.example/local/1.html"


def chosen(page: str, names: tuple[str, ...] = (SITE,)) -> str | None:
    choice = shown_headline(parse_document(page, URL), [], names)
    return choice.text if choice is not None else None


@pytest.mark.parametrize(
    "heading",
    [
        f"<div class=s><span>Sponsored by</span> <a href=//cars.example/>Cars</a></div> {HEADLINE}",
        f"{HEADLINE}&nbsp;<span>04.01.12&nbsp;12:26</span>",
        f"{HEADLINE}<br><small>A second line that says more of it</small>",
        f"<a href=/>Courier</a> 〉 <a href=/local>Local</a> 〉{HEADLINE}",
        f"<span class=kicker>Local</span> {HEADLINE}",
        f"<b>{HEADLINE}</b> <i>12 comments</i>",
        HEADLINE,
    ],
)
@pytest.mark.parametrize(
    "title",
    [
        f"{HEADLINE} | Local | {SITE}",
        f"{HEADLINE} - {SITE}",
        f"{SITE}::: {HEADLINE} / A second line that says more of it / 04.01.12",
    ],
)
def test_what_heading_and_title_have_in_common(title: str, heading: str) -> None:
    assert chosen(f"<title>{title}</title><h1>{heading}</h1><p>Text.</p>") == HEADLINE


@pytest.mark.parametrize(
    "heading",
    [
        f"<h1><a href=/>International Board of Harbours</a></h1><h2>{HEADLINE}</h2>",
        f"<h1>{SITE}</h1><div>{HEADLINE}</div>",
        f"<h1 class=sr-only>{HEADLINE} | International Board of Harbours</h1><h2>{HEADLINE}</h2>",
        f"<h1>{HEADLINE} – {SITE}</h1>",
    ],
)
def test_the_name_of_the_site_is_none(heading: str) -> None:
    title = f"{HEADLINE} | International Board of Harbours"
    assert chosen(f"<title>{title}</title>{heading}<p>Text.</p>") == HEADLINE


def test_a_first_word_that_is_a_name_stays() -> None:
    whole = "Courier Online: four ways to read it"
    assert chosen(f"<title>{whole} | {SITE}</title><h1>{whole}</h1>", ("Courier",)) == whole


def test_a_short_headline_is_the_longest_part_of_the_title() -> None:
    page = "<title>PAPER : Dark times ahead</title><div><a href=/2>Dark times ahead</a></div><div class=t>Dark times ahead</div>"
    assert chosen(page, ()) == "Dark times ahead"


def test_a_section_is_none() -> None:
    page = "<title>Harbour council votes today again | Climate change</title><div>Climate change</div>"
    assert chosen(page, ()) != "Climate change"


def test_a_title_outside_of_the_head_counts_and_one_of_a_drawing_does_not() -> None:
    page = f"<head><x-index><title>{HEADLINE}</title></x-index></head><svg><title>Logo</title></svg><h2>{HEADLINE}</h2>"
    assert chosen(page) == HEADLINE
    assert parse_document("<svg><title>Logo</title></svg>", URL).title is None


def test_a_heading_that_is_worded_apart_is_taken_where_nothing_agrees_better() -> None:
    assert chosen(f"<title>Breakwater: how they voted</title><h1>{HEADLINE}</h1>") == HEADLINE


def test_the_element_of_a_headline_that_no_main_heading_shows() -> None:
    document = parse_document(f"<td><span>{HEADLINE}</span></td><h2>Something else entirely here</h2>", URL)
    found = headline_like(document, HEADLINE)
    assert found is not None
    assert found.text == HEADLINE

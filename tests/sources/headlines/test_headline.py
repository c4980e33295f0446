"""The headline is the line of the page on which its own statements agree, without what stands beside it."""

from __future__ import annotations

import pytest

from newscrawler.document import parse_document
from newscrawler.sources.headlines.headline import element_of, headline_like, shown_headline

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


@pytest.mark.parametrize(
    "heading",
    [
        f"<h1><a href='/local/1.html'><span>0</span>{HEADLINE}</a></h1>",
        f"<h1><span> <span>Local</span> <b>{HEADLINE}</b></span></h1>",
    ],
)
def test_the_pieces_of_a_heading_may_lie_deeper(heading: str) -> None:
    assert chosen(f"<title>{HEADLINE} | {SITE}</title>{heading}<p>Text.</p>") == HEADLINE


def test_a_name_of_two_words_stands_beside_a_call_in_its_heading() -> None:
    heading = "<h1><small>Get that app</small> <span>Harbour Lights</span></h1>"
    assert chosen(f"<title>Harbour Lights | Aldine Apps</title>{heading}<p>Text.</p>") == "Harbour Lights"


def test_a_title_cut_for_search_engines_does_not_shorten_the_heading() -> None:
    page = f"<title>{HEADLINE}</title><h1><span>{HEADLINE} to keep the winter out</span></h1><p>Text.</p>"
    assert chosen(page) == f"{HEADLINE} to keep the winter out"


@pytest.mark.parametrize(
    "subhead",
    ["What is a breakwater?", "The best breakwaters of 2026", "Seven best breakwater stones for 2026"],
)
def test_a_subheading_near_the_title_does_not_win_over_the_only_main_heading(subhead: str) -> None:
    title = f"{subhead.rstrip('?')} - a guide to breakwater stones that last | {SITE}"
    heading = "A guide to the breakwater: stones for harbours that last beyond 2026"
    page = f"<title>{title}</title><h1>{heading}</h1><p>Text.</p><h2>{subhead}</h2><p>More.</p>"
    assert chosen(page) == heading


def test_a_main_heading_of_a_box_further_down_is_not_the_headline() -> None:
    heading = "The best quarters for a ride in Aldine"
    page = (
        f"<title>Where to ride in Aldine | {SITE}</title><h1>{heading}</h1><p>Text.</p>"
        "<div><h1>Next in our guide to outdoors Aldine</h1><h1>These paths hold much to see</h1></div>"
    )
    assert chosen(page) == heading


def test_a_paragraph_set_as_the_main_heading_is_not_the_headline() -> None:
    paragraph = (
        "Learn how a breakwater is built, and which stones are best for it. Our masons have given their "
        "advice for many years. We tell you all that you need to know before the first winter storm."
    )
    page = f"<title>{HEADLINE} | {SITE}</title><h1>{paragraph}</h1><p>Text.</p>"
    assert chosen(page) == HEADLINE


def test_a_box_that_is_named_as_the_section_is_not_the_headline() -> None:
    title = f"Andy Moor: Tidal Songs | Record Reviews | {SITE}"
    page = (
        f"<title>{title}</title><h1><a href=/andy-moor>Andy Moor</a></h1><p>Text.</p><h1>Heard on this record</h1>"
        "<h1>Most Read Record Reviews</h1>"
    )
    document = parse_document(page, URL)
    choice = shown_headline(document, [("opengraph", "Andy Moor: Tidal Songs")], (SITE,))
    assert choice is not None
    assert choice.text == "Andy Moor: Tidal Songs"


def test_a_line_that_repeats_the_whole_title_is_taken_without_the_name_of_the_site() -> None:
    assert chosen(f"<title>{HEADLINE} | {SITE}</title><div>{HEADLINE} | {SITE}</div><p>Text.</p>") == HEADLINE


def test_a_name_before_the_headline_needs_no_sign_between_them() -> None:
    line = "<div>Tidal Songs</div><p>Text.</p>"
    assert chosen(f"<title>{SITE} Tidal Songs</title>{line}") == "Tidal Songs"
    assert chosen(f"<title>{SITE} wins a prize</title>{line}") == f"{SITE} wins a prize"


def test_marks_of_a_tag_in_a_title_are_no_words() -> None:
    assert chosen("<title>Courier : Council votes<BR>on the breakwater</title>", ("Courier",)) == (
        "Council votes on the breakwater"
    )


@pytest.mark.parametrize(
    "tag", ["h2", "h3", "h4", "strong", "b", "font", "td", "div", "span", "p", "center", "dt"]
)
def test_an_element_that_shows_the_headline_where_no_h1_does(tag: str) -> None:
    inner = f"<{tag} id=x>{HEADLINE}</{tag}>"
    around = {"td": f"<table><tr>{inner}</tr></table>", "dt": f"<dl>{inner}</dl>"}.get(tag, inner)
    found = headline_like(parse_document(f"<body>{around}<i>Text.</i></body>", URL), HEADLINE)
    assert found is not None
    assert found.attr("id") == "x"
    hidden = headline_like(parse_document(f"<body><i hidden>{around}</i></body>", URL), HEADLINE)
    assert hidden is None


@pytest.mark.parametrize("tag", ["i", "li", "a", "h5"])
def test_an_element_that_shows_no_headline(tag: str) -> None:
    assert headline_like(parse_document(f"<body><{tag}>{HEADLINE}</{tag}></body>", URL), HEADLINE) is None


def test_letters_that_the_heading_has_lost_are_those_of_the_title() -> None:
    html = "<title>The captain’s new ship sails | Paper</title><h1>The captain?s new ship sails</h1>"
    assert chosen(html, ("Paper",)) == "The captain’s new ship sails"


def test_a_page_without_words_has_no_headline() -> None:
    assert chosen("<body></body>") is None


@pytest.mark.parametrize("tag", ["h1", "h2", "strong"])
def test_the_element_of_a_known_headline(tag: str) -> None:
    page = f"<body><h1>Harbour news</h1><h1 hidden>{HEADLINE}</h1><{tag} id=x>{HEADLINE}</{tag}></body>"
    found = element_of(parse_document(page, URL), HEADLINE)
    assert found is not None
    assert found.attr("id") == "x"
    assert element_of(parse_document(page, URL), "Another headline of other words") is None
    assert element_of(parse_document(page, URL), "") is None


@pytest.mark.parametrize("tag", ["h2", "span"])
def test_how_long_a_line_is_looked_at_for_a_headline(tag: str) -> None:
    for size, found in ((400, True), (401, False)):
        line = ("The harbour council votes on it. " * 20)[: size - 1] + "x"
        document = parse_document(f"<body><{tag}>{line}</{tag}></body>", URL)
        assert (headline_like(document, line) is not None) is found

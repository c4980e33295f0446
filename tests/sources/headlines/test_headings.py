"""The main headings of a page are read with and without what stands beside the headline in them."""

from __future__ import annotations

import pytest

from newscrawler.document import parse_document
from newscrawler.document.node import first
from newscrawler.sources.headlines.headings import leads_elsewhere, main_headings, pieces, text_of

SITE = "Aldine Courier"
URL = "https://courier.example/local/1.html"


def texts(page: str) -> list[str]:
    return [heading.text for heading in main_headings(parse_document(page, URL), (SITE,))]


def test_a_heading_is_read_with_its_kicker_and_without() -> None:
    assert texts("<h1><span class=kicker>Local</span> Council votes</h1>") == [
        "Local Council votes",
        "Council votes",
    ]


@pytest.mark.parametrize(
    "heading",
    [
        f"<h1>{SITE}</h1>",
        "<h1 class=sr-only>Council votes</h1>",
        "<h1> </h1>",
        f"<h1>{'One more. ' * 20}</h1>",
    ],
)
def test_no_headline_is_the_name_of_the_site_or_hidden_or_empty_or_a_paragraph(heading: str) -> None:
    assert texts(heading) == []


@pytest.mark.parametrize(("href", "is_linked"), [("/other", True), (URL, False), ("", False)])
def test_a_heading_that_leads_to_another_page_says_so(href: str, is_linked: bool) -> None:
    document = parse_document(f"<h1><a href='{href}'>Council votes</a></h1>", URL)
    assert [heading.is_linked for heading in main_headings(document, ())] == [is_linked]


@pytest.mark.parametrize(
    ("heading", "parts"),
    [
        ("<h1>Council votes</h1>", ["Council votes"]),
        ("<h1><span> <b>Local</b> Council <br>votes</span><br></h1>", ["Local", " Council ", "votes"]),
        ("<h1><a href=/><i></i>Council votes</a></h1>", ["Council votes"]),
    ],
)
def test_the_pieces_are_those_of_the_first_element_that_has_several(heading: str, parts: list[str]) -> None:
    (element,) = parse_document(heading, URL).elements_of("h1")
    assert [text_of(node) for node in pieces(element)] == parts


def test_a_line_behind_the_rest_is_no_kicker_whatever_its_name() -> None:
    line = "<span>Ships for Orsa<i class=visually-hidden>:</i></span> <span class=topline>The council goes to court</span>"
    assert texts(f"<h1>{line}</h1>") == ["Ships for Orsa: The council goes to court"]


@pytest.mark.parametrize("name", ["article-head-dek", "standfirst", "subtitle", "sub-headline"])
def test_a_standfirst_set_as_a_main_heading_is_none(name: str) -> None:
    assert texts(f"<h1 class={name}>The council votes again today</h1>") == []


@pytest.mark.parametrize(
    ("heading", "elsewhere"),
    [
        ("<h2><a href=/other>The council votes</a></h2>", True),
        ("<a href=/other><h2>The council votes</h2></a>", True),
        ("<h2><a href={own}>The council votes</a></h2>", False),
        ("<a href={own}><h2>The council votes</h2></a>", False),
        ("<h2><a>The council votes</a></h2>", False),
        ("<h2>The council votes</h2><a href=/other>More</a>", False),
    ],
)
def test_a_heading_that_leads_elsewhere(heading: str, *, elsewhere: bool) -> None:
    document = parse_document(f"<body>{heading.format(own=URL)}</body>", URL)
    element = first(document.root, "h2")
    assert element is not None
    assert leads_elsewhere(document, element) is elsewhere


@pytest.mark.parametrize(
    ("heading", "text"),
    [
        ("<span>Harbour</span><span>Board shuts slipway</span>", "Harbour Board shuts slipway"),
        ("<b><i>Harbour</i></b><span><u>Board</u> shuts</span>", "Harbour Board shuts"),
        ("<span>C</span><span>ouncil votes</span>", "Council votes"),
        ("<span>Mc</span>Arthur votes", "McArthur votes"),
        ("<em>Council</em><span>s vote</span>", "Councils vote"),
    ],
)
def test_two_elements_beside_each_other_are_words_apart(heading: str, text: str) -> None:
    assert texts(f"<h1>{heading}</h1>") == [text]


def test_the_sign_by_which_readers_copy_the_place_is_no_part() -> None:
    assert texts("<h1>Council votes<a href='#c'>¶</a></h1>") == ["Council votes"]


def test_a_heading_that_is_a_picture_has_the_words_of_the_picture() -> None:
    assert texts("<h1><img alt='The council votes again today'></h1>") == ["The council votes again today"]


@pytest.mark.parametrize(
    "heading", ["<img alt='Courier'>", "<a href='/'><img alt='The council votes again'></a>"]
)
def test_a_picture_with_a_name_or_a_link_is_no_headline(heading: str) -> None:
    assert texts(f"<h1>{heading}</h1>") == []

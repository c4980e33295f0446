"""Edges of rows: attributes that lead somewhere, names of components, what shares, pages that a form leads to."""

from __future__ import annotations

import json

import pytest

from newscrawler.bounds import DEFAULT
from newscrawler.discovery.listed_link import ListingPage
from newscrawler.discovery.rows.html_rows import _time, declared_next_page
from newscrawler.discovery.rows.scripted_rows import scripted_rows
from newscrawler.discovery.rows.stated_rows import add_stated_rows
from newscrawler.document import parse_document

URL = "https://press.example/world"
STORY = "/2026/05/04/harbour-opens-again"
TITLE = "The harbour opens again after the storm"


def rows(body: str) -> list[tuple[str, str]]:
    root = parse_document(f"<body>{body}</body>", URL).root
    return [(place, headline) for _, place, headline in scripted_rows(root)]


@pytest.mark.parametrize("name", [
    "data-href", "data-url", "data-link", "data-link-url", "data-permalink", "data-target-url", "data-article-url",
    "data-story-url",
])  # fmt: skip
def test_each_attribute_that_leads_to_a_story(name: str) -> None:
    assert rows(f"<div {name}='{STORY}'>{TITLE}</div>") == [(STORY, TITLE)]
    assert rows(f"<div {name}=''>{TITLE}</div>") == []


@pytest.mark.parametrize("name", ["href", "url", "link", "to"])
def test_each_attribute_of_a_component(name: str) -> None:
    assert rows(f"<news-card {name}='{STORY}'>{TITLE}</news-card>") == [(STORY, TITLE)]
    assert rows(f"<div {name}='{STORY}'>{TITLE}</div>") == []


@pytest.mark.parametrize("name", ["headline", "title", "heading", "label"])
def test_each_attribute_that_says_a_headline(name: str) -> None:
    assert rows(f"<news-card href='{STORY}' {name}='{TITLE}'></news-card>") == [(STORY, TITLE)]
    assert rows(f"<news-card href='{STORY}' {name}='{'a' * 301}'></news-card>") == [(STORY, "a" * 300)]


@pytest.mark.parametrize("tag", ["h1", "h2", "h3", "h4", "h5", "h6"])
def test_each_heading_of_a_row(tag: str) -> None:
    within = f"<div data-href='{STORY}'><{tag}>Quay</{tag}><p>{TITLE} {TITLE}</p></div>"
    around = f"<{tag}><span data-href='{STORY}'>Quay</span></{tag}>"
    assert rows(within) == rows(around) == [(STORY, "Quay")]


@pytest.mark.parametrize(
    "word",
    ["share", "login", "log-in", "signin", "sign-in", "signup", "sign-up", "subscribe", "mailto", "print"],
)
def test_a_place_that_is_a_service(word: str) -> None:
    for text in (word, word.upper()):
        assert rows(f"<div data-href='/{text}{STORY}'>{TITLE}</div>") == []


@pytest.mark.parametrize("word", ["share", "social", "comment", "print", "mailto", "fb-like", "twitter"])
def test_a_class_that_shares(word: str) -> None:
    for text in (word, word.upper()):
        assert rows(f"<div class={text} data-href='{STORY}'>{TITLE}</div>") == []


@pytest.mark.parametrize("word", ["api", "ajax", "json", "graphql", "widget", "widgets"])
def test_a_place_of_data(word: str) -> None:
    short = "Quay opens"
    assert rows(f"<div data-href='{STORY}'>{short}</div>") == [(STORY, short)]
    for text in (word, word.upper()):
        assert rows(f"<div data-href='/{text}{STORY}'>{short}</div>") == []
    assert rows(f"<div data-href='{STORY}'>Quay</div>") == []


@pytest.mark.parametrize(("size", "is_row"), [(2000, True), (2001, False)])
def test_the_longest_row(size: int, is_row: bool) -> None:
    text = (TITLE + " ").ljust(size - 1, "a") + "b"
    assert bool(rows(f"<div data-href='{STORY}'>{text}</div>")) == is_row


def test_a_row_that_a_plain_link_leads_to() -> None:
    assert rows(f"<a href='{STORY}'><div data-href='{STORY}'>{TITLE}</div></a>") == []
    assert rows(f"<div data-href='{STORY}'><a href='{STORY}'>{TITLE}</a></div>") == []
    assert rows(f"<div data-href='{STORY}'><a href='#top'>{TITLE}</a></div>") == [(STORY, TITLE)]
    assert rows(f"<div data-href='{STORY}'><a href='javascript:x()'>{TITLE}</a></div>") == [(STORY, TITLE)]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("493926020", "1985-08-26T17:40:20+00:00"),
        ("49392602", "49392602"),
        ("1493926020", "2017-05-04T19:27:00+00:00"),
        ("1493926020000", "2017-05-04T19:27:00+00:00"),
        ("14939260200000", "14939260200000"),
        ("999999999999", "2001-09-09T01:46:39+00:00"),
        ("100000000000", None),
        ("4 May 2017", "4 May 2017"),
        ("", ""),
    ],
)
def test_a_time_in_seconds(text: str, value: str | None) -> None:
    found = _time(text, None)
    assert (found if found is None or found == text else found.replace("Z", "+00:00")) == value


def next_page(body: str, selector: str = ".next") -> str | None:
    root = parse_document(f"<body>{body}</body>", URL).root
    return declared_next_page(root, URL, selector, DEFAULT)


def test_the_next_page_of_a_link_or_of_a_form() -> None:
    assert next_page("<a class=next href='?page=2'>2</a>") == f"{URL}?page=2"
    assert next_page("<a class=next href='/world'>1</a><a class=next href='?page=2'>2</a>") == f"{URL}?page=2"
    form = "<form action=/world><input type=hidden name=page value=3><button class=next>More</button></form>"
    assert next_page(form) == f"{URL}?page=3"
    assert next_page("<a class=next href='?page=2'>2</a>" + form) == f"{URL}?page=2"
    assert next_page(form + "<a class=next href='?page=2'>2</a>") == f"{URL}?page=3"
    assert next_page("<a class=next>2</a>") is None


@pytest.mark.parametrize(("count", "found"), [(3, 3), (2, 0)])
def test_how_many_rows_make_a_list(count: int, found: int) -> None:
    entries = [{"url": f"{STORY}-{number}", "title": f"{TITLE} {number}"} for number in range(count)]
    data = "".join(f"<script type=application/json>{json.dumps(entry)}</script>" for entry in entries)
    page = ListingPage()
    add_stated_rows(page, parse_document(f"<body>{data}</body>", URL), URL, ("press.example",), DEFAULT)
    assert len(page.links) + len(page.candidates) == found

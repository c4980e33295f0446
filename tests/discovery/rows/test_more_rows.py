"""Rows behind a button for more may come in any form; where the rows after them are."""

from __future__ import annotations

import json

import pytest

from newscrawler.discovery.answer import Answer
from newscrawler.discovery.listing import Listing
from newscrawler.discovery.rows.more_rows import read_more
from newscrawler.discovery.scope import Scope
from newscrawler.discovery.undeclared import FrontPageDiscovery

URL = "https://paper.example/"
DOMAINS = ("paper.example",)


@pytest.mark.parametrize(
    "data",
    [
        {"items": [{"title": "The quay opens again", "url": "/2026/11/23/quay"}]},
        [{"headline": "The quay opens again", "link": "https://paper.example/2026/11/23/quay"}],
        {"data": {"list": [{"node": {"title": {"rendered": "The quay"}, "path": "/2026/11/23/quay"}}]}},
        {"html": "<ul><li><a href=/2026/11/23/quay>The quay opens again</a></ul>"},
    ],
)
def test_rows_in_json_of_any_form(data: object) -> None:
    page = read_more(json.dumps(data).encode(), f"{URL}api?offset=10", DOMAINS, 10)
    assert [link.url for link in page.links] == [f"{URL}2026/11/23/quay"]
    assert page.links[0].headline
    assert page.next_page == f"{URL}api?offset=11"


def test_what_json_says_of_a_row_and_of_its_next_page() -> None:
    rows = [
        {"title": "Quay", "url": "/i/ab1c", "published_at": "2026-11-23T10:00:00+01:00"},
        {"title": "Ours", "url": "https://other.example/i/1"},
        {"name": "Harbour", "id": 7},
    ]
    body = json.dumps({"rows": rows, "next": "/api/rows?after=ab1c"}).encode()
    page = read_more(body, f"{URL}api/rows", DOMAINS, 10)
    assert page.links == []
    (found,) = page.candidates
    assert (found.link.url, found.link.published_at) == (f"{URL}i/ab1c", "2026-11-23T10:00:00+01:00")
    assert page.next_page == f"{URL}api/rows?after=ab1c"


def test_a_part_of_a_page() -> None:
    page = read_more(b"<li><a href=/2026/11/23/quay>The quay</a>", f"{URL}rows?page=2", DOMAINS, 10)
    assert [link.url for link in page.links] == [f"{URL}2026/11/23/quay"]
    assert page.next_page == f"{URL}rows?page=3"


def test_no_rows_are_the_end() -> None:
    assert read_more(b'{"items": []}', f"{URL}api?offset=40", DOMAINS, 40).next_page is None
    assert read_more(b"", f"{URL}api?offset=40", DOMAINS, 40).next_page is None


def test_a_pager_that_cannot_be_found_is_said() -> None:
    discovery = FrontPageDiscovery(Scope(URL, DOMAINS), URL)
    found = discovery.read(
        Answer(URL, b"<a href=/2026/11/23/quay>The quay opens</a>"),
        Listing("section", "harbour", URL, "links"),
    )
    assert found.only_first


def test_a_front_page_goes_on_behind_its_button_and_misses_nothing_that_is_not_there() -> None:
    discovery = FrontPageDiscovery(Scope(URL, DOMAINS), URL)
    listing = Listing("index", None, URL, "front")
    html = b"<a href=/2026/11/23/quay>The quay opens</a><button data-url=/api?offset=1>+</button>"
    found = discovery.read(Answer(URL, html), listing)
    assert found.next is not None
    assert found.next.url == f"{URL}api?offset=1"
    assert listing.format == "more"
    failed = discovery.failed(listing, "http-500", missing=False)
    assert failed.problem is not None
    assert not failed.problem.is_failure


ATTRIBUTES = (
    "data-url", "data-href", "data-next", "data-next-url", "data-next-page", "data-more", "data-more-url",
    "data-load-more", "data-load-more-url", "data-endpoint", "data-api", "data-api-url", "data-ajax-url",
    "data-ajax", "data-path", "data-source", "hx-get",
)  # fmt: skip


@pytest.mark.parametrize(
    "name",
    ["url", "link", "href", "permalink", "path", "web_url", "webUrl", "canonical_url", "canonicalUrl", "uri"],
)
@pytest.mark.parametrize("title", ["title", "headline", "name", "heading", "header"])
def test_names_of_a_rows_url_and_headline(name: str, title: str) -> None:
    row = {title: "The quay opens again", name: "/2026/11/23/quay"}
    (link,) = read_more(json.dumps([row]).encode(), f"{URL}api?page=2", DOMAINS, 10).links
    assert (link.url, link.headline) == (f"{URL}2026/11/23/quay", "The quay opens again")


@pytest.mark.parametrize(
    "name", ["published_at", "publishedAt", "date_published", "datePublished", "pubDate", "published", "date"]
)
def test_names_of_a_rows_time(name: str) -> None:
    row = {"title": "The quay opens again", "url": "/2026/11/23/quay", name: "2026-11-23T10:00:00+01:00"}
    (link,) = read_more(json.dumps([row]).encode(), f"{URL}api?page=2", DOMAINS, 10).links
    assert link.published_at == "2026-11-23T10:00:00+01:00"


@pytest.mark.parametrize(
    "name", ["next", "next_url", "nextUrl", "next_page_url", "nextPageUrl", "more", "more_url", "loadMoreUrl"]
)
def test_names_of_the_next_page(name: str) -> None:
    data = {"items": [{"title": "The quay opens again", "url": "/2026/11/23/quay"}], name: "/api/more/3"}
    assert (
        read_more(json.dumps(data).encode(), f"{URL}api?page=2", DOMAINS, 10).next_page == f"{URL}api/more/3"
    )


@pytest.mark.parametrize(
    ("url", "said", "following"),
    [
        ("api?offset=10", {"next": None}, None),
        ("api?offset=10", {"meta": {"has_more": False}}, None),
        ("api?offset=10", {"isLast": True}, None),
        ("api?offset=10", {"hasMore": True}, "api?offset=11"),
        ("api?cursor=a", {"nextCursor": "b=c"}, "api?cursor=b%3Dc"),
        ("api?in=world", {"page_info": {"end_cursor": "b"}}, "api?in=world&cursor=b"),
        ("api?after=a", {"data": {"after": "b/c="}}, "api?after=b%2Fc%3D"),
        ("api?after=a", {"data": {"after": None, "hasMore": False}}, None),
        ("api?cursor=a", {"next_cursor": "", "hasMore": False}, None),
        ("api?page=2", {"next_cursor": "b"}, "api?page=3"),
    ],
)
def test_an_answer_says_how_it_goes_on(url: str, said: dict[str, object], following: str | None) -> None:
    rows = {"rows": [{"title": "The quay opens again", "url": "/2026/11/23/quay", "next": None}]}
    page = read_more(json.dumps(rows | said).encode(), URL + url, DOMAINS, 10)
    assert len(page.links) == 1
    assert page.next_page == (URL + following if following else None)


NEXT = ["next", "next_url", "nextUrl", "next_page_url", "nextPageUrl", "more", "more_url", "loadMoreUrl"]


NO_MORE = ["has_more", "hasMore", "has_next", "hasNext", "has_more_page", "hasNextPage"]


LAST = [
    "is_last",
    "isLast",
    "last_page",
    "is_last_page",
    "isLastPage",
    "is_end",
    "isEnd",
    "list_end",
    "last_page_reached",
]


@pytest.mark.parametrize(
    ("name", "value", "ends"),
    [
        *((name, value, True) for name in NEXT for value in (None, False, "")),
        *((name, "/api?offset=20", False) for name in NEXT),
        *((name, value, value is False) for name in NO_MORE for value in (False, True, None)),
        *(
            (name, value, value is True)
            for name in sorted(set(LAST) - {"last_page"})
            for value in (True, False, None)
        ),
        ("last_page", True, False),
        ("next_story", None, False),
    ],
)
def test_each_way_to_say_that_nothing_follows(name: str, value: object, *, ends: bool) -> None:
    rows = [{"title": "The quay opens again", "url": "/2026/11/23/quay"}]
    page = read_more(json.dumps({"rows": rows, name: value}).encode(), URL + "api?offset=10", DOMAINS, 10)
    assert page.ended is ends
    assert (page.next_page is None) is ends

"""JSON Feed."""

from __future__ import annotations

import json
from typing import Any

import pytest

from newscrawler.discovery.feeds.json_feed import read_json_feed
from newscrawler.discovery.listed_link import ListedLink

URL = "https://news.example.org/feed.json"


def feed(*items: Any, **values: Any) -> bytes:
    return json.dumps({"version": "https://jsonfeed.org/version/1.1", "items": items, **values}).encode()


def test_an_item_whole() -> None:
    item = {
        "id": "1", "url": "/1", "title": "Tom &amp; <b>Jerry</b>", "summary": "They run.",
        "tags": ["a", 7, "b"],
        "date_published": "2026-11-23T10:00:00Z", "language": "de-DE",
    }  # fmt: skip
    page = read_json_feed(feed(item, next_url="/feed.json?page=2", language="en"), URL)
    assert page.links == [
        ListedLink(
            "https://news.example.org/1", 1, "Tom & Jerry", "2026-11-23T10:00:00+00:00", None, "They run.",
            ["a", "b"], "de",
        )
    ]  # fmt: skip
    assert page.next_page == "https://news.example.org/feed.json?page=2"


@pytest.mark.parametrize(
    ("item", "url"),
    [
        ({"id": "https://news.example.org/1"}, "https://news.example.org/1"),
        ({"id": "7", "external_url": "https://other.example/1"}, "https://other.example/1"),
        ({"id": "7"}, None),
        ({"url": 7}, None),
        ("text", None),
    ],
)
def test_links(item: Any, url: str | None) -> None:
    assert [link.url for link in read_json_feed(feed(item), URL).links] == ([url] if url else [])


@pytest.mark.parametrize("body", [b"{", b"[]", b"{}", b'{"items": 1}', b"[" * 100_000])
def test_no_feed(body: bytes) -> None:
    assert read_json_feed(body, URL).broken


def test_a_lead_goes_without_where_the_article_stood_first() -> None:
    note = "<p>It <a href='/1'>stands</a> at <a href='https://news.example.org'>News</a>.</p>"
    for url, lead in (("/1", "They run."), ("/2", None)):
        page = read_json_feed(feed({"url": url, "title": "T", "summary": f"<p>They run.</p>{note}"}), URL)
        assert [link.lead for link in page.links] == [lead]

"""A listing that is gone, changed or read in part is noticed by the run, even if others showed articles."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from tests.crawl import Crawl, crawl
from tests.hostile.hostile_server import SITE, HostileNewsroom, article, http

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

pytestmark = pytest.mark.slow

FRONT = http(200, b'<a class="article" href="/news/1">x</a>')


@pytest.fixture
def room() -> Iterator[HostileNewsroom]:
    with HostileNewsroom() as room:
        room.routes = {f"/news/{number}": http(200, article(number)) for number in (1, 2, 3)}
        yield room


def run(
    spider: str, room: HostileNewsroom, output: Path, settings: dict[str, str] | None = None, **arguments: str
) -> Crawl:
    allowed = {"SPIDER_MODULES": "tests.hostile.gazette", "ALLOWED_PRIVATE_HOSTS": f"{SITE}:{room.port}"}
    return crawl(
        spider, output, {"RETRY_TIMES": "0", **allowed, **(settings or {})}, site_url=room.site, **arguments
    )


def rows(*found: dict[str, Any]) -> bytes:
    return http(200, json.dumps({"items": found}).encode(), "Content-Type: application/json")


def test_all_sections_are_gone(room: HostileNewsroom, tmp_path: Path) -> None:
    found = run("gazette", room, tmp_path)
    assert found.code == 1
    assert "none of the sections could be read (/: answers 404)" in found.stderr
    asked_for = run("gazette", room, tmp_path, sections="front")
    assert asked_for.code == 1  # a run that got nothing is never good
    assert "the site has no such page" in asked_for.stderr


@pytest.mark.parametrize(
    ("answer", "failed"),
    [
        (rows({"link": "/news/2", "title": "Two"}), {}),
        (rows({"link": "", "title": "An advertisement"}, {"link": "/news/2"}), {}),
        (rows(), {}),
        (rows({"href": "/news/2", "title": "Two"}), {"changed_json": 1}),
        (http(200, b"<html>", "Content-Type: application/json"), {"not_json": 1}),
        (http(404), {"http-404": 1}),
    ],
    ids=["as declared", "with an advertisement", "empty", "link renamed", "a page", "gone"],
)
def test_a_json_listing(answer: bytes, failed: dict[str, int], room: HostileNewsroom, tmp_path: Path) -> None:
    room.routes |= {"/": FRONT, "/rows": answer}
    found = run("json_gazette", room, tmp_path)
    assert found.runs[0]["listings_failed"] == failed
    assert found.code == (3 if failed else 0)
    assert "Story 1" in [line["headline"] for line in found.lines]


@pytest.mark.parametrize(
    ("items", "failed"),
    [
        ("<item><link>{site}/news/2</link></item>", {}),
        ("<item><address>{site}/news/2</address></item>", {"no_links": 1}),
        ("", {"no_links": 1}),
    ],
    ids=["as usual", "without links", "empty"],
)
def test_a_feed(items: str, failed: dict[str, int], room: HostileNewsroom, tmp_path: Path) -> None:
    feed = f"<rss><channel><title>Gazette</title>{items.format(site=room.site)}</channel></rss>"
    room.routes["/feed.xml"] = http(200, feed.encode(), "Content-Type: application/rss+xml")
    found = run("feed_gazette", room, tmp_path)
    assert found.runs[0]["listings_failed"] == failed
    assert found.code == (1 if failed else 0)


def test_an_index_of_topics_that_fails(room: HostileNewsroom, tmp_path: Path) -> None:
    home = b'<a href="/topics/harbour">Harbour</a>'
    room.routes |= {"/": http(200, home), "/topics": http(500), "/topics/harbour": FRONT}
    found = run("json_gazette", room, tmp_path, topics="all")
    assert [line["headline"] for line in found.lines] == ["Story 1"]
    assert found.runs[0]["listings_failed"] == {"http-500": 1}
    assert found.code == 3
    room.routes["/topics"] = http(404)
    named = run("json_gazette", room, tmp_path, topics="harbour")
    assert named.code == 0


def test_a_page_with_more_links_than_are_looked_at(room: HostileNewsroom, tmp_path: Path) -> None:
    three = "".join(f'<a class="article" href="/news/{number}">x</a>' for number in (1, 2, 3))
    room.routes["/"] = http(200, three.encode())
    found = run("gazette", room, tmp_path, {"PAGE_MAX_LINKS": "2"})
    assert len(found.lines) == 2
    assert "beyond PAGE_MAX_LINKS" in found.stderr


@pytest.mark.parametrize(
    ("arguments", "line"),
    [
        ({"source": "feed"}, "source=feed: this site declares no feeds"),
        ({"source": "sitemap"}, "source=sitemap: this site declares no sitemaps"),
        ({"topics": "harbour"}, "topics=: this site has no topic pages"),
        ({"query": "harbour"}, "query=: this site has no search that can be asked"),
    ],
    ids=lambda value: next(iter(value), "") if isinstance(value, dict) else "",
)
def test_what_the_site_does_not_have_is_a_wrong_argument(
    arguments: dict[str, str], line: str, room: HostileNewsroom, tmp_path: Path
) -> None:
    room.routes["/"] = FRONT
    found = run("gazette", room, tmp_path, **arguments)
    assert found.code == 2
    assert found.stderr.splitlines()[-1] == f"gazette: {line}"
    assert not found.lines

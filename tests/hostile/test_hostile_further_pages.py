"""An article that goes on from page to page is a line when all of its pages have been read, and no line
otherwise."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.crawl import Crawl, crawl
from tests.hostile.hostile_server import SITE, HostileNewsroom, article, http

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

pytestmark = pytest.mark.slow


@pytest.fixture
def room() -> Iterator[HostileNewsroom]:
    with HostileNewsroom() as room:
        yield room


def crawl_gazette(room: HostileNewsroom, output: Path, **settings: str) -> Crawl:
    settings |= {"SPIDER_MODULES": "tests.hostile.gazette", "ALLOWED_PRIVATE_HOSTS": f"{SITE}:{room.port}"}
    return crawl("gazette", output, {"RETRY_TIMES": "0", **settings}, site_url=room.site)


def front(*paths: str) -> bytes:
    return http(200, "".join(f'<a class="article" href="{path}">x</a>' for path in paths).encode())


def going_on(number: int, following: str) -> bytes:
    return http(200, article(number, f'<link rel="next" href="{following}">'))


def pages_of(crawled: Crawl) -> dict[str, list[int]]:
    """Headline -> numbers of the pages whose end is in the body."""
    return {
        line["headline"]: [n for n in range(1, 10) if f"End of {n}." in line["body"]]
        for line in crawled.lines
    }


def test_the_next_story_is_no_further_page(room: HostileNewsroom, tmp_path: Path) -> None:
    """``rel=next`` of a blog leads to the next post: two stories would become one."""
    room.routes = {
        "/news/1-first-post": going_on(1, "/news/2-second-post"),
        "/news/2-second-post": going_on(2, "/news/2-second-post-2"),
        "/news/2-second-post-2": going_on(3, "/news/4-long/"),
        "/news/4-long/": going_on(4, "/news/4-long/2/"),
        "/news/4-long/2/": going_on(5, "/news/4-long/?page=3"),
        "/news/4-long/?page=3": http(200, article(6)),
        "/": front("/news/1-first-post", "/news/4-long/"),
    }
    assert pages_of(crawl_gazette(room, tmp_path)) == {"Story 1": [1], "Story 4": [4, 5, 6]}


def test_a_page_that_leads_back_is_the_end(room: HostileNewsroom, tmp_path: Path) -> None:
    room.routes = {
        "/news/1-first/": going_on(1, "/news/1-first/2/"),
        "/news/1-first/2/": http(302, b"", "Location: /news/1-first/"),
        "/news/3-third/": going_on(3, "/news/3-third/2/"),
        "/news/3-third/2/": going_on(4, "/news/3-third/"),
        "/": front("/news/1-first/", "/news/3-third/"),
    }
    assert pages_of(crawl_gazette(room, tmp_path)) == {"Story 1": [1], "Story 3": [3, 4]}


def test_an_article_of_more_pages_than_are_read_is_set_aside_and_tried_again(
    room: HostileNewsroom, tmp_path: Path
) -> None:
    room.routes = {
        "/news/1-long/": going_on(1, "/news/1-long/2/"),
        "/news/1-long/2/": going_on(2, "/news/1-long/3/"),
        "/news/1-long/3/": http(200, article(3)),
        "/news/4-longer/": going_on(4, "/news/4-longer/2/"),
        "/news/4-longer/2/": going_on(5, "/news/4-longer/3/"),
        "/news/4-longer/3/": going_on(6, "/news/4-longer/4/"),
        "/news/4-longer/4/": http(200, article(7)),
        "/": front("/news/1-long/", "/news/4-longer/"),
    }
    crawled = crawl_gazette(room, tmp_path, ARTICLE_MAX_PAGES="3")
    assert pages_of(crawled) == {"Story 1": [1, 2, 3]}
    (aside,) = crawled.rejected
    assert aside["reason"] == "too_many_pages"
    assert aside["detail"].endswith("ARTICLE_MAX_PAGES")
    assert aside["requested_url"].endswith("/news/4-longer/")
    assert crawled.runs[-1]["rejected"] == {"too_many_pages": 1}
    assert not any(asked.path == "/news/4-longer/4/" for asked in room.asked)
    again = crawl_gazette(room, tmp_path, ARTICLE_MAX_PAGES="0", BACK_OFF="False")
    assert pages_of(again) == {"Story 1": [1, 2, 3], "Story 4": [4, 5, 6, 7]}


def test_an_article_whose_further_page_is_no_article_is_no_line(
    room: HostileNewsroom, tmp_path: Path
) -> None:
    room.routes = {
        "/news/1-checked/": going_on(1, "/news/1-checked/2/"),
        "/news/1-checked/2/": http(200, b"<title>Just a moment...</title><p>Checking your browser."),
        "/news/3-printed/": going_on(3, "/news/3-printed/2/"),
        "/news/3-printed/2/": http(200, b"%PDF-1.7", "Content-Type: application/pdf"),
        "/news/5-gone/": going_on(5, "/news/5-gone/2/"),
        "/": front("/news/1-checked/", "/news/3-printed/", "/news/5-gone/"),
    }
    crawled = crawl_gazette(room, tmp_path)
    assert not crawled.lines
    run = crawled.runs[-1]
    assert run["refused"] == {"page-2-challenge": 1}
    assert run["rejected"] == {"page-2-not_html": 1}
    assert run["failed"] == {"page-2-http-404": 1}
    for path, number in (("/news/1-checked/2/", 2), ("/news/3-printed/2/", 4), ("/news/5-gone/2/", 6)):
        room.routes[path] = http(200, article(number))
    again = crawl_gazette(room, tmp_path, BACK_OFF="False")
    assert pages_of(again) == {"Story 1": [1, 2], "Story 3": [3, 4], "Story 5": [5, 6]}

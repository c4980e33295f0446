"""Traps are recognised by the shape of addresses; ordinary addresses have none, and no request of theirs is lost."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scrapy import Request
from scrapy.http import HtmlResponse
from scrapy.statscollectors import MemoryStatsCollector
from scrapy.utils.test import get_crawler

from newscrawler.items import ListedArticle
from newscrawler.run.account import account_of
from newscrawler.spidermiddlewares.traps import AvoidTraps, barren_of, repeats, shape, without_session

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

ORDINARY = [
    "https://example.org/",
    "https://example.org/politics/1107890",
    "https://example.org/2026/11/11/eleven-elevens-in-a-row",
    "https://example.org/news/2011/11/11/11/11",
    "https://example.org/article.php?id=7&p=2",
    "https://example.org/world/europe/france/paris/2026/story-of-a-city-123456.html",
    "https://example.org/amp/news/amp/story",
    "https://example.org/s/2f3a9b1c4d5e6f708192a3b4c5d6e7f8/photo.html",
    "https://example.org/новости/мир/1",
    "https://example.org/a/a/story",
]


@pytest.mark.parametrize("url", ORDINARY)
def test_ordinary_addresses_are_no_traps(url: str) -> None:
    assert not repeats(url)
    assert without_session(url) is None


@pytest.mark.parametrize(
    "url",
    [
        "http://x/a/a/a/",
        "http://x/a/b/a/b/a/b",
        "http://x/n/calendar/view/calendar/view/calendar/view",
        "http://x/a//a//a",
    ],
)
def test_growing_paths(url: str) -> None:
    assert repeats(url)


@pytest.mark.parametrize(
    ("url", "plain"),
    [
        ("http://x/(S(abcdefgh0123456789abcdef))/news/1", "http://x/news/1"),
        ("http://x/news/1;jsessionid=ABCDEF0123456789", "http://x/news/1"),
        ("http://x/news/1;jsessionid=AB12?page=2", "http://x/news/1?page=2"),
        ("http://x/sid-0123456789abcdef/news/1", "http://x/news/1"),
    ],
)
def test_sessions(url: str, plain: str) -> None:
    assert without_session(url) == plain


def test_one_shape() -> None:
    assert (
        len(
            {
                shape(f"http://x/calendar/{year}/{month}?v={year}")
                for year in (1999, 2026)
                for month in (1, 12)
            }
        )
        == 1
    )
    assert (
        len({shape(f"http://x/a/{slug}") for slug in ("one-two-three-4", "five-six-seven", "a-b-c-d-e")}) == 1
    )
    assert shape("http://x/sport") != shape("http://x/world") != shape("http://x/world?a=1")


@given(st.text(max_size=200))
def test_any_path(path: str) -> None:
    url = "http://example.org/" + path.replace("?", "").replace("#", "")
    try:
        urlsplit(url)
    except ValueError:
        return
    repeats(url)
    shape(url)
    without_session(url)


@pytest.mark.timeout(5)
@pytest.mark.parametrize("part", ["a/", "1/", "a-", "-_", "0a", "(S(", ";sid=", "/"])
def test_long_addresses_take_no_time(part: str) -> None:
    url = "http://x/" + part * 1000
    for _ in range(20):
        repeats(url)
        shape(url)
        without_session(url)


LISTING = Request("https://press.example/politics", meta={"page_kind": "section"})


def avoid_traps() -> AvoidTraps:
    crawler = get_crawler()
    crawler.stats = MemoryStatsCollector(crawler)
    return AvoidTraps.from_crawler(crawler)


def story(number: int) -> Request:
    url = f"https://press.example/politics/{number}"
    return Request(url, meta={"page_kind": "article", "listed": ListedArticle(url, str(number))})


async def each(*outputs: Any) -> AsyncIterator[Any]:
    for output in outputs:
        if isinstance(output, Exception):
            raise output
        yield output


async def test_what_a_listing_gave_before_its_callback_broke_is_not_lost() -> None:
    middleware, stories = avoid_traps(), [story(1), story(2)]
    barren = barren_of(middleware.crawler)
    barren["listing"] = 7
    output = middleware.process_spider_output(
        HtmlResponse(LISTING.url, request=LISTING), each(*stories, ValueError("it broke"))
    )
    assert [await anext(output), await anext(output)] == stories
    with pytest.raises(ValueError, match="broke"):
        await anext(output)
    assert not barren["listing"], "it showed articles that are new in the run"


async def test_requests_of_a_listing_wait_until_it_has_been_judged_and_items_do_not() -> None:
    middleware, item = avoid_traps(), {"an": "item"}
    barren = barren_of(middleware.crawler)
    barren["listing"] = 7
    output = middleware.process_spider_output(
        HtmlResponse(LISTING.url, request=LISTING), each(story(1), item, story(2))
    )
    assert await anext(output) is item
    assert barren["listing"] == 7
    assert [request.url async for request in output] == [story(1).url, story(2).url]
    assert not barren["listing"]


@pytest.mark.parametrize("meta", [LISTING.meta, story(1).meta], ids=["listing", "article"])
async def test_articles_that_were_not_asked_for_are_articles(meta: dict[str, Any]) -> None:
    middleware = avoid_traps()
    account, barren = account_of(middleware.crawler), barren_of(middleware.crawler)

    async def out_of_scope() -> AsyncIterator[Any]:
        account.enter("https://press.example/politics/1")
        account.settle("https://press.example/politics/1", "out_of_scope", "date")
        yield None

    request = Request("https://press.example/politics/1", meta=meta)
    response = HtmlResponse(request.url, request=request)
    assert [output async for output in middleware.process_spider_output(response, each())] == []
    assert barren.total()
    assert [output async for output in middleware.process_spider_output(response, out_of_scope())] == [None]
    assert not barren.total()

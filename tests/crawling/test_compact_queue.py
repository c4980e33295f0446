"""Requests come back in order and as they were; those for articles wait as a few bytes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from scrapy import Request, Spider
from scrapy.utils.test import get_crawler

from newscrawler.crawling.compact_queue import CompactQueue
from newscrawler.discovery.listed_link import ListedLink
from newscrawler.discovery.listing import Listing
from newscrawler.news_spider import NewsSpider
from newscrawler.run.errand import article_errand
from newscrawler.run.run import run_of
from tests.defaults import DEFAULTS

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

SITEMAP = Listing("sitemap", None, "https://press.example/sitemap.xml")
FEED = Listing("feed", None, "https://press.example/feed.xml")


class PressSpider(NewsSpider):
    name = "press"
    allowed_domains = ("press.example",)
    timezone = "UTC"


@pytest.fixture
def spider(tmp_path: Path) -> Iterator[PressSpider]:
    crawler = get_crawler(PressSpider, {**DEFAULTS, "OUTPUT_DIR": str(tmp_path)})
    spider = crawler.spider = PressSpider.from_crawler(crawler)
    yield spider
    run_of(crawler).close_ledger()


@pytest.fixture
def queue(spider: PressSpider) -> CompactQueue:
    return CompactQueue.from_crawler(spider.crawler, "/10")


def link(number: int, **said: Any) -> ListedLink:
    return ListedLink(f"https://press.example/2026/11/28/{number}", number, **said)


def asked(spider: PressSpider, shown: ListedLink) -> Request:
    listed = spider.frontier.see(shown.url, shown, SITEMAP)
    assert listed is not None
    request = spider.article_request(listed)
    assert request is not None
    request.meta["depth"] = 3
    return request


def test_the_first_comes_first_and_few_bytes_wait(spider: PressSpider, queue: CompactQueue) -> None:
    for number in range(1, 1001):
        queue.push(asked(spider, link(number, lastmod="2026-11-28T09:00:00+03:00")))
    assert len(queue) == 1000
    sizes = [len(waiting) for waiting in queue._waiting if isinstance(waiting, bytes)]
    assert len(sizes) == 1000
    assert sum(sizes) < 170 * 1000, "a request with its article takes 4 KB"
    assert not spider.frontier.listed
    urls = [request.url for _ in range(1000) if (request := queue.pop())]
    assert urls == [link(number).url for number in range(1, 1001)]


def test_what_listings_say_while_an_article_waits_is_said_of_it(
    spider: PressSpider, queue: CompactQueue
) -> None:
    queue.push(asked(spider, link(1)))
    shown = ListedLink(link(1).url, 7, headline="Quay", published_at="2026-11-28T08:00:00+03:00")
    assert spider.frontier.knows(shown.url)
    assert spider.frontier.see(shown.url, shown, FEED) is None
    errand = article_errand(queue.pop())
    assert errand is not None
    assert [(sighting.kind, sighting.position) for sighting in errand.listed.sightings] == [
        ("sitemap", 1), ("feed", 7),
    ]  # fmt: skip
    assert (errand.listed.published_at, errand.listed.time_source) == (shown.published_at, "feed")
    assert spider.frontier.see(shown.url, shown, FEED) is None, "nobody holds rows of an article that is read"
    assert not spider.frontier._seen_meanwhile


def test_a_spider_that_says_nothing_of_its_requests_has_them_as_they_are() -> None:
    crawler = get_crawler(Spider)
    crawler.spider = Spider("plain")
    queue = CompactQueue.from_crawler(crawler, "/0")
    requests = [Request(f"https://press.example/{number}") for number in range(3)]
    for request in requests:
        queue.push(request)
    assert [queue.pop() for _ in requests] == requests
    queue.close()
    assert len(queue) == 0

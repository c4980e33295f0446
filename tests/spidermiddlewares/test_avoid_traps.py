"""No request within the bounds is lost, whatever breaks; a listing is judged before its links are asked
for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from scrapy import Request
from scrapy.http import HtmlResponse
from scrapy.statscollectors import MemoryStatsCollector
from scrapy.utils.test import get_crawler

from newscrawler.items import ListedArticle
from newscrawler.run.errand import ArticleErrand, ListingErrand
from newscrawler.run.run import run_of
from newscrawler.spidermiddlewares.traps import AvoidTrapsMiddleware

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from scrapy.crawler import Crawler

    from newscrawler.items import ListingKind
    from newscrawler.run.traps import Traps

LISTING = Request("https://press.example/politics", meta=ListingErrand(kind="section").meta())


@pytest.fixture
def crawler() -> Crawler:
    crawler = get_crawler()
    crawler.stats = MemoryStatsCollector(crawler)
    return crawler


@pytest.fixture
def traps(crawler: Crawler) -> Traps:
    """The run's, after some listings that showed nothing."""
    traps = run_of(crawler).traps
    for _ in range(7):
        traps.count_barren(LISTING.url, article=False)
    return traps


def story(number: int) -> Request:
    url = f"https://press.example/politics/{number}"
    return Request(url, meta=ArticleErrand(listed=ListedArticle(url, str(number))).meta())


async def each(*outputs: Any) -> AsyncIterator[Any]:
    for output in outputs:
        if isinstance(output, Exception):
            raise output
        yield output


async def test_what_a_listing_gave_before_its_callback_broke_is_not_lost(
    crawler: Crawler, traps: Traps
) -> None:
    middleware, stories = AvoidTrapsMiddleware.from_crawler(crawler), [story(1), story(2)]
    output = middleware.process_spider_output(
        HtmlResponse(LISTING.url, request=LISTING), each(*stories, ValueError("it broke"))
    )
    assert [await anext(output), await anext(output)] == stories
    with pytest.raises(ValueError, match="broke"):
        await anext(output)
    assert not traps.barren(), "it showed articles that are new in the run"


async def test_requests_of_a_listing_wait_until_it_has_been_judged_and_items_do_not(
    crawler: Crawler, traps: Traps
) -> None:
    middleware, item = AvoidTrapsMiddleware.from_crawler(crawler), {"an": "item"}
    output = middleware.process_spider_output(
        HtmlResponse(LISTING.url, request=LISTING), each(story(1), item, story(2))
    )
    assert await anext(output) is item
    assert traps.barren() == 7
    assert [request.url async for request in output] == [story(1).url, story(2).url]
    assert not traps.barren()


@pytest.mark.parametrize("article", [False, True], ids=["listing", "article"])
async def test_articles_that_were_not_asked_for_are_articles(crawler: Crawler, article: bool) -> None:
    middleware, run = AvoidTrapsMiddleware.from_crawler(crawler), run_of(crawler)
    request = story(1) if article else LISTING
    response = HtmlResponse(request.url, request=request)

    async def out_of_range() -> AsyncIterator[Any]:
        run.account.enter(story(1).url)
        run.account.settle(story(1).url, "out_of_range", "date")
        yield None

    assert [output async for output in middleware.process_spider_output(response, each())] == []
    assert run.traps.barren(request.url, article=article) == 1
    assert [output async for output in middleware.process_spider_output(response, out_of_range())] == [None]
    assert run.traps.barren(request.url, article=article) == 0


@pytest.mark.parametrize(
    ("setting", "most", "url", "reason"),
    [
        ("URLLENGTH_LIMIT", 40, "https://press.example/politics/" + "a" * 20, "url_length"),
        ("DEPTH_LIMIT", 4, "https://press.example/a", "depth"),
        ("LISTING_MAX_PAGES", 4, "https://press.example/a", "listing_pages"),
        ("PATH_MAX_DEPTH", 3, "https://press.example/a/b/c/d", "trap_path"),
        ("PATH_MAX_DEPTH", 0, "https://press.example/a/b/a/b/a/b", "trap_path"),
        ("PARAMETERS_MAX", 2, "https://press.example/a?b=1&c=2&d=3", "trap_parameters"),
        ("TRAP_PAGES", 1, "https://press.example/politics", "trap_pages"),
    ],
)
async def test_what_is_beyond_a_bound_is_left_and_counted(
    setting: str, most: int, url: str, reason: str
) -> None:
    crawler = get_crawler(settings_dict={setting: most})
    crawler.stats = MemoryStatsCollector(crawler)
    run_of(crawler).traps.count_barren("https://press.example/politics", article=False)
    page = Request("https://press.example/", meta={**ListingErrand(kind="index", pages=4).meta(), "depth": 4})
    found = Request(url, meta=ListingErrand(kind="index").meta())
    output = AvoidTrapsMiddleware.from_crawler(crawler).process_spider_output(
        HtmlResponse(page.url, request=page), each(found)
    )
    assert [request async for request in output] == []
    assert crawler.stats.get_value(f"newscrawler/left/{reason}") == 1
    unbound = get_crawler(settings_dict={setting: 0})
    unbound.stats = MemoryStatsCollector(unbound)
    if most:
        output = AvoidTrapsMiddleware.from_crawler(unbound).process_spider_output(
            HtmlResponse(page.url, request=page), each(found.replace())
        )
        assert [request.url async for request in output] == [url]


@pytest.mark.parametrize(("kind", "passed"), [("section", 2), ("sitemap", 3)])
async def test_a_sitemap_may_name_more_articles_than_another_listing(kind: ListingKind, passed: int) -> None:
    crawler = get_crawler(settings_dict={"LISTING_MAX_ITEMS": 2, "SITEMAP_MAX_ITEMS": 3, "LINKS_PER_PAGE": 2})
    crawler.stats = MemoryStatsCollector(crawler)
    page = Request("https://press.example/", meta=ListingErrand(kind=kind).meta())
    stories = [story(number) for number in range(1, 6)]
    account = run_of(crawler).account
    for request in stories:
        account.enter(request.url)
    output = AvoidTrapsMiddleware.from_crawler(crawler).process_spider_output(
        HtmlResponse(page.url, request=page), each(*stories)
    )
    assert [request async for request in output] == stories[:passed]
    assert account.total("left") == 5 - passed

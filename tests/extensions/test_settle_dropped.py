"""What ends without export is settled too."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from scrapy import Request, Spider, signals
from scrapy.exceptions import DropItem
from scrapy.statscollectors import MemoryStatsCollector
from scrapy.utils.test import get_crawler
from twisted.python.failure import Failure

from newscrawler.exceptions import NotWritten, SetAside
from newscrawler.extensions.settle_dropped import SettleDropped
from newscrawler.items import Article, Gone, ListedArticle, Rejection
from newscrawler.run.errand import ArticleErrand
from newscrawler.run.run import run_of

if TYPE_CHECKING:
    from scrapy.crawler import Crawler

URL = "https://press.example/1"
ITEMS = [Article(url=URL, requested_url=URL), Gone("press:1", "press", URL), Rejection(URL, URL, "video")]


class PressSpider(Spider):
    name = "press"


@pytest.fixture
def crawler() -> Crawler:
    crawler = get_crawler(PressSpider)
    crawler.stats = MemoryStatsCollector(crawler)
    crawler.extension = SettleDropped.from_crawler(crawler)  # type: ignore[attr-defined]  # signals are weak
    run_of(crawler).account.enter(URL)
    return crawler


def of_class(item: Any) -> str:
    return type(item).__name__


@pytest.mark.parametrize("item", ITEMS, ids=of_class)
def test_an_item_that_a_users_own_pipeline_drops(crawler: Crawler, item: Any) -> None:
    crawler.signals.send_catch_log(signals.item_dropped, item=item, exception=DropItem("not mine"))
    assert run_of(crawler).account.reasons("rejected") == {"dropped": 1}
    assert crawler.stats.get_value("newscrawler/rejected/dropped") == 1


@pytest.mark.parametrize("item", ITEMS, ids=of_class)
def test_an_item_on_which_a_pipeline_breaks(crawler: Crawler, item: Any) -> None:
    failure = Failure(ZeroDivisionError())
    crawler.signals.send_catch_log(signals.item_error, item=item, failure=failure)
    assert run_of(crawler).account.reasons("failed") == {"error:ZeroDivisionError": 1}


@pytest.mark.parametrize("exception", [SetAside("no_body"), NotWritten("unchanged")], ids=of_class)
def test_what_export_settles_is_left_to_it(crawler: Crawler, exception: Exception) -> None:
    crawler.signals.send_catch_log(signals.item_dropped, item=ITEMS[0], exception=exception)
    assert not run_of(crawler).account.outcomes


def test_an_item_of_a_users_own_is_nothing_to_settle(crawler: Crawler) -> None:
    crawler.signals.send_catch_log(signals.item_dropped, item={"url": URL}, exception=DropItem("x"))
    assert not run_of(crawler).account.outcomes
    assert not crawler.stats.get_stats()


@pytest.mark.parametrize(("meta", "reason"), [({}, "same_request"), ({"redirect_times": 1}, "redirect")])
def test_a_request_that_the_scheduler_drops(crawler: Crawler, meta: dict[str, Any], reason: str) -> None:
    request = Request(f"{URL}?a", meta={**ArticleErrand(listed=ListedArticle(URL, "press:1")).meta(), **meta})
    crawler.signals.send_catch_log(signals.request_dropped, request=request)
    assert run_of(crawler).account.reasons("duplicate") == {reason: 1}

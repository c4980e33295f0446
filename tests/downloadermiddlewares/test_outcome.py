"""The memory of supply hears of an article once, from its first request on."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from scrapy import Request, Spider
from scrapy.utils.test import get_crawler

from newscrawler.downloadermiddlewares.outcome import OutcomeMiddleware
from newscrawler.items import ListedArticle
from newscrawler.ledger.rows import url_hash
from newscrawler.run.errand import ArticleErrand
from newscrawler.run.run import run_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from scrapy.crawler import Crawler

URL = "https://press.example/1"


class PressSpider(Spider):
    name = "press"


@pytest.fixture
def crawler(tmp_path: Path) -> Iterator[Crawler]:
    crawler = get_crawler(PressSpider, {"OUTPUT_DIR": str(tmp_path), "BACK_OFF": True})
    crawler.spider = PressSpider()
    run_of(crawler).account.enter(URL)
    yield crawler
    run_of(crawler).close_ledger()


def article() -> Request:
    return Request(URL, meta=ArticleErrand(listed=ListedArticle(URL, "press.example/1")).meta())


def test_a_failure_is_remembered_once_however_often_it_was_tried(crawler: Crawler) -> None:
    middleware, request = OutcomeMiddleware.from_crawler(crawler), article()
    for _ in range(3):
        middleware.process_request(request)
    run_of(crawler).account.settle(URL, "failed", "http-500")
    row = run_of(crawler).batch.supply.no_lines[url_hash(URL)]
    assert row is not None
    assert (row.outcome, row.reason, row.tries) == ("failed", "http-500", 1)


def test_what_was_never_asked_for_teaches_nothing(crawler: Crawler) -> None:
    run_of(crawler).account.settle(URL, "failed", "http-500")
    assert not run_of(crawler).batch.supply.no_lines


def test_requests_that_are_for_no_article_are_let_go(crawler: Crawler) -> None:
    OutcomeMiddleware.from_crawler(crawler).process_request(Request("https://press.example/robots.txt"))
    run_of(crawler).account.settle(URL, "failed", "http-500")
    assert not run_of(crawler).batch.supply.no_lines

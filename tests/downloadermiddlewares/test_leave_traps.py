"""What waits while the shape of its URL is found to be a trap is left."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from scrapy import Request
from scrapy.utils.test import get_crawler

from newscrawler.downloadermiddlewares.traps import LeaveTrapsMiddleware
from newscrawler.exceptions import Left
from newscrawler.items import ListedArticle
from newscrawler.run.errand import ArticleErrand, ListingErrand
from newscrawler.run.run import run_of

if TYPE_CHECKING:
    from newscrawler.run.errand import Errand

URL = "https://press.example/calendar/7"
OPEN = "https://press.example/news/7"
LISTING = ListingErrand(kind="section")


def article(**changes: Any) -> ArticleErrand:
    return ArticleErrand(listed=ListedArticle(URL, URL), **changes)


@pytest.fixture
def middleware() -> LeaveTrapsMiddleware:
    """With the calendar closed, for its pages as listings and as articles."""
    crawler = get_crawler(settings_dict={"TRAP_PAGES": 2, "TRAP_ARTICLES": 2})
    for number in range(2):
        for is_article in (True, False):
            run_of(crawler).traps.count_barren(f"https://press.example/calendar/{number}", article=is_article)
    return LeaveTrapsMiddleware.from_crawler(crawler)


@pytest.mark.parametrize(
    ("errand", "reason"),
    [(LISTING, "trap_pages"), (article(), "trap_articles"), (article(page="own"), "trap_articles")],
)
def test_a_closed_shape_is_left(middleware: LeaveTrapsMiddleware, errand: Errand, reason: str) -> None:
    with pytest.raises(Left) as caught:
        middleware.process_request(Request(URL, meta=errand.meta()))
    assert caught.value.reason == reason


def test_a_redirect_belongs_to_the_shape_that_led_to_it(middleware: LeaveTrapsMiddleware) -> None:
    with pytest.raises(Left):
        middleware.process_request(Request(OPEN, meta={**LISTING.meta(), "redirect_urls": [URL, OPEN]}))
    middleware.process_request(Request(URL, meta={**LISTING.meta(), "redirect_urls": [OPEN]}))


@pytest.mark.parametrize(
    ("url", "meta"),
    [(OPEN, LISTING.meta()), (OPEN, article().meta()), (URL, article(page="further").meta()), (URL, {})],
    ids=["open listing", "open article", "further page", "no errand"],
)
def test_others_pass(middleware: LeaveTrapsMiddleware, url: str, meta: dict[str, Any]) -> None:
    middleware.process_request(Request(url, meta=meta))

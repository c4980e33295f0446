"""Settle what ends without export: dropped by Scrapy, or by a pipeline that is not ours."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from scrapy import Request, signals

from newscrawler.exceptions import NotWritten, SetAside
from newscrawler.items import Article, Gone, Rejection, requested_url_of
from newscrawler.run.errand import article_errand, listing_errand
from newscrawler.run.lost_sections import led_home
from newscrawler.run.run import run_of

if TYPE_CHECKING:
    from typing import Self

    from scrapy.crawler import Crawler
    from scrapy.http import Response
    from twisted.python.failure import Failure


class SettleDropped:
    """Settle the listed URLs of requests and items that nothing else of ours hears of."""

    def __init__(self, crawler: Crawler) -> None:
        self._run = run_of(crawler)

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Make the extension."""
        extension = cls(crawler)
        crawler.signals.connect(extension.request_dropped, signals.request_dropped)
        crawler.signals.connect(extension.item_dropped, signals.item_dropped)
        crawler.signals.connect(extension.item_error, signals.item_error)
        crawler.signals.connect(extension.spider_error, signals.spider_error)
        return extension

    def request_dropped(self, request: Request) -> None:
        """Settle a request that the scheduler drops: its URL was asked for already. Scrapy calls no errback.

        Redirects to another article's URL end so, and those of a listing to another one.
        """
        if listing_errand(request) is not None and (came_by := request.meta.get("redirect_urls")):
            led_home(self._run, came_by[0], request.url)
        errand = article_errand(request)
        if errand is not None:
            reason = "redirect" if request.meta.get("redirect_times") else "same_request"
            self._run.account.settle(errand.listed.url, "duplicate", reason)

    def item_dropped(self, item: Any, exception: Exception) -> None:
        """Settle an item that a user's own pipeline drops."""
        if _is_settled_here(item) and not isinstance(exception, SetAside | NotWritten):
            self._run.settle(requested_url_of(item), "rejected", "dropped")

    def item_error(self, item: Any, failure: Failure) -> None:
        """Settle an item on which a pipeline broke, whoever's; the error itself is in the log."""
        self._run.errors[type(failure.value).__name__] += 1
        if _is_settled_here(item):
            self._run.settle(requested_url_of(item), "failed", f"error:{type(failure.value).__name__}")

    def spider_error(self, failure: Failure, response: Response) -> None:
        """Note the article on whose page a callback broke."""
        errand = article_errand(response.request)
        if errand is not None:
            self._run.account.broke(errand.listed.url, f"error:{type(failure.value).__name__}")


def _is_settled_here(item: Any) -> bool:
    return isinstance(item, Article | Gone | Rejection)

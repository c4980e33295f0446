"""Articles whose request Scrapy drops without calling anybody."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scrapy import Request, signals

from newscrawler.run.run import run_of

if TYPE_CHECKING:
    from typing import Self

    from scrapy.crawler import Crawler


class SettleDropped:
    """Settles listed articles whose request the scheduler drops: they lead to an address that was asked for already.

    Scrapy calls no errback for these; redirects to another article's address end so.
    """

    def __init__(self, crawler: Crawler) -> None:
        self.account = run_of(crawler).account

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Make the extension."""
        extension = cls(crawler)
        crawler.signals.connect(extension.request_dropped, signals.request_dropped)
        return extension

    def request_dropped(self, request: Request) -> None:
        """Settle a dropped request."""
        listed = request.meta.get("listed")
        if listed is not None:
            reason = "redirect" if request.meta.get("redirect_times") else "same_request"
            self.account.settle(listed.url, "duplicate", reason)

"""Articles out of range: what a proven date puts outside of ``since`` and ``until`` is not asked for."""

from __future__ import annotations

import asyncio
from collections import Counter
from typing import TYPE_CHECKING

from scrapy import signals

from newscrawler.exceptions import Left, OutOfRange
from newscrawler.run.errand import article_errand
from newscrawler.run.run import run_of
from newscrawler.run.signals import stopping
from newscrawler.run.stated_dates import PROVEN, reason_of, source_of

if TYPE_CHECKING:
    from typing import Any, Self

    from scrapy import Request
    from scrapy.crawler import Crawler

WAIT_SECONDS = 60
"""The longest that an article waits for the first ones to prove a date: a user's callback may lose them."""


class OutOfRangeMiddleware:
    """Lets the first articles of a source that is not proven go, and holds the others until these are read.

    A source of dates is the day in a site's URLs, or the ``lastmod`` of its sitemaps. Once it is proven, one
    article that it would hide still goes in each run: it shows whether the source is still true.
    """

    def __init__(self, crawler: Crawler) -> None:
        self._run = run_of(crawler)
        self._passed: set[str] = set()
        """Keys of articles that were let go: their retries and redirects go, too."""
        self._tried: Counter[str] = Counter()
        """Source -> articles under way that may prove it."""
        self._sampled: set[str] = set()
        self._changed = asyncio.Event()
        self._is_stopping = False

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Make the middleware; at the end of the run it holds nothing back."""
        middleware = cls(crawler)
        for signal in (stopping, signals.spider_closed):
            crawler.signals.connect(middleware.stop, signal)
        return middleware

    def stop(self) -> None:
        """Let all that waits end."""
        self._is_stopping = True
        self._wake()

    async def process_request(self, request: Request) -> None:
        """Let an article go that may be in range.

        :raises OutOfRange: a proven date says that it is not.
        :raises Left: the run has ended meanwhile.
        """
        errand = article_errand(request)
        if errand is None or errand.page != "listed" or errand.listed.key in self._passed:
            return
        dates, listed = self._run.dates, errand.listed
        if dates.are_all_in_range:
            return
        while (stated := dates.outside(listed)) is not None:
            source = source_of(stated)
            if self._is_stopping:
                raise Left("shutdown")
            if dates.is_proven(stated):
                if source in self._sampled:
                    raise OutOfRange(reason_of(stated), listed.url)
                self._sampled.add(source)
                break
            if self._tried[source] < PROVEN:
                self._tried[source] += 1
                self._run.account.await_outcome(listed.url, lambda *_, of=source: self._ended(of))
                break
            try:
                await asyncio.wait_for(self._changed.wait(), WAIT_SECONDS)
            except TimeoutError:
                break
        self._passed.add(listed.key)

    def _ended(self, source: str) -> Any:
        self._tried[source] -= 1
        self._wake()

    def _wake(self) -> None:
        """Wake all that waits now; what waits later waits for the next change."""
        self._changed.set()
        self._changed = asyncio.Event()

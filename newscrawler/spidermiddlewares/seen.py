"""Drop requests for articles that the ledger has and that need no second look yet."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, Self

from scrapy import Request, signals

from newscrawler.exceptions import OutputError
from newscrawler.ledger.given_again import known_stories
from newscrawler.run.errand import article_errand
from newscrawler.run.lost_sections import miss_unnamed
from newscrawler.run.run import run_of
from newscrawler.run.spider import HasTwins, Revisits

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterator

    from scrapy.crawler import Crawler
    from scrapy.http import Response

    from newscrawler.items import ListedArticle
    from newscrawler.ledger.supply_memory import NoLine
    from newscrawler.run.errand import ArticleErrand

AT_ONCE = 200
"""Requests looked up together: one question to the ledger for a listing page."""


class SeenMiddleware:
    """Look at requests for listed articles alone; read the ledger and never write it."""

    def __init__(self, crawler: Crawler) -> None:
        self._crawler = crawler
        self._run = run_of(crawler)
        self._account = self._run.account
        self._ledger = self._run.ledger
        self._supply = self._run.supply
        self._asked_due = False

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Build with the run's ledger."""
        seen = cls(crawler)
        crawler.signals.connect(seen.spider_idle, signals.spider_idle)
        return seen

    async def process_start(self, start: AsyncIterator[Any]) -> AsyncIterator[Any]:
        """Yield what start() gives, without known articles, each at once: start() may wait between them."""
        async for item_or_request in start:
            for wanted in self._wanted([item_or_request]):
                yield wanted

    def spider_idle(self) -> None:
        """Ask for articles at a second URL, where need be, and for the due ones that no listing has shown.

        Only now that all listings have been read: they say under which URL an article is to be had today.
        """
        for request in self._second_urls():
            self._crawler.engine.crawl(request)
        if not self._asked_due:
            self._asked_due = True
            self._supply.read_to_end = not self._run.selection.urls  # such a list says nothing of the site's
            miss_unnamed(self._run, self._supply)
            for request in self._due():
                self._crawler.engine.crawl(request)

    def _second_urls(self) -> list[Request]:
        spider: object = self._crawler.spider
        return self._wanted(list(spider.twins.second_urls())) if isinstance(spider, HasTwins) else []

    def _due(self) -> Iterator[Request]:
        """Yield requests for known articles that are due and that this run has not asked for."""
        spider: object = self._crawler.spider
        if not isinstance(spider, Revisits):
            return
        try:
            due = self._ledger.due()
        except OutputError as error:
            self._run.stop_for(error)
            return
        for known in due:
            request = spider.revisit(known.url, known.published_at)
            if request is None:
                continue
            if (errand := article_errand(request)) is not None:
                self._account.revisited += 1
                errand.known = known
                row = self._supply.remembered([errand.listed]).get(errand.listed.url)
                request = _where_it_is(request, errand.listed, row)
            yield request

    async def process_spider_output(
        self,
        response: Response,
        result: AsyncIterator[Any],
    ) -> AsyncIterator[Any]:
        """Yield what a callback gives, in its order, without known articles."""
        waiting: list[Any] = []
        try:
            async for item_or_request in result:
                waiting.append(item_or_request)
                if _listed(item_or_request) is None:
                    for wanted in self._wanted(waiting):
                        yield wanted
                    waiting = []
                elif len(waiting) >= AT_ONCE:
                    await self._hand_over(self._wanted(waiting))
                    waiting = []
        except Exception:
            # what the callback gave before it broke
            for wanted in self._wanted(waiting):
                yield wanted
            raise
        for wanted in self._wanted(waiting):
            yield wanted

    async def _hand_over(self, requests: list[Request]) -> None:
        """Give the engine the requests of a long listing at once.

        Scrapy would take one in each turn of the event loop, and hold the listing until the last.
        """
        for request in requests:
            self._crawler.engine.crawl(request)
        await asyncio.sleep(0)

    def _wanted(self, output: list[Any]) -> list[Any]:
        listed = [article for article in map(_listed, output) if article is not None]
        if not listed:
            return output
        try:
            known = known_stories(self._ledger, listed)
            now = datetime.now(UTC)
            asked = (each for each in listed if each.url not in known or known[each.url].is_due(now))
            rows = self._supply.remembered(asked)
        except OutputError as error:
            self._run.stop_for(error)
            return []
        found = []
        for item in output:
            errand = article_errand(item) if isinstance(item, Request) else None
            if errand is None:
                found.append(item)
                continue
            url = errand.listed.url
            errand.known, errand.no_line = known.get(url), rows.get(url)
            if not self._is_settled(errand, now):
                found.append(_where_it_is(item, errand.listed, errand.no_line))
        return found

    def _is_settled(self, errand: ArticleErrand, now: datetime) -> bool:
        """Settle an article that is not asked for now: known and not due, or without a line lately."""
        listed, known, row = errand.listed, errand.known, errand.no_line
        if known is not None:
            if known.is_due(now):
                return False
            self._run.settle(listed.url, "not_due")
            return True
        if row is not None and (verdict := self._supply.verdict_on(listed, row)):
            self._run.settle(listed.url, *verdict)
            return True
        return False


def _where_it_is(request: Request, listed: ListedArticle, row: NoLine | None) -> Request:
    """Return the request for an article that has moved for good, where it is now."""
    if row is None or row.moved_to is None:
        return request
    listed.moved_to = row.moved_to
    return request.replace(url=row.moved_to)


def _listed(item_or_request: Any) -> ListedArticle | None:
    """Return the listed article that a request is for."""
    if not isinstance(item_or_request, Request):
        return None
    errand = article_errand(item_or_request)
    return errand.listed if errand else None

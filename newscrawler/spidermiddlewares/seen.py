"""Drop requests for articles that the ledger has and that need no second look yet."""

from __future__ import annotations

from datetime import UTC, datetime
from functools import partial
from typing import TYPE_CHECKING, Any, Self

from scrapy import Request, signals

from newscrawler.exceptions import OutputError
from newscrawler.run.errand import article_errand
from newscrawler.run.run import run_of
from newscrawler.run.spider import Revisits

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterator

    from scrapy.crawler import Crawler
    from scrapy.http import Response

    from newscrawler.items import ListedArticle
    from newscrawler.ledger import Known
    from newscrawler.ledger.supply_memory import NoLine
    from newscrawler.run.account import Outcome

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
        """Ask for the due articles that no listing has shown.

        Only now that all listings have been read: they say under which URL an article is to be had today.
        """
        if not self._asked_due:
            self._asked_due = True
            self._supply.read_to_end = not self._run.selection.urls  # such a list says nothing of the site's
            for request in self._due():
                self._crawler.engine.crawl(request)

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
            if (listed := _listed(request)) is not None:
                self._account.revisited += 1
                self._look_at(listed, known)
                request = _where_it_is(request, listed, self._supply.remembered([listed]).get(listed.url))
            yield request

    def _look_at(self, listed: ListedArticle, known: Known) -> None:
        self._account.await_outcome(listed.url, partial(self._tried, known))
        self._account.await_outcome(listed.url, partial(self._supply.looked_at, listed))

    def _tried(self, known: Known, outcome: Outcome, reason: str) -> None:
        if outcome != "left":
            self._run.batch.tried[known.id] = known, datetime.now(UTC)

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
                if len(waiting) >= AT_ONCE or _listed(item_or_request) is None:
                    for wanted in self._wanted(waiting):
                        yield wanted
                    waiting = []
        except Exception:
            # what the callback gave before it broke
            for wanted in self._wanted(waiting):
                yield wanted
            raise
        for wanted in self._wanted(waiting):
            yield wanted

    def _wanted(self, output: list[Any]) -> list[Any]:
        listed = [article for article in map(_listed, output) if article is not None]
        if not listed:
            return output
        try:
            known = self._ledger.known(listed)
            now = datetime.now(UTC)
            asked = (each for each in listed if each.url not in known or known[each.url].is_due(now))
            rows = self._supply.remembered(asked)
        except OutputError as error:
            self._run.stop_for(error)
            return []
        return [
            item if each is None else _where_it_is(item, each, rows.get(each.url))
            for item in output
            if (each := _listed(item)) is None
            or not (self._is_known(each, known, now) or self._is_put_off(each, rows.get(each.url), known))
        ]

    def _is_known(self, listed: ListedArticle, known: dict[str, Known], now: datetime) -> bool:
        article = known.get(listed.url)
        if article is None:
            return False
        if article.is_due(now):
            self._look_at(listed, article)
            return False
        self._run.settle(listed.url, "not_due")
        return True

    def _is_put_off(self, listed: ListedArticle, row: NoLine | None, known: dict[str, Known]) -> bool:
        """Tell whether a URL that gave no line before is not asked for now; remember what others become."""
        if listed.url in known:
            return False  # the schedule of known articles says when
        if row is not None and (verdict := self._supply.verdict_on(listed, row)):
            self._run.settle(listed.url, *verdict)
            return True
        self._account.await_outcome(listed.url, partial(self._supply.settled, listed, row))
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

"""Have the memory of supply told what becomes of each article that is asked for."""

from __future__ import annotations

from datetime import UTC, datetime
from functools import partial
from typing import TYPE_CHECKING

from newscrawler.run.errand import article_errand
from newscrawler.run.run import run_of

if TYPE_CHECKING:
    from typing import Self

    from scrapy import Request
    from scrapy.crawler import Crawler

    from newscrawler.items import ListedArticle
    from newscrawler.ledger import Known
    from newscrawler.run.account import Outcome


class OutcomeMiddleware:
    """Awaits an article's outcome from the moment on when its request leaves the queue.

    Nobody need hold anything of the articles that wait: what is never asked for is left, and teaches nothing.
    """

    def __init__(self, crawler: Crawler) -> None:
        self._run = run_of(crawler)

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Make the middleware."""
        return cls(crawler)

    def process_request(self, request: Request) -> None:
        """Await the outcome of an article at its first request."""
        errand = article_errand(request)
        if errand is None or errand.is_asked or errand.page != "listed":
            return
        errand.is_asked = True
        listed, account, supply = errand.listed, self._run.account, self._run.supply
        if errand.known is None:
            account.await_outcome(listed.url, partial(supply.settled, listed, errand.no_line))
            account.await_outcome(listed.url, partial(self._came, listed))
            return
        account.await_outcome(listed.url, partial(self._looked_at, errand.known))
        account.await_outcome(listed.url, partial(supply.looked_at, listed))

    def _came(self, listed: ListedArticle, outcome: Outcome, reason: str) -> None:
        """Note which listings have shown an article that is new."""
        if outcome == "new":
            self._run.listings.showed_new(listed)

    def _looked_at(self, known: Known, outcome: Outcome, reason: str) -> None:
        """Note that an article was looked at, so that it is due again in its time, whatever came of it."""
        if outcome != "left":
            self._run.batch.tried[known.id] = known, datetime.now(UTC)

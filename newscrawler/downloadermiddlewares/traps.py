"""Leave what waited in the scheduler when the shape of its URL was found to be a trap."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newscrawler.exceptions import Left
from newscrawler.run.errand import article_errand, listing_errand
from newscrawler.run.run import run_of

if TYPE_CHECKING:
    from typing import Self

    from scrapy import Request
    from scrapy.crawler import Crawler

    from newscrawler.run.traps import Traps


class LeaveTrapsMiddleware:
    """Ask for nothing of a shape that is closed; see ``run.traps``."""

    def __init__(self, traps: Traps) -> None:
        self._traps = traps

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Make the middleware with the run's traps."""
        return cls(run_of(crawler).traps)

    def process_request(self, request: Request) -> None:
        """Let requests of open shapes pass.

        :raises Left: ``trap_pages`` or ``trap_articles``.
        """
        article = article_errand(request)
        if article is None and listing_errand(request) is None:
            return
        if article is not None and article.page == "further":
            return
        first = (request.meta.get("redirect_urls") or [request.url])[0]
        reason = self._traps.closed(first, article=article is not None)
        if reason is not None:
            raise Left(reason, request.url)

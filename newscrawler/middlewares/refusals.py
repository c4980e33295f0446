"""Refusals: counted, left alone, and after a share of them the site is left for the run."""

from __future__ import annotations

import logging
import weakref
from collections import deque
from typing import TYPE_CHECKING

from scrapy.utils.defer import deferred_from_coro

from newscrawler.exceptions import Failed, Left, Refused
from newscrawler.middlewares.challenge import recognise
from newscrawler.slots import downloader_of, drop_waiting

if TYPE_CHECKING:
    from typing import Self

    from scrapy import Request
    from scrapy.crawler import Crawler
    from scrapy.http import Response

logger = logging.getLogger(__name__)

STATUSES = frozenset({401, 402, 403, 407, 451})
"""Statuses by which a server says that it does not want to answer us."""


class Refusals:
    """A run's latest answers: which were refusals, which were pages in place of what was asked for.

    The site is left when of the latest twice ``most`` answers at least ``most`` were refusals, or of the latest twice
    ``most_challenges`` as many were challenge, consent, login or soft-404 pages.
    """

    def __init__(self, crawler: Crawler) -> None:
        self.crawler = crawler
        self.most = crawler.settings.getint("REFUSALS_MAX", 10)
        self.most_challenges = crawler.settings.getint("CHALLENGES_MAX", 3)
        self._refused: deque[bool] = deque(maxlen=max(2 * self.most, 1))
        self._challenged: deque[bool] = deque(maxlen=max(2 * self.most_challenges, 1))
        self.stopped = False

    def answered(self, refusal: str | None = None, *, challenge: bool = False) -> None:
        """Count an answer; ``refusal`` is the reason where it was one."""
        self._refused.append(refusal is not None)
        self._challenged.append(challenge)
        if refusal is not None:
            assert self.crawler.stats is not None
            self.crawler.stats.inc_value(f"newscrawler/refusals/{refusal}")
        many = self.most and sum(self._refused) >= self.most
        if many or (self.most_challenges and sum(self._challenged) >= self.most_challenges):
            self._leave(refusal or "")

    def _leave(self, last: str) -> None:
        if self.stopped:
            return
        self.stopped = True
        logger.warning("The site refuses to be read (last: %s): left for this run", last)
        for slot in downloader_of(self.crawler).slots.values():
            drop_waiting(slot, lambda: Left("refused"))
        assert self.crawler.engine is not None
        deferred_from_coro(self.crawler.engine.close_spider_async(reason="refused"))


_refusals: weakref.WeakKeyDictionary[Crawler, Refusals] = weakref.WeakKeyDictionary()


def refusals_of(crawler: Crawler) -> Refusals:
    """Get the refusals of a crawler's run, the same object for all of its components."""
    refusals = _refusals.get(crawler)
    if refusals is None:
        refusals = _refusals[crawler] = Refusals(crawler)
    return refusals


class HeedRefusals:
    """Recognises refusals in answers. Settings: ``REFUSALS_MAX``, ``CHALLENGES_MAX`` (0: never leave the site)."""

    def __init__(self, crawler: Crawler) -> None:
        self.refusals = refusals_of(crawler)

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Make the middleware."""
        return cls(crawler)

    def process_request(self, request: Request) -> None:
        """Ask nothing more once the site is left.

        :raises Left: ``refused``.
        """
        if self.refusals.stopped:
            raise Left("refused", request.url)

    def process_response(self, request: Request, response: Response) -> Response:
        """Count an answer, and take none for an article that is a page in its place.

        :raises Refused: ``challenge``, ``consent``, ``login``, or ``http-403`` and its like.
        :raises Failed: ``soft_404``.
        """
        if request.meta.get("robots_file") or 300 <= response.status < 400:
            return response
        kind = recognise(response)
        if kind is not None and not (kind == "soft_404" and response.status != 200):
            self.refusals.answered(kind, challenge=True)
            raise (Failed if kind == "soft_404" else Refused)(kind, response.url)
        if response.status in STATUSES:
            self.refusals.answered(f"http-{response.status}")
            raise Refused(f"http-{response.status}", response.url)
        self.refusals.answered()
        return response

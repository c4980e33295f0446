"""Refusals of a run: counted, and after a share of them the site is left."""

from __future__ import annotations

import logging
from collections import deque
from typing import TYPE_CHECKING

from scrapy.utils.defer import deferred_from_coro

from newscrawler.download.slots import downloader_of, drop_waiting
from newscrawler.exceptions import Left

if TYPE_CHECKING:
    from scrapy.crawler import Crawler

logger = logging.getLogger(__name__)


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

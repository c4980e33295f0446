"""Refusals: count those of a run, and leave the site after a share of them."""

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
    """The latest answers of a run: which were refusals, which were pages in place of what was asked for.

    The site is left when ``REFUSALS_MAX`` of the latest answers, of twice as many, were refusals; or when
    ``CHALLENGES_MAX`` of the latest, of twice as many, were challenge, consent, login or soft-404 pages.
    0 for never.
    """

    def __init__(self, crawler: Crawler) -> None:
        self.crawler = crawler
        self.most = crawler.settings.getint("REFUSALS_MAX")
        self.most_challenges = crawler.settings.getint("CHALLENGES_MAX")
        self._refused: deque[bool] = deque(maxlen=max(2 * self.most, 1))
        self._challenged: deque[bool] = deque(maxlen=max(2 * self.most_challenges, 1))
        self.stopped = False

    def answered(self, refusal: str | None = None, *, challenge: bool = False) -> None:
        """Count an answer.

        :param refusal: the reason, where it was one.
        :param challenge: a page stood in place of what was asked for.
        """
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

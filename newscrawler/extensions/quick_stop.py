"""Obey SIGTERM and SIGINT within seconds, with everything committed.

Scrapy alone waits for all requests that its downloader has taken, even for those that wait for their turn:
at a second between two requests that is a quarter of a minute. At a second signal it ends without closing
anything.
"""

from __future__ import annotations

import asyncio
import logging
import os
import signal
import threading
from typing import TYPE_CHECKING, Self

from scrapy import signals
from scrapy.crawler import CrawlerProcessBase

from newscrawler.download.slots import downloader_of, drop_waiting
from newscrawler.exceptions import Left
from newscrawler.extensions.run_record import RunRecord
from newscrawler.run.signals import stopping
from newscrawler.text.counted import some

if TYPE_CHECKING:
    from collections.abc import Callable
    from types import FrameType

    from scrapy.crawler import Crawler

    Handler = Callable[[int, FrameType | None], object]

logger = logging.getLogger(__name__)

GRACE = 5.0
"""Seconds for the transfers under way, after a first signal."""

_SIGNALS = (signal.SIGTERM, signal.SIGINT)


class QuickStop:
    """Handle signals before Scrapy does, while a spider runs in a crawler process; elsewhere do nothing."""

    def __init__(self, crawler: Crawler) -> None:
        self._crawler: Crawler | None = crawler

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Build; the handlers come when the spider is opened."""
        extension = cls(crawler)
        crawler.signals.connect(extension.spider_opened, signals.spider_opened)
        crawler.signals.connect(extension.spider_closed, signals.spider_closed)
        return extension

    def spider_opened(self) -> None:
        """Put a handler before Scrapy's."""
        if threading.current_thread() is not threading.main_thread():
            return
        self._loop = asyncio.get_running_loop()
        for number in _SIGNALS:
            handler = signal.getsignal(number)
            if isinstance(getattr(handler, "__self__", None), CrawlerProcessBase | QuickStop):
                signal.signal(number, self._first)
                self._then: Handler = handler  # type: ignore[assignment]  # it is a bound method

    def spider_closed(self) -> None:
        """Let the crawler go: its handler may stay between those of other crawls of the process."""
        self._crawler = None

    def _first(self, number: int, frame: FrameType | None) -> None:
        self._then(number, frame)  # Scrapy begins to close, and puts in its handler for a second signal
        self._at_last: Handler = signal.getsignal(number)  # type: ignore[assignment]  # as above
        for each in _SIGNALS:
            signal.signal(each, self._second)
        self._loop.call_soon_threadsafe(self._hurry)

    def _second(self, number: int, frame: FrameType | None) -> None:
        self._loop.call_soon_threadsafe(self._end)
        self._at_last(number, frame)

    def _hurry(self) -> None:
        """Commit what there is, give up what waits for its turn, set a bound for the rest."""
        if self._crawler is None:
            return
        self._crawler.signals.send_catch_log(stopping)
        slots = downloader_of(self._crawler).slots
        given_up = sum(drop_waiting(slot, lambda: Left("shutdown")) for slot in list(slots.values()))
        logger.info("stopping: %s given up, %.0f s for those under way", some(given_up, "request"), GRACE)
        self._loop.call_later(GRACE, os.kill, os.getpid(), signal.SIGTERM)

    def _end(self) -> None:
        """Commit and leave the run's record: Scrapy will not close the spider any more."""
        if self._crawler is None:
            return
        record = self._crawler.get_extension(RunRecord)
        if record is not None and record.is_open:
            self._crawler.signals.send_catch_log(stopping)
            record.end("shutdown")

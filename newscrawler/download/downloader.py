"""Scrapy's downloader, which keeps its bound on concurrent requests and ends quickly."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scrapy.core.downloader import Downloader
from scrapy.utils.asyncio import create_looping_call

from newscrawler.download.slots import drop_waiting
from newscrawler.exceptions import Left

if TYPE_CHECKING:
    from collections.abc import Coroutine
    from typing import Any

    from scrapy import Request
    from scrapy.core.downloader import Slot
    from scrapy.http import Response
    from scrapy.utils.asyncio import AsyncioLoopingCall
    from twisted.internet.defer import Deferred
    from twisted.internet.task import LoopingCall


CLOSING_SECONDS = 0.5
"""Time between two looks whether the crawl is ending."""


class BoundedDownloader(Downloader):
    """Count a transfer as soon as it is decided on, and drop what waits when the crawl ends.

    Scrapy 2.19 counts a transfer when its task first runs. Without a delay it so sends a whole queue at once,
    whatever ``CONCURRENT_REQUESTS_PER_DOMAIN`` says (16 where 1 is set). And before a crawl ends, Scrapy
    sends all that waits in its queues, each after its delay: after SIGTERM that can take minutes.
    """

    _closing_loop: AsyncioLoopingCall | LoopingCall | None = None

    def _wait_for_download(
        self, slot: Slot, request: Request, queue_dfd: Deferred[Response]
    ) -> Coroutine[Any, Any, None]:
        slot.transferring.add(request)
        return super()._wait_for_download(slot, request, queue_dfd)

    def _start_slot_gc(self) -> None:
        super()._start_slot_gc()
        if self._closing_loop is None:
            self._closing_loop = create_looping_call(self._drop_when_closing)
            self._closing_loop.start(CLOSING_SECONDS, now=False)

    def _stop_slot_gc(self) -> None:
        super()._stop_slot_gc()
        if self._closing_loop is not None:
            self._closing_loop.stop()
            self._closing_loop = None

    def _drop_when_closing(self) -> None:
        engine = self.crawler.engine
        if engine is None or engine._slot is None or engine._slot.closing is None:
            return
        for slot in self.slots.values():
            drop_waiting(slot, lambda: Left("stopped"))

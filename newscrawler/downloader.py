"""Scrapy's downloader, with the bound on requests at once kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scrapy.core.downloader import Downloader

if TYPE_CHECKING:
    from collections.abc import Coroutine
    from typing import Any

    from scrapy import Request
    from scrapy.core.downloader import Slot
    from scrapy.http import Response
    from twisted.internet.defer import Deferred


class KeepingDownloader(Downloader):
    """Counts a transfer when it is decided on.

    Scrapy 2.19 counts it when its task first runs, so that without a delay a whole queue is sent at once, whatever
    ``CONCURRENT_REQUESTS_PER_DOMAIN`` says (16 where 1 is set).
    """

    def _wait_for_download(
        self, slot: Slot, request: Request, queue_dfd: Deferred[Response]
    ) -> Coroutine[Any, Any, None]:
        slot.transferring.add(request)
        return super()._wait_for_download(slot, request, queue_dfd)

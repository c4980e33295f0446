"""A download handler that writes into each request when it was sent.

A server on a busy machine notes a request late, and the next gap looks as much shorter as it was.
"""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from newscrawler.download.handler import CheckedDownloadHandler

if TYPE_CHECKING:
    from scrapy import Request
    from scrapy.http import Response

STAMPED = dict.fromkeys(("http", "https"), "tests.hostile.stamped.StampedHandler")
"""For ``DOWNLOAD_HANDLERS``."""


class StampedHandler(CheckedDownloadHandler):
    """The project's handler, with a header more: seconds of the machine's monotonic clock."""

    async def download_request(self, request: Request) -> Response:
        """Download one URL."""
        request.headers["X-Sent"] = repr(time.monotonic())
        return await super().download_request(request)

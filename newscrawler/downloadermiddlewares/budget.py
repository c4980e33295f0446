"""What one run may take: requests and bytes of each host, requests in all."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from scrapy import Request, signals

from newscrawler.download.slots import slot_key
from newscrawler.exceptions import Failed, Left

if TYPE_CHECKING:
    from typing import Self

    from scrapy.crawler import Crawler
    from scrapy.http import Response


class BudgetMiddleware:
    """Leaves what is beyond the run's budget: ``host_requests``, ``host_bytes`` or ``run_requests``.

    Settings, 0 for no bound: ``HOST_MAX_REQUESTS``, ``HOST_MAX_BYTES`` (as sent over the network, bodies),
    ``RUN_MAX_REQUESTS``. Retries, redirects and robots.txt count.
    """

    def __init__(self, crawler: Crawler) -> None:
        settings = crawler.settings
        self.crawler = crawler
        self.host_requests = settings.getint("HOST_MAX_REQUESTS")
        self.host_bytes = settings.getint("HOST_MAX_BYTES")
        self.run_requests = settings.getint("RUN_MAX_REQUESTS")
        self.max_size = settings.getint("DOWNLOAD_MAXSIZE")
        self.requests: Counter[str] = Counter()
        self.bytes: Counter[str] = Counter()
        self.total = 0

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Make the middleware and count answers as they come in."""
        middleware = cls(crawler)
        crawler.signals.connect(middleware.response_downloaded, signals.response_downloaded)
        return middleware

    def process_request(self, request: Request) -> None:
        """Count a request that will be sent.

        :raises Left: the budget is spent.
        """
        host = slot_key(self.crawler, request)
        if self.run_requests and self.total >= self.run_requests:
            raise Left("run_requests", request.url)
        if self.host_requests and self.requests[host] >= self.host_requests:
            raise Left("host_requests", request.url)
        if self.host_bytes and self.bytes[host] >= self.host_bytes:
            raise Left("host_bytes", request.url)
        self.total += 1
        self.requests[host] += 1

    def response_downloaded(self, response: Response, request: Request) -> None:
        """Count a body as it was sent."""
        self.bytes[slot_key(self.crawler, request)] += len(response.body)

    def process_exception(self, request: Request, exception: Exception) -> None:
        """Count the body that was cut off because it was too large."""
        if isinstance(exception, Failed) and exception.reason == "too_large":
            most = request.meta.get("download_maxsize", self.max_size)
            self.bytes[slot_key(self.crawler, request)] += most

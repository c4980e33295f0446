"""Compression: asked for, inflated within bounds, and believed only when whole."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scrapy.downloadermiddlewares.retry import get_retry_request
from scrapy.exceptions import NotConfigured, ResponseDataLossError
from scrapy.http import TextResponse
from scrapy.responsetypes import responsetypes

from newscrawler.download.inflate import inflate
from newscrawler.exceptions import Failed

if TYPE_CHECKING:
    from typing import Self

    from scrapy import Request
    from scrapy.crawler import Crawler
    from scrapy.http import Response

ACCEPTED = b"gzip, deflate, br, zstd"


class DecompressMiddleware:
    """Takes the place of Scrapy's HttpCompressionMiddleware, which gives out cut and damaged bodies as whole ones."""

    def __init__(self, crawler: Crawler) -> None:
        self.crawler = crawler
        self.max_size = crawler.settings.getint("DOWNLOAD_MAXSIZE")
        self.max_encodings = crawler.settings.getint("ENCODINGS_MAX", 2)

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Make the middleware, unless ``COMPRESSION_ENABLED`` is off."""
        if not crawler.settings.getbool("COMPRESSION_ENABLED"):
            raise NotConfigured
        return cls(crawler)

    def process_request(self, request: Request) -> None:
        """Ask for compression."""
        request.headers.setdefault("Accept-Encoding", ACCEPTED)

    def process_response(self, request: Request, response: Response) -> Request | Response:
        """Inflate a body of at most ``DOWNLOAD_MAXSIZE`` bytes and ``ENCODINGS_MAX`` encodings.

        :raises Failed: it is larger, or not in the encoding that it declares.
        :raises ResponseDataLossError: it is still cut or damaged after all retries.
        """
        declared = b",".join(response.headers.getlist("Content-Encoding")).decode("latin-1").lower()
        encodings = [name for part in declared.split(",") if (name := part.strip()) not in {"", "identity"}]
        if not encodings or request.method == "HEAD":
            return response
        if 0 < self.max_encodings < len(encodings):
            raise Failed("encoding", f"{len(encodings)} Content-Encodings")
        body = response.body
        try:
            for encoding in reversed(encodings):
                body = inflate(body, encoding, request.meta.get("download_maxsize", self.max_size))
        except ResponseDataLossError:
            assert self.crawler.spider is not None
            again = get_retry_request(request, spider=self.crawler.spider, reason="truncated")
            if again is None or request.meta.get("dont_retry"):
                raise
            return again
        headers = response.headers.copy()
        del headers["Content-Encoding"]
        kind = responsetypes.from_args(headers=headers, url=response.url, body=body)
        # the encoding was guessed on compressed bytes
        encoding_guess = {"encoding": None} if issubclass(kind, TextResponse) else {}
        return response.replace(cls=kind, headers=headers, body=body, **encoding_guess)

"""Compression: asked for, inflated within bounds, and believed only when whole."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scrapy.downloadermiddlewares.httpcompression import HttpCompressionMiddleware
from scrapy.downloadermiddlewares.retry import get_retry_request
from scrapy.exceptions import ResponseDataLossError

from newscrawler.download.inflate import changes_nothing, inflate
from newscrawler.download.unstated import may_be_compressed, unstated_encoding
from newscrawler.exceptions import Failed, KillsTheReader, Left, OutputError
from newscrawler.ledger.reading_mark import REASON
from newscrawler.run.run import run_of

if TYPE_CHECKING:
    from scrapy import Request, Spider
    from scrapy.crawler import Crawler
    from scrapy.http import Response


class DecompressMiddleware(HttpCompressionMiddleware):
    """Scrapy's HttpCompressionMiddleware made strict: a cut or damaged body is not taken for whole."""

    def __init__(self, crawler: Crawler) -> None:
        super().__init__(crawler=crawler)
        self.crawler = crawler
        self.run = run_of(crawler)
        self.max_encodings = crawler.settings.getint("ENCODINGS_MAX")

    def process_response(
        self, request: Request, response: Response, spider: Spider | None = None
    ) -> Request | Response:
        """Inflate a body of at most ``DOWNLOAD_MAXSIZE`` bytes and ``ENCODINGS_MAX`` encodings.

        :raises Failed: it is larger, or not in the encoding that it declares, or kills what inflates it.
        :raises ResponseDataLossError: it is still cut or damaged after all retries.
        """
        is_stated = "Content-Encoding" in response.headers
        if not is_stated and not may_be_compressed(response.body, _content_type(response)):
            return response
        try:
            return self.run.read(
                response.url,
                lambda: self._inflated(request, response if is_stated else self._told(request, response)),
                to_its_end=False,
            )
        except KillsTheReader as error:
            raise Failed(REASON, "a process died while it inflated it") from error
        except OutputError as error:
            self.run.stop_for(error)
            raise Left("output_error", response.url) from error

    def _told(self, request: Request, response: Response) -> Response:
        """Return an answer with the encoding that its bytes show, where they show one."""
        most = request.meta.get("download_maxsize", self._max_size)
        if (found := unstated_encoding(response.body, most)) is not None:
            response.headers["Content-Encoding"] = found
        return response

    def _inflated(self, request: Request, response: Response) -> Request | Response:
        declared = response.headers.getlist("Content-Encoding")
        encodings = len(self._split_encodings(declared)[0])
        if 0 < self.max_encodings < encodings and request.method != "HEAD":
            raise Failed("encoding", f"{encodings} Content-Encodings")
        try:
            return super().process_response(request, response)
        except ResponseDataLossError:
            assert self.crawler.spider is not None
            again = get_retry_request(request, spider=self.crawler.spider, reason="truncated")
            if again is None or request.meta.get("dont_retry"):
                raise
            return again

    @staticmethod
    def _split_encodings(content_encoding: list[bytes]) -> tuple[list[bytes], list[bytes]]:
        """Return what changes the bytes, the last one first; an unknown one is an error."""
        names = [name.strip().lower() for value in content_encoding for name in value.split(b",")]
        return [name for name in reversed(names) if not changes_nothing(name.decode("latin-1"))], []

    @staticmethod
    def _decode(body: bytes, encoding: bytes, max_size: int) -> bytes:
        return inflate(body, encoding.decode("latin-1"), max_size)


def _content_type(response: Response) -> str:
    return (response.headers.get("Content-Type") or b"").decode("latin-1")

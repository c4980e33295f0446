"""HTTP/1.1 answers within bounds of time, rate and headers, and whole or not at all."""

# mypy: allow-untyped-calls
# (Twisted's HTTP client is not typed)

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from scrapy.core.downloader.handlers.http11 import (
    _LenientHTTP11ClientFactory,
    _LenientHTTP11ClientProtocol,
    _LenientHTTPClientParser,
)
from scrapy.exceptions import DownloadTimeoutError
from scrapy.utils.asyncio import call_later
from twisted.internet.error import ConnectionDone
from twisted.python.failure import Failure
from twisted.web._newclient import ResponseFailed
from twisted.web.http import PotentialDataLoss, _DataLoss

from newscrawler.exceptions import Failed

if TYPE_CHECKING:
    from scrapy.settings import BaseSettings
    from twisted.internet.interfaces import IAddress


class BoundedParser(_LenientHTTPClientParser):
    """Response parser that bounds headers and takes no body for whole whose end it has not seen."""

    max_headers = 0
    """Lines; 0 for no bound."""
    max_header_bytes = 0
    """0 for no bound."""
    _lines = 0
    _line_bytes = 0
    _excess = False

    def lineReceived(self, line: bytes) -> None:
        """Read a line of the head (of ``1xx`` answers, too) and count it."""
        self._lines += 1
        self._line_bytes += len(line)
        if 0 < self.max_headers < self._lines - 2 or 0 < self.max_header_bytes < self._line_bytes:
            raise Failed(
                "headers", f"more than {self.max_headers} lines or {self.max_header_bytes} bytes of headers"
            )
        super().lineReceived(line)

    def lineLengthExceeded(self, line: bytes) -> None:
        """Refuse a header line longer than Twisted's 16 KiB."""
        raise Failed("headers", f"a header line of {len(line)} bytes and more")

    def _finished(self, rest: bytes) -> None:
        """End a response; bytes beyond its Content-Length mean that the length is wrong."""
        if rest and self.bodyDecoder is not None and isinstance(self.response.length, int):
            self._excess = True
            self.connHeaders.setRawHeaders(b"connection", [b"close"])
        super()._finished(rest)

    def connectionLost(self, reason: Failure | None = None) -> None:
        """End a response with its connection.

        A body without a declared length is whole only if the connection was closed in order.
        """
        decoder = self.bodyDecoder
        if decoder is None or not (
            self._excess or (isinstance(reason, Failure) and not reason.check(ConnectionDone))
        ):
            super().connectionLost(reason)
            return
        try:
            decoder.noMoreData()
        except (PotentialDataLoss, _DataLoss):
            whole = False
        else:
            whole = not self._excess
        causes = [cause for cause in (reason, Failure(_DataLoss())) if isinstance(cause, Failure)]
        self.response._bodyDataFinished(*(() if whole else (Failure(ResponseFailed(causes, self.response)),)))


class BoundedProtocol(_LenientHTTP11ClientProtocol):
    """A connection whose answer must begin in time and arrive at a least rate."""

    headers_timeout: float
    """Seconds from request to the end of the headers."""
    min_rate: int
    """Bytes a second."""
    rate_window: float
    """Seconds over which the rate is measured."""
    max_headers: int
    max_header_bytes: int
    _clock: Any = None
    _received = 0

    def request(self, request: Any) -> Any:
        """Send a request and start the clock of its answer."""
        deferred = super().request(request)
        parser = self._parser
        if parser is not None:
            parser.__class__ = BoundedParser  # as Scrapy's own protocol does: Twisted has no other way in
            vars(parser).update(max_headers=self.max_headers, max_header_bytes=self.max_header_bytes)
            self._received = 0
            self._watch(self.headers_timeout, self._check_headers)
        return deferred

    def dataReceived(self, data: bytes) -> None:
        """Read bytes of an answer and count them; bytes that nobody asked for end the connection."""
        self._received += len(data)
        if self._answering():
            super().dataReceived(data)
        else:
            self._transport().loseConnection()
        if not self._answering():
            self._stop_watch()

    def _answering(self) -> bool:
        return self._parser is not None

    def _transport(self) -> Any:
        return self.transport

    def _watch(self, seconds: float, check: Any) -> None:
        self._stop_watch()
        if seconds > 0:
            self._clock = call_later(seconds, check)

    def _stop_watch(self) -> None:
        if self._clock is not None:
            self._clock.cancel()
            self._clock = None

    def _check_headers(self) -> None:
        self._clock = None
        if self._parser is None:
            return
        if self._parser.bodyDecoder is None:
            self._give_up(
                DownloadTimeoutError(f"no complete headers within {self.headers_timeout:g} seconds")
            )
            return
        self._received = 0
        self._watch(self.rate_window, self._check_rate)

    def _check_rate(self) -> None:
        self._clock = None
        if self._parser is None:
            return
        if self._received < self.min_rate * self.rate_window:
            rate = self._received / self.rate_window
            self._give_up(DownloadTimeoutError(f"{rate:.0f} bytes a second, less than {self.min_rate}"))
            return
        self._received = 0
        self._watch(self.rate_window, self._check_rate)

    def _give_up(self, error: Exception) -> None:
        self._giveUp(Failure(error))
        self._transport().abortConnection()

    def connectionLost(self, reason: Failure | None = None) -> None:
        """Stop the clock, since the connection has ended."""
        self._stop_watch()
        super().connectionLost(reason)


def protocol_factory(settings: BaseSettings) -> type[_LenientHTTP11ClientFactory]:
    """Make the connection pool's factory with the bounds of the settings.

    ``HEADERS_TIMEOUT``, ``DOWNLOAD_MIN_RATE``, ``DOWNLOAD_RATE_WINDOW``, ``HEADERS_MAX_COUNT``,
    ``HEADERS_MAX_SIZE``.
    """

    class Protocol(BoundedProtocol):
        headers_timeout = settings.getfloat("HEADERS_TIMEOUT")
        min_rate = settings.getint("DOWNLOAD_MIN_RATE")
        rate_window = settings.getfloat("DOWNLOAD_RATE_WINDOW")
        max_headers = settings.getint("HEADERS_MAX_COUNT")
        max_header_bytes = settings.getint("HEADERS_MAX_SIZE")

    class Factory(_LenientHTTP11ClientFactory):
        def buildProtocol(self, addr: IAddress | None) -> BoundedProtocol:
            return Protocol(self._quiescentCallback)

    return Factory

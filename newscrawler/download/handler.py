"""The HTTP download handler: each connection is checked where it is made, each answer has bounds."""

# mypy: allow-untyped-calls
# (Twisted's HTTP client is not typed)

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from scrapy.core.downloader.handlers.http11 import (
    HTTP11DownloadHandler,
    _BindAddressAgent,
    _LenientHTTP11ClientFactory,
    _LenientHTTP11ClientProtocol,
    _LenientHTTPClientParser,
    _ScrapyAgent,
)
from scrapy.exceptions import (
    DownloadCancelledError,
    DownloadFailedError,
    DownloadTimeoutError,
    ResponseDataLossError,
)
from scrapy.utils._download_handlers import wrap_twisted_exceptions
from scrapy.utils.asyncio import call_later
from scrapy.utils.defer import maybe_deferred_to_future
from twisted.internet.error import ConnectionDone
from twisted.python.failure import Failure
from twisted.web._newclient import ResponseFailed
from twisted.web.client import _StandardEndpointFactory
from twisted.web.http import PotentialDataLoss, _DataLoss

from newscrawler.download.address_guard import AllowedHosts
from newscrawler.exceptions import Failed, Refused

if TYPE_CHECKING:
    from collections.abc import Iterator

    from scrapy import Request
    from scrapy.crawler import Crawler
    from scrapy.http import Response
    from scrapy.settings import BaseSettings
    from twisted.internet.interfaces import IAddress
    from twisted.web.client import Agent


class CheckedReactor:
    """A reactor for one host's connections: what it connects to is checked, everything else is the real one's.

    Names are resolved before (by Twisted's ``HostnameEndpoint``), so ``connectTCP`` gets the very address that will be
    connected to: nothing is resolved between check and connection.
    """

    def __init__(self, reactor: Any, allowed: AllowedHosts, host: str, port: int) -> None:
        self._reactor = reactor
        self._allowed = allowed
        self._host = host
        self._port = port

    def __getattr__(self, name: str) -> Any:
        return getattr(self._reactor, name)

    @property
    def __provides__(self) -> Any:
        return self._reactor.__provides__

    def connectTCP(self, host: str, port: int, *args: Any, **kwargs: Any) -> Any:
        """Connect, unless the address is forbidden.

        :raises Refused: by the address guard.
        """
        kind = self._allowed.refusal(self._host, self._port, host)
        if kind:
            raise Refused("address", f"{self._host}:{self._port} is at {host} ({kind})")
        return self._reactor.connectTCP(host, port, *args, **kwargs)


class CheckedEndpoints(_StandardEndpointFactory):
    """Makes the endpoints of http and https addresses on a checked reactor."""

    def __init__(self, *args: Any, allowed: AllowedHosts) -> None:
        super().__init__(*args)
        self._allowed = allowed
        self._real_reactor = self._reactor

    def endpointForURI(self, uri: Any) -> Any:
        """Make the endpoint for an address."""
        self._reactor = CheckedReactor(
            self._real_reactor, self._allowed, uri.host.decode("ascii", "replace"), uri.port
        )
        return super().endpointForURI(uri)


class BoundedParser(_LenientHTTPClientParser):
    """Response parser with a bound on headers, that believes no body whose end it has not seen."""

    max_headers = 200
    max_header_bytes = 65_536
    """0: no bound."""
    _lines = 0
    _line_bytes = 0
    _excess = False

    def lineReceived(self, line: bytes) -> None:
        """Count a line of the status line and headers, of ``1xx`` answers too, and read it."""
        self._lines += 1
        self._line_bytes += len(line)
        if 0 < self.max_headers < self._lines - 2 or 0 < self.max_header_bytes < self._line_bytes:
            raise Failed(
                "headers", f"more than {self.max_headers} lines or {self.max_header_bytes} bytes of headers"
            )
        super().lineReceived(line)

    def lineLengthExceeded(self, line: bytes) -> None:
        """Give up on a header line longer than Twisted's 16 KiB."""
        raise Failed("headers", f"a header line of {len(line)} bytes and more")

    def _finished(self, rest: bytes) -> None:
        """End a response; more bytes than its Content-Length says mean that the length is wrong."""
        if rest and self.bodyDecoder is not None and isinstance(self.response.length, int):
            self._excess = True
            self.connHeaders.setRawHeaders(b"connection", [b"close"])
        super()._finished(rest)

    def connectionLost(self, reason: Failure | None = None) -> None:
        """End a response with its connection: where no length is declared only an orderly close is an end."""
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
    """A connection whose answers must begin and go on within a time."""

    headers_timeout = 15.0
    min_rate = 1000
    rate_window = 10.0
    max_headers = BoundedParser.max_headers
    max_header_bytes = BoundedParser.max_header_bytes
    _clock: Any = None
    _received = 0

    def request(self, request: Any) -> Any:
        """Send a request and watch the time of its answer."""
        deferred = super().request(request)
        parser = self._parser
        if parser is not None:
            parser.__class__ = BoundedParser  # as Scrapy's own protocol does: Twisted has no other way in
            vars(parser).update(max_headers=self.max_headers, max_header_bytes=self.max_header_bytes)
            self._received = 0
            self._watch(self.headers_timeout, self._check_headers)
        return deferred

    def dataReceived(self, data: bytes) -> None:
        """Count and read bytes of an answer; bytes that nobody asked for end the connection."""
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
        """Stop the clock with the connection."""
        self._stop_watch()
        super().connectionLost(reason)


def _protocol_factory(settings: BaseSettings) -> type[_LenientHTTP11ClientFactory]:
    """Make the connection pool's factory with the bounds of the settings."""

    class Protocol(BoundedProtocol):
        headers_timeout = settings.getfloat("HEADERS_TIMEOUT", BoundedProtocol.headers_timeout)
        min_rate = settings.getint("DOWNLOAD_MIN_RATE", BoundedProtocol.min_rate)
        rate_window = settings.getfloat("DOWNLOAD_RATE_WINDOW", BoundedProtocol.rate_window)
        max_headers = settings.getint("HEADERS_MAX_COUNT", BoundedParser.max_headers)
        max_header_bytes = settings.getint("HEADERS_MAX_SIZE", BoundedParser.max_header_bytes)

    class Factory(_LenientHTTP11ClientFactory):
        def buildProtocol(self, addr: IAddress | None) -> BoundedProtocol:
            return Protocol(self._quiescentCallback)

    return Factory


class CheckedAgent(_ScrapyAgent):
    """Scrapy's agent for one request, on checked endpoints."""

    def __init__(self, *, allowed: AllowedHosts, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self._allowed = allowed

    def _get_agent(self, request: Request, timeout: float) -> Agent:
        if request.meta.get("proxy"):
            raise Refused("proxy", "a proxy resolves names itself, so that its connections cannot be checked")
        agent = super()._get_agent(request, timeout)
        if not isinstance(agent, _BindAddressAgent):
            raise TypeError(f"{type(agent).__name__} makes connections that are not checked")
        standard = agent._endpointFactory
        agent._endpointFactory = CheckedEndpoints(
            standard._reactor,
            standard._policyForHTTPS,
            standard._connectTimeout,
            standard._bindAddress,
            allowed=self._allowed,
        )
        return agent


class CheckedDownloadHandler(HTTP11DownloadHandler):
    """Scrapy's HTTP/1.1 handler with the address guard and bounds on time, rate and headers.

    Settings: ``ALLOWED_PRIVATE_HOSTS``, ``HEADERS_TIMEOUT`` (seconds from request to the end of the headers),
    ``DOWNLOAD_MIN_RATE`` (bytes a second, measured over ``DOWNLOAD_RATE_WINDOW`` seconds), ``HEADERS_MAX_COUNT``,
    ``HEADERS_MAX_SIZE`` (bytes); ``DOWNLOAD_TIMEOUT`` and ``DOWNLOAD_MAXSIZE`` are Scrapy's.
    """

    def __init__(self, crawler: Crawler) -> None:
        super().__init__(crawler)
        self._allowed = AllowedHosts.parse(crawler.settings.get("ALLOWED_PRIVATE_HOSTS") or "")
        self._pool._factory = _protocol_factory(crawler.settings)
        self._pool.retryAutomatically = False  # Twisted's own second try knows no delay and no budget

    async def download_request(self, request: Request) -> Response:
        """Download one address.

        :raises Refused: its connection is forbidden.
        :raises Failed: its answer breaks a bound of size.
        :raises DownloadTimeoutError: it breaks one of time or rate; then it is worth another try.
        """
        agent = CheckedAgent(
            allowed=self._allowed,
            contextFactory=self._contextFactory,
            bindAddress=self._bind_address,
            pool=self._pool,
            maxsize=self._default_maxsize,
            warnsize=self._default_warnsize,
            fail_on_dataloss=self._fail_on_dataloss,
            crawler=self._crawler,
            tls_verbose_logging=self._tls_verbose_logging,
        )
        try:
            with wrap_twisted_exceptions():
                return await maybe_deferred_to_future(agent.download_request(request))
        except (DownloadFailedError, ResponseDataLossError) as error:
            for cause in _causes(error):
                if isinstance(cause, (Failed, DownloadTimeoutError)):
                    raise cause from error
            raise
        except DownloadCancelledError as error:
            raise Failed("too_large", str(error)) from error


def _causes(error: BaseException) -> Iterator[BaseException]:
    """Walk what Twisted wrapped into an error."""
    pending: list[BaseException | None] = [error]
    while pending:
        cause = pending.pop()
        if cause is None:
            continue
        yield cause
        pending.append(cause.__cause__)
        pending.extend(
            reason.value for reason in getattr(cause, "reasons", ()) if isinstance(reason, Failure)
        )

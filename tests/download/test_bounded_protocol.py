"""Answers within bounds of time, rate and headers; the clock is moved by hand."""

from __future__ import annotations

from typing import Any

import pytest
from scrapy.exceptions import DownloadTimeoutError
from scrapy.settings import Settings
from twisted.internet.error import ConnectionDone, ConnectionLost
from twisted.internet.protocol import Protocol
from twisted.internet.task import Clock
from twisted.internet.testing import StringTransport
from twisted.python.failure import Failure
from twisted.web._newclient import Request
from twisted.web.http_headers import Headers

from newscrawler.download import bounded_protocol
from newscrawler.download.bounded_protocol import BoundedProtocol, protocol_factory
from newscrawler.exceptions import Failed

HEAD = b"HTTP/1.1 200 OK\r\nContent-Length: %d\r\n\r\n"


BOUNDS = {
    "HEADERS_TIMEOUT": 15,
    "DOWNLOAD_MIN_RATE": 1000,
    "DOWNLOAD_RATE_WINDOW": 10,
    "HEADERS_MAX_COUNT": 200,
    "HEADERS_MAX_SIZE": 65_536,
}


def made(bounds: dict[str, Any]) -> BoundedProtocol:
    """Make a connection's protocol as the connection pool does."""
    factory = protocol_factory(Settings(bounds))(lambda _: None, "metadata")
    protocol = factory.buildProtocol(None)
    assert isinstance(protocol, BoundedProtocol)
    return protocol


class Body(Protocol):
    """Collects a body and what ended it."""

    def __init__(self) -> None:
        self.data = b""
        self.end: Failure | None = None

    def dataReceived(self, data: bytes) -> None:
        self.data += data

    def connectionLost(self, reason: Failure | None = None) -> None:  # type: ignore[override]  # Twisted's default is no None
        self.end = reason


class Asked:
    """One request on a connection without a network."""

    def __init__(self, clock: Clock) -> None:
        self.clock = clock
        self.protocol = made(BOUNDS)
        self.transport = StringTransport()
        self.protocol.makeConnection(self.transport)
        self.found: list[Any] = []
        request = Request(b"GET", b"/", Headers({b"host": [b"times.example"]}), None)
        self.protocol.request(request).addBoth(self.found.append)

    def get(self, data: bytes) -> None:
        self.protocol.dataReceived(data)

    def body(self) -> Body:
        body = Body()
        self.found[0].deliverBody(body)
        return body

    @property
    def error(self) -> BaseException:
        """What the request failed with, out of what Twisted wraps around it."""
        (failure,) = self.found
        assert isinstance(failure, Failure)
        value = failure.value
        return value.reasons[0].value if hasattr(value, "reasons") else value


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> Asked:
    clock = Clock()
    monkeypatch.setattr(bounded_protocol, "call_later", clock.callLater)
    return Asked(clock)


def test_an_answer_in_time(asked: Asked) -> None:
    asked.get(HEAD % 4 + b"news")
    body = asked.body()
    assert body.data == b"news"
    asked.clock.advance(1000)
    assert not asked.transport.disconnected


def test_headers_that_do_not_come(asked: Asked) -> None:
    asked.get(b"HTTP/1.1 200 OK\r\n")
    asked.clock.advance(14.9)
    assert not asked.found
    asked.clock.advance(0.2)
    assert isinstance(asked.error, DownloadTimeoutError)
    assert asked.transport.disconnected


def test_a_body_that_comes_too_slowly(asked: Asked) -> None:
    asked.get(HEAD % 100_000)
    body = asked.body()
    asked.clock.advance(15)
    for _ in range(3):  # quick enough: 1,000 bytes a second
        asked.get(b"x" * 10_000)
        asked.clock.advance(10)
        assert body.end is None
    asked.get(b"x" * 9_999)
    asked.clock.advance(10)
    assert asked.transport.disconnected


@pytest.mark.parametrize(
    "head",
    [
        b"HTTP/1.1 200 OK\r\n" + b"A: b\r\n" * 300,
        b"HTTP/1.1 200 OK\r\n" + b"A: " + b"b" * 70_000,
        b"HTTP/1.1 200 OK\r\n" + (b"A: " + b"b" * 9_000 + b"\r\n") * 10,
        (b"HTTP/1.1 103 Early\r\nA: b\r\n\r\n") * 150,
    ],
    ids=["lines", "one line", "bytes", "early answers"],
)
def test_headers_without_an_end(asked: Asked, head: bytes) -> None:
    try:
        asked.get(head)
    except Failed as error:
        found: BaseException = error
    else:
        found = asked.error
    assert isinstance(found, Failed)
    assert found.reason == "headers"


def ended(asked: Asked, data: bytes, reason: type[Exception]) -> Body:
    asked.get(data)
    body = asked.body()
    asked.protocol.connectionLost(Failure(reason()))
    return body


def test_a_body_without_a_length_is_whole_after_an_orderly_close_alone(asked: Asked) -> None:
    body = ended(asked, b"HTTP/1.1 200 OK\r\n\r\nhalf a", ConnectionLost)
    assert body.end is not None
    assert "ResponseFailed" in repr(body.end.value)


def test_an_orderly_close_ends_a_body_without_a_length(asked: Asked) -> None:
    body = ended(asked, b"HTTP/1.1 200 OK\r\n\r\nall of it", ConnectionDone)
    assert body.data == b"all of it"
    assert body.end is not None
    assert "ResponseFailed" not in repr(body.end.value)


def test_bytes_that_nobody_asked_for_end_the_connection() -> None:
    protocol = made(BOUNDS)
    transport = StringTransport()
    protocol.makeConnection(transport)
    protocol.dataReceived(b"HTTP/1.1 200 OK\r\n\r\n")
    assert transport.disconnecting


def test_bounds_are_those_of_the_settings() -> None:
    own = {"HEADERS_TIMEOUT": 1.5, "DOWNLOAD_MIN_RATE": 7, "DOWNLOAD_RATE_WINDOW": 2.5}
    protocol = made({**own, "HEADERS_MAX_COUNT": 11, "HEADERS_MAX_SIZE": 1200})
    assert (protocol.headers_timeout, protocol.min_rate, protocol.rate_window) == (1.5, 7, 2.5)
    assert (protocol.max_headers, protocol.max_header_bytes) == (11, 1200)

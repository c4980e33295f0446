"""The address guard: where it stands, what it resolves, what it lets by."""

from __future__ import annotations

from typing import Any

import pytest
from scrapy import Request
from scrapy.settings import Settings
from scrapy.utils.test import get_crawler
from twisted.internet.address import IPv4Address, IPv6Address
from twisted.internet.endpoints import HostnameEndpoint
from twisted.internet.interfaces import IReactorPluggableNameResolver, IReactorTCP, IReactorTime
from twisted.internet.protocol import Factory, Protocol
from twisted.internet.task import Clock
from twisted.internet.testing import MemoryReactor
from zope.interface import implementer

from newscrawler.download import CheckedAgent, CheckedReactor
from newscrawler.download.address_guard import AllowedHosts
from newscrawler.downloadermiddlewares.guard import GuardMiddleware
from newscrawler.exceptions import Left, Refused, WrongArgument


@implementer(IReactorPluggableNameResolver, IReactorTCP, IReactorTime)
class Reactor(MemoryReactor, Clock):
    """Resolves by a script, a different answer each time, and notes what is connected to."""

    def __init__(self, *answers: list[str]) -> None:
        MemoryReactor.__init__(self)
        Clock.__init__(self)
        self.answers = list(answers)
        self.nameResolver = self

    def resolveHostName(self, receiver: Any, name: str, portNumber: int = 0, *_: Any, **__: Any) -> Any:
        receiver.resolutionBegan(None)
        for address in self.answers.pop(0):
            kind = IPv6Address if ":" in address else IPv4Address
            receiver.addressResolved(kind("TCP", address, portNumber))
        receiver.resolutionComplete()

    def connected_to(self) -> list[str]:
        return [client[0] for client in self.tcpClients]


def connect(reactor: Reactor, host: str = "news.example", port: int = 80, allowed: str = "") -> Any:
    checked = CheckedReactor(reactor, AllowedHosts.parse(allowed), host, port)
    outcome: list[Any] = []
    HostnameEndpoint(checked, host, port).connect(Factory.forProtocol(Protocol)).addBoth(outcome.append)
    for _ in range(10):
        reactor.advance(0.4)  # the next address is tried after 0.3 seconds
    return outcome


def test_a_public_address_is_connected_to() -> None:
    reactor = Reactor(["93.184.215.14"])
    connect(reactor)
    assert reactor.connected_to() == ["93.184.215.14"]


@pytest.mark.parametrize(
    "address", ["127.0.0.1", "10.0.0.1", "169.254.169.254", "::1", "fe80::1", "::ffff:127.0.0.1"]
)
def test_a_name_that_resolves_inside_is_refused(address: str) -> None:
    reactor = Reactor([address])
    (failure,) = connect(reactor)
    assert failure.check(Refused)
    assert failure.value.reason == "address"
    assert not reactor.connected_to()


def test_a_name_that_changes_its_address_is_resolved_once_only() -> None:
    """DNS rebinding: what was checked is what is connected to."""
    reactor = Reactor(["93.184.215.14"], ["127.0.0.1"])
    connect(reactor)
    assert reactor.connected_to() == ["93.184.215.14"]
    assert len(reactor.answers) == 1, "resolved a second time"


def test_of_many_addresses_only_public_ones_are_tried() -> None:
    reactor = Reactor(["127.0.0.1", "10.0.0.1", "93.184.215.14", "192.168.0.1"])
    connect(reactor)
    assert reactor.connected_to() == ["93.184.215.14"]


def test_an_allowed_host_is_let_in_on_its_port_only() -> None:
    for port, connected in ((8000, ["10.0.0.7"]), (8001, [])):
        reactor = Reactor(["10.0.0.7"])
        connect(reactor, "news.lan", port, "news.lan:8000")
        assert reactor.connected_to() == connected


def guard(**settings: Any) -> GuardMiddleware:
    return GuardMiddleware.from_crawler(get_crawler(settings_dict=settings))


@pytest.mark.parametrize(
    ("url", "reason"),
    [("file:///etc/passwd", "scheme"), ("ftp://example.org/", "scheme"), ("data:,x", "scheme"),
     ("http://127.1/", "address"), ("http://[::1]/", "address"), ("http://2130706433/", "address")],
)  # fmt: skip
def test_the_gate_refuses(url: str, reason: str) -> None:
    with pytest.raises(Refused) as refused:
        guard().process_request(Request(url))
    assert refused.value.reason == reason


def test_the_gate_lets_web_addresses_pass() -> None:
    guard().process_request(Request("https://example.org/a"))
    guard(ALLOWED_PRIVATE_HOSTS="127.0.0.1:81").process_request(Request("http://127.0.0.1:81/"))


def test_over_long_addresses_are_left() -> None:
    with pytest.raises(Left):
        guard(URLLENGTH_LIMIT=50).process_request(Request("https://example.org/" + "x" * 50))


def test_a_wrong_setting_is_said_at_the_start() -> None:
    with pytest.raises(WrongArgument, match="ALLOWED_PRIVATE_HOSTS"):
        guard(ALLOWED_PRIVATE_HOSTS="http://127.0.0.1/")


def test_proxies_are_refused() -> None:
    agent = CheckedAgent(allowed=AllowedHosts(), contextFactory=None, crawler=None)  # type: ignore[arg-type]
    with pytest.raises(Refused, match="proxy"):
        agent._get_agent(Request("http://example.org/", meta={"proxy": "http://10.0.0.1:3128"}), 1)


def test_the_project_is_guarded() -> None:
    settings = Settings()
    settings.setmodule("newscrawler.settings")
    handlers = settings.getdict("DOWNLOAD_HANDLERS")
    assert {name for name, handler in handlers.items() if handler} == {"http", "https"}
    assert set(handlers.values()) == {"newscrawler.download.handler.CheckedDownloadHandler", None}
    assert "newscrawler.downloadermiddlewares.guard.GuardMiddleware" in settings.getdict(
        "DOWNLOADER_MIDDLEWARES"
    )

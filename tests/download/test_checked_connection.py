"""Connections are checked where they are made: what is resolved, what is let by."""

from __future__ import annotations

from typing import Any

import pytest
from scrapy import Request
from twisted.internet.address import IPv4Address, IPv6Address
from twisted.internet.endpoints import HostnameEndpoint
from twisted.internet.interfaces import IReactorPluggableNameResolver, IReactorTCP, IReactorTime
from twisted.internet.protocol import Factory, Protocol
from twisted.internet.task import Clock
from twisted.internet.testing import MemoryReactor
from zope.interface import implementer

from newscrawler.download.address_guard import AllowedHosts
from newscrawler.download.checked_connection import CheckedAgent, CheckedReactor
from newscrawler.exceptions import Refused


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


def test_proxies_are_refused() -> None:
    agent = CheckedAgent(allowed=AllowedHosts(), contextFactory=None, crawler=None)  # type: ignore[arg-type]
    with pytest.raises(Refused, match="proxy"):
        agent._get_agent(Request("http://example.org/", meta={"proxy": "http://10.0.0.1:3128"}), 1)

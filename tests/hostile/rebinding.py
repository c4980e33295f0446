"""A name that changes its address (DNS rebinding), for a crawl as users start it.

``-s TWISTED_DNS_RESOLVER=tests.hostile.rebinding.RebindingResolver -s REBINDS_TO=127.0.0.3``: all names are
first at a public address, where the hostile newsroom answers, and then at the one that is given. Each
connection that is made is a line on stderr; none leaves this machine.
"""

from __future__ import annotations

import sys
from ipaddress import ip_address
from typing import TYPE_CHECKING, Any, Self

from twisted.internet.address import IPv4Address, IPv6Address
from twisted.internet.interfaces import IHostnameResolver
from zope.interface import implementer

from tests.hostile.hostile_server import SITE

if TYPE_CHECKING:
    from scrapy.crawler import Crawler

PUBLIC = "93.184.215.14"
CONNECTED = "connected to "
TRUSTED = 2
"""Answers with the public address: for robots.txt and the front page."""


@implementer(IHostnameResolver)
class RebindingResolver:
    """Answers a name, a different answer later, and is the network in which the public address is to be
    had."""

    def __init__(self, reactor: Any, later: list[str]) -> None:
        self.reactor = reactor
        self.later = later
        self.answered = 0

    @classmethod
    def from_crawler(cls, crawler: Crawler, reactor: Any) -> Self:
        return cls(reactor, crawler.settings.getlist("REBINDS_TO"))

    def install_on_reactor(self) -> None:
        self.reactor.installNameResolver(self)
        connect = self.reactor.connectTCP

        def route(host: str, port: int, *args: Any, **kwargs: Any) -> Any:
            sys.stderr.write(f"{CONNECTED}{host}\n")
            if host == PUBLIC:
                return connect(SITE, port, *args, **kwargs)
            here = ip_address(host).is_loopback
            return connect(host if here else SITE, port if here else 1, *args, **kwargs)

        self.reactor.connectTCP = route

    def resolveHostName(self, receiver: Any, name: str, portNumber: int = 0, *_: Any, **__: Any) -> Any:
        self.answered += 1
        receiver.resolutionBegan(None)
        for address in [PUBLIC] if self.answered <= TRUSTED else self.later:
            kind = IPv6Address if ":" in address else IPv4Address
            receiver.addressResolved(kind("TCP", address, portNumber))
        receiver.resolutionComplete()
        return receiver

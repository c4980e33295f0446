"""Connections that are checked where they are made: the address guard stands between name and socket."""

# mypy: allow-untyped-calls
# (Twisted's HTTP client is not typed)

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from scrapy.core.downloader.handlers.http11 import _BindAddressAgent, _ScrapyAgent
from twisted.web.client import _StandardEndpointFactory

from newscrawler.exceptions import Refused

if TYPE_CHECKING:
    from scrapy import Request
    from twisted.web.client import Agent

    from newscrawler.download.address_guard import AllowedHosts


class CheckedReactor:
    """A reactor that checks each address before it connects to it; for all else it is the real one.

    Twisted's ``HostnameEndpoint`` resolves the name first. So ``connectTCP`` gets the address itself, and
    nothing is resolved between check and connection.

    :param host: as the URL spells it.
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
        """Connect to an address.

        :raises Refused: the address guard forbids it.
        """
        kind = self._allowed.refusal(self._host, self._port, host)
        if kind:
            raise Refused("address", f"{self._host}:{self._port} is at {host} ({kind})")
        return self._reactor.connectTCP(host, port, *args, **kwargs)


class CheckedEndpoints(_StandardEndpointFactory):
    """Make the endpoints of http and https URLs on a checked reactor."""

    def __init__(self, *args: Any, allowed: AllowedHosts) -> None:
        super().__init__(*args)
        self._allowed = allowed
        self._real_reactor = self._reactor

    def endpointForURI(self, uri: Any) -> Any:
        """Make the endpoint of a URL."""
        self._reactor = CheckedReactor(
            self._real_reactor, self._allowed, uri.host.decode("ascii", "replace"), uri.port
        )
        return super().endpointForURI(uri)


class CheckedAgent(_ScrapyAgent):
    """Scrapy's agent for one request, which connects through checked endpoints."""

    def __init__(self, *, allowed: AllowedHosts, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self._allowed = allowed

    def _get_agent(self, request: Request, timeout: float) -> Agent:
        if request.meta.get("proxy"):
            raise Refused("proxy", "a proxy resolves names itself, so its connections cannot be checked")
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

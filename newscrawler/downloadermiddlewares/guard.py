"""The gate before every request: a URL that is no ordinary one of the web is not asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scrapy.utils.httpobj import urlparse_cached

from newscrawler.download.address_guard import AllowedHosts, literal
from newscrawler.exceptions import Left, Refused, WrongArgument

if TYPE_CHECKING:
    from typing import Self

    from scrapy import Request
    from scrapy.crawler import Crawler


class GuardMiddleware:
    """Refuses other schemes, over-long URLs and forbidden literal addresses.

    Names are checked where the connection is made (``newscrawler.download``), those that a browser page asks
    for too. Settings: ``ALLOWED_PRIVATE_HOSTS``, ``URLLENGTH_LIMIT``.
    """

    def __init__(self, crawler: Crawler) -> None:
        self.max_length = crawler.settings.getint("URLLENGTH_LIMIT")
        handlers = crawler.settings.getdict("DOWNLOAD_HANDLERS")
        self.schemes = {"http", "https"} | {scheme for scheme, handler in handlers.items() if handler}
        try:
            self.allowed = AllowedHosts.parse(crawler.settings.get("ALLOWED_PRIVATE_HOSTS") or "")
        except ValueError as error:
            raise WrongArgument(str(error)) from error

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Make the middleware.

        :raises WrongArgument: ``ALLOWED_PRIVATE_HOSTS`` cannot be read.
        """
        return cls(crawler)

    def process_request(self, request: Request) -> None:
        """Let an ordinary request pass.

        :raises Refused: ``scheme`` or ``address``.
        :raises Left: ``url_length``.
        """
        parts = urlparse_cached(request)
        if parts.scheme not in self.schemes:
            raise Refused("scheme", parts.scheme)
        if self.max_length and len(request.url) > self.max_length:
            raise Left("url_length", f"{len(request.url)} characters")
        host = parts.hostname or ""
        try:
            port = parts.port or (443 if parts.scheme == "https" else 80)
        except ValueError as error:
            raise Refused("address", str(error)) from error
        known = literal(host)
        kind = self.allowed.refusal(host, port, str(known)) if known is not None else None
        if kind:
            raise Refused("address", f"{host}:{port} is at {known} ({kind})")

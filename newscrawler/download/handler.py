"""The HTTP download handler: Scrapy's own, with checked connections and bounded answers."""

# mypy: allow-untyped-calls
# (Twisted's HTTP client is not typed)

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from scrapy.core.downloader.handlers.http11 import HTTP11DownloadHandler
from scrapy.exceptions import (
    DownloadCancelledError,
    DownloadFailedError,
    DownloadTimeoutError,
    ResponseDataLossError,
)
from scrapy.utils._download_handlers import wrap_twisted_exceptions
from scrapy.utils.defer import maybe_deferred_to_future
from twisted.python.failure import Failure

from newscrawler.download.address_guard import AllowedHosts
from newscrawler.download.bounded_protocol import protocol_factory
from newscrawler.download.checked_connection import CheckedAgent
from newscrawler.download.slots import note_sending
from newscrawler.exceptions import Failed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from scrapy import Request
    from scrapy.crawler import Crawler
    from scrapy.http import Response


class CheckedDownloadHandler(HTTP11DownloadHandler):
    """Scrapy's HTTP/1.1 handler with the address guard and bounds on time, rate and headers.

    ``ALLOWED_PRIVATE_HOSTS`` sets the guard, ``protocol_factory`` names the settings of the bounds; Scrapy's
    own ``DOWNLOAD_TIMEOUT`` and ``DOWNLOAD_MAXSIZE`` hold as well.
    """

    def __init__(self, crawler: Crawler) -> None:
        super().__init__(crawler)
        self._allowed = AllowedHosts.parse(crawler.settings.get("ALLOWED_PRIVATE_HOSTS") or "")
        self._pool._factory = protocol_factory(crawler.settings)
        self._pool.retryAutomatically = False  # Twisted's own second try knows no delay and no budget

    async def download_request(self, request: Request) -> Response:
        """Download one URL.

        :raises Refused: the address guard forbids its connection.
        :raises Failed: its answer exceeds a bound of size.
        :raises DownloadTimeoutError: its answer is too late or too slow; another try may succeed.
        """
        note_sending(self._crawler, request)
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

    async def close(self) -> None:
        """Close the connections that were kept, or leave them after Scrapy's own second.

        Scrapy's timer fires the pool's own deferred. In a process that was busy for that second, both the
        timer and the pool fire it, which prints a traceback at the end of a good run. This only waits.
        """
        closed = maybe_deferred_to_future(self._pool.closeCachedConnections())
        await asyncio.wait({asyncio.ensure_future(closed)}, timeout=self._disconnect_timeout)


def _causes(error: BaseException) -> Iterator[BaseException]:
    """Yield an error and all that Twisted wrapped into it."""
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

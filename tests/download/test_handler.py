"""The handler: it is the project's, and an error of a bound arrives as what it is."""

from __future__ import annotations

import asyncio
from types import SimpleNamespace

from scrapy.settings import Settings
from twisted.internet.defer import Deferred
from twisted.python.failure import Failure
from twisted.web._newclient import ResponseFailed

from newscrawler.download.handler import CheckedDownloadHandler, _causes
from newscrawler.exceptions import Failed


def test_the_project_is_guarded() -> None:
    settings = Settings()
    settings.setmodule("newscrawler.settings")
    handlers = settings.getdict("DOWNLOAD_HANDLERS")
    assert {name for name, handler in handlers.items() if handler} == {"http", "https"}
    assert set(handlers.values()) == {"newscrawler.download.handler.CheckedDownloadHandler", None}
    assert "newscrawler.downloadermiddlewares.guard.GuardMiddleware" in settings.getdict(
        "DOWNLOADER_MIDDLEWARES"
    )


def test_a_bound_is_found_below_what_twisted_wraps_around_it() -> None:
    bound = Failed("headers", "too many")
    outer = ValueError("connection lost")
    outer.__cause__ = ResponseFailed([Failure(OSError("x")), Failure(bound)])
    assert bound in list(_causes(outer))


def closing(seconds: float, deferred: Deferred[None]) -> CheckedDownloadHandler:
    """A handler without a crawl, whose pool closes when ``deferred`` fires."""
    handler = CheckedDownloadHandler.__new__(CheckedDownloadHandler)
    handler._disconnect_timeout = seconds
    handler._pool = SimpleNamespace(closeCachedConnections=lambda: deferred)
    return handler


async def test_connections_that_do_not_close_are_left() -> None:
    deferred: Deferred[None] = Deferred()
    await asyncio.wait_for(closing(0.01, deferred).close(), 10)
    assert not deferred.called  # it is the pool's to fire: a second firing is a traceback

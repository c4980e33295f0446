"""The handler: it is the project's, and an error of a bound arrives as what it is."""

from __future__ import annotations

from scrapy.settings import Settings
from twisted.python.failure import Failure
from twisted.web._newclient import ResponseFailed

from newscrawler.download.handler import _causes
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

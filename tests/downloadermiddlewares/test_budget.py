"""A run asks no host for more than its budget, and counts what it was sent."""

from __future__ import annotations

from types import SimpleNamespace
from urllib.parse import urlsplit

import pytest
from scrapy import Request
from scrapy.http import Response
from scrapy.utils.test import get_crawler

from newscrawler.downloadermiddlewares.budget import BudgetMiddleware
from newscrawler.exceptions import Failed, Left

URL = "https://press.example/1"
OTHER = "https://other.example/1"


def budget(**settings: int) -> BudgetMiddleware:
    crawler = get_crawler(settings_dict=settings)
    downloader = SimpleNamespace(get_slot_key=lambda request: urlsplit(request.url).hostname)
    crawler.engine = SimpleNamespace(downloader=downloader)
    return BudgetMiddleware.from_crawler(crawler)


def left(middleware: BudgetMiddleware, url: str) -> str | None:
    """Return why a request is not sent, None where it is."""
    try:
        middleware.process_request(Request(url))
    except Left as error:
        return error.reason
    return None


def test_requests_of_each_host() -> None:
    middleware = budget(HOST_MAX_REQUESTS=2)
    assert [left(middleware, url) for url in (URL, URL, URL)] == [None, None, "host_requests"]
    assert left(middleware, OTHER) is None


def test_requests_of_the_run() -> None:
    middleware = budget(RUN_MAX_REQUESTS=2)
    assert [left(middleware, url) for url in (URL, OTHER, OTHER)] == [None, None, "run_requests"]


def test_what_is_not_sent_is_not_counted() -> None:
    middleware = budget(RUN_MAX_REQUESTS=3, HOST_MAX_REQUESTS=1)
    assert [left(middleware, URL) for _ in range(5)] == [None, *["host_requests"] * 4]
    assert left(middleware, OTHER) is None


def test_bytes_of_each_host() -> None:
    middleware = budget(HOST_MAX_BYTES=100)
    middleware.response_downloaded(Response(URL, body=b"x" * 99), Request(URL))
    assert left(middleware, URL) is None
    middleware.response_downloaded(Response(URL, body=b"x"), Request(URL))
    assert left(middleware, URL) == "host_bytes"
    assert left(middleware, OTHER) is None


@pytest.mark.parametrize(
    ("error", "meta", "counted"),
    [
        (Failed("too_large"), {}, 70),
        (Failed("too_large"), {"download_maxsize": 40}, 40),
        (Failed("too_slow"), {}, 0),
        (ConnectionError(), {}, 0),
    ],
)
def test_a_body_that_was_cut_off(error: Exception, meta: dict[str, int], counted: int) -> None:
    middleware = budget(HOST_MAX_BYTES=100, DOWNLOAD_MAXSIZE=70)
    middleware.process_exception(Request(URL, meta=meta), error)
    assert middleware.bytes["press.example"] == counted


def test_no_bound() -> None:
    middleware = budget(HOST_MAX_REQUESTS=0, HOST_MAX_BYTES=0, RUN_MAX_REQUESTS=0)
    middleware.response_downloaded(Response(URL, body=b"x" * 1000), Request(URL))
    assert [left(middleware, URL) for _ in range(50)] == [None] * 50

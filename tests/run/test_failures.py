"""Every exception of a request has an outcome and a short reason."""

import inspect

import pytest
import scrapy.exceptions
from OpenSSL import SSL
from scrapy.exceptions import DownloadFailedError, IgnoreRequest, ResponseDataLossError
from scrapy.http import Response
from scrapy.spidermiddlewares.httperror import HttpError
from twisted.internet import error as tx
from twisted.python.failure import Failure
from twisted.web._newclient import ResponseFailed, ResponseNeverReceived

from newscrawler.exceptions import Failed, Left, Refused
from newscrawler.run.failures import FREE, TOLD_TO_WAIT, UNREACHABLE, is_missing, outcome_of

NOT_OF_REQUESTS = {
    "NotConfigured", "_InvalidOutput", "DontCloseSpider", "CloseSpider", "DropItem", "UsageError",
    "ContractFail",
    "ScrapyDeprecationWarning", "NotSupported", "IgnoreRequest",
}  # fmt: skip


def test_each_class_of_scrapy_has_its_own_reason() -> None:
    kinds = [
        kind
        for name, kind in inspect.getmembers(scrapy.exceptions, inspect.isclass)
        if issubclass(kind, Exception)
        and kind.__module__ == "scrapy.exceptions"
        and name not in NOT_OF_REQUESTS
    ]
    reasons = {kind.__name__: outcome_of(kind())[1] for kind in kinds}
    assert len(kinds) >= 8
    assert not {name for name, reason in reasons.items() if reason == name}, (
        "a class that outcomes.py does not know"
    )


@pytest.mark.parametrize(
    ("error", "expected"),
    [
        (tx.TimeoutError(), ("failed", "timeout")), (TimeoutError(), ("failed", "timeout")),
        (tx.DNSLookupError(), ("failed", "dns")), (tx.ConnectionRefusedError(), ("failed", "connection_refused")),
        (tx.ConnectError(), ("failed", "connection_lost")), (tx.ConnectionLost(), ("failed", "connection_lost")),
        (tx.ConnectionDone(), ("failed", "connection_lost")), (ConnectionError(), ("failed", "connection_lost")),
    ],
)  # fmt: skip
def test_each_error_of_a_connection(error: Exception, expected: tuple[str, str]) -> None:
    assert outcome_of(error) == expected


@pytest.mark.parametrize(
    ("error", "outcome"),
    [
        (Refused("robots"), ("refused", "robots")),
        (Left("depth"), ("left", "depth")),
        (Failed("too_large", "detail"), ("failed", "too_large")),
        (HttpError(Response("http://x", status=403)), ("refused", "http-403")),
        (HttpError(Response("http://x", status=404)), ("failed", "http-404")),
        (IgnoreRequest("Forbidden by robots.txt"), ("refused", "robots")),
        (IgnoreRequest("Filtered offsite request to 'x'"), ("refused", "offsite")),
        (ResponseDataLossError(), ("failed", "truncated")),
        (tx.ConnectionLost(), ("failed", "connection_lost")),
        (tx.DNSLookupError(), ("failed", "dns")),
        (ConnectionResetError(), ("failed", "connection_lost")),
        (OSError(), ("failed", "network")),
        (RuntimeError("ours"), ("failed", "RuntimeError")),
    ],
    ids=str,
)
def test_outcome(error: Exception, outcome: tuple[str, str]) -> None:
    assert outcome_of(error) == outcome
    assert outcome_of(Failure(error)) == outcome


def test_tls_is_told_from_a_lost_connection() -> None:
    for inner, reason in (
        (SSL.Error([("a", "b", "certificate verify failed")]), "tls"),
        (tx.ConnectionLost(), "connection_lost"),
    ):
        error = DownloadFailedError()
        error.__cause__ = ResponseNeverReceived([Failure(ResponseFailed([Failure(inner)]))])
        assert outcome_of(error) == ("failed", reason)


@pytest.mark.parametrize(
    ("error", "expected"),
    [
        (scrapy.exceptions.DownloadTimeoutError(), ("failed", "timeout")),
        (scrapy.exceptions.CannotResolveHostError(), ("failed", "dns")),
        (scrapy.exceptions.DownloadConnectionRefusedError(), ("failed", "connection_refused")),
        (scrapy.exceptions.DownloadCancelledError(), ("failed", "too_large")),
        (scrapy.exceptions.UnsupportedURLSchemeError(), ("refused", "scheme")),
        (scrapy.exceptions.NotSupported(), ("refused", "scheme")),
        (scrapy.exceptions.StopDownload(), ("failed", "stopped")),
        (DownloadFailedError(), ("failed", "connection_lost")),
        (IgnoreRequest("max redirections reached"), ("failed", "redirects")),
        (IgnoreRequest("larger than DOWNLOAD_MAXSIZE"), ("failed", "too_large")),
        (IgnoreRequest("of somebody else's middleware"), ("failed", "ignored")),
    ],
    ids=repr,
)
def test_what_each_error_of_scrapy_is_called(error: Exception, expected: tuple[str, str]) -> None:
    assert outcome_of(error) == expected


@pytest.mark.parametrize(
    "status", [401, 402, 403, 407, 451, 400, 404, 406, 408, 410, 429, 450, 452, 500, 503]
)
def test_which_answers_refuse(status: int) -> None:
    outcome = "refused" if status in {401, 402, 403, 407, 451} else "failed"
    assert outcome_of(HttpError(Response("http://x", status=status))) == (outcome, f"http-{status}")
    assert is_missing(f"http-{status}") == (status in {404, 410})


def test_reasons_that_cost_no_request() -> None:
    assert {
        "robots", "scheme", "address", "robots_unreachable", "section", "url_date", "lastmod", "host_tls", "host_dns",
        "host_refused",
    } == FREE  # fmt: skip
    assert UNREACHABLE == {"tls": "host_tls", "dns": "host_dns", "connection_refused": "host_refused"}
    assert {"retry_after", "crawl_delay", "host_waits"} == TOLD_TO_WAIT


def test_causes_in_a_circle_come_to_an_end() -> None:
    first, second = RuntimeError(), DownloadFailedError()
    first.__cause__, second.__cause__ = second, first
    assert outcome_of(second) == ("failed", "connection_lost")

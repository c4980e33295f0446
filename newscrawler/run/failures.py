"""Failures: the outcome and reason of a request that ended without a page."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from OpenSSL import SSL
from scrapy.exceptions import (
    CannotResolveHostError,
    DownloadCancelledError,
    DownloadConnectionRefusedError,
    DownloadFailedError,
    DownloadTimeoutError,
    IgnoreRequest,
    NotSupported,
    ResponseDataLossError,
    StopDownload,
    UnsupportedURLSchemeError,
)
from scrapy.spidermiddlewares.httperror import HttpError
from service_identity import VerificationError
from twisted.internet import error as tx
from twisted.python.failure import Failure

from newscrawler.exceptions import NotFetched

if TYPE_CHECKING:
    from newscrawler.run.account import Outcome

REFUSAL_STATUSES = frozenset({401, 402, 403, 407, 451})

TOLD_TO_WAIT = frozenset({"retry_after", "crawl_delay", "host_waits"})
"""Reasons for which a request is left since its host asks for it; other bounds are ours."""

UNREACHABLE = {"tls": "host_tls", "dns": "host_dns", "connection_refused": "host_refused"}
"""Reason -> what it is called where the host as a whole is out of reach, its robots.txt first of all."""

FREE = frozenset(
    {"robots", "scheme", "address", "robots_unreachable", "section", "url_date", "lastmod"}
) | frozenset(UNREACHABLE.values())
"""Reasons that cost no request, or that are of the run and not of the URL."""

_BY_CLASS: tuple[tuple[type[BaseException], Outcome, str], ...] = (
    (DownloadTimeoutError, "failed", "timeout"),
    (CannotResolveHostError, "failed", "dns"),
    (DownloadConnectionRefusedError, "failed", "connection_refused"),
    (ResponseDataLossError, "failed", "truncated"),
    (DownloadCancelledError, "failed", "too_large"),
    (UnsupportedURLSchemeError, "refused", "scheme"),
    (NotSupported, "refused", "scheme"),
    (StopDownload, "failed", "stopped"),
    (DownloadFailedError, "failed", "connection_lost"),
    (tx.TimeoutError, "failed", "timeout"),
    (tx.DNSLookupError, "failed", "dns"),
    (tx.ConnectionRefusedError, "failed", "connection_refused"),
    (tx.ConnectError, "failed", "connection_lost"),
    (tx.ConnectionLost, "failed", "connection_lost"),
    (tx.ConnectionDone, "failed", "connection_lost"),
    (ConnectionError, "failed", "connection_lost"),
    (TimeoutError, "failed", "timeout"),
    (OSError, "failed", "network"),
)

_BY_TEXT = (  # Scrapy's own middlewares tell their cases apart by text only
    ("Forbidden by robots.txt", "refused", "robots"),
    ("offsite", "refused", "offsite"),
    ("max redirections", "failed", "redirects"),
    ("DOWNLOAD_MAXSIZE", "failed", "too_large"),
)


def outcome_of(failure: Failure | BaseException) -> tuple[Outcome, str]:
    """Name the outcome and its reason for what an errback gets.

    An exception of a callback is ``("failed", <name of its class>)``.

    >>> outcome_of(DownloadTimeoutError("…"))
    ('failed', 'timeout')
    >>> outcome_of(ValueError("…"))
    ('failed', 'ValueError')
    """
    error = failure.value if isinstance(failure, Failure) else failure
    if isinstance(error, NotFetched):
        return cast("Outcome", error.outcome), error.reason
    if isinstance(error, HttpError):
        status = error.response.status
        return "refused" if status in REFUSAL_STATUSES else "failed", f"http-{status}"
    if isinstance(error, IgnoreRequest):
        text = str(error)
        for part, outcome, reason in _BY_TEXT:
            if part in text:
                return cast("Outcome", outcome), reason
        return "failed", "ignored"
    if _is_tls(error):
        return "failed", "tls"
    for kind, outcome, reason in _BY_CLASS:
        if isinstance(error, kind):
            return outcome, reason
    return "failed", type(error).__name__


def is_missing(reason: str) -> bool:
    """Tell whether a reason means that the site has no such page.

    >>> is_missing("http-404"), is_missing("http-403")
    (True, False)
    """
    return reason in {"http-404", "http-410"}


def _is_tls(error: BaseException | None) -> bool:
    """Tell whether TLS is behind an error: certificates and handshakes."""
    seen = 0
    pending = [error]
    while pending and seen < 20:
        cause = pending.pop()
        seen += 1
        if isinstance(cause, (SSL.Error, VerificationError)):
            return True
        if cause is not None:
            pending.append(cause.__cause__)
            pending.extend(
                reason.value for reason in getattr(cause, "reasons", ()) if isinstance(reason, Failure)
            )
    return False

"""Outcomes: what a failed request means for the account."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scrapy.exceptions import IgnoreRequest
from scrapy.spidermiddlewares.httperror import HttpError

from newscrawler.exceptions import NotFetched

if TYPE_CHECKING:
    from twisted.python.failure import Failure

    from newscrawler.account import Outcome

REFUSING = {401, 403, 407, 451}


def outcome_of(failure: Failure) -> tuple[Outcome, str]:
    """(outcome, reason) of a request that ended without a page."""
    error = failure.value
    if isinstance(error, NotFetched):
        return error.outcome, error.reason  # type: ignore[return-value]  # one of the account's
    if isinstance(error, HttpError):
        status = error.response.status
        return ("refused" if status in REFUSING else "failed"), f"http-{status}"
    if isinstance(error, IgnoreRequest):
        return "refused", "robots"
    return "failed", type(error).__name__

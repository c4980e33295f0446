"""The verdict on a run: exit code and one line, from what the run knows of itself."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from newscrawler.run.run import Run

EXIT_GOOD = 0
EXIT_FAILED = 1
EXIT_WRONG_ARGUMENTS = 2
EXIT_UNHEALTHY = 3
EXIT_BUSY = 75  # EX_TEMPFAIL of sysexits.h: try again later


@dataclass(frozen=True, slots=True)
class Verdict:
    """How a run ended."""

    exit_code: int
    line: str = ""
    """Empty for a good run."""


def judge(run: Run) -> Verdict:
    """Return the verdict on a finished run."""
    if run.wrong:
        return Verdict(EXIT_WRONG_ARGUMENTS, run.wrong)
    reason = run.stats.get_value("finish_reason")
    if line := run.failure or _why_nothing_was_read(run, reason):
        return Verdict(EXIT_FAILED, line)
    if reason == "shutdown":  # a signal: what was read is committed, the rest is for the next run
        return Verdict(EXIT_GOOD)
    if reason == "refused":
        return Verdict(EXIT_FAILED, "the site refused too many requests and was left alone")
    if errors := run.stats.get_value("spider_exceptions/count", 0):
        return Verdict(EXIT_FAILED, f"{errors} pages failed in our own code: see the log")
    if run.signs:
        return Verdict(EXIT_UNHEALTHY, "the site may have changed: " + "; ".join(run.signs))
    if failures := run.account.listing_failures:
        return Verdict(EXIT_UNHEALTHY, f"some listings could not be read: {_worst(failures)}")
    return Verdict(EXIT_GOOD)


def _why_nothing_was_read(run: Run, reason: str | None) -> str:
    """Return the line of a run that came to no article at all; empty for another."""
    if reason == "start_error":
        return "the crawl failed at its start: see the log"
    account = run.account
    unread = account.listing_failures + Counter(missing=account.sections_missing)
    if unread and not account.listed and not account.listings_not_modified:
        return f"no listing could be read ({_worst(unread)}): the site is out of reach or has changed"
    return ""


def _worst(failures: Counter[str]) -> str:
    return ", ".join(f"{name} ×{count}" for name, count in failures.most_common(3))

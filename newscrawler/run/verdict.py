"""The verdict on a run: exit code and one line, from the account and the run's statistics."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from newscrawler.run.account import account_of

if TYPE_CHECKING:
    from scrapy.crawler import Crawler

EXIT_GOOD = 0
EXIT_FAILED = 1
EXIT_WRONG_ARGUMENTS = 2
EXIT_UNHEALTHY = 3
EXIT_BUSY = 75  # EX_TEMPFAIL of sysexits.h: try again later

FATAL = "newscrawler/fatal"
"""Statistic: one line that says why the run could not go on (full disk, unusable output folder)."""
WRONG = "newscrawler/wrong_argument"
"""Statistic: one line on an argument that only the site itself could show to be wrong (a search it does not have)."""
NO_SECTION = "newscrawler/listing/no_section"
"""Statistic: declared sections that the site does not have; a run is good without some, not without all."""
UNHEALTHY = "newscrawler/health"
"""Statistic: list of lines, each a sign that the site has changed."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """How a run ended."""

    exit_code: int
    line: str = ""
    """Empty for a good run."""


def judge(crawler: Crawler) -> Verdict:
    """The verdict on a finished run."""
    stats = crawler.stats
    account = account_of(crawler)
    if wrong := stats.get_value(WRONG):
        return Verdict(EXIT_WRONG_ARGUMENTS, str(wrong))
    if fatal := stats.get_value(FATAL):
        return Verdict(EXIT_FAILED, str(fatal))
    reason = stats.get_value("finish_reason")
    if reason == "start_error":
        return Verdict(EXIT_FAILED, "the crawl failed at its start: see the log")
    failures = account.listing_failures
    unread = failures + Counter(missing=stats.get_value(NO_SECTION, 0))
    if unread and not account.listed and not stats.get_value("newscrawler/listing/not_modified"):
        worst = ", ".join(f"{name} ×{count}" for name, count in unread.most_common(3))
        return Verdict(
            EXIT_FAILED, f"no listing could be read ({worst}): the site is out of reach or has changed"
        )
    if reason == "shutdown":  # a signal: what was read is committed, the rest is for the next run
        return Verdict(EXIT_GOOD)
    if reason == "refused":
        return Verdict(EXIT_FAILED, "the site refused too many requests and was left alone")
    errors = stats.get_value("spider_exceptions/count", 0)
    if errors:
        return Verdict(EXIT_FAILED, f"{errors} pages failed in our own code: see the log")
    if signs := stats.get_value(UNHEALTHY):
        return Verdict(EXIT_UNHEALTHY, "the site may have changed: " + "; ".join(signs))
    if failures:
        worst = ", ".join(f"{name} ×{count}" for name, count in failures.most_common(3))
        return Verdict(EXIT_UNHEALTHY, f"some listings could not be read: {worst}")
    return Verdict(EXIT_GOOD)

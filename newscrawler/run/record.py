"""A run and its record: the line of ``runs.jsonl`` that says what was listed and what became of it."""

from __future__ import annotations

import os
import weakref
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from newscrawler import __version__
from newscrawler.run.account import account_of

if TYPE_CHECKING:
    from scrapy.crawler import Crawler

    from newscrawler.run.account import Account


class Run:
    """One run of one site."""

    def __init__(self, site: str, arguments: Mapping[str, str], start: datetime) -> None:
        self.id = new_run_id(start)
        self.site = site
        self.arguments = dict(arguments)
        self.start = start
        self.files: set[str] = set()
        """Files that this run has written to, relative to the output folder."""

    def record(
        self,
        account: Account,
        stats: Mapping[str, Any],
        *,
        end: datetime | None = None,
        reason: str = "killed",
    ) -> dict[str, Any]:
        """Return the line of the run as things stand; what is open in the account is ``left`` for ``reason``."""
        settled = sum(account.outcomes.values())
        left = account.reasons("left")
        if account.listed > settled:
            left[reason] = left.get(reason, 0) + account.listed - settled
        return {
            "site": self.site,
            "id": self.id,
            "start": timestamp(self.start),
            "end": timestamp(end or datetime.now(UTC)),
            "arguments": self.arguments,
            "version": __version__,
            "finish_reason": reason,
            "exit_code": None,
            "listed": account.listed,
            "fetched": stats.get("response_received_count", 0),
            "new": account.total("new"),
            "revised": account.total("revised"),
            "unchanged": account.total("unchanged"),
            "duplicates": account.total("duplicate"),
            "out_of_scope": account.total("out_of_scope"),
            "withdrawn": account.total("withdrawn"),
            "set_aside": account.reasons("set_aside"),
            "refused": account.reasons("refused"),
            "failed": account.reasons("failed"),
            "left": left,
            "robots_denied": account.reasons("refused").get("robots", 0),
            "bytes": stats.get("downloader/response_bytes", 0),
            "listings_not_modified": stats.get("newscrawler/listing/not_modified", 0),
            "listings_failed": dict(sorted(account.listing_failures.items())),
            "sources": sources_of(stats),
            "files": sorted(self.files),
        }


def sources_of(stats: Mapping[str, Any]) -> dict[str, dict[str, int]]:
    """Return field -> source -> how many articles of the run have it from there (``none``: do not have it).

    >>> sources_of({"newscrawler/source/lead/site": 3, "newscrawler/source/lead/none": 1, "item_scraped_count": 4})
    {'lead': {'none': 1, 'site': 3}}
    """
    found: dict[str, dict[str, int]] = {}
    for name, count in sorted(stats.items()):
        if name.startswith("newscrawler/source/"):
            field, _, source = name.removeprefix("newscrawler/source/").partition("/")
            found.setdefault(field, {})[source] = count
    return found


OUTCOMES = (
    "new",
    "revised",
    "unchanged",
    "duplicates",
    "out_of_scope",
    "withdrawn",
    "set_aside",
    "refused",
    "failed",
    "left",
)
"""Keys of a record whose numbers add up to ``listed``."""


def sum_of_outcomes(record: Mapping[str, Any]) -> int:
    """Return how many listed addresses have an outcome.

    >>> sum_of_outcomes({"new": 2, "failed": {"dns": 1, "timeout": 3}})
    6
    """
    values = (record.get(name, 0) for name in OUTCOMES)
    return sum(sum(value.values()) if isinstance(value, dict) else value for value in values)


def timestamp(moment: datetime) -> str:
    """Return a moment as it stands in the lines of this project: UTC, to the second."""
    return moment.astimezone(UTC).isoformat(timespec="seconds")


def new_run_id(now: datetime) -> str:
    """Return an id that sorts by time and that no other run has.

    >>> new_run_id(datetime(2026, 11, 23, 17, 5, 1, tzinfo=UTC))[:17]
    '20261123T170501Z-'
    """
    return f"{now.astimezone(UTC):%Y%m%dT%H%M%SZ}-{os.urandom(4).hex()}"


_runs: weakref.WeakKeyDictionary[Crawler, Run] = weakref.WeakKeyDictionary()


def run_of(crawler: Crawler, site: str) -> Run:
    """Return the run of a crawler, the same object for all of its components."""
    run = _runs.get(crawler)
    if run is None:
        arguments = getattr(crawler.spider, "arguments", None)
        known = {str(k): str(v) for k, v in arguments.items()} if isinstance(arguments, Mapping) else {}
        run = _runs[crawler] = Run(site, known, datetime.now(UTC))
    return run


def record_of(crawler: Crawler, site: str, *, reason: str = "killed") -> dict[str, Any]:
    """Return the record of a crawler's run as things stand."""
    return run_of(crawler, site).record(account_of(crawler), crawler.stats.get_stats(), reason=reason)

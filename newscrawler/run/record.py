"""The record of a run: the line of ``runs.jsonl`` that says what was listed and what became of it."""

from __future__ import annotations

from collections import Counter
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from newscrawler import __version__
from newscrawler.health.article_signs import section_trait

if TYPE_CHECKING:
    from collections.abc import Mapping

    from scrapy.statscollectors import StatsCollector

    from newscrawler.health.observation import Observation
    from newscrawler.run.run import Run


def record_of(run: Run, *, end: datetime | None = None, reason: str = "killed") -> dict[str, Any]:
    """Return the line of a run as things stand; what is open in its account is ``left`` for ``reason``."""
    account, stats = run.account, run.stats
    settled = sum(account.outcomes.values())
    left = account.reasons("left")
    if account.listed > settled:
        left[reason] = left.get(reason, 0) + account.listed - settled
    return {
        "site": run.site,
        "id": run.id,
        "start": timestamp(run.start),
        "end": timestamp(end or datetime.now(UTC)),
        "arguments": run.arguments,
        "version": __version__,
        "finish_reason": reason,
        "exit_code": None,
        "verdict": "",
        "listed": account.listed,
        "fetched": stats.get_value("response_received_count", 0),
        "new": account.total("new"),
        "revised": account.total("revised"),
        "unchanged": account.total("unchanged"),
        "not_due": account.total("not_due"),
        "waiting": account.reasons("waiting"),
        "out_of_range": account.total("out_of_range"),
        "duplicate": account.total("duplicate"),
        "withdrawn": account.total("withdrawn"),
        "rejected": account.reasons("rejected"),
        "refused": account.reasons("refused"),
        "failed": account.reasons("failed"),
        "left": left,
        "robots_denied": account.reasons("refused").get("robots", 0),
        "latency": _latency(stats),
        "bytes": stats.get_value("downloader/response_bytes", 0),
        "listings_not_modified": account.listings_not_modified,
        "listings_failed": dict(sorted(account.listing_failures.items())),
        "sources": _by_field(run.sources),
        "sections": _sections(run.observation),
        "files": sorted(run.files),
    }


LATENCY_COUNT, LATENCY_SUM = "newscrawler/latency/count", "newscrawler/latency/sum"
"""Counters: answers, and the seconds from each request to its answer."""


def _latency(stats: StatsCollector) -> dict[str, float]:
    """Return how many answers came, and how many seconds they took together, robots.txt and errors too.

    The mean of several runs is the sum of their seconds by the sum of their answers.
    """
    seconds = round(stats.get_value(LATENCY_SUM, 0.0), 3)
    return {"count": stats.get_value(LATENCY_COUNT, 0), "sum": seconds}


def _by_field(sources: Mapping[tuple[str, str], int]) -> dict[str, dict[str, int]]:
    """Return field -> source -> how many articles of the run have it from there.

    >>> _by_field({("lead", "site"): 3, ("lead", "none"): 1})
    {'lead': {'none': 1, 'site': 3}}
    """
    found: dict[str, dict[str, int]] = {}
    for (field, source), count in sorted(sources.items()):
        found.setdefault(field, {})[source] = count
    return found


def _sections(observation: Observation) -> dict[str, int]:
    """Return section -> new articles, the largest ones."""
    counts: Counter[str] = Counter()
    for is_weekend in (False, True):
        counts += observation.seen.get(section_trait(is_weekend=is_weekend), Counter())
    return dict(counts.most_common(MOST_SECTIONS))


MOST_SECTIONS = 30
OUTCOMES = (
    "new",
    "revised",
    "unchanged",
    "not_due",
    "waiting",
    "duplicate",
    "out_of_range",
    "withdrawn",
    "rejected",
    "refused",
    "failed",
    "left",
)
"""Keys of a record whose numbers add up to ``listed``."""


def sum_of_outcomes(record: Mapping[str, Any]) -> int:
    """Return how many listed URLs have an outcome.

    >>> sum_of_outcomes({"new": 2, "failed": {"dns": 1, "timeout": 3}})
    6
    """
    values = (record.get(name, 0) for name in OUTCOMES)
    return sum(sum(value.values()) if isinstance(value, dict) else value for value in values)


def timestamp(moment: datetime) -> str:
    """Return a moment as it stands in the lines of this project: UTC, to the second."""
    return moment.astimezone(UTC).isoformat(timespec="seconds")


def now() -> str:
    """Return this moment as it stands in the lines."""
    return timestamp(datetime.now(UTC))

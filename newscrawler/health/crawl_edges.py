"""Crawl edges: does a new article say that it is of the hour before this crawl, or before an earlier one?

What was published before a crawl was found by it, so a new article lies between two crawls. Where all times
are an hour early, none lies in the hour before this crawl, and some in the hour before the earlier one; where
they are an hour late, some lie in the future. The delay does not show it where crawls are hours apart.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from newscrawler.health.answer_signs import published_and_fetched

if TYPE_CHECKING:
    from newscrawler.items import Article

EDGE = "published_at at a crawl"
FRESH, OLDER, FUTURE = "fresh", "older", "future"
HOUR = timedelta(hours=1)
"""What a zone or a summer time that is wrong makes at least."""
APART = timedelta(hours=3)
"""Between two crawls at least: nearer edges meet, and the delay shows as much."""
TOO_FAR = timedelta(days=3)

Crawls = tuple[datetime, datetime]
"""When the crawl before and this one began."""


def crawls(earlier: int, now: datetime) -> Crawls | None:
    """Return both moments; None where they lie too near or too far from each other.

    :param earlier: seconds since 1970; 0: never.
    """
    before = datetime.fromtimestamp(earlier, now.tzinfo)
    return (before, now) if APART <= now - before <= TOO_FAR else None


def edge_of(article: Article, between: Crawls) -> str:
    """Return at which edge a new article lies; empty where it lies at none, or its instant is not known."""
    evidence = article.published_at_evidence
    if evidence is not None and article.published_at is None:  # withdrawn: it cannot be yet
        return FUTURE if evidence.precision != "day" and evidence.offset != "unknown" else ""
    if (known := published_and_fetched(article)) is None:
        return ""
    earlier, now = between
    try:
        if known[0] > now - HOUR:
            return FRESH
        return OLDER if earlier - HOUR < known[0] <= earlier else ""
    except TypeError:  # it has no offset
        return ""

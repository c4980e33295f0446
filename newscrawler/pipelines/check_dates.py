"""Take back times that cannot be: publication in the future, a change before the publication."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any, Self

from newscrawler.items import Article

if TYPE_CHECKING:
    from scrapy.crawler import Crawler
    from scrapy.statscollectors import StatsCollector

TOLERANCE = timedelta(minutes=15)
"""How far a publisher's clock may be ahead of ours."""

_LATEST_ZONE = timedelta(hours=14)


class CheckDates:
    """Replace a time that cannot be true by null; its evidence stays and shows what the page said."""

    def __init__(self, stats: StatsCollector) -> None:
        self._stats = stats

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Build with the crawler's stats."""
        return cls(crawler.stats)

    def process_item(self, item: Any) -> Any:
        """Return the article, its times possible."""
        if isinstance(item, Article):
            for withdrawn in withdraw_impossible(item):
                self._stats.inc_value(f"newscrawler/{withdrawn}")
        return item


def withdraw_impossible(item: Article) -> list[str]:
    """Withdraw times that cannot be true; return what was wrong with them, a slug each."""
    found = []
    if item.published_at and item.fetched_at and is_after(item.published_at, item.fetched_at):
        item.published_at = None
        item.extracted_by.pop("published_at", None)
        found.append("published_in_future")
    if item.modified_at and item.fetched_at and is_after(item.modified_at, item.fetched_at):
        _withdraw_modified(item)
        found.append("modified_in_future")
    if item.modified_at and item.published_at and is_before(item.modified_at, item.published_at):
        _withdraw_modified(item)
        found.append("modified_before_published")
    return found


def _withdraw_modified(item: Article) -> None:
    item.modified_at = None
    item.extracted_by.pop("modified_at", None)


def is_after(value: str, fetched_at: str) -> bool:
    """Tell whether a time of the line is certainly later than the moment of fetching.

    A day, or a local time without offset, begins somewhere on Earth 14 hours before it does in UTC.

    >>> is_after("2026-11-24T00:10:00+03:00", "2026-11-23T21:00:00+00:00")
    False
    >>> is_after("2026-11-24T00:20:00+03:00", "2026-11-23T21:00:00+00:00")
    True
    >>> is_after("2026-11-24", "2026-11-23T11:00:00+00:00")
    False
    """
    moment, fetched = datetime.fromisoformat(value), datetime.fromisoformat(fetched_at)
    if moment.tzinfo is None:
        moment = moment.replace(tzinfo=UTC) - _LATEST_ZONE
    return moment > fetched + TOLERANCE


def is_before(modified_at: str, published_at: str) -> bool:
    """Tell whether the change is certainly earlier than the publication.

    The two are compared to the minute, since one is often printed without seconds; by the day where one is a
    day or has no offset.

    >>> is_before("2026-11-23T10:00:00+00:00", "2026-11-23T13:00:30+03:00")
    False
    >>> is_before("2026-11-22", "2026-11-23T13:00:00+03:00")
    True
    >>> is_before("2026-11-23T10:00:00", "2026-11-23T13:00:00+03:00")
    False
    """
    modified, published = datetime.fromisoformat(modified_at), datetime.fromisoformat(published_at)
    if modified.tzinfo is None or published.tzinfo is None:
        return modified.date() < published.date()
    return modified.replace(second=0, microsecond=0) < published.replace(second=0, microsecond=0)

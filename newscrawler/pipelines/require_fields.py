"""Reject what cannot be a line: an article needs an id, a headline and a body."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Self

from newscrawler.items import Article, Rejection

if TYPE_CHECKING:
    from scrapy.crawler import Crawler
    from scrapy.statscollectors import StatsCollector

REQUIRED = ("id", "headline", "body")


class RequireFields:
    """Look at articles. A missing date is no reason to reject one: it is null in the line, and counted."""

    def __init__(self, stats: StatsCollector) -> None:
        self._stats = stats

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Build with the crawler's stats."""
        return cls(crawler.stats)

    def process_item(self, item: Any) -> Any:
        """Return the article, or a ``Rejection`` with reason ``no_id``, ``no_headline`` or ``no_body``."""
        if not isinstance(item, Article):
            return item
        for name in REQUIRED:
            if not getattr(item, name):
                return _rejection(item, f"no_{name}")
        if item.published_at is None:
            self._stats.inc_value("newscrawler/no_published_at")
        return item


def _rejection(article: Article, reason: str) -> Rejection:
    return Rejection(
        requested_url=article.requested_url,
        url=article.url,
        reason=reason,
        fetched_at=article.fetched_at,
        id=article.id,
        headline=article.headline,
    )

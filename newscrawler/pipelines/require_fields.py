"""Set aside what cannot be a line: an article needs a headline and a body."""

from __future__ import annotations

from typing import TYPE_CHECKING, Self

from newscrawler.exceptions import SetAside
from newscrawler.items import Rejection

if TYPE_CHECKING:
    from scrapy.crawler import Crawler
    from scrapy.statscollectors import StatsCollector

    from newscrawler.items import Article


class RequireFields:
    """A missing date is no reason: it stands as null, and is counted."""

    def __init__(self, stats: StatsCollector) -> None:
        self._stats = stats

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Build with the crawler's stats."""
        return cls(crawler.stats)

    def process_item(self, item: Article | Rejection) -> Article:
        """Return the article; raises ``SetAside`` with reason ``no_id``, ``no_headline`` or ``no_body``.

        A page that is no article at all is set aside with what it is instead.
        """
        if isinstance(item, Rejection):
            raise SetAside(item.reason, item.detail)
        if item.withdrawn:
            return item
        if not item.id:
            raise SetAside("no_id")
        if not item.headline:
            raise SetAside("no_headline")
        if not item.body:
            raise SetAside("no_body")
        if item.published_at is None:
            self._stats.inc_value("newscrawler/no_published_at")
        return item

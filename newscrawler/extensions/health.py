"""Health: signs, in the run itself, that a site has changed. Each makes the run end with exit code 3."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from scrapy import signals

from newscrawler.account import account_of
from newscrawler.exceptions import SetAside
from newscrawler.verdict import UNHEALTHY

if TYPE_CHECKING:
    from scrapy import Spider
    from scrapy.crawler import Crawler

    from newscrawler.items import Article

LEAST = 10  # articles below which a share says nothing
FIELDS = ("headline", "lead", "body", "section", "published_at", "topics")


class Health:
    """Judges the articles of a run by what their site declares."""

    def __init__(self, crawler: Crawler) -> None:
        self.crawler = crawler
        self.articles = 0
        self.sources: Counter[tuple[str, str]] = Counter()
        """(field, source) -> articles."""
        self.reasons: Counter[str] = Counter()

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Health:
        """An extension of a crawl."""
        extension = cls(crawler)
        crawler.signals.connect(extension.item_scraped, signal=signals.item_scraped)
        crawler.signals.connect(extension.item_dropped, signal=signals.item_dropped)
        crawler.signals.connect(extension.spider_closed, signal=signals.spider_closed)
        return extension

    def item_scraped(self, item: Article) -> None:
        """Count which source gave each field."""
        extracted = getattr(item, "extracted_by", None)
        if extracted is None or item.withdrawn:
            return
        self.articles += 1
        for field in FIELDS:
            self.sources[field, extracted.get(field, "none")] += 1

    def item_dropped(self, exception: BaseException) -> None:
        """Count why articles were set aside."""
        if isinstance(exception, SetAside):
            self.reasons[exception.reason] += 1

    def spider_closed(self, spider: Spider) -> None:
        """Publish the counts and the signs of change."""
        for (field, source), count in self.sources.items():
            self.crawler.stats.set_value(f"newscrawler/source/{field}/{source}", count)
        signs = self.signs(spider)
        if signs:
            self.crawler.stats.set_value(UNHEALTHY, signs)

    def signs(self, spider: Spider) -> list[str]:
        """What a person should look at, a line each."""
        found = []
        aside = self.reasons.total()
        if aside >= 3 and aside * 5 >= aside + self.articles:
            worst = ", ".join(f"{reason} {count}" for reason, count in self.reasons.most_common(3))
            found.append(f"{aside} of {aside + self.articles} articles set aside ({worst})")
        if self.articles >= LEAST:
            for layout in getattr(spider, "layouts", ())[:1]:
                found.extend(
                    f"{field}: the declared layouts gave it for {self.sources[field, 'site']} "
                    f"of {self.articles} articles"
                    for field in ("headline", "body")
                    if getattr(layout, field) and self.sources[field, "site"] * 2 < self.articles
                )
            dated = self.articles - self.sources["published_at", "none"]
            if dated * 2 < self.articles:
                found.append(f"published_at: known for {dated} of {self.articles} articles")
        account = account_of(self.crawler)
        refused = account.total("refused")
        if refused >= LEAST and refused * 2 > account.listed:
            found.append(f"{refused} of {account.listed} articles refused")
        return found

"""A plain spider that asks for listed articles, follows the links of listings, and keeps the account."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import scrapy

from newscrawler.ai_opt_outs import page_opt_outs
from newscrawler.items import ListedArticle
from newscrawler.run.errand import ArticleErrand, ListingErrand
from newscrawler.run.failures import outcome_of
from newscrawler.run.run import run_of

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterator

    from newscrawler.items import ListingKind


class HostileSpider(scrapy.Spider):
    name = "hostile"

    def __init__(
        self,
        articles: list[str] = (),
        listings: list[str] = (),
        allowed: list[str] = (),
        meta: dict[str, Any] | None = None,
        kind: ListingKind = "section",
    ) -> None:
        super().__init__()
        self.articles, self.listings = articles, listings
        self.allowed_domains = list(allowed)
        self.extra_meta = meta or {}
        self.kind = kind
        self.texts: dict[str, dict[str, Any]] = {}
        self.listing_outcomes: dict[str, tuple[str, str]] = {}

    async def start(self) -> AsyncIterator[Any]:
        for url in self.articles:
            if request := self.article(url):
                yield request
        for url in self.listings:
            yield self.listing(url)

    def article(self, url: str) -> scrapy.Request | None:
        if not run_of(self.crawler).account.enter(url):
            return None
        meta = {**ArticleErrand(listed=ListedArticle(url, url)).meta(), **self.extra_meta}
        return scrapy.Request(url, self.parse_article, errback=self.article_failed, meta=meta)

    def listing(self, url: str) -> scrapy.Request:
        return scrapy.Request(
            url, self.parse_listing, errback=self.listing_failed, meta=ListingErrand(kind=self.kind).meta()
        )

    def parse_listing(self, response: Any) -> Iterator[Any]:
        self.listing_outcomes[response.url] = ("read", "")
        for link in response.css("a"):
            url = response.urljoin(link.attrib["href"])
            if link.attrib.get("class") == "article":
                if request := self.article(url):
                    yield request
            else:
                yield self.listing(url)

    def parse_article(self, response: Any) -> Iterator[Any]:
        listed = response.meta["errand"].listed
        headline = response.css("h1::text").get()
        if headline is None:
            run_of(self.crawler).account.settle(listed.url, "rejected", "no_headline")
            return
        self.texts[listed.url] = {
            "headline": headline,
            "url": response.url,
            "end": "End of" in response.text,
            "size": len(response.body),
            "opt_outs": [*response.meta["errand"].opt_outs, *page_opt_outs(response.body)],
        }
        run_of(self.crawler).account.settle(listed.url, "new")
        yield {"headline": headline}

    def article_failed(self, failure: Any) -> None:
        run_of(self.crawler).account.settle(failure.request.meta["errand"].listed.url, *outcome_of(failure))

    def listing_failed(self, failure: Any) -> None:
        self.listing_outcomes[failure.request.url] = outcome_of(failure)

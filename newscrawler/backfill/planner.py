"""Planner: a site's own spider that reads all listings, and writes articles down instead of asking."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from newscrawler.discovery.declared import DeclaredDiscovery
from newscrawler.discovery.sections.plan import first_listings
from newscrawler.discovery.sitemaps.sitemap_order import day_in_url
from newscrawler.exceptions import OutputError
from newscrawler.news_spider import NewsSpider

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterator

    from scrapy import Request
    from scrapy.http import Response

    from newscrawler.backfill.plan import Plan
    from newscrawler.discovery.listing import Listing
    from newscrawler.items import ListedArticle


class PlansOnly(NewsSpider):
    """What a planner does otherwise than the spider of its site."""

    _plan: Plan

    async def start(self) -> AsyncIterator[Any]:
        """Ask for all listings: those of a crawl, and the sitemaps of all articles."""
        async for request in super().start():
            yield request
        if isinstance(self.discovery, DeclaredDiscovery):
            scope = replace(self.scope, selection=replace(self.selection, source="sitemap"))
            sitemaps = first_listings(self.discovery.declared, scope)
            for request in self.listings.worth_asking(map(self.discovery.ask, sitemaps)):
                yield request

    def parse_listing(self, response: Response, listing: Listing | None = None) -> Iterator[Any]:
        """Read a listing to the end of the span, also one that repeats others."""
        if listing is not None:
            listing.redundant = False
        yield from super().parse_listing(response, listing)

    def article_request(self, listed: ListedArticle) -> Request | None:
        """Write an article of the span into the plan.

        None is asked for but the few by which is learned which URLs are articles: the others wait for them.
        """
        self.run.account.enter(listed.url)
        day = listed.published_at or day_in_url(listed.url)
        if self.selection.in_range(day) is False or self._is_older(listed):
            self._plan.left_out += 1
            self.run.settle(listed.url, "out_of_range", "date")
            return None
        known = listed.published_at or day or _lastmod(listed) or _period_of(listed)
        values = {"url": listed.url, "time": listed.published_at, "section": listed.section}
        values["title"] = next((seen.headline for seen in listed.sightings if seen.headline), None)
        try:
            self._plan.enter(listed.key, known, {name: value for name, value in values.items() if value})
        except OutputError as error:
            self.run.stop_for(error)
        if listed.is_trial:
            return super().article_request(listed)
        self.run.settle(listed.url, "left", "planned")
        return None

    def revisit(self, url: str, published_at: str | None) -> Request | None:
        """Return None: a plan looks at no known article."""
        return None

    def _is_older(self, listed: ListedArticle) -> bool:
        """Tell whether an article was last changed before the span: so it was published before."""
        return listed.published_at is None and self.selection.is_older(_lastmod(listed))


def planner_of(spider: type[NewsSpider], plan: Plan) -> type[NewsSpider]:
    """Return the planner of a site.

    :param plan: where it writes.
    """
    return type(
        f"{spider.__name__}Plan", (PlansOnly, spider), {"_plan": plan, "__module__": spider.__module__}
    )


def _lastmod(listed: ListedArticle) -> str | None:
    return next((stated.value for stated in listed.stated if stated.source != "url"), None)


def _period_of(listed: ListedArticle) -> str | None:
    """Return the month in the name of the sitemap that has shown an article."""
    return next((day for seen in listed.sightings if (day := day_in_url(seen.url))), None)

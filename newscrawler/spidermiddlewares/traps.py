"""Bounds on what a page may ask for: a request beyond one is left, with a count, before it is made."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qsl, urlsplit

from scrapy import Request, signals
from scrapy.http import HtmlResponse

from newscrawler.run.errand import article_errand, listing_errand
from newscrawler.run.run import run_of
from newscrawler.run.traps import repeats

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable
    from typing import Self

    from scrapy.crawler import Crawler
    from scrapy.http import Response
    from scrapy.settings import BaseSettings

    from newscrawler.run.account import Account


class AvoidTrapsMiddleware:
    """Leave requests beyond a bound, and shapes of URLs that have stopped leading to articles.

    Settings, 0 for no bound: ``LINKS_PER_PAGE`` (requests from one page), ``LISTING_MAX_ITEMS`` (articles
    from one page), ``SITEMAP_MAX_ITEMS``, ``SITEMAP_MAX_DEPTH`` (the same for sitemaps, and how deep indexes
    may name indexes), ``LISTING_MAX_PAGES`` (pages of one listing, each linked by the one before),
    ``DEPTH_LIMIT``, ``URLLENGTH_LIMIT``, ``PATH_MAX_DEPTH``, ``PARAMETERS_MAX``; and those of ``run.traps``.
    """

    def __init__(self, crawler: Crawler) -> None:
        run = run_of(crawler)
        self._stats = run.stats
        self._account = run.account
        self._traps = run.traps
        self._checks = {sitemap: _checks(crawler.settings, sitemap=sitemap) for sitemap in (False, True)}

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Make the middleware and listen to what becomes of articles."""
        middleware = cls(crawler)
        crawler.signals.connect(middleware.item_scraped, signals.item_scraped)
        crawler.signals.connect(middleware.item_dropped, signals.item_dropped)
        return middleware

    async def process_spider_output(
        self, response: Response, result: AsyncIterator[Any]
    ) -> AsyncIterator[Any]:
        """Let requests within the bounds pass; those of an HTML listing wait until it has been judged."""
        page = _Page(self._account)
        self._visited(response)
        waiting = []
        # what is judged by its page is an HTML listing; a sitemap lists thousands, which need not wait
        is_judged = article_errand(response.request) is None and isinstance(response, HtmlResponse)
        try:
            async for output in result:
                if not isinstance(output, Request):
                    yield output
                elif self._passes(output, response, page):
                    if is_judged:
                        waiting.append(output)
                    else:
                        yield output
        except Exception:
            # what the callback gave before it broke
            self._judge(response, page)
            for request in waiting:
                yield request
            raise
        self._judge(response, page)
        for request in waiting:
            yield request

    def _passes(self, request: Request, response: Response, page: _Page) -> bool:
        page.links += 1
        article, listing = article_errand(request), listing_errand(request)
        depth = request.meta["depth"] = response.meta.get("depth", 0) + 1
        if article is not None:
            if article.page == "further":
                return True  # which the spider counts
            page.articles += 1
        elif listing is not None:
            before = listing_errand(response.request)
            listing.pages += before.pages if before else 1
        reason = self._reason(request, response, page)
        if reason is None:
            page.fresh += article is not None
            self._stats.max_value("request_depth_max", depth)
            return True
        self._stats.inc_value(f"newscrawler/left/{reason}")
        if article is not None:
            self._account.settle(article.listed.url, "left", reason)
        return False

    def _reason(self, request: Request, response: Response, page: _Page) -> str | None:
        """Return the name of the bound that a request breaks, None for one within all."""
        listing, before = listing_errand(request), listing_errand(response.request)
        is_article = article_errand(request) is not None
        asked = _Asked(
            url=request.url,
            depth=request.meta["depth"],
            links=page.links,
            articles=page.articles if is_article else 0,
            listings=listing.pages if listing else 0,
            is_sitemap=listing is not None and listing.kind == "sitemap",
        )
        for check in self._checks[before is not None and before.kind == "sitemap"]:
            if 0 < check.most < check.measure(asked):
                return check.reason
        if repeats(request.url):
            return "trap_path"
        if self._traps.is_other_session(request.url):
            return "trap_session"
        return self._traps.closed(_first_url(request), article=is_article)

    def _visited(self, response: Response) -> None:
        """Count an article page as barren until its item arrives."""
        article = article_errand(response.request)
        if response.request is not None and article is not None and article.page != "further":
            self._traps.count_barren(_first_url(response.request), article=True)

    def _judge(self, response: Response, page: _Page) -> None:
        """Count a listing page that shows no article which is new in this run.

        Articles that were not asked for, by section or day, are articles too. JSON listings end by their own
        rules.
        """
        is_article = article_errand(response.request) is not None
        if response.request is None or not (is_article or listing_errand(response.request)):
            return
        url = _first_url(response.request)
        if page.is_out_of_range(self._account) or (page.fresh and not is_article):
            self._traps.count_fruitful(url, article=is_article)
        elif not is_article and isinstance(response, HtmlResponse):
            self._traps.count_barren(url, article=False)

    def item_scraped(self, response: Response | None) -> None:
        """Note that a page was an article."""
        if response is not None and response.request is not None:
            is_article = article_errand(response.request) is not None
            self._traps.count_fruitful(_first_url(response.request), article=is_article)

    def item_dropped(self, response: Response | None, exception: Exception) -> None:
        """Note that a page was an article whose line is there already."""
        if getattr(exception, "outcome", None) == "unchanged":
            self.item_scraped(response)


@dataclass(frozen=True, slots=True)
class _Asked:
    """What is measured of a request."""

    url: str
    depth: int
    links: int
    """Requests that its page has led to so far."""
    articles: int
    """Of these, articles; 0 for a request that is for none."""
    listings: int
    """Pages of listings on the way to it; 0 for an article."""
    is_sitemap: bool


@dataclass(frozen=True, slots=True)
class _Check:
    """A bound and what is held against it."""

    reason: str
    most: int
    """0: no bound."""
    measure: Callable[[_Asked], int]


def _checks(settings: BaseSettings, *, sitemap: bool) -> tuple[_Check, ...]:
    """Return the bounds on what a page leads to, in the order in which they are named.

    :param sitemap: the page is a sitemap.
    """
    links = settings.getint("LINKS_PER_PAGE")
    items = settings.getint("LISTING_MAX_ITEMS")
    if sitemap:
        items = settings.getint("SITEMAP_MAX_ITEMS")
        links = links and max(links, items)
    return (
        _Check("url_length", settings.getint("URLLENGTH_LIMIT"), lambda asked: len(asked.url)),
        _Check("depth", settings.getint("DEPTH_LIMIT"), lambda asked: asked.depth),
        _Check("links_per_page", links, lambda asked: asked.links),
        _Check("listing_items", items, lambda asked: asked.articles),
        _Check(
            "sitemap_depth",
            settings.getint("SITEMAP_MAX_DEPTH"),
            lambda asked: asked.listings if asked.is_sitemap else 0,
        ),
        _Check("listing_pages", settings.getint("LISTING_MAX_PAGES"), lambda asked: asked.listings),
        _Check("trap_path", settings.getint("PATH_MAX_DEPTH"), lambda asked: asked.url.count("/") - 2),
        _Check("trap_parameters", settings.getint("PARAMETERS_MAX"), _parameters),
    )


def _parameters(asked: _Asked) -> int:
    return len(parse_qsl(urlsplit(asked.url).query)) if "&" in asked.url else 0


class _Page:
    """What one answer has led to so far."""

    __slots__ = ("articles", "before", "fresh", "links")

    def __init__(self, account: Account) -> None:
        self.links = 0
        self.articles = 0
        self.fresh = 0
        self.before = account.total("out_of_range")

    def is_out_of_range(self, account: Account) -> bool:
        """Tell whether it has led to articles that were not asked for."""
        return account.total("out_of_range") > self.before


def _first_url(request: Request) -> str:
    """Return the URL under which a request is counted: before any redirect."""
    first: list[str] = request.meta.get("redirect_urls") or [request.url]
    return first[0]

"""Crawler traps and bounds on what pages may ask for: left, with a count, before a request is made."""

from __future__ import annotations

import re
import weakref
from collections import Counter
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qsl, urlsplit

from scrapy import Request, signals
from scrapy.http import HtmlResponse

from newscrawler.exceptions import Left
from newscrawler.run.account import account_of

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from typing import Self

    from scrapy.crawler import Crawler
    from scrapy.http import Response

    from newscrawler.run.account import Account

_SESSION = re.compile(
    r";(?:jsessionid|phpsessid|sid)=[^/?#]*|/\([a-z]\([0-9a-z]{16,}\)\)(?=/)"
    r"|/(?:sid|session(?:id)?)[-_=/][0-9a-z]{8,}(?=/)",
    re.IGNORECASE,
)
_TOKEN = re.compile(r"[0-9a-f]{12,}|(?=[a-z0-9_-]*[0-9])(?=[a-z0-9_-]*[a-z])[a-z0-9_]{20,}", re.IGNORECASE)
_DIGITS = re.compile(r"[0-9]+")
_SLUG = re.compile(r"(?<=/)[^/]*[-_][^/]*[-_][^/]*|(?<=/)[^/]{40,}")


def repeats(url: str, times: int = 3) -> bool:
    """Tell whether a path grows by repeating itself.

    >>> repeats("https://example.org/a/b/a/b/a/b/"), repeats("https://example.org/2026/11/11/11-dead")
    (True, False)
    """
    parts = [part for part in urlsplit(url).path.split("/") if part]
    for size in range(1, min(4, len(parts) // times) + 1):
        for start in range(len(parts) - size * times + 1):
            run = parts[start : start + size]
            if any(part.isdigit() for part in run) and size == 1:
                continue  # a date may repeat a number
            if all(parts[start + size * n : start + size * (n + 1)] == run for n in range(1, times)):
                return True
    return False


def shape(url: str) -> str:
    """Reduce an address to its shape: numbers, tokens and slugs lose their value, parameters name and value.

    >>> shape("https://example.org/calendar/2026/11?day=3&view=a")
    'example.org/calendar/0/0?'
    """
    parts = urlsplit(url)
    path = _DIGITS.sub("0", _TOKEN.sub("x", _SLUG.sub("s", parts.path)))
    return f"{parts.netloc}{path}{'?' if parts.query else ''}"


def without_session(url: str) -> str | None:
    """Take a session out of an address's path; None where there is none, as nearly everywhere.

    >>> without_session("https://example.org/a/1;jsessionid=0A1B2C3D4E5F60718293?x=1")
    'https://example.org/a/1?x=1'
    """
    plain, found = _SESSION.subn("", url)
    return plain if found else None


_barren: weakref.WeakKeyDictionary[Crawler, Counter[str]] = weakref.WeakKeyDictionary()


def barren_of(crawler: Crawler) -> Counter[str]:
    """Get a run's counts: shape -> pages in a row without an article; ``listing``: of any shape."""
    return _barren.setdefault(crawler, Counter())


def closed(request: Request, barren: Counter[str], pages: int, articles: int) -> str | None:
    """Name the reason why nothing of a request's shape is asked for any more."""
    count = barren[_bucket(request)]
    if "listed" in request.meta:
        return "trap_articles" if articles and count >= articles else None
    return "trap_pages" if pages and (count >= pages or barren["listing"] >= 4 * pages) else None


class AvoidTraps:
    """Leaves requests beyond a bound, and shapes of addresses that have stopped leading to articles.

    Settings, 0 for no bound: ``LINKS_PER_PAGE`` (requests from one page), ``LISTING_MAX_ITEMS`` (articles from one
    page), ``SITEMAP_MAX_ITEMS``, ``SITEMAP_MAX_DEPTH`` (the same for sitemaps, and how deep indexes may name
    indexes), ``LISTING_MAX_PAGES`` (pages of one listing, each linked by the one before), ``DEPTH_LIMIT``,
    ``URLLENGTH_LIMIT``, ``PATH_MAX_DEPTH``, ``PARAMETERS_MAX``, ``TRAP_PAGES`` (listing pages of one shape in a row
    without an article that is new in this run), ``TRAP_ARTICLES`` (article pages of one shape in a row of which none
    was an article).
    """

    def __init__(self, crawler: Crawler) -> None:
        self.crawler = crawler
        settings = crawler.settings
        self.account = account_of(crawler)
        self.links = settings.getint("LINKS_PER_PAGE", 5000)
        self.items = settings.getint("LISTING_MAX_ITEMS", 5000)
        self.sitemap_items = settings.getint("SITEMAP_MAX_ITEMS", 50_000)
        self.sitemap_depth = settings.getint("SITEMAP_MAX_DEPTH", 3)
        self.pages = settings.getint("LISTING_MAX_PAGES", 5000)
        self.depth = settings.getint("DEPTH_LIMIT")
        self.length = settings.getint("URLLENGTH_LIMIT")
        self.path_depth = settings.getint("PATH_MAX_DEPTH", 20)
        self.parameters = settings.getint("PARAMETERS_MAX", 30)
        self.trap_pages = settings.getint("TRAP_PAGES", 100)
        self.trap_articles = settings.getint("TRAP_ARTICLES", 200)
        self.barren = barren_of(crawler)
        self.seen_without_session: set[int] = set()
        """Hashes of addresses that carried a session, without it."""

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
        """Let requests within the bounds pass, those of a listing page when it has been judged; items at once."""
        page = _Page(self.account)
        self._visited(response)
        waiting = []
        is_article = "listed" in response.meta
        try:
            async for output in result:
                if not isinstance(output, Request):
                    yield output
                elif self._passes(output, response, page):
                    if is_article:
                        yield output
                    else:
                        waiting.append(output)
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
        listed = request.meta.get("listed")
        depth = request.meta["depth"] = response.meta.get("depth", 0) + 1
        if "continued" in request.meta:
            return True  # a further page of one article, which the spider counts
        if listed is not None:
            page.articles += 1
        elif "page_kind" in request.meta:
            request.meta["listing_pages"] = response.meta.get("listing_pages", 1) + 1
        reason = self._reason(request, response, page)
        assert self.crawler.stats is not None
        if reason is None:
            page.fresh += listed is not None
            self.crawler.stats.max_value("request_depth_max", depth)
            return True
        self.crawler.stats.inc_value(f"newscrawler/left/{reason}")
        if listed is not None:
            self.account.settle(listed.url, "left", reason)
        return False

    def _reason(self, request: Request, response: Response, page: _Page) -> str | None:
        """Name the bound that a request breaks."""
        url = request.url
        listed = "listed" in request.meta
        is_sitemap = response.meta.get("page_kind") == "sitemap"
        if self.length and len(url) > self.length:
            return "url_length"
        if self.depth and request.meta["depth"] > self.depth:
            return "depth"
        if self.links and page.links > max(self.links, self.sitemap_items if is_sitemap else 0):
            return "links_per_page"
        items = self.sitemap_items if is_sitemap else self.items
        if listed and items and page.articles > items:
            return "listing_items"
        if (
            request.meta.get("page_kind") == "sitemap"
            and 0 < self.sitemap_depth < request.meta["listing_pages"]
        ):
            return "sitemap_depth"
        if not listed and self.pages and request.meta.get("listing_pages", 0) > self.pages:
            return "listing_pages"
        if self.path_depth and url.count("/") - 2 > self.path_depth:
            return "trap_path"
        if repeats(url):
            return "trap_path"
        plain = without_session(url)
        if plain is not None:
            if hash(plain) in self.seen_without_session:
                return "trap_session"
            self.seen_without_session.add(hash(plain))
        if (
            self.parameters
            and url.count("&") >= self.parameters
            and len(parse_qsl(urlsplit(url).query)) > self.parameters
        ):
            return "trap_parameters"
        return closed(request, self.barren, self.trap_pages, self.trap_articles)

    def _visited(self, response: Response) -> None:
        """Count an article page as barren until its item arrives."""
        if response.request is not None and "listed" in response.meta and "continued" not in response.meta:
            self.barren[_bucket(response.request)] += 1

    def _judge(self, response: Response, page: _Page) -> None:
        """Count a listing page without an article that is new in this run; JSON listings end by their own rules.

        Articles that were not asked for, by section or day, are articles.
        """
        if response.request is None or "page_kind" not in response.meta:
            return
        bucket = _bucket(response.request)
        if "listed" in response.meta:
            if page.out_of_scope(self.account):
                self.barren.pop(bucket, None)
            return
        if not isinstance(response, HtmlResponse):
            return
        for counted in (bucket, "listing"):
            if page.fresh or page.out_of_scope(self.account):
                self.barren.pop(counted, None)
            else:
                self.barren[counted] += 1

    def item_scraped(self, response: Response | None) -> None:
        """Note that a page was an article."""
        if response is not None and response.request is not None:
            self.barren.pop(_bucket(response.request), None)

    def item_dropped(self, response: Response | None, exception: Exception) -> None:
        """Note that a page was an article whose line is there already."""
        if getattr(exception, "outcome", None) == "unchanged":
            self.item_scraped(response)


class LeaveTraps:
    """Downloader middleware that leaves what waited in the scheduler when its shape was closed."""

    def __init__(self, crawler: Crawler) -> None:
        self.barren = barren_of(crawler)
        self.trap_pages = crawler.settings.getint("TRAP_PAGES", 100)
        self.trap_articles = crawler.settings.getint("TRAP_ARTICLES", 200)

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Make the middleware."""
        return cls(crawler)

    def process_request(self, request: Request) -> None:
        """Let requests of open shapes pass.

        :raises Left: ``trap_pages`` or ``trap_articles``.
        """
        if "page_kind" not in request.meta or "continued" in request.meta:
            return
        reason = closed(request, self.barren, self.trap_pages, self.trap_articles)
        if reason is not None:
            raise Left(reason, request.url)


class _Page:
    """What one answer has led to so far."""

    __slots__ = ("articles", "before", "fresh", "links")

    def __init__(self, account: Account) -> None:
        self.links = 0
        self.articles = 0
        self.fresh = 0
        self.before = account.total("out_of_scope")

    def out_of_scope(self, account: Account) -> bool:
        """Whether it has led to articles that were not asked for."""
        return account.total("out_of_scope") > self.before


def _bucket(request: Request) -> str:
    """Name what a request is counted under, before any redirect."""
    first = request.meta.get("redirect_urls") or [request.url]
    return f"{'article' if 'listed' in request.meta else 'listing'} {shape(first[0])}"

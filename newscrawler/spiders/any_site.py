"""Any news site, without a line of code: ``scrapy crawl any_site -a url=https://example.org``."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any
from urllib.parse import urljoin, urlsplit

from newscrawler.bounds import setting
from newscrawler.discovery.front_page import looks_like_article, read_front, read_links
from newscrawler.discovery.listing import Walk
from newscrawler.exceptions import WrongArgument
from newscrawler.news_spider import NewsSpider
from newscrawler.publication.selection import Selection, parse_selection
from newscrawler.publication.site import Site
from newscrawler.run.failures import is_missing, outcome_of
from newscrawler.urls import in_domains, registrable_host

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterator, Mapping

    from scrapy import Request
    from scrapy.http import Response

    from newscrawler.discovery.listed_link import ListedLink
    from newscrawler.items import Article

USUAL_FEEDS = ("/feed", "/rss.xml", "/rss", "/atom.xml", "/feed.xml")


class AnySiteSpider(NewsSpider):
    """Finds feeds, sitemaps and sections by itself and decides by the page what is an article.

    Its site is called by its host: ``output/example.org/``.
    """

    name = "any_site"

    def __init__(self, name: str | None = None, **arguments: str) -> None:
        host = registrable_host(arguments.get("url", ""))
        self.allowed_domains = (host,) if host else ()  # type: ignore[misc]  # known only now
        super().__init__(name, **arguments)
        self.front = self.arguments["url"]
        self.menu: dict[str, tuple[str, str]] = {}
        """Section slug -> (address, name), as the front page links them."""

    @classmethod
    def check_arguments(cls, arguments: dict[str, str]) -> Selection:
        """``url`` and the general arguments; sections are checked when the front page has named them."""
        others = {name: value for name, value in arguments.items() if name != "url"}
        for name in ("topics", "query"):
            if others.get(name):
                raise WrongArgument(
                    f"{name}=: only a declared site knows its {name}; allowed: url, sections, since, until"
                )
        parts = urlsplit(arguments.get("url", ""))
        if parts.scheme not in {"http", "https"} or not parts.hostname:
            raise WrongArgument("url= is missing: scrapy crawl any_site -a url=https://example.org")
        return parse_selection(others, sections=(), timezone_name=None)

    @classmethod
    def site_named(cls, arguments: Mapping[str, str]) -> str:
        """The host under which the publisher registers."""
        return registrable_host(arguments["url"])

    @property
    def site(self) -> Site:
        """A site about which only its host is known."""
        host = self.allowed_domains[0]
        return Site(host, domains=(host,), base_url=self.selection.site_url)

    @property
    def base(self) -> str:
        """The root of the host that was given."""
        return urljoin(self.selection.site_url or self.front, "/")

    async def start(self) -> AsyncIterator[Any]:
        """The front page; what else there is, it says."""
        url = self.address(self.front)
        yield self.listing(Walk("index", None, url), self.parse_front)
        if self.selection.source in {None, "sitemap"}:
            walk = Walk("sitemap", "robots.txt", self.address("/robots.txt"), guessed=True)
            yield self.listing(walk, self.parse_robots)

    def parse_front(self, response: Response, walk: Walk) -> Iterator[Any]:
        """The front page: feeds, sections, and its own links to articles."""
        root = self.parse_listing_page(response).root
        front = read_front(root, response.url, self.allowed_domains, self.bounds)
        self.menu = front.sections
        for slug, (_, name) in front.sections.items():
            self._section_slugs.setdefault(name.casefold(), slug)
            self._section_slugs.setdefault(slug, slug)
        wanted = self.selection.sections
        unknown = [slug for slug in wanted if slug not in self.menu]
        if unknown:
            raise self._wrong_argument(
                f"sections={unknown[0]}: not in the site's menus; there are: {', '.join(self.menu) or 'none'}"
            )
        if self.selection.source in {None, "html"}:
            for slug in wanted or self.menu:
                address, name = self.menu[slug]
                yield self.listing(Walk("section", name, self.address(address), slug=slug), self.parse_links)
            if not wanted:
                page = read_links(root, response.url, self.allowed_domains, self.bounds)
                walk.reads(page)
                yield from self.follow(page, walk)
        if self.selection.source in {None, "feed"}:
            guessed = not front.feeds
            for feed in front.feeds or [urljoin(response.url, path) for path in USUAL_FEEDS]:
                yield self.listing(Walk("feed", None, self.address(feed), guessed=guessed), self.parse_feed)

    def parse_links(self, response: Response, walk: Walk) -> Iterator[Any]:
        """A section page: links that look like articles, and its next page."""
        root = self.parse_listing_page(response).root
        page = read_links(root, response.url, self.allowed_domains, self.bounds)
        if page.cut:
            self._listing_cut(response.url, setting("page_links"))
        walk.reads(page)
        yield from self.follow(page, walk)
        if page.next_page and walk.goes_on(page, self.selection):
            yield self.listing(walk, self.parse_links, url=self.address(page.next_page))

    def parse_robots(self, response: Response, walk: Walk) -> Iterator[Any]:
        """The sitemaps that robots.txt names, on the site's own hosts."""
        size, most = self.settings.getint("ROBOTS_MAX_SIZE"), self.bounds.robots_sitemaps
        text = response.body[: size or None].decode("utf-8", "replace")
        named = (self.address(path) for path in re.findall(r"(?im)^\s*sitemap\s*:\s*(\S+)", text))
        addresses = [url for url in dict.fromkeys(named) if in_domains(url, self.allowed_domains)]
        if 0 < most < len(addresses):
            self._listing_cut(response.url, setting("robots_sitemaps"))
        for address in addresses[: most or None]:
            yield self.listing(Walk("sitemap", None, address), self.parse_sitemap)
        if not addresses:
            yield self._usual_sitemap()

    def _usual_sitemap(self) -> Request:
        walk = Walk("sitemap", None, self.address("/sitemap.xml"), guessed=True)
        return self.listing(walk, self.parse_sitemap)

    def listing_failed(self, failure: Any) -> Iterator[Any]:
        """What nobody has declared need not be there; but what the site itself names and cannot be read is a failure."""
        walk: Walk = failure.request.cb_kwargs["walk"]
        outcome, reason = outcome_of(failure)
        if outcome == "left" or walk.kind == "index" or not (walk.guessed or is_missing(reason)):
            yield from super().listing_failed(failure)
            return
        self.crawler.stats.inc_value("newscrawler/listing/not_there")
        if walk.name == "robots.txt":
            yield self._usual_sitemap()

    def _listing_broken(self, walk: Walk, reason: str) -> None:
        if walk.kind in {"feed", "sitemap"}:
            self.crawler.stats.inc_value("newscrawler/listing/not_there")
            return
        super()._listing_broken(walk, reason)

    def see(self, link: ListedLink, walk: Walk, offset: int = 0) -> Request | None:
        """Feeds and news sitemaps list articles only; of plain sitemaps, what looks like one."""
        if walk.kind == "sitemap" and not link.headline and not looks_like_article(link.url):
            return None
        return super().see(link, walk, offset)

    def section_of(self, article: Article) -> str | None:
        """By the page; where it says nothing that the menus know, the section page that showed the article."""
        found = super().section_of(article)
        if found is None:
            shown = [
                sighting.name
                for sighting in article.listed_on
                if sighting.kind == "section" and sighting.name
            ]
            found = self._section_slugs.get(shown[0].casefold()) if shown else None
        return found

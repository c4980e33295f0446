"""Any news site, without a line of code: ``scrapy crawl any_site -a url=https://example.org``."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any
from urllib.parse import urljoin, urlsplit

from newscrawler.discovery.undeclared import FrontPageDiscovery
from newscrawler.discovery.url_list import site_of_most
from newscrawler.exceptions import WrongArgument
from newscrawler.news_spider import NewsSpider
from newscrawler.publication.list_argument import open_list
from newscrawler.publication.selection import ARGUMENTS, Selection, parse_selection
from newscrawler.publication.site import Site
from newscrawler.publication.url_argument import check_url, with_scheme
from newscrawler.urls import registrable_host

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Mapping

    from newscrawler.discovery.discovery import Discovery


ALLOWED = ("url", *(name for name in ARGUMENTS if name not in {"topics", "query"}))


class AnySiteSpider(NewsSpider):
    """Finds feeds, sitemaps and sections by itself and decides by the page what is an article.

    Its site is called by its host: ``output/example.org/``.
    """

    name = "any_site"
    is_declared = False

    def __init__(self, name: str | None = None, **arguments: str) -> None:
        self.front_page = _front_page(arguments)
        self.allowed_domains = (registrable_host(self.front_page),)  # type: ignore[misc]  # known only now
        super().__init__(name, **arguments)

    @classmethod
    def check_arguments(cls, arguments: dict[str, str]) -> Selection:
        """``url`` and the general arguments; sections are checked when the front page has named them."""
        for name in ("topics", "query"):
            if arguments.get(name):
                raise WrongArgument(
                    f"{name}=: only a declared site knows its {name}; allowed: {', '.join(ALLOWED)}"
                )
        selection = parse_selection(arguments, sections=(), timezone_name=None, allowed=ALLOWED)
        _front_page(arguments)
        return selection

    @classmethod
    def site_named(cls, arguments: Mapping[str, str]) -> str:
        """Return the host under which the publisher registers."""
        return registrable_host(_front_page(arguments))

    @classmethod
    def url_named(cls, arguments: Mapping[str, str]) -> str | None:
        """Return the URL of the front page."""
        return _front_page(arguments)

    async def start(self) -> AsyncIterator[Any]:
        """Ask for the front page and robots.txt; say it where the page lies below the site's root."""
        if (path := urlsplit(self.front_page).path) not in {"", "/"}:
            said = "url= has a path: %s is read as the front page, with the feeds and sections that it names"
            self.logger.info(said, path)
        async for request in super().start():
            yield request

    @cached_property
    def site(self) -> Site:
        """The site, about which only its host is known."""
        host = self.allowed_domains[0]
        return Site(host, domains=(host,), base_url=self.selection.site_url)

    @property
    def base_url(self) -> str:
        """The root of the host that was given."""
        return urljoin(self.selection.site_url or self.front_page, "/")

    @cached_property
    def discovery(self) -> Discovery:
        """Where the site's articles are listed: as its front page and its robots.txt say."""
        given = self.arguments.get("url", self.front_page)
        is_assumed = with_scheme(given) != given.strip()
        plain = self.front_page.replace("https://", "http://", 1) if is_assumed else None
        return FrontPageDiscovery(self.scope, self.front_page, plain)


def _front_page(arguments: Mapping[str, str]) -> str:
    """Return the URL that was given, clean.

    :raises WrongArgument: there is none, or it cannot be asked for.
    """
    if not arguments.get("url") and arguments.get("urls"):
        return _root_of_list(arguments["urls"])
    if not arguments.get("url"):
        raise WrongArgument("url= is missing: scrapy crawl any_site -a url=https://example.org")
    return check_url("url=", with_scheme(arguments["url"]))


def _root_of_list(given: str) -> str:
    """Return the root of the site that has most of a list's URLs.

    :raises WrongArgument: there is no URL in it, or it cannot be read.
    """
    with open_list("urls=", given) as file:
        url = site_of_most(file)
    if url is None:
        raise WrongArgument(f"urls={given}: no URL in it; write one a line, as https://example.org/story")
    return check_url("urls=", urljoin(url, "/"))

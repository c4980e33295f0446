"""Any news site, without a line of code: ``scrapy crawl any_site -a url=https://example.org``."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING
from urllib.parse import urljoin

from newscrawler.discovery.undeclared import FrontPageDiscovery
from newscrawler.exceptions import WrongArgument
from newscrawler.news_spider import NewsSpider
from newscrawler.publication.selection import Selection, parse_selection
from newscrawler.publication.site import Site
from newscrawler.publication.url_argument import check_url
from newscrawler.urls import registrable_host

if TYPE_CHECKING:
    from collections.abc import Mapping

    from newscrawler.discovery.discovery import Discovery


class AnySiteSpider(NewsSpider):
    """Finds feeds, sitemaps and sections by itself and decides by the page what is an article.

    Its site is called by its host: ``output/example.org/``.
    """

    name = "any_site"

    def __init__(self, name: str | None = None, **arguments: str) -> None:
        self.front_page = _front_page(arguments)
        self.allowed_domains = (registrable_host(self.front_page),)  # type: ignore[misc]  # known only now
        super().__init__(name, **arguments)

    @classmethod
    def check_arguments(cls, arguments: dict[str, str]) -> Selection:
        """``url`` and the general arguments; sections are checked when the front page has named them."""
        others = {name: value for name, value in arguments.items() if name != "url"}
        for name in ("topics", "query"):
            if others.get(name):
                raise WrongArgument(
                    f"{name}=: only a declared site knows its {name}; allowed: url, sections, since, until"
                )
        _front_page(arguments)
        return parse_selection(others, sections=(), timezone_name=None)

    @classmethod
    def site_named(cls, arguments: Mapping[str, str]) -> str:
        """Return the host under which the publisher registers."""
        return registrable_host(_front_page(arguments))

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
        return FrontPageDiscovery(self.scope, self.front_page)


def _front_page(arguments: Mapping[str, str]) -> str:
    """Return the URL that was given, clean.

    :raises WrongArgument: there is none, or it cannot be asked for.
    """
    if not arguments.get("url"):
        raise WrongArgument("url= is missing: scrapy crawl any_site -a url=https://example.org")
    return check_url("url=", arguments["url"])

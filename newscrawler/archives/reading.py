"""Reading of kept pages, in a process of its own: a source becomes an article, a rejection or a reason."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING

from scrapy.settings import Settings
from scrapy.spiderloader import get_spider_loader

from newscrawler.archives.inputs import PlacedBlock
from newscrawler.archives.kept_page import NoPage, page_of_block
from newscrawler.archives.saved_page import page_of_file
from newscrawler.archives.wanted import Wanted
from newscrawler.bounds import Bounds
from newscrawler.extract import read_page
from newscrawler.items import Article, Rejection
from newscrawler.output.folder import can_name_site
from newscrawler.publication.declared_sites import DeclaredSites
from newscrawler.publication.site import Site
from newscrawler.urls import registrable_host

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from typing import Any

    from newscrawler.archives.inputs import Source
    from newscrawler.archives.kept_page import KeptPage
    from newscrawler.archives.saved_url import UrlSource


@dataclass(frozen=True, slots=True)
class Read:
    """What a source became."""

    site: str
    item: Article | Rejection
    place: str


class PageReader:
    """Reads sources with today's declarations."""

    def __init__(
        self, settings: Mapping[str, Any], wanted: Wanted | None = None, url_from: UrlSource | None = None
    ) -> None:
        self._settings = Settings(settings)
        self._bounds = Bounds.of(self._settings)
        bound = self._settings.getint("DOWNLOAD_MAXSIZE")
        self._largest = bound if bound > 0 else sys.maxsize >> 1
        self._declared = DeclaredSites(get_spider_loader(self._settings))
        self._wanted = wanted or Wanted()
        self._url_from = url_from

    def read(self, source: Source) -> Read | NoPage:
        """Return the article of a source, or what it is instead."""
        if isinstance(source, NoPage):
            return source
        if isinstance(source, PlacedBlock):
            page = page_of_block(source.block, source.place, self._largest)
        else:
            page = page_of_file(source, self._largest, self._url_from)
        return page if isinstance(page, NoPage) else self._read(page)

    def _read(self, page: KeptPage) -> Read | NoPage:
        site = self._declared.site_of(page.url) or Site(registrable_host(page.url))
        if not can_name_site(site.name):
            return NoPage("no_host", page.place)
        if page.fetched_at is None:
            return NoPage("no_date", page.place)
        if reason := self._wanted.refuses(page.url, page.fetched_at):
            return NoPage(reason, page.place)
        reading = read_page(
            page.body,
            page.url,
            fetched_at=page.fetched_at,
            headers=page.headers,
            site=site,
            bounds=self._bounds,
        )
        if reading.article is not None:
            return Read(site.name, reading.article, page.place)
        found = reading.not_an_article
        assert found is not None
        rejection = Rejection(page.url, page.url, found.kind, found.reason, fetched_at=page.fetched_at)
        return Read(site.name, rejection, page.place)


def reader_of(
    settings: Mapping[str, Any], wanted: Wanted, url_from: UrlSource | None
) -> Callable[[Source], Read | NoPage]:
    """Return what reads one source, for a process of its own."""
    return PageReader(settings, wanted, url_from).read


def killed_the_reader(source: Source) -> NoPage:
    """Return what becomes of a source at which its reader died."""
    return NoPage("killed_the_reader", str(getattr(source, "place", source)), is_damaged=True)

"""Plan: which listings of a declared site a crawl begins with."""

from __future__ import annotations

from datetime import datetime, timedelta
from itertools import islice
from typing import TYPE_CHECKING, Literal

from newscrawler.discovery.listing import Listing
from newscrawler.discovery.sitemaps.dated_urls import dated_urls, is_dated_by
from newscrawler.publication.attributes import urls_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from datetime import date

    from newscrawler.discovery.scope import Scope
    from newscrawler.publication.declaration import Publication
    from newscrawler.publication.selection import Selection


def first_listings(declared: type[Publication], scope: Scope) -> Iterator[Listing]:
    """Yield the first listings of what the arguments ask for; topics and search by way of the home page."""
    asked = scope.selection
    is_whole = asked.source is None and not (asked.topics or asked.query)
    if asked.topics or asked.query:
        yield Listing("index", None, scope.base, "home")
    elif asked.source not in {"feed", "sitemap"}:
        for slug in asked.sections or declared.sections:
            if slug in declared.sections:
                yield section_listing(declared, scope, slug)
    if asked.source == "feed" or is_whole:
        yield from _feeds(declared, scope)
    if asked.source == "sitemap" or is_whole:
        yield from _sitemaps(scope, declared.news_sitemaps)
    if asked.source == "sitemap":
        for slug, url in _of_sections(declared.section_sitemaps, asked):
            yield from _sitemaps(scope, [url], slug)
        yield from _sitemaps(scope, declared.sitemaps)


def section_listing(declared: type[Publication], scope: Scope, slug: str) -> Listing:
    """Return the listing of a section."""
    url, *others = map(scope.url, urls_of(declared.sections[slug]))
    return Listing("section", slug, url, slug=slug, alternatives=tuple(others))


def declared_listing(declared: type[Publication], scope: Scope, url: str) -> Listing | None:
    """Return the listing that lies at a URL by the declaration."""
    place = url.rstrip("/")

    def is_there(path: str) -> bool:
        return is_dated_by(place, scope.url(path).rstrip("/"))

    for slug, pages in declared.sections.items():
        if any(map(is_there, urls_of(pages))):
            return Listing("section", slug, url, slug=slug)
    kind: Literal["feed", "sitemap"]
    for kind, whole, of_sections in (
        ("feed", declared.feeds, declared.section_feeds),
        ("sitemap", (*declared.news_sitemaps, *declared.sitemaps), declared.section_sitemaps),
    ):
        for slug, feeds in of_sections.items():
            if any(map(is_there, urls_of(feeds))):
                return Listing(kind, slug, url, kind, slug=slug)
        if any(map(is_there, whole)):
            return Listing(kind, None, url, kind)
    return Listing("index", None, url) if is_there("/") else None


def _feeds(declared: type[Publication], scope: Scope) -> Iterator[Listing]:
    for slug, url in _of_sections(declared.section_feeds, scope.selection):
        yield Listing("feed", slug, scope.url(url), "feed", slug=slug)
    for url in declared.feeds:
        yield Listing("feed", None, scope.url(url), "feed")


def _of_sections(urls: Mapping[str, str | tuple[str, ...]], asked: Selection) -> Iterator[tuple[str, str]]:
    """Yield slug and URL of what is declared for the sections that are asked for."""
    for slug, declared in urls.items():
        if not asked.sections or slug in asked.sections:
            for url in urls_of(declared):
                yield slug, url


def _sitemaps(scope: Scope, declared: Iterable[str], slug: str | None = None) -> Iterator[Listing]:
    """Yield sitemaps; of one with a date in its URL one for each period, up to ``max_pages``."""
    for template in declared:
        for url in islice(dated_urls(template, *_days(scope.selection)), scope.selection.max_pages):
            yield Listing("sitemap", slug, scope.url(url), "sitemap", slug=slug or "")


def _days(asked: Selection) -> tuple[date, date]:
    """Return the first and last day that is asked for; without ``since`` yesterday and today."""
    today = datetime.now(asked.zone).date()
    last = min(today, asked.until.astimezone(asked.zone).date()) if asked.until else today
    return (asked.since.astimezone(asked.zone).date() if asked.since else last - timedelta(days=1)), last

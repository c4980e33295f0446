"""Plan: which listings of a declared site a crawl begins with."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newscrawler.discovery.listing import Listing

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newscrawler.discovery.scope import Scope
    from newscrawler.publication.declaration import Publication


def first_listings(declared: type[Publication], scope: Scope) -> Iterator[Listing]:
    """Yield the first listings of what the arguments ask for; topics and search by way of the home page."""
    asked = scope.selection
    if asked.topics or asked.query:
        yield Listing("index", None, scope.base, "home")
    elif asked.source not in {"feed", "sitemap"}:
        for slug in asked.sections or declared.sections:
            yield section_listing(declared, scope, slug)
    if asked.source == "feed" or (asked.source is None and not (asked.topics or asked.query)):
        for feed in declared.feeds:
            yield Listing("feed", None, scope.url(feed), "feed")
    if asked.source == "sitemap":
        for sitemap in declared.sitemaps:
            yield Listing("sitemap", None, scope.url(sitemap), "sitemap")


def section_listing(declared: type[Publication], scope: Scope, slug: str) -> Listing:
    """Return the listing of a section."""
    url, *others = map(scope.url, section_paths(declared, slug))
    return Listing("section", slug, url, slug=slug, alternatives=tuple(others))


def section_paths(declared: type[Publication], slug: str) -> tuple[str, ...]:
    """Return the places of a section's page, the newest first."""
    paths = declared.sections[slug]
    return (paths,) if isinstance(paths, str) else paths


def declared_listing(declared: type[Publication], scope: Scope, url: str) -> Listing | None:
    """Return the listing that lies at a URL by the declaration."""
    place = url.rstrip("/")

    def is_there(path: str) -> bool:
        return scope.url(path).rstrip("/") == place

    for slug in declared.sections:
        if any(map(is_there, section_paths(declared, slug))):
            return Listing("section", slug, url, slug=slug)
    if any(map(is_there, declared.feeds)):
        return Listing("feed", None, url, "feed")
    if any(map(is_there, declared.sitemaps)):
        return Listing("sitemap", None, url, "sitemap")
    return Listing("index", None, url) if is_there("/") else None

"""Rows in JSON: the objects with a title and a URL of the site, in data of whatever form."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from newscrawler.discovery.feeds.listed_text import title_text
from newscrawler.discovery.feeds.listed_time import whole_instant
from newscrawler.discovery.link_places import HEADING
from newscrawler.discovery.links import is_path, web_url
from newscrawler.discovery.listed_link import Candidate, ListedLink, ListingPage
from newscrawler.discovery.story_urls import looks_like_article, may_be_article
from newscrawler.urls import clean_url, in_domains

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from newscrawler.bounds import Bounds

_URLS = (
    "url", "link", "href", "permalink", "path", "web_url", "webUrl", "canonical_url", "canonicalUrl", "uri",
)  # fmt: skip
_TITLES = ("title", "headline", "name", "heading", "header")
_TIMES = ("published_at", "publishedAt", "date_published", "datePublished", "pubDate", "published", "date")
_DEEPEST = 12


def take_row(
    page: ListingPage, found: dict[str, Any], url: str, domains: Sequence[str], bounds: Bounds
) -> None:
    """Take an object that has a title and a URL of the site for a row."""
    if any(_string(found.get(name)) for name in _TITLES):
        take_link(page, found, url, domains, bounds)


def take_link(
    page: ListingPage, found: dict[str, Any], url: str, domains: Sequence[str], bounds: Bounds
) -> None:
    """Take an object that has a URL of the site, with a title or without one, for a row."""
    title = next((text for name in _TITLES if (text := _string(found.get(name)))), None)
    stated = next((text for name in _URLS if (text := _string(found.get(name))) and is_path(text)), None)
    linked = web_url(url, stated, bounds.url_length) if stated else None
    if linked is None or not in_domains(linked, domains):
        return
    linked = clean_url(linked)
    published = next((text for name in _TIMES if (text := _string(found.get(name)))), None)
    row = ListedLink(linked, len(page.links) + 1, title_text(title or "") or None, whole_instant(published))
    if looks_like_article(linked, title):
        page.links.append(row)
    elif may_be_article(linked):
        page.candidates.append(Candidate(row, HEADING))


def objects(data: Any, depth: int = 0) -> Iterator[dict[str, Any]]:
    """Yield the objects of JSON, the outer ones first."""
    if depth > _DEEPEST:
        return
    if isinstance(data, dict):
        yield data
    for inner in data.values() if isinstance(data, dict) else data if isinstance(data, list) else ():
        yield from objects(inner, depth + 1)


def _string(value: Any) -> str | None:
    """Return a text, also where it is wrapped: ``{"rendered": "…"}``."""
    if isinstance(value, dict):
        value = value.get("rendered")
    return value.strip() or None if isinstance(value, str) else None

"""Feed page: a page, or an OPML file, that names feeds: what a link that says ``RSS`` may lead to."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from newscrawler.discovery.links import web_url
from newscrawler.publication.selectors import select
from newscrawler.urls import clean_url, in_domains, registrable_host

if TYPE_CHECKING:
    from newscrawler.bounds import Bounds
    from newscrawler.document import Document

FEED_URL = re.compile(r"(?:^|[/._-])(?:rss|atom|feed)(?:[/._-]|$)", re.IGNORECASE)
MOST = 30
"""Feeds of one page that are asked for."""

_ENDS_AS_FEED = re.compile(r"\.(?:xml|rss|rdf|atom)\Z", re.IGNORECASE)


def feeds_named_by(document: Document, url: str, bounds: Bounds) -> list[str]:
    """Return the feeds that a page names, in its order: links that look like feeds, and outlines of OPML.

    :param url: of the page.
    """
    own, host = clean_url(url), registrable_host(url)
    named: dict[str, None] = {}
    for element in select(document.root, "a[href], outline[xmlurl]"):
        stated = element.attr("xmlurl")
        there = clean_url(
            web_url(document.base_url, stated or element.attr("href") or "", bounds.url_length) or ""
        )
        if there and there != own and in_domains(there, [host]) and (stated or _is_feed(there)):
            named[there] = None
    return list(named)[:MOST]


def _is_feed(url: str) -> bool:
    path = urlsplit(url).path
    return _ENDS_AS_FEED.search(path) is not None or FEED_URL.search(url.partition("//")[2]) is not None

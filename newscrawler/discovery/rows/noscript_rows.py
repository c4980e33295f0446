"""Noscript rows: links that a page shows to readers without scripts only, as a crawl is one."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from newscrawler.discovery.rows.page_links import read_links
from newscrawler.discovery.sections.front_page import Front, read_front
from newscrawler.document.tree import parse_fragment
from newscrawler.urls import clean_url

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newscrawler.bounds import Bounds
    from newscrawler.discovery.listed_link import ListingPage
    from newscrawler.document import Document, Element


def add_noscript_rows(
    page: ListingPage, document: Document, url: str, domains: Sequence[str], bounds: Bounds
) -> None:
    """Add to the links of a page those that it has for readers without scripts, and its next page.

    :param url: of the page.
    """
    if (part := _noscript_part(document, url)) is None:
        return
    found = read_links(part, url, domains, bounds)
    page.add(found, clean_url(url))
    page.seen += found.seen
    page.others += found.others if not page.others else []
    page.next_page = page.next_page or found.next_page


def add_noscript_ways(
    front: Front, document: Document, url: str, domains: Sequence[str], bounds: Bounds
) -> None:
    """Add the sections and feeds that a front page names to readers without scripts only."""
    if (part := _noscript_part(document, url)) is None:
        return
    found = read_front(part, url, domains, bounds)
    front.sections = front.sections or found.sections
    if not front.feeds:
        front.feeds, front.states_feeds = found.feeds, found.states_feeds


def _noscript_part(document: Document, url: str) -> Element | None:
    """Return what the page has for readers without scripts as one tree; None where that links nothing."""
    if not document.noscripts:
        return None
    base = "" if document.base_url == url else f'<base href="{escape(document.base_url)}">'
    return parse_fragment(base + "".join(f"<div>{markup}</div>" for markup in document.noscripts))

"""Listings in HTML of a declared site: the rows of a page, and its next page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newscrawler.bounds import DEFAULT, Bounds
from newscrawler.dates import from_unix
from newscrawler.discovery.links import absolute, base_of_page
from newscrawler.discovery.listed_link import ListedLink, ListingPage
from newscrawler.discovery.pagers.form_links import form_links
from newscrawler.publication.selectors import compile_selector, select, value
from newscrawler.urls.no_page import is_no_page

if TYPE_CHECKING:
    from newscrawler.document import Element
    from newscrawler.publication.listing_layout import HtmlListing


def read_html(
    root: Element,
    base_url: str,
    listing: HtmlListing,
    zone: str | None = None,
    bounds: Bounds = DEFAULT,
) -> ListingPage:
    """Return the rows of a listing page in document order; a story linked twice is one row.

    :param base_url: URL of the page after redirects; its ``<base>`` is heeded.
    :param zone: the site's IANA zone, for times given in unix seconds.
    """
    page, base = ListingPage(), base_of_page(root, base_url, bounds.url_length)
    rows: dict[str, ListedLink] = {}
    outside = set(select(root, listing.outside)) if listing.outside else set()
    found = select(root, listing.row) if listing.row else []
    page.cut = 0 < bounds.page_links < len(found)
    for row in found[: bounds.page_links or None]:
        if outside and not outside.isdisjoint(row.ancestors):
            continue
        href = value(row, listing.link)
        linked = absolute(base, href, bounds.url_length) if href else None
        if not href or not linked or is_no_page(href):
            page.skipped += 1
            continue
        link = ListedLink(
            url=linked,
            position=len(rows) + 1,
            headline=value(row, listing.headline or link_element(listing.link)),
            published_at=_time(value(row, listing.published_at), zone) if listing.published_at else None,
            section=value(row, listing.section) if listing.section else None,
            lead=value(row, listing.lead) if listing.lead else None,
        )
        known = rows.setdefault(link.url, link)
        if known is not link:
            known.headline = known.headline or link.headline
            known.published_at = known.published_at or link.published_at
    page.links = list(rows.values())
    if listing.next_page:
        page.next_page = declared_next_page(root, base_url, listing.next_page, bounds)
    return page


def declared_next_page(root: Element, url: str, selector: str, bounds: Bounds) -> str | None:
    """Return the first URL that leads to another page than this one: of a link, or the button of a form."""
    base, found = base_of_page(root, url, bounds.url_length), select(root, selector)
    sent = {} if all(onward.attr("href") for onward in found) else dict(form_links(root))
    for onward in found:
        href = onward.attr("href") or sent.get(onward)
        linked = absolute(base, href, bounds.url_length) if href else None
        if linked and linked != url:
            return linked
    return None


def _time(text: str | None, zone: str | None) -> str | None:
    """Return ISO 8601 of unix seconds; other texts as they are printed."""
    if text and text.isdecimal() and 9 <= len(text) <= 13:
        parsed = from_unix(text, zone)
        return parsed.value if parsed else None
    return text


def link_element(link: str) -> str:
    """Return the selector of the link element: where the headline is if nothing else is declared."""
    css, _, _ = link.partition("@")
    compile_selector(css)
    return css

"""Sitemaps: indexes, plain and news sitemaps, with the title, time and keywords that news sitemaps carry."""

from __future__ import annotations

import zlib
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from newscrawler.listings import ListedLink, ListingPage
from newscrawler.listings.address import absolute
from newscrawler.listings.feed import child_text, whole_instant
from newscrawler.xml_entries import XmlEntries
from newscrawler.xml_entries import local_name as local

if TYPE_CHECKING:
    from lxml.etree import _Element

ROOTS = frozenset({"urlset", "sitemapindex"})


@dataclass(slots=True)
class Sitemap:
    """What one sitemap file holds: pages, or further sitemaps."""

    page: ListingPage = field(default_factory=ListingPage)
    sitemaps: list[tuple[str, str | None]] = field(default_factory=list)
    """(address, lastmod) of the sitemaps that an index names."""
    modified: dict[str, str] = field(default_factory=dict)
    """Address -> ``lastmod``: not a time of publication, but nothing in the page is later."""


def read_sitemap(body: bytes, url: str, *, limit: int = 50_000, max_bytes: int = 50 * 1024 * 1024) -> Sitemap:
    """The entries of a sitemap or a sitemap index.

    :param limit: entries beyond it are not read (the protocol's own limit).
    :param max_bytes: limit of the inflated size, where the file is gzipped.
    """
    if body[:2] == b"\x1f\x8b":
        inflated = inflate(body, max_bytes)
        if inflated is None:
            return Sitemap(ListingPage(broken="not a gzip file, or too large"))
        body = inflated
    document = XmlEntries(body, ("url", "sitemap"))
    found = Sitemap()
    for entry in document:
        if document.root not in ROOTS or found.page.skipped > limit:
            break
        address = absolute(url, location) if (location := child_text(entry, "loc")) else None
        if not address:
            found.page.skipped += 1
            continue
        modified = whole_instant(child_text(entry, "lastmod"))
        if local(entry) == "sitemap":
            found.sitemaps.append((address, modified))
        else:
            if modified:
                found.modified[address] = modified
            found.page.links.append(_link(entry, address, len(found.page.links) + 1))
        if len(found.sitemaps) + len(found.page.links) >= limit:
            break
    if document.root not in ROOTS:
        lines = body[:200_000].decode("utf-8", "replace").split()
        if lines and all(line.startswith(("http://", "https://")) for line in lines[:20]):
            addresses = [address for line in lines[:limit] if (address := absolute(url, line))]
            links = [ListedLink(address, position) for position, address in enumerate(addresses, 1)]
            return Sitemap(ListingPage(links, skipped=len(lines[:limit]) - len(links)))
        return Sitemap(ListingPage(broken="not a sitemap"))
    return found


def _link(entry: _Element, address: str, position: int) -> ListedLink:
    link = ListedLink(address, position)
    for child in entry:
        if local(child) == "news":
            link.headline = child_text(child, "title")
            link.published_at = whole_instant(child_text(child, "publication_date"))
            keywords = child_text(child, "keywords")
            link.topics = [word for part in (keywords or "").split(",") if (word := part.strip())]
            for publication in child:
                if local(publication) == "publication":
                    link.language = child_text(publication, "language")
    return link


def inflate(body: bytes, max_bytes: int) -> bytes | None:
    """The content of a gzip file of at most ``max_bytes``; None where it is larger, cut or no gzip file."""
    machine = zlib.decompressobj(wbits=31)
    try:
        data = machine.decompress(body, max_bytes)
    except zlib.error:
        return None
    if machine.unconsumed_tail or not machine.eof:
        return None
    return data

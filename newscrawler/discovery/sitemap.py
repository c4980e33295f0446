"""Sitemaps: indexes, plain and news sitemaps, with the title, time and keywords that news sitemaps carry."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from scrapy.exceptions import ResponseDataLossError

from newscrawler.bounds import DEFAULT, Bounds
from newscrawler.discovery.feed import child_text, whole_instant
from newscrawler.discovery.links import absolute
from newscrawler.discovery.listed_link import ListedLink, ListingPage
from newscrawler.discovery.xml_entries import XmlEntries
from newscrawler.discovery.xml_entries import local_name as local
from newscrawler.download.inflate import inflate
from newscrawler.exceptions import Failed

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


def read_sitemap(body: bytes, url: str, bounds: Bounds = DEFAULT) -> Sitemap:
    """The entries of a sitemap or a sitemap index, up to ``bounds.sitemap_items``; ``page.cut`` where there are more.

    A gzipped file is inflated up to ``bounds.sitemap_size``.
    """
    most, longest = bounds.sitemap_items, bounds.address_length
    if body[:2] == b"\x1f\x8b":
        try:
            body = inflate(body, "gzip", bounds.sitemap_size)
        except (Failed, ResponseDataLossError) as error:
            return Sitemap(ListingPage(broken=str(error)))
    document = XmlEntries(body, ("url", "sitemap"), bounds)
    found = Sitemap()
    for entry in document:
        if document.root not in ROOTS:
            break
        if 0 < most <= len(found.sitemaps) + len(found.page.links) + found.page.skipped:
            found.page.cut = True
            break
        address = absolute(url, location, longest) if (location := child_text(entry, "loc")) else None
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
    if document.root not in ROOTS:
        lines = body.decode("utf-8", "replace").split(maxsplit=most or -1)
        if lines and all(line.startswith(("http://", "https://")) for line in lines[:20]):
            cut = 0 < most < len(lines)
            lines = lines[: most or None]
            addresses = [address for line in lines if (address := absolute(url, line, longest))]
            links = [ListedLink(address, position) for position, address in enumerate(addresses, 1)]
            return Sitemap(ListingPage(links, skipped=len(lines) - len(links), cut=cut))
        return Sitemap(ListingPage(broken="not a sitemap"))
    found.page.cut = found.page.cut or document.cut
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

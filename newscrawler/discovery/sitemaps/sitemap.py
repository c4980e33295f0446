"""Sitemaps: indexes, plain and news sitemaps, with the title, time and keywords that news sitemaps carry."""

from __future__ import annotations

from dataclasses import dataclass, field

from newscrawler.bounds import DEFAULT, Bounds
from newscrawler.discovery.feeds.feed import ROOTS as FEED_ROOTS
from newscrawler.discovery.feeds.feed import read_feed
from newscrawler.discovery.feeds.feed_entry import FeedEntry, language_of, link_text
from newscrawler.discovery.feeds.listed_time import whole_instant
from newscrawler.discovery.links import web_url
from newscrawler.discovery.listed_link import ListedLink
from newscrawler.discovery.packed_links import PackedLinks
from newscrawler.discovery.sitemaps.sitemap_order import newest_first
from newscrawler.discovery.xml.gzip_file import gunzipped
from newscrawler.discovery.xml.xml_charset import utf8_text
from newscrawler.discovery.xml.xml_entries import XmlEntries, local_name
from newscrawler.exceptions import Failed

ROOTS = frozenset({"urlset", "sitemapindex"})
_TESTED_LINES = 20


@dataclass(slots=True)
class Sitemap:
    """What one sitemap file holds: pages, or further sitemaps."""

    links: PackedLinks = field(default_factory=PackedLinks)
    sitemaps: list[tuple[str, str | None]] = field(default_factory=list)
    """(URL, lastmod) of the sitemaps that an index names, the newest first."""
    skipped: int = 0
    """Rows without a URL."""
    cut: bool = False
    """There is more than the bounds let be read."""
    broken: str | None = None
    """Why it is no sitemap; then there are no links."""


def read_sitemap(body: bytes, url: str, bounds: Bounds = DEFAULT, content_type: str | None = None) -> Sitemap:
    """Read a sitemap or an index, up to ``bounds.sitemap_items``; ``cut`` tells that there are more.

    A sitemap may be XML, a feed, or a text with a URL on each line. Each of them may be a gzip file, which is
    inflated up to ``bounds.sitemap_size``.

    :param content_type: the ``Content-Type`` header; of it only the charset is believed.
    """
    try:
        body = utf8_text(gunzipped(body, bounds), content_type).lstrip()
    except Failed as error:
        return Sitemap(broken=str(error))
    if not body.startswith(b"<") and (lines := _text_sitemap(body, url, bounds)) is not None:
        return lines
    document = XmlEntries(body, ("url", "sitemap"), bounds)
    found = _read_entries(document, url, bounds)
    if document.root in FEED_ROOTS:
        feed = read_feed(body, url, bounds)
        return Sitemap(PackedLinks(feed.links), skipped=feed.skipped, cut=feed.cut, broken=feed.broken)
    if document.root not in ROOTS:
        return Sitemap(broken="not a sitemap")
    found.cut = found.cut or document.cut
    found.sitemaps = newest_first(found.sitemaps)
    return found


def _read_entries(document: XmlEntries, url: str, bounds: Bounds) -> Sitemap:
    found, most = Sitemap(), bounds.sitemap_items
    for element in document:
        if document.root not in ROOTS:
            break
        if 0 < most <= len(found.sitemaps) + len(found.links) + found.skipped:
            found.cut = True
            break
        entry = FeedEntry(element)
        linked = _page_url(entry, url, bounds)
        if linked is None:
            found.skipped += 1
            continue
        modified = entry.text("lastmod")
        if local_name(element) == "sitemap":
            found.sitemaps.append((linked, whole_instant(modified)))
            continue
        link = _link(entry, linked, len(found.links) + 1)
        link.lastmod = modified  # read when it is asked for: most articles are known
        found.links.append(link)
    return found


def _page_url(entry: FeedEntry, url: str, bounds: Bounds) -> str | None:
    """Return the page's own URL; those of its images and videos belong to other vocabularies."""
    stated = (link_text(child) for child in entry.children.get("loc", ()))
    return next((found for text in stated if text and (found := web_url(url, text, bounds.url_length))), None)


def _link(entry: FeedEntry, linked: str, position: int) -> ListedLink:
    link = ListedLink(linked, position)
    for element in (*entry.children.get("news:news", ()), *entry.children.get("news", ())):
        news = FeedEntry(element)
        link.headline = news.title()
        link.published_at = whole_instant(news.text("publication_date"))
        keywords = news.text("keywords") or ""
        link.topics = [word for part in keywords.split(",") if (word := part.strip())]
        for publication in news.children.get("publication", ()):
            link.language = language_of(FeedEntry(publication).text("language"))
    return link


def _text_sitemap(body: bytes, url: str, bounds: Bounds) -> Sitemap | None:
    """Read a text with a URL on each line; return None where it is another text."""
    stated = (line.strip() for line in body.decode("utf-8", "replace").split("\n"))
    lines = [line for line in stated if line and not line.startswith("#")]
    tested = lines[:_TESTED_LINES]
    if not lines or 2 * sum(map(_is_whole_url, tested)) <= len(tested):
        return None
    most = bounds.sitemap_items or len(lines)
    urls = [
        found
        for line in lines[:most]
        if _is_whole_url(line) and (found := web_url(url, line, bounds.url_length))
    ]
    links = PackedLinks(ListedLink(linked, position) for position, linked in enumerate(urls, 1))
    return Sitemap(links, skipped=min(most, len(lines)) - len(links), cut=most < len(lines))


def _is_whole_url(line: str) -> bool:
    return line.lower().startswith(("http://", "https://"))

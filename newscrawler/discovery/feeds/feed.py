"""Feeds: RSS 0.9–2.0, RDF, Atom and JSON Feed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newscrawler.bounds import DEFAULT, Bounds
from newscrawler.discovery.feeds.entry_guid import drop_shared, guid_of
from newscrawler.discovery.feeds.feed_entry import FeedEntry, base_of, language_of, link_text
from newscrawler.discovery.feeds.json_feed import read_json_feed
from newscrawler.discovery.links import web_url
from newscrawler.discovery.listed_link import ListingPage
from newscrawler.discovery.xml.gzip_file import gunzipped
from newscrawler.discovery.xml.xml_charset import utf8_text
from newscrawler.discovery.xml.xml_entries import XmlEntries, local_name
from newscrawler.exceptions import Failed

if TYPE_CHECKING:
    from lxml.etree import _Element

ROOTS = frozenset({"rss", "rdf", "feed", "channel"})


def read_feed(
    body: bytes, url: str, bounds: Bounds = DEFAULT, content_type: str | None = None
) -> ListingPage:
    """Read the entries of a feed, up to ``bounds.listing_items``; ``cut`` where there are more.

    :param url: of the feed, after redirects.
    :param content_type: the ``Content-Type`` header; of it only the charset is believed.
    """
    try:
        body = utf8_text(gunzipped(body, bounds), content_type).lstrip()
    except Failed as error:
        return ListingPage(broken=str(error))
    if body[:1] == b"{":
        return read_json_feed(body, url, bounds)
    return _XmlFeed(body, url, bounds).read()


class _XmlFeed:
    """An RSS, RDF or Atom feed while it is read."""

    def __init__(self, body: bytes, url: str, bounds: Bounds) -> None:
        self.url = self.home = url
        self.bounds = bounds
        self.document = XmlEntries(body, ("item", "entry", "language", "link"), bounds)
        self.page = ListingPage()
        self.language: str | None = None
        self.left = 0
        """Entries that are no articles."""

    def read(self) -> ListingPage:
        page, most = self.page, self.bounds.listing_items
        for element in self.document:
            if self.document.root not in ROOTS:
                break
            name = local_name(element)
            if name in {"item", "entry"} and 0 < most <= len(page.links) + page.skipped + self.left:
                page.cut = True
                break
            self._take(name, element)
        if self.document.root not in ROOTS:
            return ListingPage(broken="not a feed")
        page.cut = page.cut or self.document.cut
        if page.links:
            page.left = None
        page.skipped += self.left
        drop_shared(page.links)
        for listed in page.links:
            listed.language = listed.language or self.language  # it may stand at the end of the feed
        return page

    def _take(self, name: str, element: _Element) -> None:
        if name == "language":
            self.language = self.language or language_of(element.text)
        elif name == "link":
            self._feed_link(element)
        else:
            self._entry(FeedEntry(element))

    def _feed_link(self, element: _Element) -> None:
        """Learn where the site is, and where the feed goes on (RFC 5005): a page, or an older archive."""
        rel = element.get("rel", "alternate").strip().lower().rpartition("/")[2]
        linked = web_url(base_of(element, self.url), link_text(element), self.bounds.url_length)
        if linked is None:
            return
        if rel == "alternate" and self.home == self.url:
            self.home = linked
        elif rel == "next" or (rel == "prev-archive" and self.page.next_page is None):
            self.page.next_page = linked if linked != self.url else None

    def _entry(self, entry: FeedEntry) -> None:
        if entry.is_episode():
            self._leave("podcast")
            return
        linked = entry.link(self.url, self.home, self.bounds.url_length)
        if linked is None:
            self.page.skipped += 1
            return
        if entry.is_picture(linked):
            self._leave("pictures")
            return
        listed = entry.listed(linked, len(self.page.links) + 1)
        listed.guid = None if entry.is_comment(linked) else guid_of(entry, linked)
        self.page.links.append(listed)

    def _leave(self, kind: str) -> None:
        """Count an entry that is no article; a feed that has no other is left."""
        self.left += 1
        self.page.left = self.page.left or kind

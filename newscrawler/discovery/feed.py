"""Feeds: RSS 0.9–2.0, RDF, Atom and JSON Feed."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from newscrawler.bounds import DEFAULT, Bounds
from newscrawler.dates import parse_time
from newscrawler.discovery.links import absolute
from newscrawler.discovery.listed_link import ListedLink, ListingPage
from newscrawler.discovery.xml_entries import XmlEntries
from newscrawler.discovery.xml_entries import local_name as local
from newscrawler.text import clean

if TYPE_CHECKING:
    from lxml.etree import _Element


def child_text(element: _Element, *names: str) -> str | None:
    """Cleaned text of the first child with one of these names, in the order of the names."""
    children: dict[str, _Element] = {}
    for child in element:
        children.setdefault(local(child), child)
    for name in names:
        found = children.get(name)
        if found is not None and (text := clean("".join(map(str, found.itertext())))):
            return text
    return None


def whole_instant(text: str | None) -> str | None:
    """ISO 8601 with offset where a feed's time states one, else the text itself."""
    if not text:
        return None
    parsed = parse_time(text)
    return parsed.value if parsed and parsed.instant else text


def read_feed(body: bytes, url: str, bounds: Bounds = DEFAULT) -> ListingPage:
    """The entries of a feed, up to ``bounds.listing_items``; ``cut`` where there are more."""
    start = body.lstrip()[:1]
    if start == b"{":
        return _read_json_feed(body, url, bounds)
    document = XmlEntries(body, ("item", "entry", "language"), bounds)
    language = None
    page = ListingPage()
    for entry in document:
        if document.root not in {"rss", "rdf", "feed"}:
            break
        if local(entry) == "language":
            language = language or clean(entry.text or "")[:2].lower() or None
            continue
        if 0 < bounds.listing_items <= len(page.links) + page.skipped:
            page.cut = True
            break
        link = _entry_link(entry)
        address = absolute(url, link, bounds.address_length) if link else None
        if not address:
            page.skipped += 1
            continue
        categories = [text for child in entry if local(child) == "category" and (text := _category(child))]
        page.links.append(
            ListedLink(
                url=address,
                position=len(page.links) + 1,
                headline=child_text(entry, "title"),
                published_at=whole_instant(child_text(entry, "pubdate", "published", "date", "issued")),
                section=categories[0] if categories else None,
                lead=child_text(entry, "description", "summary"),
                topics=categories[1:],
            )
        )
    if document.root not in {"rss", "rdf", "feed"}:
        return ListingPage(broken="not a feed")
    page.cut = page.cut or document.cut
    for listed in page.links:
        listed.language = language
    return page


def _entry_link(entry: _Element) -> str | None:
    alternate = guid = None
    for child in entry:
        name = local(child)
        if name == "link":
            text = clean(child.text or "")
            href = text or (child.get("href") or "").strip()
            if href and child.get("rel", "alternate") == "alternate":
                alternate = alternate or href
        elif name in {"guid", "id"} and child.get("isPermaLink", "true").lower() != "false":
            guid = guid or clean(child.text or "")
    return alternate or (guid if guid and guid.startswith(("http://", "https://")) else None)


def _category(element: _Element) -> str:
    return clean(element.text or "") or clean(element.get("label") or element.get("term") or "")


def _read_json_feed(body: bytes, url: str, bounds: Bounds) -> ListingPage:
    try:
        feed = json.loads(body)
    except (ValueError, RecursionError):
        return ListingPage(broken="not JSON")
    items = feed.get("items") if isinstance(feed, dict) else None
    if not isinstance(items, list):
        return ListingPage(broken="not a feed")
    page = ListingPage(cut=0 < bounds.listing_items < len(items))
    for item in items[: bounds.listing_items or None]:
        link = (item.get("url") or item.get("external_url")) if isinstance(item, dict) else None
        address = absolute(url, link, bounds.address_length) if isinstance(link, str) else None
        if not address:
            page.skipped += 1
            continue
        tags = item.get("tags")
        page.links.append(
            ListedLink(
                url=address,
                position=len(page.links) + 1,
                headline=_text(item.get("title")),
                published_at=whole_instant(_text(item.get("date_published"))),
                lead=_text(item.get("summary")),
                topics=[tag for tag in map(_text, tags) if tag] if isinstance(tags, list) else [],
            )
        )
    return page


def _text(found: object) -> str | None:
    """Cleaned text; what JSON states otherwise than as text is none."""
    return clean(found) or None if isinstance(found, str) else None

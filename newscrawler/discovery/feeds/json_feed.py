"""JSON Feed, versions 1 and 1.1."""

from __future__ import annotations

import json
from typing import Any

from newscrawler.bounds import DEFAULT, Bounds
from newscrawler.discovery.feeds.entry_guid import drop_shared, named
from newscrawler.discovery.feeds.listed_text import lead_text, title_text
from newscrawler.discovery.feeds.listed_time import whole_instant
from newscrawler.discovery.links import absolute, web_url
from newscrawler.discovery.listed_link import ListedLink, ListingPage
from newscrawler.text import clean


def read_json_feed(body: bytes, url: str, bounds: Bounds = DEFAULT) -> ListingPage:
    """Read the entries of a JSON feed, up to ``bounds.listing_items``.

    :param body: UTF-8.
    """
    try:
        feed = json.loads(body)
    except (ValueError, RecursionError):
        return ListingPage(broken="not JSON")
    items = feed.get("items") if isinstance(feed, dict) else None
    if not isinstance(items, list):
        return ListingPage(broken="not a feed")
    page = ListingPage(cut=0 < bounds.listing_items < len(items))
    language = _language(feed)
    for item in items[: bounds.listing_items or None]:
        linked = _item_url(item, url, bounds) if isinstance(item, dict) else None
        if linked is None:
            page.skipped += 1
            continue
        page.links.append(_link(item, linked, len(page.links) + 1, language))
    drop_shared(page.links)
    following = feed.get("next_url")
    page.next_page = absolute(url, following, bounds.url_length) if isinstance(following, str) else None
    return page


def _item_url(item: dict[str, Any], url: str, bounds: Bounds) -> str | None:
    for name in ("url", "external_url", "id"):
        stated = item.get(name)
        if isinstance(stated, str) and stated.strip() and (name != "id" or "://" in stated):
            linked = web_url(url, stated, bounds.url_length)
            if linked is not None:
                return linked
    return None


def _link(item: dict[str, Any], linked: str, position: int, language: str | None) -> ListedLink:
    tags = item.get("tags")
    title = title_text(_string(item.get("title")))
    return ListedLink(
        url=linked,
        position=position,
        headline=title,
        published_at=whole_instant(clean(_string(item.get("date_published")))),
        lead=lead_text(_string(item.get("summary")), linked, title),
        topics=[tag for tag in (clean(_string(tag)) for tag in tags) if tag]
        if isinstance(tags, list)
        else [],
        language=_language(item) or language,
        guid=_guid(item.get("id")),
    )


def _guid(stated: object) -> str | None:
    """Return the item's name, which many write as a number."""
    text = str(stated) if isinstance(stated, int) else clean(_string(stated))
    return None if "://" in text else named(text)


def _language(found: dict[str, Any]) -> str | None:
    return clean(_string(found.get("language")))[:2].lower() or None


def _string(found: object) -> str:
    """Return text; what JSON states otherwise than as text is none."""
    return found if isinstance(found, str) else ""

"""Listings that a site answers as JSON: rows and next page, by the declared names of their parts."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from math import isfinite
from typing import TYPE_CHECKING, Any
from urllib.parse import quote, urlencode, urljoin

from newscrawler.bounds import DEFAULT, Bounds
from newscrawler.dates import from_unix
from newscrawler.discovery.feeds.listed_time import whole_instant
from newscrawler.discovery.links import absolute
from newscrawler.discovery.listed_link import ListedLink, ListingPage
from newscrawler.text import clean

if TYPE_CHECKING:
    from collections.abc import Mapping

    from newscrawler.publication.listing_layout import JsonListing

_PLACEHOLDER = re.compile(r"\{(\w+)(:int)?\}")
_IN_URL = re.compile(r"\{(\w+)\}")


@dataclass(frozen=True, slots=True)
class JsonQuestion:
    """One request of a JSON listing."""

    url: str
    method: str
    body: bytes | None


def page_values(listing: JsonListing, html: str, slug: str = "") -> dict[str, str]:
    """Return the values that a listing's HTML page declares for its JSON URL."""
    found = {}
    for name, pattern in listing.page_values.items():
        match = re.search(pattern.replace("{slug}", re.escape(slug)), html)
        text = next((group for group in match.groups() if group), "").strip() if match else ""
        if text:
            found[name] = text
    return found


def ask(
    listing: JsonListing,
    home: str,
    values: Mapping[str, Any],
    cursor: str | float | None = None,
    read: int = 0,
) -> JsonQuestion:
    """Return the request for the next rows.

    :param home: URL of the site's home.
    :param cursor: of the previous answer, None for the first.
    :param read: rows read so far, for listings that count them.
    """
    question = dict(listing.params if listing.method == "GET" else listing.body)
    filled = {}
    for name, default in question.items():
        placeholder = _PLACEHOLDER.fullmatch(default) if isinstance(default, str) else None
        if placeholder is None:
            filled[name] = default
        elif (known := values.get(placeholder[1])) is not None:
            filled[name] = int(known) if placeholder[2] else known
    if listing.cursor_param and cursor is not None:
        filled[listing.cursor_param] = (
            int(float(cursor)) + listing.cursor_step if listing.cursor_step else cursor
        )
    if listing.offset_param:
        filled[listing.offset_param] = read
    url = urljoin(home, _IN_URL.sub(lambda found: quote(str(values.get(found[1], ""))), listing.url))
    if listing.method == "GET":
        return JsonQuestion(f"{url}?{urlencode(filled, doseq=True)}" if filled else url, "GET", None)
    return JsonQuestion(url, "POST", json.dumps(filled, ensure_ascii=False).encode())


def look(data: Any, path: str) -> Any:
    """Return the part of decoded JSON at a dotted path, None where there is none."""
    for part in path.split(".") if path else ():
        if isinstance(data, dict):
            data = data.get(part)
        elif isinstance(data, list) and re.fullmatch(r"-?\d+", part) and -len(data) <= int(part) < len(data):
            data = data[int(part)]
        else:
            return None
    return data


def read_json(
    body: bytes, home: str, listing: JsonListing, zone: str | None = None, bounds: Bounds = DEFAULT
) -> ListingPage:
    """Return the rows of an answer up to ``bounds.listing_items``, with the cursor of the next."""
    try:
        answer = json.loads(body)
    except (ValueError, RecursionError):
        return ListingPage(broken="not_json")
    rows = look(answer, listing.rows)
    if not isinstance(rows, list):
        return ListingPage(broken="changed_json")
    page = ListingPage(cut=0 < bounds.listing_items < len(rows))
    rows = rows[: bounds.listing_items or None]
    for row in rows:
        link = look(row, listing.link)
        linked = absolute(home, link, bounds.url_length) if isinstance(link, str) and link.strip() else None
        if not linked:
            page.skipped += 1
            continue
        page.links.append(
            ListedLink(
                url=linked,
                position=len(page.links) + 1,
                headline=_text(row, listing.headline),
                published_at=_instant(look(row, listing.published_at), zone)
                if listing.published_at
                else None,
                section=_text(row, listing.section),
                lead=_text(row, listing.lead),
            )
        )
    if listing.cursor:
        path = listing.cursor
        page.cursor = _cursor(look(rows if path.startswith("-1.") else answer, path), listing.cursor_step)
    page.ended = (
        not rows
        or bool(listing.end and look(answer, listing.end))
        or bool(listing.cursor and not page.cursor)
    )
    return page


def _text(row: Any, path: str | None) -> str | None:
    found = look(row, path) if path else None
    return clean(found) or None if isinstance(found, str) else None


def _cursor(found: Any, step: int) -> str | int | float | None:
    """Return a cursor that can be asked for: text or a number; only a number where a step is added."""
    if isinstance(found, bool) or not isinstance(found, (str, int, float)):
        return None
    try:
        countable = isfinite(float(found))
    except (ValueError, OverflowError):
        countable = False
    return found if countable or (isinstance(found, str) and not step) else None


def _instant(found: Any, zone: str | None) -> str | None:
    """Return ISO 8601 of unix seconds or of a printed instant."""
    if isinstance(found, bool) or not isinstance(found, (str, int, float)):
        return None
    if isinstance(found, (int, float)) or (isinstance(found, str) and re.fullmatch(r"\d{9,13}", found)):
        parsed = from_unix(found, zone)
        return parsed.value if parsed else None
    return whole_instant(clean(str(found)))

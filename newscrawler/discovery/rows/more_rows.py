"""More rows: what a page's button for older rows loads, and where the rows after these are."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from newscrawler.bounds import DEFAULT, Bounds
from newscrawler.discovery.links import web_url
from newscrawler.discovery.listed_link import ListingPage
from newscrawler.discovery.pagers.more_url import (
    CURSOR,
    LONGEST_CURSOR,
    OFFSET,
    PAGE,
    url_of_more,
    with_parameter,
)  # fmt: skip
from newscrawler.discovery.rows.json_rows import objects, take_row
from newscrawler.discovery.rows.page_links import read_links
from newscrawler.document import parse_document

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_NEXT = ("next", "next_url", "nextUrl", "next_page_url", "nextPageUrl", "more", "more_url", "loadMoreUrl")
_MORE_FOLLOWS = re.compile(r"has_?(?:more|next)(?:_?page)?\Z", re.IGNORECASE)
_IS_LAST = re.compile(r"(?:is_?last(?:_?page)?|is_?end|list_?end|last_?page_?reached)\Z", re.IGNORECASE)
_CURSORS = (
    "next_cursor", "nextCursor", "end_cursor", "endCursor", "cursor", "next_token", "nextToken",
    "next_page_token", "nextPageToken",
)  # fmt: skip


def read_more(
    body: bytes, url: str, domains: Sequence[str], shown: int, bounds: Bounds = DEFAULT
) -> ListingPage:
    """Read rows that a button loads: JSON of whatever form, or a part of a page.

    :param shown: rows that were shown before.
    """
    try:
        data = json.loads(body)
    except (ValueError, RecursionError):
        document = parse_document(body, url, bounds=bounds)
        page = read_links(document.root, url, domains, bounds)
        rows = len(page.links) + len(page.candidates)
        page.next_page = page.next_page or (url_of_more(document, url, shown + rows) or _advanced(url, rows))
        return page
    page, stated = ListingPage(), None
    for found in objects(data):
        stated = stated or next((found[name] for name in _NEXT if isinstance(found.get(name), str)), None)
        take_row(page, found, url, domains, bounds)
    for html in _texts(data):
        part = read_links(parse_document(html, url, bounds=bounds).root, url, domains, bounds)
        page.links += part.links
        page.candidates += part.candidates
    rows = len(page.links) + len(page.candidates)
    page.ended = stated is None and _says_end(data)
    onward = web_url(url, stated, bounds.url_length) if stated else None
    page.next_page = None if page.ended else onward or _with_cursor(url, data) or _advanced(url, rows)
    return page


def _frames(data: Any) -> Iterator[dict[str, Any]]:
    """Yield what stands around the rows of an answer."""
    if isinstance(data, dict):
        yield data
        yield from (inner for inner in data.values() if isinstance(inner, dict))


def _says_end(data: Any) -> bool:
    """Tell whether an answer says that nothing follows: a next page that is empty, or a plain yes or no."""
    return any(
        (name in _NEXT and (value is None or value is False or value == ""))
        or (_MORE_FOLLOWS.match(name) and value is False)
        or (_IS_LAST.match(name) and value is True)
        for frame in _frames(data)
        for name, value in frame.items()
    )


def _with_cursor(url: str, data: Any) -> str | None:
    """Return the URL with the cursor that an answer states; None where it states none.

    An answer may call it as the question does: ``?after=…``.
    """
    asked = CURSOR.search(url)
    names = (*_CURSORS, asked[1][1:-1]) if asked else _CURSORS
    stated = (frame.get(name) for frame in _frames(data) for name in names)
    cursor = next((str(value) for value in stated if isinstance(value, str | int) and value), None)
    if cursor is None or len(cursor) > LONGEST_CURSOR:
        return None
    if asked:
        return url[: asked.start(2)] + quote(cursor, safe="") + url[asked.end(2) :]
    if OFFSET.search(url) or PAGE.search(url):
        return None
    return with_parameter(url, "cursor", cursor)


def _texts(data: Any) -> Iterator[str]:
    """Yield the texts of JSON that are parts of a page with links."""
    for found in objects(data):
        yield from (
            text for text in found.values() if isinstance(text, str) and "<a " in text and "href" in text
        )


def _advanced(url: str, rows: int) -> str | None:
    """Return the URL of the rows after these; None where the URL counts nothing, or there were none."""
    for pattern, step in ((OFFSET, rows), (PAGE, 1)):
        found = pattern.search(url)
        if found and found.group(2) and rows:
            return f"{url[: found.start(2)]}{int(found.group(2)) + step}{url[found.end(2) :]}"
    return None

"""Load more: the URL behind a page's button for older rows, found by its markup, and the rows it gives."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any
from urllib.parse import quote, urlsplit

from newscrawler.bounds import DEFAULT, Bounds
from newscrawler.discovery.json_rows import is_path, objects, take_row
from newscrawler.discovery.links import web_url
from newscrawler.discovery.listed_link import ListingPage
from newscrawler.discovery.page_links import read_links
from newscrawler.discovery.script_calls import counted_calls
from newscrawler.document import parse_document
from newscrawler.publication.selectors import select

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from newscrawler.document import Document, Element

_ATTRIBUTES = (
    "data-url", "data-href", "data-next", "data-next-url", "data-next-page", "data-more", "data-more-url",
    "data-load-more", "data-load-more-url", "data-endpoint", "data-api", "data-api-url", "data-ajax-url",
    "data-ajax", "data-path", "data-source", "hx-get",
)  # fmt: skip
_COUNTS = (
    *((f"data-{name}", "page", 2) for name in ("page", "next-page", "current-page", "paged")),
    *((f"data-{name}", name, 0) for name in ("offset", "start", "skip", "from")),
)
"""Attribute -> parameter, and its least value: the page that is shown is the first, whatever is kept."""
_MARKED = re.compile(r"more|next|load|older|mehr|plus|pager|paginat|infinite|weiter", re.IGNORECASE)
_OFFSET = re.compile(r"([?&](?:offset|start|from|skip|begin|first)=)(\d*)", re.IGNORECASE)
_PAGE = re.compile(r"([?&](?:page|p|paged|pg|pageno|page_number)=)(\d*)", re.IGNORECASE)
_NEXT = ("next", "next_url", "nextUrl", "next_page_url", "nextPageUrl", "more", "more_url", "loadMoreUrl")
_MORE_FOLLOWS = re.compile(r"has_?(?:more|next)(?:_?page)?\Z", re.IGNORECASE)
_IS_LAST = re.compile(r"(?:is_?last(?:_?page)?|is_?end|list_?end|last_?page_?reached)\Z", re.IGNORECASE)
_CURSORS = (
    "next_cursor", "nextCursor", "end_cursor", "endCursor", "cursor", "next_token", "nextToken",
    "next_page_token", "nextPageToken",
)  # fmt: skip
_CURSOR = re.compile(r"([?&](?:cursor|after|token|page_?token|continuation)=)([^&]*)", re.IGNORECASE)
_LONGEST_CURSOR = 500


def url_of_more(document: Document, url: str, shown: int, longest: int = DEFAULT.url_length) -> str | None:
    """Return the URL of the rows that a page's button loads; None where neither markup nor script names it.

    :param shown: rows that the page shows: where the next ones begin.
    """
    root = document.root
    for element in select(root, ", ".join(f"[{name}]" for name in _ATTRIBUTES)):
        names = " ".join(filter(None, (element.attr("class"), element.attr("id"))))
        for name in _ATTRIBUTES:
            stated = element.attr(name) or ""
            is_marked = element.tag == "button" or _MARKED.search(names) or _MARKED.search(name)
            if is_marked and is_path(stated) and (found := _own(url, stated, longest)):
                return _filled(_counted(found, element, shown), shown)
    if not select(root, "button, [role=button], [class*=more]"):
        return None
    calls = (call for script in document.scripts for call in counted_calls(script.text))
    return first_of_calls(calls, url, shown, longest)


def first_of_calls(
    calls: Iterable[str], url: str, shown: int, longest: int = DEFAULT.url_length
) -> str | None:
    """Return the URL of further rows by what scripts of a page ask for; None where none of it is of its host.

    :param url: of the page.
    :param shown: rows that the page shows.
    """
    found = (_own(url, call, longest) for call in calls if is_path(call))
    return next((_filled(each, shown) for each in found if each), None)


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
    asked = _CURSOR.search(url)
    names = (*_CURSORS, asked[1][1:-1]) if asked else _CURSORS
    stated = (frame.get(name) for frame in _frames(data) for name in names)
    cursor = next((str(value) for value in stated if isinstance(value, str | int) and value), None)
    if cursor is None or len(cursor) > _LONGEST_CURSOR:
        return None
    if asked:
        return url[: asked.start(2)] + quote(cursor, safe="") + url[asked.end(2) :]
    if _OFFSET.search(url) or _PAGE.search(url):
        return None
    return _with(url, "cursor", cursor)


def _texts(data: Any) -> Iterator[str]:
    """Yield the texts of JSON that are parts of a page with links."""
    for found in objects(data):
        yield from (
            text for text in found.values() if isinstance(text, str) and "<a " in text and "href" in text
        )


def _own(url: str, stated: str, longest: int) -> str | None:
    """Return a URL of the page's own host; None for any other."""
    found = web_url(url, stated, longest)
    return found if found and urlsplit(found).netloc == urlsplit(url).netloc and found != url else None


def _counted(url: str, element: Element, shown: int) -> str:
    """Return the URL with the page or offset that a button keeps beside it, where the URL states none."""
    if any(counted.search(url) for counted in (_OFFSET, _PAGE, _CURSOR)):
        return url
    for attribute, name, least in _COUNTS:
        stated = (element.attr(attribute) or "").strip()
        if stated.isdecimal() and len(stated) < 7:
            return _with(url, name, str(max(int(stated), least) or shown))
    for name in ("cursor", "after"):
        if stated := (element.attr(f"data-{name}") or "").strip()[:_LONGEST_CURSOR]:
            return _with(url, name, stated)
    return url


def _with(url: str, name: str, value: str) -> str:
    """Return a URL with one parameter more."""
    return f"{url}{'&' if urlsplit(url).query else '?'}{name}={quote(value, safe='')}"


def _filled(url: str, shown: int) -> str:
    """Return the URL with a number where a script would add one."""
    if (found := _OFFSET.search(url)) and not found.group(2):
        return url[: found.end()] + str(shown) + url[found.end() :]
    if (found := _PAGE.search(url)) and not found.group(2):
        return url[: found.end()] + "1" + url[found.end() :]  # of pages that are counted from 0, the second
    return url


def _advanced(url: str, rows: int) -> str | None:
    """Return the URL of the rows after these; None where the URL counts nothing, or there were none."""
    for pattern, step in ((_OFFSET, rows), (_PAGE, 1)):
        found = pattern.search(url)
        if found and found.group(2) and rows:
            return f"{url[: found.start(2)]}{int(found.group(2)) + step}{url[found.end(2) :]}"
    return None

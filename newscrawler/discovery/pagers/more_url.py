"""More URL: where the button of a page for older rows leads, by its markup and by the scripts of the page."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import quote, urlsplit

from newscrawler.bounds import DEFAULT
from newscrawler.discovery.links import is_path, web_url
from newscrawler.discovery.pagers.script_calls import counted_calls
from newscrawler.document.node import names_of
from newscrawler.publication.selectors import select

if TYPE_CHECKING:
    from collections.abc import Iterable

    from newscrawler.document import Document, Element

OFFSET = re.compile(r"([?&](?:offset|start|from|skip|begin|first)=)(\d*)", re.IGNORECASE)
PAGE = re.compile(r"([?&](?:page|p|paged|pg|pageno|page_number)=)(\d*)", re.IGNORECASE)
CURSOR = re.compile(r"([?&](?:cursor|after|token|page_?token|continuation)=)([^&]*)", re.IGNORECASE)
LONGEST_CURSOR = 500

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


def url_of_more(document: Document, url: str, shown: int, longest: int = DEFAULT.url_length) -> str | None:
    """Return the URL of the rows that a page's button loads; None where neither markup nor script names it.

    :param shown: rows that the page shows: where the next ones begin.
    """
    root = document.root
    for element in select(root, ", ".join(f"[{name}]" for name in _ATTRIBUTES)):
        names = names_of(element)
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


def _own(url: str, stated: str, longest: int) -> str | None:
    """Return a URL of the page's own host; None for any other."""
    found = web_url(url, stated, longest)
    return found if found and urlsplit(found).netloc == urlsplit(url).netloc and found != url else None


def _counted(url: str, element: Element, shown: int) -> str:
    """Return the URL with the page or offset that a button keeps beside it, where the URL states none."""
    if any(counted.search(url) for counted in (OFFSET, PAGE, CURSOR)):
        return url
    for attribute, name, least in _COUNTS:
        stated = (element.attr(attribute) or "").strip()
        if stated.isdecimal() and len(stated) < 7:
            return with_parameter(url, name, str(max(int(stated), least) or shown))
    for name in ("cursor", "after"):
        if stated := (element.attr(f"data-{name}") or "").strip()[:LONGEST_CURSOR]:
            return with_parameter(url, name, stated)
    return url


def with_parameter(url: str, name: str, value: str) -> str:
    """Return a URL with one parameter more."""
    return f"{url}{'&' if urlsplit(url).query else '?'}{name}={quote(value, safe='')}"


def _filled(url: str, shown: int) -> str:
    """Return the URL with a number where a script would add one."""
    if (found := OFFSET.search(url)) and not found.group(2):
        return url[: found.end()] + str(shown) + url[found.end() :]
    if (found := PAGE.search(url)) and not found.group(2):
        return url[: found.end()] + "1" + url[found.end() :]  # of pages that are counted from 0, the second
    return url

"""Scripted rows: what a reader can click though it is no link: a script of the page goes to its URL."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newscrawler.discovery.link_places import is_long
from newscrawler.discovery.scripted_links import CLICKS, place_of_click
from newscrawler.discovery.story_urls import looks_like_article
from newscrawler.document.node import above, class_of, first
from newscrawler.publication.selectors import select
from newscrawler.text import clean

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newscrawler.document import Element

_ATTRIBUTES = (
    "data-href", "data-url", "data-link", "data-link-url", "data-permalink", "data-target-url",
    "data-article-url", "data-story-url",
)  # fmt: skip
_OF_COMPONENTS = ("href", "url", "link", "to")
"""Where a component of the page's own, as ``<news-card href="…">``, leads."""
_COMPONENT = ":not(a):not(link):not(area):not(use):not(image):not(base)"
_SELECTOR = ", ".join(
    [*(f"[{name}]" for name in _ATTRIBUTES), CLICKS, *(f"{_COMPONENT}[{name}]" for name in _OF_COMPONENTS)]
)
_SAYING = ("headline", "title", "heading", "label")
_SERVICE = re.compile(r"share|log-?in|sign-?in|sign-?up|subscribe|mailto|print|/send/", re.IGNORECASE)
_SHARES = re.compile(r"share|social|comment|print|mailto|fb-|twitter", re.IGNORECASE)
_IS_DATA = re.compile(r"\b(?:api|ajax|json|graphql|widgets?)\b", re.IGNORECASE)
"""In the URL of what a script loads into the page."""
_MOST_TEXT = 2000
"""Characters of a row; what holds more is a column, or a page."""
_LONGEST_HEADLINE = 300
_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")


def scripted_rows(root: Element) -> Iterator[tuple[Element, str, str]]:
    """Yield each row of a page that leads somewhere by a script: element, URL as written, headline.

    A row reads like a headline. What is within a link, or holds one to an article, is none.
    """
    for element in select(root, _SELECTOR):
        place = _place(element)
        is_service = _SERVICE.search(place) or _SHARES.search(class_of(element))
        is_row = bool(place) and not is_service
        headline = _headline(element, place) if is_row else ""
        if headline and not _is_linked(element):
            yield element, place, headline


def _place(element: Element) -> str:
    """Return where a row leads, as it is written; empty where it leads nowhere."""
    for name in _ATTRIBUTES:
        if place := (element.attr(name) or "").strip():
            return place
    if "-" in element.tag:
        return next((place for name in _OF_COMPONENTS if (place := (element.attr(name) or "").strip())), "")
    return place_of_click(element)


def _headline(element: Element, place: str) -> str:
    """Return what a row says of its story: its heading, else its longest text; empty where neither is one."""
    text = element.text
    if "-" in element.tag and not text.strip():
        text = next((said for name in _SAYING if (said := clean(element.attr(name) or ""))), "")
        return text[:_LONGEST_HEADLINE]
    if not 0 < len(text) <= _MOST_TEXT:
        return ""
    heading = first(element, *_HEADINGS) or next(filter(_is_heading, above(element)), None)
    if heading is not None and (found := clean(heading.text)):
        return found[:_LONGEST_HEADLINE]
    found = max(map(clean, element.stripped_strings), key=len, default="")
    is_short = not is_long(found)
    if is_short and (len(found.split()) < 2 or _IS_DATA.search(place) or not looks_like_article(place)):
        return ""
    return found[:_LONGEST_HEADLINE]


def _is_linked(element: Element) -> bool:
    """Tell whether a plain link leads from the row to its story, or a row is but a part of a link."""
    if any(around.tag == "a" and _is_plain(around) for around in above(element)):
        return True
    return any(
        _is_plain(link) and (looks_like_article(link.attr("href") or "") or is_long(clean(link.text)))
        for link in select(element, "a[href]")
    )


def _is_heading(element: Element) -> bool:
    return element.tag in _HEADINGS


def _is_plain(link: Element) -> bool:
    """Tell whether a link leads somewhere without a script."""
    href = (link.attr("href") or "").strip().lower()
    return bool(href) and not href.startswith(("#", "javascript:"))

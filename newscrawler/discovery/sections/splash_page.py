"""Splash page: a front page that shows no news, and leads on to the pages that do."""

from __future__ import annotations

import re
from itertools import chain
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from newscrawler.discovery.links import base_of_page, web_url
from newscrawler.publication.selectors import select
from newscrawler.urls import clean_url, in_domains

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from newscrawler.bounds import Bounds
    from newscrawler.document import Document

MOST = 6
"""Pages that a splash page leads to; a site in more languages has a menu of them."""

_LANGUAGE = re.compile(r"/[a-z]{2}(?:[-_][a-z]{2,4})?/?\Z", re.IGNORECASE)
_HOME = re.compile(r"/(?:home|start|main|index|default|news|frontpage)(?:\.\w+)?/?\Z", re.IGNORECASE)
_GOES = re.compile(
    r"\blocation(?:\.href)?\s*=\s*[\"']([^\"'\s]+)[\"']"
    r"|\blocation\.(?:replace|assign)\(\s*[\"']([^\"'\s]+)[\"']"
)
_LONGEST_SCRIPT = 5000
"""Characters; a longer one goes elsewhere for other reasons than to begin."""


def leads_on_to(document: Document, url: str, domains: Sequence[str], bounds: Bounds) -> list[str]:
    """Return the pages of the site to which a page leads that itself shows nothing.

    Those are where its script goes, its frames, its versions in other languages, and its home pages.

    :param url: of the page.
    """
    base, longest = base_of_page(document.root, url, bounds.url_length), bounds.url_length
    own, found = clean_url(url), dict[str, None]()
    for place in _places(document):
        there = clean_url(web_url(base, place, longest) or "", longest)
        if there and there != own and in_domains(there, domains):
            found[there] = None
    return list(found)[:MOST]


def _places(document: Document) -> Iterator[str]:
    for script in document.scripts:
        if len(script.text) <= _LONGEST_SCRIPT and "json" not in script.kind:
            yield from (found[1] or found[2] for found in _GOES.finditer(script.text))
    root = document.root
    for frame in select(root, "frame[src], iframe[src]"):
        yield frame.attr("src") or ""
    for link in chain(select(root, "link[hreflang][href]"), select(root, "a[href]")):
        place = link.attr("href") or ""
        if _is_home(place):
            yield place


def _is_home(place: str) -> bool:
    """Tell whether a link leads to a front page: of a language, or called like one."""
    try:
        path = urlsplit(place).path
    except ValueError:
        return False
    return bool(_LANGUAGE.match(f"/{path.lstrip('/')}") or _HOME.match(f"/{path.lstrip('/')}"))

"""Stated rows: articles that a page lists as data: in JSON-LD, or for its scripts where it links none."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from newscrawler.discovery.listed_link import ListingPage
from newscrawler.discovery.rows.json_rows import objects, take_link, take_row
from newscrawler.document.json_script import assigned_values, count_values, parse_json
from newscrawler.urls import clean_url

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from newscrawler.bounds import Bounds
    from newscrawler.document import Document

LEAST = 3
"""Rows that make a list; fewer objects with a title and a URL may be anything."""

_ARTICLES = re.compile(r"\b(?!Job)\w*(?:Article|Posting)\b")
"""Types of JSON-LD; a page that lists posts of a blog may state them without a list."""

LEAST_STATE = 200
"""Characters of a script that may hold a list."""


def add_stated_rows(
    page: ListingPage, document: Document, url: str, domains: Sequence[str], bounds: Bounds
) -> None:
    """Add to the links of a page what it lists as data and does not link.

    An ``ItemList`` of JSON-LD is a statement for search engines. The data of scripts hold other things, too,
    and are looked at where there is no link to an article at all: such a page is made by its scripts.

    :param url: of the page.
    """
    stated = ListingPage()
    for entry in _listed_items(document):
        take_link(stated, entry, url, domains, bounds)
    if not (page.links or page.candidates or stated.links or stated.candidates):
        for found in _script_data(document):
            take_row(stated, found, url, domains, bounds)
    if len(stated.links) + len(stated.candidates) >= LEAST:
        page.add(stated, clean_url(url))


def _listed_items(document: Document) -> Iterator[dict[str, Any]]:
    """Yield the entries of the page's item lists, each with its ``url``."""
    for found in document.jsonld:
        kinds = found.get("@type")
        entries = found.get("itemListElement")
        if "ItemList" not in (kinds if isinstance(kinds, list) else [kinds]) or not isinstance(entries, list):
            continue
        for entry in entries:
            if isinstance(entry, str):
                yield {"url": entry}
            elif isinstance(entry, dict):
                item = entry.get("item")
                inner = item if isinstance(item, dict) else {"url": item}
                stated = inner.get("url") or inner.get("@id") or entry.get("url")
                yield {**entry, **inner, "url": stated}


def _script_data(document: Document) -> Iterator[dict[str, Any]]:
    """Yield the objects of the page's scripts: articles in JSON-LD, data, and what is assigned to a name."""
    yield from (found for found in document.jsonld if _ARTICLES.search(str(found.get("@type"))))
    room = document.bounds.json_values
    for script in document.scripts:
        is_data = "json" in script.kind
        if "ld+json" in script.kind or len(script.text) < (0 if is_data else LEAST_STATE):
            continue
        if document.bounds.json_values:
            room -= count_values(script.text)
            if room < 0:
                return
        for value in parse_json(script.text) if is_data else assigned_values(script.text):
            yield from objects(value)

"""The URL of a saved page: from a file beside it, from what saved it, from the page, or from its own name."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any, Literal, get_args
from urllib.parse import unquote

from newscrawler.document import parse_document
from newscrawler.publication.selectors import select
from newscrawler.publication.url_argument import url_fault

if TYPE_CHECKING:
    from pathlib import Path

UrlSource = Literal["sidecar", "comment", "canonical", "name"]
URL_SOURCES: tuple[UrlSource, ...] = get_args(UrlSource)
"""In the order in which they are asked."""

SIDECARS = (".json", ".url", ".meta.json")

_LONGEST_SIDECAR = 1 << 20
_HEAD = 1 << 16
"""Bytes of a page in which a program that saved it leaves its comment."""

_COMMENTS = (
    re.compile(rb"saved from url=\(\d+\)(\S+)", re.IGNORECASE),  # browsers
    re.compile(rb"Page saved with SingleFile\s+url:\s*(\S+)", re.IGNORECASE),
    re.compile(rb"Mirrored from (\S+) by HTTrack", re.IGNORECASE),
    re.compile(rb"<!--\s*(?:url|source|original url)\s*[:=]\s*(https?://\S+)", re.IGNORECASE),
)
_HOST = re.compile(r"(?:[a-z0-9-]+\.)+[a-z]{2,}(?::\d+)?\Z", re.IGNORECASE)


def url_of(path: Path, html: bytes, source: UrlSource | None = None) -> tuple[str, dict[str, Any]] | None:
    """Return the URL of a saved page and what a file beside it says; None where nothing names the URL.

    :param source: the only one that is believed; None: the first that names a URL.
    """
    beside: dict[str, Any] = {}
    for each in (source,) if source else URL_SOURCES:
        found: str | None
        if each == "sidecar":
            beside = read_sidecar(path)
            found = beside.get("url")
        elif each == "comment":
            found = _commented(html)
        elif each == "canonical":
            found = stated_url(html)
        else:
            found = named_url(path)
        if isinstance(found, str) and not url_fault(found):
            return found, beside
    return None


def read_sidecar(path: Path) -> dict[str, Any]:
    """Return what the file beside a saved page says: ``page.html.json``, ``page.json``, ``page.url``."""
    for ending in SIDECARS:
        for beside in (path.with_name(path.name + ending), path.with_suffix(ending)):
            if beside != path and beside.is_file():
                with beside.open("rb") as file:
                    text = file.read(_LONGEST_SIDECAR).decode("utf-8-sig", "replace")
                if found := _json(text) if ending.endswith("json") else _url_file(text):
                    return found
    return {}


def fetched_at_of(beside: dict[str, Any]) -> str | None:
    """Return when a page was fetched, as the file beside it says."""
    found = beside.get("fetched_at")
    return found if isinstance(found, str) else None


def stated_url(html: bytes) -> str | None:
    """Return the URL that a page states as its own: its canonical link, else ``og:url``."""
    root = parse_document(html, "http://saved.invalid/").root
    for css, name in (("link[rel~=canonical]", "href"), ("meta[property='og:url']", "content")):
        for element in select(root, css):
            found = (element.attr(name) or "").strip()
            if found.lower().startswith(("http://", "https://")):
                return found
    return None


def named_url(path: Path) -> str | None:
    """Return the URL that a file's name states: percent-encoded, or folders from a host on, as of wget.

    >>> from pathlib import Path
    >>> named_url(Path("saved/example.org/2026/05/04/quay.html"))
    'https://example.org/2026/05/04/quay.html'
    >>> named_url(Path("https%3A%2F%2Fexample.org%2Fquay.html")), named_url(Path("quay.html"))
    ('https://example.org/quay', None)
    """
    whole = unquote(path.name)
    if whole.lower().startswith(("http://", "https://")):
        return whole.removesuffix(".html").removesuffix(".htm")
    parts = path.parts
    for place, part in enumerate(parts[:-1]):
        if _HOST.match(part):
            rest = "/".join(parts[place + 1 :])
            return f"https://{part}/{rest.removesuffix('index.html')}"
    return None


def _commented(html: bytes) -> str | None:
    for comment in _COMMENTS:
        if found := comment.search(html, 0, _HEAD):
            url = found[1].decode("utf-8", "replace").removesuffix("-->")
            return url if "://" in url else f"https://{url}"
    return None


def _json(text: str) -> dict[str, Any]:
    try:
        found = json.loads(text)
    except (ValueError, RecursionError):
        return {}
    return found if isinstance(found, dict) and isinstance(found.get("url"), str) else {}


def _url_file(text: str) -> dict[str, Any]:
    """Return the URL of a text that is one, or of a shortcut: ``URL=https://…``."""
    found = re.search(r"(?:^|\n)\s*(?:URL=)?(https?://\S+)", text)
    return {"url": found[1]} if found else {}

"""Asked URLs: the JSON URLs that a page, or a script of it, names, and their parameters."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from urllib.parse import urlencode, urljoin, urlsplit

if TYPE_CHECKING:
    from collections.abc import Iterator

_NAMED = re.compile(
    r"""[\"'`](?P<url>(?:https?://[^/\"'`\s]+)?/(?:[^\"'`\s<>?]*/)?(?:api|ajax|json|rest|services?|data|feeds?|v\d)\b[^\"'`\s<>]*"""
    r"""|(?:https?://[^/\"'`\s]+)?/[^\"'`\s<>?]*\.json\b[^\"'`\s<>]*)[\"'`]"""
)
"""A text of a page or script that is the URL of data."""
_AFTER = re.compile(r"[?&](\w+)=(?:([\w-]+)|\$\{[^}]*\})?")
_APPENDED = re.compile(r"""[\"'`]([?&]\w+=[\w&=-]*)""")
_REACH = 240
"""Characters behind a URL in which a script appends parameters to it."""
_HOLE = re.compile(r"\$\{[^}]*\}|:\w+(?=/|$)")
PAGING = re.compile(
    r"(?:cursor|after|before|offset|skip|start|from|since|until|page|token|max_?id|last|continue|next)\w*\Z",
    re.IGNORECASE,
)
"""Names of parameters that ask for further rows."""
_SLUG = re.compile(r"section|slug|categor|rubri|channel|topic|ressort|desk", re.IGNORECASE)


@dataclass(slots=True)
class AskedUrl:
    """A JSON URL of a listing, as it is asked first."""

    url: str
    """Without the query."""
    params: dict[str, str] = field(default_factory=dict)
    """Of the first question."""
    stated: dict[str, str] = field(default_factory=dict)
    """Name of a parameter -> the pattern by which the page states its value."""
    paging: list[str] = field(default_factory=list)
    """Parameters that later questions have."""

    def first(self, **more: str) -> str:
        """Return the URL of a question."""
        query = urlencode({**self.params, **more})
        return f"{self.url}?{query}" if query else self.url


def asked_urls(text: str, html: str, page_url: str) -> Iterator[AskedUrl]:
    """Yield the JSON URLs that a text names.

    :param text: of the page itself, or of a script that it loads.
    :param html: the page, which may state values of parameters.
    """
    slug = urlsplit(page_url).path.strip("/").rpartition("/")[2]
    text = text.replace("&amp;", "&")
    for found in _NAMED.finditer(text):
        path, _, query = found["url"].partition("?")
        url = urljoin(
            page_url, _HOLE.sub(slug, path) + (slug if path.endswith("/") and "?" not in found["url"] else "")
        )
        if urlsplit(url).netloc != urlsplit(page_url).netloc or re.search(r"\.(?:js|css|xml)\Z", path):
            continue
        asked = AskedUrl(url)
        names = [*_AFTER.findall(f"?{query}")]
        for appended in _APPENDED.findall(text[found.end() : found.end() + _REACH]):
            names += _AFTER.findall(appended)
        for name, value in names:
            _add(asked, name, value, html, slug)
        yield asked


def _add(asked: AskedUrl, name: str, value: str, html: str, slug: str) -> None:
    """Add a parameter; its value is what the URL, the page, or the page's path says."""
    if name in asked.params or name in asked.paging:
        return
    pattern = rf"(?:data-)?\b{name}(?:-?id)?[\"']?\s*[:=]\s*[\"']?([\w-]+)"
    if PAGING.match(name) and name != "page_size":
        asked.paging.append(name)
    elif value:
        asked.params[name] = value
        asked.stated[name] = rf"[?&;]{name}=([\w-]+)"
    elif stated := re.search(pattern, html):
        asked.params[name] = stated[1]
        asked.stated[name] = pattern
    elif _SLUG.search(name) and slug:
        asked.params[name] = slug

"""Places: the parts of a site by host and path prefix, as declared for its sections and languages.

A place is a host (``sport.example.org``, and what lies below it), a path prefix of whole segments (``/en/``),
or both (``example.org/en/``).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from newscrawler.urls import bare_host, host_and_port

if TYPE_CHECKING:
    from collections.abc import Iterable

_FILE = re.compile(r"/(?:index|default|home)\.\w+$|\.\w+$", re.IGNORECASE)


def place_at(url: str, places: Iterable[str]) -> str | None:
    """Return the place at which a URL lies, of several the narrowest; None where it lies at none of them.

    >>> place_at("https://www.example.org/sport/1", ["/sport/", "example.org", "/news/"])
    '/sport/'
    >>> place_at("https://sport.example.org/1", ["example.org", "sport.example.org"])
    'sport.example.org'
    """
    host, path = host_and_port(url)[0], _path(url)
    at = [place for place in places if _is_at(host, path, place)]
    return max(at, key=lambda place: (len(place.partition("/")[2].strip("/")), len(place)), default=None)


def place_of(url: str, home: str) -> str | None:
    """Return the place for which a section's page stands; None for the front page.

    :param home: URL of the site's home, whose host needs no mention.

    >>> [place_of(url, "https://example.org") for url in (
    ...     "https://example.org/news/uk/index.html", "https://sport.example.org/", "https://example.org/")]
    ['/news/uk', 'sport.example.org', None]
    """
    host = bare_host(host_and_port(url)[0])
    path = _FILE.sub("", urlsplit(url).path).rstrip("/")
    is_home = host == bare_host(host_and_port(home)[0])
    return (path if is_home else f"{host}{path}") or None


def _is_at(host: str, path: str, place: str) -> bool:
    name, slash, prefix = place.partition("/")
    if name and host != name and not host.endswith(f".{name}"):
        return False
    return not slash or path.startswith(f"/{prefix}".rstrip("/").casefold() + "/")


def _path(url: str) -> str:
    """Return the path of a URL with a slash at its end; of what is no URL, that of a front page."""
    try:
        return urlsplit(url).path.casefold().rstrip("/") + "/"
    except ValueError:
        return "/"

"""Further pages: whether a URL is the second or a later page of the article at another URL."""

from __future__ import annotations

import re
from urllib.parse import unquote, urlsplit

from newscrawler.urls.hosts import bare_host
from newscrawler.urls.spelling import ENDING, clean_url

_NAMES = r"page|p|pg|seite|pagina"
_PARAMETER = re.compile(rf"(?:{_NAMES}|pagenum|page_?no|paged|page_number)=(\d{{1,3}})\Z", re.IGNORECASE)
_NAMED = re.compile(rf"[/_,.-](?:{_NAMES})[/_,.=-]?(\d{{1,2}})\Z", re.IGNORECASE)
_BARE = re.compile(r"[/_,](\d{1,2})\Z")


def continues(first: str, following: str) -> bool:
    """Tell whether a URL is a further page of the article at another; ``rel=next`` can name the next story.

    >>> first = "https://example.com/politics/harbour-opens.html"
    >>> continues(first, "https://example.com/politics/harbour-opens/2"), continues(first, first + "?page=2")
    (True, True)
    >>> continues(first, "https://example.com/politics/harbour-opens-2.html")
    False
    """
    a, b = urlsplit(clean_url(first)), urlsplit(clean_url(following))
    if bare_host(a.netloc) != bare_host(b.netloc):
        return False
    path_a, path_b = _path(a.path), _path(b.path)
    if path_a == path_b:
        added = set(b.query.split("&")) - set(a.query.split("&"))
        return len(added) == 1 and _PARAMETER.match(added.pop()) is not None
    if not path_a or not path_b.startswith(path_a):
        return False
    return any(mark.match(path_b, len(path_a)) for mark in (_NAMED, _BARE))


def page_after(own: str, there: str) -> bool:
    """Tell whether a URL is the page after another of the same article, be that its first or a later one.

    >>> page_after("https://example.com/a-quay", "https://example.com/a-quay/2")
    True
    >>> page_after("https://example.com/a-quay/2", "https://example.com/a-quay/3")
    True
    >>> page_after("https://example.com/a-quay", "https://example.com/a-quay/3")
    False
    """
    (stem, page), (stem_there, page_there) = _place(own), _place(there)
    if stem == stem_there:
        return page_there == page + 1
    return page_there == 2 and continues(own, there)


def _place(url: str) -> tuple[str, int]:
    """Return a URL without what says its page, and the number of that page."""
    parts = urlsplit(clean_url(url))
    host, path, pairs = bare_host(parts.netloc), _path(parts.path), parts.query.split("&")
    for pair in pairs:
        if found := _PARAMETER.match(pair):
            return f"{host}{path}?{'&'.join(other for other in pairs if other != pair)}", int(found[1])
    if found := _NAMED.search(path) or _BARE.search(path):
        return f"{host}{path[: found.start()]}?{parts.query}", int(found[1])
    return f"{host}{path}?{parts.query}", 1


def _path(path: str) -> str:
    return ENDING.sub("", unquote(path)).rstrip("/")

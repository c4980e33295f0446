"""Twins: other URLs of one story: AMP, mobile, print, comment and further pages, no ``www.``, capitals."""

from __future__ import annotations

import re

from newscrawler.urls.hosts import bare_host

_IN_HOST = re.compile(r"(?:https?://)?(?:m|amp|mobile)\.(?=[^/]+\.)")
_MARK = re.compile(r"/(?:amp|m|mobile|print)(?=[/?]|\Z)|(?:/amp|\.amp)(?:\.html?)?(?=\?|\Z)")
_COMMENTS = re.compile(
    r"(?<=[^/]/)(?:comments|comment-page-\d+|kommentare|kommentarer|kommentit|commentaires|comentarios|commenti"
    r"|reacties|reactions|komentarze|komentari|komentare|komentarai|kommentaarid)/?(?=\?|\Z)"
)
"""Of a path below a story's: what its readers say, below the story itself or a part of it."""
_WORDS = re.compile(r"[^/?]*[a-z][^/?]*[-_][^/?]*[a-z][^/?]*[-_][^/?]*[a-z][^/?]*/?(?=\?|\Z)", re.IGNORECASE)
"""A last part of three words or more; in a shorter one capitals may tell two codes apart."""
_VIEWS = (
    frozenset(
        f"{name}={value}"
        for name in ("amp", "print", "printable", "printview", "print_view", "mobile", "m")
        for value in ("", "0", "1", "true", "yes", "y", "on", "print")
    )
    | frozenset(
        f"{name}={value}"
        for name in ("outputtype", "output", "view", "format", "mode", "type")
        for value in ("amp", "print", "mobile")
    )
    | {"tmpl=component", "tmpl=print", "task=print", "action=print", "do=print"}
)
_PAGE = re.compile(r"(?:page|p|pg|paged|seite|pagina)=\d{1,3}\Z")
_ENDINGS = (".html", ".htm", ".php", "/index", "/")
"""Of a path, where they name no other page."""


def is_twin(url: str) -> bool:
    """Tell whether a URL is that of a story's AMP, mobile or print page, which has fewer fields.

    >>> is_twin("https://example.com/a/amp/"), is_twin("https://m.example.com/a"), is_twin("https://example.com/a?amp=1")
    (True, True, True)
    >>> is_twin("https://www.example.com/a")
    False
    """
    return (
        _IN_HOST.match(url) is not None
        or (_may_have_mark(url) and _MARK.search(url) is not None)
        or (_may_have_comments(url) and _COMMENTS.search(url) is not None)
        or ("?" in url and any(map(_is_view, url.partition("?")[2].split("&"))))
    )


def is_further_page(url: str) -> bool:
    """Tell whether a URL is a further page of a story: one of a path that is a story's words.

    >>> is_further_page("https://example.com/quay-opens-again?page=2"), is_further_page("https://example.com/quay?page=2")
    (True, False)
    """
    path, _, query = url.partition("?")
    return any(map(_PAGE.match, query.split("&"))) and _WORDS.search(path) is not None


def twin_key(key: str) -> str:
    """Return what the keys of a story's twins share: the key without host labels, marks and endings.

    :param key: as ``url_key`` makes it.

    >>> {twin_key(key) for key in ("www.example.com/a/", "example.com/a.amp.html", "m.example.com/a?amp=1")}
    {'example.com/a'}
    >>> twin_key("example.com/?p=7"), twin_key("example.com/amplifier")
    ('example.com?p=7', 'example.com/amplifier')
    >>> twin_key("example.com/quay-opens-again?page=2")
    'example.com/quay-opens-again'
    """
    key = bare_host(key)
    if _may_have_mark(key):
        key = _MARK.sub("", key)
    if _may_have_comments(key):
        key = _COMMENTS.sub("", key)
    if key != (lower := key.lower()) and _WORDS.search(key):
        key = lower  # as servers do that know no case
    if "?" not in key:
        return _without_ending(key) if key.endswith(_ENDINGS) else key
    path, _, query = key.partition("?")
    pairs = [pair for pair in query.split("&") if not _is_view(pair)]
    if _WORDS.search(path):
        pairs = [pair for pair in pairs if not _PAGE.match(pair)]
    query = "&".join(pairs)
    return f"{_without_ending(path)}?{query}" if query else _without_ending(path)


def _without_ending(path: str) -> str:
    path = path.rstrip("/")
    for ending in _ENDINGS:
        path = path.removesuffix(ending)
    return path


def _may_have_mark(url: str) -> bool:
    """Tell at a tenth of the cost that most URLs have no mark."""
    return "amp" in url or "/m" in url or "/print" in url


def _may_have_comments(url: str) -> bool:
    return "/com" in url or "/kom" in url or "/rea" in url


def _is_view(pair: str) -> bool:
    """Tell whether a pair ``name=value`` of a query asks for another view of a page."""
    name, _, value = pair.lower().partition("=")
    return f"{name}={value}" in _VIEWS

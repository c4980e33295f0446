"""Spelling: the clean form of a URL, and the key that all spellings of one URL share."""

from __future__ import annotations

import re
from functools import lru_cache
from urllib.parse import unquote, urlsplit

from w3lib.url import safe_url_string

from newscrawler.bounds import DEFAULT
from newscrawler.urls.hosts import bare_host, host_and_port
from newscrawler.urls.tracking import is_session, is_tracking, without_session

_PLAIN = re.compile(
    r"https?://[a-z0-9-]+(?:\.[a-z0-9-]+)*(?::(?!80/|443/)[1-9]\d{0,4})?/(?!\.|%2[Ee])(?:[\w~!$&'()*+,=:@%-]|\.|/(?!\.|%2[Ee]))*\Z",
    re.ASCII,
)
_ESCAPE = re.compile(r"%([0-9A-Fa-f]{2})")
_ESCAPED_DOT = re.compile(r"(?<=/)(?:\.|%2e){1,2}(?=/|\Z)", re.IGNORECASE)
_UNRESERVED = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~")
ENDING = re.compile(r"(?<!/)(?:/index)?(?:\.(?:s?html?|php|aspx?|jsp))?/*$")
"""The end of a path that names no other page."""
_DEFAULT_PORTS = {("http", "80"), ("https", "443")}


@lru_cache(maxsize=64)
def is_plain(url: str) -> bool:
    """Tell whether a URL is clean at first sight, as most are; what is not may be clean as well.

    The latest answers are kept: a listed URL is asked about three times in a row, in each of 50,000 rows.

    >>> is_plain("https://example.com/politics/1"), is_plain("/politics/1"), is_plain("https://example.com/?id=1")
    (True, False, False)
    """
    return _PLAIN.match(url) is not None


def clean_url(url: str, longest: int = DEFAULT.url_length) -> str:
    """Return the URL without what does not belong to it: fragment, default port, tracking, sessions.

    Scheme and host in lower case, dot segments resolved, characters outside ASCII escaped as browsers do;
    path and order of the other parameters as they were. What is no http(s) URL is only stripped.

    >>> clean_url("HTTPS://Example.com:443/a/../Politics/1?utm_source=x&id=5&fbclid=y#top")
    'https://example.com/Politics/1?id=5'
    >>> clean_url("http://example.com/new?reference=7&gallery=2&cid=3")
    'http://example.com/new?reference=7&gallery=2&cid=3'
    """
    if is_plain(url):
        return url
    text = url.strip()
    if 0 < longest < len(text):
        return text
    text = with_slashes(text)
    if not text.isascii() and not host_and_port(text)[0].isascii():
        return text  # no name that DNS has; w3lib would find that out anew for each URL
    try:
        parts = urlsplit(safe_url_string(text))
        scheme, host, port = parts.scheme.lower(), parts.hostname, parts.port
    except ValueError:  # no number as port, half an IPv6 address, a host that IDNA does not allow
        return text
    if scheme not in {"http", "https"} or not host or ".." in host:
        return text
    netloc = f"[{host}]" if ":" in host else host.rstrip(".")
    if port is not None and (scheme, str(port)) not in _DEFAULT_PORTS:
        netloc = f"{netloc}:{port}"
    if "@" in parts.netloc:
        netloc = f"{parts.netloc.rpartition('@')[0]}@{netloc}"
    pairs = [pair for pair in parts.query.split("&") if pair and not (is_tracking(pair) or is_session(pair))]
    query, path = "&".join(pairs), _without_dot_segments(without_session(parts.path or "/"))
    return f"{scheme}://{netloc}{path}?{query}" if query else f"{scheme}://{netloc}{path}"


def with_slashes(text: str) -> str:
    r"""Return a URL with slashes for backslashes, as browsers read it; those of its query stay.

    >>> with_slashes(r"\world\1?a=\b")
    '/world/1?a=\\b'
    """
    if "\\" not in text:
        return text
    head, mark, tail = re.split(r"([?#]|\Z)", text, maxsplit=1)
    return head.replace("\\", "/") + mark + tail


def url_key(url: str, *, merge_hosts: bool = False) -> str:
    """Return the key under which the ledger knows a URL: two spellings of one URL have one key.

    The scheme plays no part, nor does the order of parameters or the spelling of escapes. ``www.``, ``m.``,
    ``mobile.`` and ``amp.`` are hosts of their own unless ``merge_hosts``. A slash at the end counts.

    >>> url_key("http://example.com/%d0%b0?b=2&a=1") == url_key("https://example.com:443/%D0%B0?a=1&b=2#c")
    True
    >>> url_key("https://www.example.com/a/")
    'www.example.com/a/'
    >>> url_key("https://www.example.com/a/", merge_hosts=True)
    'example.com/a/'
    """
    scheme, mark, rest = clean_url(url).partition("://")
    if not mark or scheme not in {"http", "https"}:
        return scheme + mark + rest
    if "%" in rest:
        rest = _ESCAPE.sub(_plain_escape, rest)
    if "&" in rest:
        path, _, query = rest.partition("?")
        if query:
            pairs = sorted(query.split("&"), key=lambda pair: pair.partition("=")[0])
            rest = f"{path}?{'&'.join(pairs)}"
    return bare_host(rest) if merge_hosts else rest


def same_document(a: str, b: str) -> bool:
    """Tell whether two URLs are spellings of one.

    >>> same_document("http://example.com/1", "https://EXAMPLE.com/1?utm_source=rss#comments")
    True
    >>> same_document("http://example.com/1", "http://example.com/1?page=2")
    False
    """
    return a == b or url_key(a) == url_key(b)


def _without_dot_segments(path: str) -> str:
    if "/." not in path and "/%2" not in path:
        return path
    path = _ESCAPED_DOT.sub(_dots, path)
    kept: list[str] = []
    segments = path.split("/")
    for segment in segments:
        if segment == "..":
            if len(kept) > 1:
                kept.pop()
        elif segment != ".":
            kept.append(segment)
    if segments[-1] in {".", ".."}:
        kept.append("")
    return "/".join(kept) or "/"


def _dots(match: re.Match[str]) -> str:
    return unquote(match.group())


def _plain_escape(match: re.Match[str]) -> str:
    character = chr(int(match.group(1), 16))
    return character if character in _UNRESERVED else match.group().upper()

"""Unstated encodings: bodies that come compressed, though no header says so."""

from __future__ import annotations

import re

from scrapy.exceptions import ResponseDataLossError

from newscrawler.download.inflate import inflate
from newscrawler.exceptions import Failed

_STARTS = ((b"\x1f\x8b\x08", "gzip"), (b"\x28\xb5\x2f\xfd", "zstd"))
_ZLIB = re.compile(rb"\x78[\x01\x5e\x9c\xda]")
_NO_TEXT = re.compile(rb"[\x01-\x08\x0e-\x1a\x1c-\x1f]")
"""Bytes that hardly any text has, but for UTF-16; zero and escape stand in more charsets."""
_HEAD = 256
_TEXT_TYPES = ("html", "xml", "text/", "json")
_MARKUP = (b"<", b"{", b"[")
_SPACE = b"\xef\xbb\xbf \t\r\n"


def may_be_compressed(body: bytes, content_type: str) -> bool:
    """Tell whether a body that should be a text has bytes that hardly any text has.

    What says that it is a file, as a sitemap in gzip does, is left as it is.
    """
    kind = content_type.partition(";")[0].strip().lower()
    is_text = not kind or any(known in kind for known in _TEXT_TYPES)
    return is_text and _NO_TEXT.search(body[:_HEAD]) is not None


def unstated_encoding(body: bytes, max_size: int) -> str | None:
    r"""Return the encoding in which a body is, as its first bytes or what it inflates to tell.

    :param max_size: bytes that the result may have; 0 for no bound.

    >>> unstated_encoding(b"\x1f\x8b\x08\x00", 0), unstated_encoding(b"<p>News", 0)
    ('gzip', None)
    """
    if stated := next((name for start, name in _STARTS if body.startswith(start)), None):
        return stated
    names = ("deflate", "br") if _ZLIB.match(body) else ("br",)
    return next((name for name in names if _begins_as_markup(body, name, max_size)), None)


def _begins_as_markup(body: bytes, encoding: str, max_size: int) -> bool:
    """Tell whether bytes inflate, and begin as a page, a feed or JSON then."""
    try:
        start = inflate(body, encoding, max_size).lstrip(_SPACE)[:1]
    except (Failed, ResponseDataLossError):
        return False
    return start in _MARKUP

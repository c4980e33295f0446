"""What was downloaded, as the browser takes it for a page's request."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from newscrawler.document.charset import UNKNOWN, as_utf8

if TYPE_CHECKING:
    from scrapy.http import Response

LABELS = {
    "big5hkscs": "big5-hkscs",
    "cp932": "windows-31j",
    "cp949": "windows-949",
    "mac_cyrillic": "x-mac-cyrillic",
    "utf-16-be": "utf-16be",
    "utf-16-le": "utf-16le",
}
"""Python's names of charsets that browsers call otherwise; ``cp1251`` and most others are names for both."""
TO_PAGE = ("content-type", "link", "location")


def as_document(response: Response) -> dict[str, Any]:
    """Return a page's document with no header but its type: what a page may load is decided by us.

    Its charset is the one in which the page would be read without a browser, whatever it declares.
    """
    content_type = (response.headers.get("Content-Type") or b"text/html").decode("latin-1")
    _, charset = as_utf8(response.body, content_type, response.url)
    if charset != UNKNOWN:
        label = LABELS.get(charset, charset.replace("_", "-"))
        content_type = f"{content_type.partition(';')[0].strip()}; charset={label}"
    return {
        "status": response.status,
        "headers": {"content-type": content_type},
        "body": response.body,
    }


def as_data(response: Response) -> dict[str, Any]:
    """Return a script, a style sheet or data, with the headers that scripts look at."""
    headers = {name: (response.headers.get(name) or b"").decode("latin-1") for name in TO_PAGE}
    headers |= {
        name.decode("latin-1"): values[-1].decode("latin-1")
        for name, values in response.headers.items()
        if name.lower().startswith((b"access-control-", b"x-"))
    }
    return {
        "status": response.status,
        "headers": {name: value for name, value in headers.items() if value},
        "body": response.body,
    }

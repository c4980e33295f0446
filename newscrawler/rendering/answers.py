"""What was downloaded, as the browser takes it for a page's request."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from scrapy.http import Response

TO_PAGE = ("content-type", "link", "location")


def as_document(response: Response) -> dict[str, Any]:
    """Return a page's document with no header but its type: what a page may load is decided by us."""
    content_type = response.headers.get("Content-Type") or b"text/html"
    return {
        "status": response.status,
        "headers": {"content-type": content_type.decode("latin-1")},
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

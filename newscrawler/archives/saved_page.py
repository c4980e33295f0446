"""A saved page: a file of a folder, its URL, and when it was fetched."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from scrapy.exceptions import ResponseDataLossError

from newscrawler.archives.kept_page import KeptPage, NoPage
from newscrawler.archives.saved_url import fetched_at_of, url_of
from newscrawler.download.inflate import inflate
from newscrawler.exceptions import Failed
from newscrawler.extraction.not_an_article import find_no_page

if TYPE_CHECKING:
    from pathlib import Path

    from newscrawler.archives.saved_url import UrlSource

_NO_PAGE = re.compile(
    r"\.(?:jpe?g|png|gif|webp|avif|svg|ico|css|m?js|woff2?|ttf|mp[34]|pdf|zip|jsonl?|map|xml|txt|csv|md|py)\Z",
    re.IGNORECASE,
)
"""Endings of files that are no pages, so that they need not be read."""
_GZIP_START = b"\x1f\x8b"


def page_of_file(path: Path, largest: int, url_from: UrlSource | None = None) -> KeptPage | NoPage:
    """Return the page that a file holds, or the reason why it holds none.

    It was fetched when the file beside it says so, else when the file was last written.

    :param largest: bytes of a page, as stored and as inflated.
    :param url_from: what alone is believed of its URL; None: all that says it.
    """
    place = str(path)
    if _NO_PAGE.search(path.name):
        return NoPage("not_html", place)
    try:
        body = _body(path, largest)
        written = datetime.fromtimestamp(path.stat().st_mtime, UTC).isoformat(timespec="seconds")
    except OSError as error:
        return NoPage("unreadable", f"{place}: {error.strerror}", is_damaged=True)
    except ResponseDataLossError:
        return NoPage("damaged_gzip", place, is_damaged=True)
    except Failed as error:
        return NoPage(error.reason, place)
    if (other := find_no_page(body, None)) is not None:
        return NoPage(other.kind, place)
    if (found := url_of(path, body, url_from)) is None:
        return NoPage("no_url", place)
    url, beside = found
    return KeptPage(url, body, _instant(fetched_at_of(beside)) or written, {}, place)


def _body(path: Path, largest: int) -> bytes:
    """Read a file, within the bound.

    :raises Failed: it is too large, or no file.
    :raises ResponseDataLossError: it is gzip and damaged.
    """
    if not path.is_file():
        raise Failed("not_a_file")
    if path.stat().st_size > largest:
        raise Failed("too_large")
    body = path.read_bytes()
    return inflate(body, "gzip", largest) if body.startswith(_GZIP_START) else body


def _instant(text: str | None) -> str | None:
    try:
        moment = datetime.fromisoformat(text or "")
    except ValueError:
        return None
    return moment.isoformat(timespec="seconds") if moment.tzinfo else None

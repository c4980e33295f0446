"""Links of listings: absolute URLs, or none where nothing could be asked for."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import urljoin, urlsplit

from newscrawler.bounds import DEFAULT
from newscrawler.publication.selectors import select
from newscrawler.urls.spelling import is_plain, with_slashes

if TYPE_CHECKING:
    from newscrawler.document import Element

_LONGEST_HOST = 512
"""With name, password and port; of the host itself DNS knows 253 characters."""


def absolute(base_url: str, href: str, longest: int = DEFAULT.url_length) -> str | None:
    """Return the absolute URL of a link; None where it is no URL: half an IPv6 host, no text.

    >>> absolute("https://example.org/news/", "1 ")
    'https://example.org/news/1'
    >>> absolute("https://example.org/", "http://[1/"), absolute("https://example.org/", "//a:99999/")
    (None, None)
    """
    if is_plain(href) and not 0 < longest < len(href):  # what takes a tenth of the time
        return href
    try:
        joined = urljoin(base_url, with_slashes(href.strip()))
        joined.encode()  # JSON can state half a character
        parts = urlsplit(joined)
        _ = parts.port
    except ValueError:
        return None
    too_long = 0 < longest < len(joined) or len(parts.netloc) > _LONGEST_HOST
    return None if too_long else joined


def web_url(base_url: str, href: str, longest: int = DEFAULT.url_length) -> str | None:
    """Return the absolute http(s) URL of a link; None where it is another.

    >>> web_url("https://example.org/news/", "1"), web_url("https://example.org/", "mailto:a@b.org")
    ('https://example.org/news/1', None)
    """
    found = absolute(base_url, href, longest)
    return found if found is not None and found[:8].lower().startswith(("http://", "https://")) else None


def base_of_page(root: Element, url: str, longest: int = DEFAULT.url_length) -> str:
    """Return what the links of a page are relative to: its first ``<base href>``, else its own URL."""
    stated = next((href for element in select(root, "base[href]") if (href := element.attr("href"))), None)
    return (web_url(url, stated, longest) if stated else None) or url


def is_path(text: str) -> bool:
    """Tell whether a text is a URL, or a path of the site."""
    return text.startswith(("/", "?", "http://", "https://")) and not re.search(r"[\s<>{}]", text)

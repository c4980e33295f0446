"""Identity: which article a URL leads to, by the publisher's own number or by the URL itself."""

from __future__ import annotations

import hashlib
import re

from newscrawler.urls.hosts import host_and_port
from newscrawler.urls.spelling import clean_url, url_key

_STAND_IN = re.compile(r"localhost\Z|\d+(?:\.\d+){3}\Z|\[")


def article_number(url: str, pattern: str | None) -> str | None:
    r"""Return the groups of ``pattern`` in the clean URL: the publisher's own article number, or None.

    Several groups are joined by ``/``: a number that is unique only with its host or language.

    >>> article_number("https://example.com/politics/944692?utm_source=x", r"/[a-z-]+/(\d+)$")
    '944692'
    >>> article_number("https://example.com/en/77", r"/(en|fr)?/?(\d+)$")
    'en/77'
    """
    if pattern is None:
        return None
    match = re.search(pattern, clean_url(url))
    return "/".join(filter(None, match.groups())) or None if match else None


def article_key(site_name: str, url: str, pattern: str | None) -> str:
    r"""Return the identity of an article before its page is read: ``site:number``, else the URL's key.

    >>> article_key("example", "http://example.com/sport/77#x", r"/(\d+)$")
    'example:77'
    >>> article_key("example", "http://example.com/sport/final#x", r"/(\d+)$")
    'example.com/sport/final'
    """
    number = article_number(url, pattern)
    return f"{site_name}:{number}" if number else url_key(url)


def article_id(
    site_name: str, url: str, pattern: str | None, home: str | None, *, base_url: str | None = None
) -> str:
    """Return the ``id`` of an article: ``site:number``, else the site and a hash of its (canonical) URL.

    http or https, ``www.`` and the base that stands for the site play no part: a URL at ``base_url``, or at
    this machine or a bare IP address while the site has a ``home``, counts as one at the home.

    >>> a = article_id("example", "https://www.example.com/final", None, "example.com")
    >>> a == article_id("example", "http://127.0.0.1:8080/final", None, "example.com")
    True
    >>> article_id("example", "https://sport.example.com/final", None, "example.com") == a
    False
    """
    number = article_number(url, pattern)
    if number:
        return f"{site_name}:{number}"
    key = url_key(url)
    host, slash, path = key.partition("/")
    if home and (
        _STAND_IN.match(host_and_port(url)[0]) or (base_url and host_and_port(url) == host_and_port(base_url))
    ):
        host = home
    key = host.removeprefix("www.") + slash + path
    digest = hashlib.blake2b(key.encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()
    return f"{site_name}:{digest}"

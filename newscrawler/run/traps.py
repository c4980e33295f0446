"""Crawler traps: shapes of URLs that go on for ever, and those that have stopped leading to articles."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

if TYPE_CHECKING:
    from scrapy.settings import BaseSettings

_SESSION = re.compile(
    r";(?:jsessionid|phpsessid|sid)=[^/?#]*|/\([a-z]\([0-9a-z]{16,}\)\)(?=/)"
    r"|/(?:sid|session(?:id)?)[-_=/][0-9a-z]{8,}(?=/)",
    re.IGNORECASE,
)
_TOKEN = re.compile(r"[0-9a-f]{12,}|(?=[a-z0-9_-]*[0-9])(?=[a-z0-9_-]*[a-z])[a-z0-9_]{20,}", re.IGNORECASE)
_DIGITS = re.compile(r"[0-9]+")
_SLUG = re.compile(r"(?<=/)[^/]*[-_][^/]*[-_][^/]*|(?<=/)[^/]{40,}")


def repeats(url: str, times: int = 3) -> bool:
    """Tell whether a path grows by repeating itself.

    >>> repeats("https://example.org/a/b/a/b/a/b/"), repeats("https://example.org/2026/11/11/11-dead")
    (True, False)
    """
    parts = [part for part in urlsplit(url).path.split("/") if part]
    for size in range(1, min(4, len(parts) // times) + 1):
        for start in range(len(parts) - size * times + 1):
            run = parts[start : start + size]
            if any(part.isdigit() for part in run) and size == 1:
                continue  # a date may repeat a number
            if all(parts[start + size * n : start + size * (n + 1)] == run for n in range(1, times)):
                return True
    return False


def shape(url: str) -> str:
    """Reduce a URL to its shape: numbers, tokens and slugs lose their value, the query its name and value.

    >>> shape("https://example.org/calendar/2026/11?day=3&view=a")
    'example.org/calendar/0/0?'
    """
    parts = urlsplit(url)
    path = _DIGITS.sub("0", _TOKEN.sub("x", _SLUG.sub("s", parts.path)))
    return f"{parts.netloc}{path}{'?' if parts.query else ''}"


def without_session(url: str) -> str | None:
    """Take a session out of the path of a URL.

    :return: None where there is none, as nearly everywhere.

    >>> without_session("https://example.org/a/1;jsessionid=0A1B2C3D4E5F60718293?x=1")
    'https://example.org/a/1?x=1'
    """
    plain, found = _SESSION.subn("", url)
    return plain if found else None


class Traps:
    """For each shape of URL, the pages in a row that led to no article.

    Settings, 0 for no bound: ``TRAP_PAGES`` (listing pages of one shape in a row without an article that is
    new in the run), ``TRAP_ARTICLES`` (article pages of one shape in a row of which none was an article).
    """

    def __init__(self, settings: BaseSettings) -> None:
        self._pages = settings.getint("TRAP_PAGES")
        self._articles = settings.getint("TRAP_ARTICLES")
        self._barren: Counter[str] = Counter()
        """Shape -> pages in a row; ``""``: listing pages in a row, of any shape."""
        self._without_session: set[int] = set()
        """Hashes of the URLs that carried a session, without it."""

    def closed(self, url: str, *, article: bool) -> str | None:
        """Return why no URL of this shape is asked for any more: ``trap_articles``, ``trap_pages`` or None.

        :param article: the URL is asked for as an article, not as a listing.
        """
        count = self._barren[_bucket(url, article=article)]
        if article:
            return "trap_articles" if 0 < self._articles <= count else None
        is_trap = self._pages > 0 and (count >= self._pages or self._barren[""] >= 4 * self._pages)
        return "trap_pages" if is_trap else None

    def count_barren(self, url: str, *, article: bool) -> None:
        """Count a page that has led to no article, or not yet."""
        self._barren[_bucket(url, article=article)] += 1
        if not article:
            self._barren[""] += 1

    def count_fruitful(self, url: str, *, article: bool) -> None:
        """Begin to count anew: a page was an article, or has led to one."""
        self._barren.pop(_bucket(url, article=article), None)
        if not article:
            self._barren.pop("", None)

    def is_other_session(self, url: str) -> bool:
        """Tell whether a URL was asked for before, in another session; remember it."""
        plain = without_session(url)
        if plain is None:
            return False
        known = hash(plain) in self._without_session
        self._without_session.add(hash(plain))
        return known

    def barren(self, url: str | None = None, *, article: bool = False) -> int:
        """Return how many pages in a row have led to no article: of a URL's shape, or of all listings."""
        return self._barren["" if url is None else _bucket(url, article=article)]


def _bucket(url: str, *, article: bool) -> str:
    return f"{'article' if article else 'listing'} {shape(url)}"

"""Which of many sitemaps is asked for first: the newest, by its name and its date."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

_NEWEST = re.compile(
    r"(?:^|[/._-])(?:google-?)?(?:news|latest|recent|today|current|breaking)(?:[/._-]|\d{0,2}\.|$)",
    re.IGNORECASE,
)
_DATE = re.compile(
    r"(?<!\d)((?:19|20)\d\d)(?:[-_./]?(0[1-9]|1[0-2])(?:[-_./]?(0[1-9]|[12]\d|3[01]))?)?(?!\d)"
)
_MONTH = re.compile(r"[?&_/-](?:mm|month|m)=?(0?[1-9]|1[0-2])(?!\d)", re.IGNORECASE)


def newest_first(sitemaps: Iterable[tuple[str, str | None]]) -> list[tuple[str, str | None]]:
    """Return (URL, lastmod) of sitemaps in the order in which to ask for them; equal ones stay as they are.

    First those of the latest news, then the one with the latest date, then those without a date, then the
    others by date. The date is that of the period in the name, else the ``lastmod``.

    >>> named = ["a-2024.xml", "a-2026-11.xml", "pages.xml", "a-2026-10.xml", "news.xml"]
    >>> [url for url, _ in newest_first((url, None) for url in named)]
    ['news.xml', 'a-2026-11.xml', 'pages.xml', 'a-2026-10.xml', 'a-2024.xml']
    """
    dated = [(url, modified, _period(url) or modified or "") for url, modified in sitemaps]
    latest = max((date for *_, date in dated), default="")

    def place(entry: tuple[str, str | None, str]) -> tuple[int, str]:
        url, _, date = entry
        if _NEWEST.search(url.rpartition("//")[2].partition("/")[2] or url):
            return 3, date
        return (2 if date == latest else 1 if not date else 0), date

    return [(url, modified) for url, modified, _ in sorted(dated, key=place, reverse=True)]


def _period(url: str) -> str:
    """Return the year, month or day in a name; empty where there is none."""
    found = list(_DATE.finditer(url))
    if not found:
        return ""
    parts = [part for part in found[-1].groups() if part]
    if len(parts) == 1 and (month := _MONTH.search(url)):
        parts.append(month[1].zfill(2))
    return "-".join(parts)


def day_in_url(url: str) -> str | None:
    """Return the day that a URL states.

    >>> day_in_url("https://example.org/2026/11/23/quay"), day_in_url("https://example.org/2026/quay")
    ('2026-11-23', None)
    """
    period = _period(url)
    return period if period.count("-") == 2 else None

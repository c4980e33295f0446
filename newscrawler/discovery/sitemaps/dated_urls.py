"""Dated URLs: of a sitemap that is declared with ``{YYYY}``, ``{MM}``, ``{DD}``, one for each period."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_DIGITS = {"YYYY": r"\d{4}", "MM": r"\d{2}", "DD": r"\d{2}"}


def dated_urls(url: str, first: date, last: date) -> Iterator[str]:
    """Yield the URLs of the years, months or days from the last to the first; a URL without a date as it is.

    >>> list(dated_urls("/map-{YYYY}-{MM}.xml", date(2025, 11, 30), date(2026, 1, 2)))
    ['/map-2026-01.xml', '/map-2025-12.xml', '/map-2025-11.xml']
    >>> list(dated_urls("/map.xml", date(2025, 1, 1), date(2026, 1, 2)))
    ['/map.xml']
    """
    if "{YYYY}" not in url:
        yield url
        return
    day = last
    while day >= first:
        yield url.replace("{YYYY}", f"{day:%Y}").replace("{MM}", f"{day:%m}").replace("{DD}", f"{day:%d}")
        if "{DD}" not in url:
            day = day.replace(day=1) if "{MM}" in url else day.replace(month=1, day=1)
        if day == date.min:
            return
        day -= timedelta(days=1)


def is_dated_by(url: str, declared: str) -> bool:
    """Tell whether a URL is a declared one, whatever the date in it.

    >>> is_dated_by("https://example.org/2026/11.xml", "https://example.org/{YYYY}/{MM}.xml")
    True
    """
    pattern = re.sub(r"\\\{(YYYY|MM|DD)\\\}", lambda found: _DIGITS[found[1]], re.escape(declared))
    return re.fullmatch(pattern, url) is not None

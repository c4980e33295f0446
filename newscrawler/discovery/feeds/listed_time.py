"""Times as feeds, sitemaps and APIs state them."""

from __future__ import annotations

from email.utils import parsedate_to_datetime

from newscrawler.dates import parse_time


def whole_instant(text: str | None) -> str | None:
    """Return ISO 8601 with offset where a listing's time states a whole instant, else the text itself.

    >>> whole_instant("Mon, 23 Nov 26 9:05:00 GMT"), whole_instant("2026-11-23")
    ('2026-11-23T09:05:00+00:00', '2026-11-23')
    """
    if not text:
        return None
    parsed = parse_time(text)
    if parsed and parsed.instant:
        return parsed.value
    try:
        found = parsedate_to_datetime(text)  # RFC 822: a year of two digits, hours and minutes of one
    except (ValueError, IndexError, OverflowError):
        return text
    is_named_day = text[:3].title() == found.strftime("%a")
    return found.isoformat() if found.tzinfo and is_named_day else text

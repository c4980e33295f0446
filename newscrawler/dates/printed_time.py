"""Printed times: what a reader sees beside a headline, as year, month, day, clock and zone.

Nothing is completed or guessed here: a part that is not printed is None, and a day and a month that cannot be
told
apart are no date at all.
"""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from newscrawler.dates.day_order import is_day_first
from newscrawler.dates.month_names import fold
from newscrawler.dates.printed_clock import clock_after, clock_before
from newscrawler.dates.printed_day import find_day

if TYPE_CHECKING:
    from datetime import tzinfo

LONGEST = 400
"""Characters; a longer text is prose, not a printed time, and only its beginning is read."""


@dataclass(frozen=True, slots=True)
class Printed:
    """A time as it is printed, part by part."""

    year: int | None
    month: int
    day: int
    hour: int | None = None
    minute: int = 0
    second: int | None = None
    zone: tzinfo | None = None
    zone_printed: bool = False
    """A zone is printed; with ``zone`` None it is one that cannot be understood."""
    rest: str = ""
    """Folded text after the time."""


_ARABIC_PAIRS = re.compile(r"(كانون|تشرين)\s+(?=ال)")
_VIETNAMESE = re.compile(r"(?<!\d)(\d{1,2})\s*,?\s*(?:thang|thg)\s*(\d{1,2})(?:\s*,?\s*(?:nam)?\s*(\d{4}))?")
_THAI_YEAR = re.compile(r"[พค]\s?\.\s?ศ\s?\.?\s*(?=\d)")
_THAI_SHORT = re.compile("(เ?[ก-ฮ]ิ?ี?)\\.\\s?([ก-ฮ])\\.")
_YEAR_AFTER = re.compile(r"\s*,?\s*(\d{4})(?![\d:])")


def read_printed(
    text: str,
    *,
    language: str | None = None,
    day_first: bool | None = None,
    site_zone: str | None = None,
) -> Printed | None:
    """Read the first day that the text prints, with the clock and zone beside it; None where there is none
    for certain.

    ``language`` is a tag such as ``en`` or ``en-GB``; it decides names that differ between languages and,
    where it
    can, the order of day and month. ``site_zone`` (IANA) tells apart zone abbreviations that mean several.

    >>> read_printed("May 04, 19:27 UTC+3 ASTANA").rest
    'astana'
    """
    folded = _prepare(" ".join(text[:LONGEST].split()))
    base = language.lower().replace("_", "-").partition("-")[0] if language else None
    found = find_day(folded, base, is_day_first(language) if day_first is None else day_first)
    if found is None:
        return None
    year, month, day, start, end = found
    clock = clock_after(folded, end, site_zone) or clock_before(folded, start, site_zone)
    if clock is None:
        return Printed(year, month, day, rest=folded[end:])
    hour, minute, second, zone, zone_printed, clock_end = clock
    end = max(end, clock_end)
    if year is None and (late := _YEAR_AFTER.match(folded, end)):
        year, end = int(late[1]), late.end()
    return Printed(year, month, day, hour, minute, second, zone, zone_printed, folded[end:])


def _prepare(text: str) -> str:
    folded = fold(text)
    if not folded.isascii():
        folded = _ARABIC_PAIRS.sub(r"\1", folded)
        folded = _THAI_SHORT.sub(r"\1\2 ", _THAI_YEAR.sub("", folded))
    if "thang" in folded or "thg" in folded:
        folded = _VIETNAMESE.sub(
            lambda found: f"{found[1]} {_month_word(int(found[2]))} {found[3] or ''}", folded
        )
    return folded


def _month_word(number: int) -> str:
    return calendar.month_name[number].lower() if 1 <= number <= 12 else "?"

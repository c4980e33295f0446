"""The grammar of printed times: what a reader sees beside a headline -> year, month, day, clock and zone as printed.

Nothing is completed or guessed here: a part that is not printed is None, and a day and a month that cannot be told
apart are no date at all.
"""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from newscrawler.dates.month_names import fold, month_number
from newscrawler.dates.printed_clock import clock_after, clock_before

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


def _words(text: str) -> frozenset[str]:
    return frozenset(fold(text).split())


# Languages (ISO 639-1) whose readers write the day before the month in figures, wherever they live.
_DAY_FIRST = _words(
    "ar az be bg bn bs ca cs da de el es et fi fr gl he hi hr id is it ka ms nb nl nn no pl pt ro ru sk sl sq sr ta te "
    "th tr uk ur vi",
)
_DAY_FIRST_REGIONS = _words("en-gb en-ie en-au en-nz en-in en-za en-ng en-ke en-pk en-sg en-mt")
_REGIONS_BOTH_WAYS = _words("es-us es-pr es-pa fr-ca pt-us ru-us")


def is_day_first(language: str | None) -> bool | None:
    """Whether 01/02 is the first of February: True, False, or None where the language alone does not tell.

    >>> is_day_first("fr"), is_day_first("en-US"), is_day_first("en"), is_day_first("ja")
    (True, False, None, None)
    """
    if not language:
        return None
    tag = language.lower().replace("_", "-")
    if tag == "en-us":
        return False
    if tag in _DAY_FIRST_REGIONS:
        return True
    if tag in _REGIONS_BOTH_WAYS:
        return None
    return True if tag.partition("-")[0] in _DAY_FIRST else None


_L = r"[^\W\d_]"
# A number that is not the end of a longer one, of a range ("4-5 May") or of a clock.
_START = r"(?<!\d)(?<!\d[-/.:])"

_YEAR_MONTH_DAY = re.compile(
    r"(?<![\d.,/-])(?P<y>\d{4})\s?(?P<sep>[-./])\s?(?P<m>\d{1,2})\s?(?P=sep)\s?(?P<d>\d{1,2})(?!\d)",
)
_CJK = re.compile(
    r"(?:(?P<era>令和|平成|昭和|民[國国])?\s?(?<!\d)(?P<y>\d{1,4}|元)\s?[年년]\s?)?"
    r"(?<!\d)(?P<m>\d{1,2})\s?[月월]\s?(?P<d>\d{1,2})(?!\d)\s?[日일号號]?",
)
_FIGURES = re.compile(
    _START
    + r"(?P<a>\d{1,2})\s?(?P<sep>[-./])\s?(?P<b>\d{1,2})(?:\s?(?P=sep)\s?(?P<y>\d{4}|\d{2}(?![\d:]))|\.?(?=,?\s))(?!\d)",
)
_DAY_NAME = re.compile(
    _START + r"(?P<d>\d{1,2})(?:\s?(?:st|nd|rd|th|er|re|o|a|°|η|ης)(?![^\W\d_]))?[\s.,/-]*"
    rf"(?:(?:de|di|of|del|den|ta)\s+|d'|ב)?(?P<m>{_L}[^\W\d_']*{_L})(?!{_L})(?:\s?/\s?(?P<twin>{_L}+))?[\s.,/-]*"
    rf"(?:(?:de|del|do|of)\s+)?(?P<y>\d{{4}}(?![\d:]))?",
)
_NAME_DAY = re.compile(
    rf"(?<!{_L})(?P<m>{_L}{{2,20}})[\s./-]{{0,3}}(?P<d>\d{{1,2}})(?:st|nd|rd|th)?(?![\d:h])(?!\s?-\s?\d{{1,2}}(?![\d:h]))"
    r"(?:[\s.,/-]*(?P<y>\d{4})(?![\d:]))?",
)
_YEAR_NAME_DAY = re.compile(
    rf"(?<!\d)(?P<y>\d{{4}})[\s.,/-]{{1,3}}(?:m\.\s)?(?P<m>{_L}{{3,20}})[\s.,/-]{{1,3}}(?P<d>\d{{1,2}})(?![\d:])",
)

_ARABIC_PAIRS = re.compile(r"(كانون|تشرين)\s+(?=ال)")
_VIETNAMESE = re.compile(r"(?<!\d)(\d{1,2})\s*,?\s*(?:thang|thg)\s*(\d{1,2})(?:\s*,?\s*(?:nam)?\s*(\d{4}))?")
_YEAR_AFTER = re.compile(r"\s*,?\s*(\d{4})(?![\d:])")
_ERAS = {"令和": 2018, "平成": 1988, "昭和": 1925, "民國": 1911, "民国": 1911}


def read_printed(
    text: str,
    *,
    language: str | None = None,
    day_first: bool | None = None,
    site_zone: str | None = None,
) -> Printed | None:
    """Read the first day that the text prints, with the clock and zone beside it; None where there is none for certain.

    ``language`` is a tag such as ``en`` or ``en-GB``; it decides names that differ between languages and, where it
    can, the order of day and month. ``site_zone`` (IANA) tells apart zone abbreviations that mean several.

    >>> read_printed("May 04, 19:27 UTC+3 ASTANA").rest
    'astana'
    """
    folded = _prepare(" ".join(text[:LONGEST].split()))
    found = _find_day(folded, language, is_day_first(language) if day_first is None else day_first)
    if found is None:
        return None
    (year, month, day), start, end = found
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
    if "thang" in folded or "thg" in folded:
        folded = _VIETNAMESE.sub(
            lambda found: f"{found[1]} {_month_word(int(found[2]))} {found[3] or ''}", folded
        )
    return folded


def _month_word(number: int) -> str:
    return calendar.month_name[number].lower() if 1 <= number <= 12 else "?"


_Day = tuple[tuple[int | None, int, int], int, int]


def _find_day(folded: str, language: str | None, day_first: bool | None) -> _Day | None:
    """((year, month, day), start, end) of the first day; one with its year goes before one without."""
    base = language.lower().replace("_", "-").partition("-")[0] if language else None
    days: list[_Day] = [
        ((int(found["y"]), int(found["m"]), int(found["d"])), found.start(), found.end())
        for found in _YEAR_MONTH_DAY.finditer(folded)
    ]
    for pattern in (_YEAR_NAME_DAY, _DAY_NAME, _NAME_DAY):
        for found in pattern.finditer(folded):
            month = month_number(found["m"], base)
            if month is None or (pattern is _DAY_NAME and not _is_same_month(found["twin"], month, base)):
                continue
            if any(start < found.end() and found.start() < end for _, start, end in days):
                continue
            days.append(
                (
                    (int(found["y"]) if found["y"] else None, month, int(found["d"])),
                    found.start(),
                    max(found.end("y"), found.end("m"), found.end("d")),
                )
            )
    if not folded.isascii():
        days.extend(
            (
                (_cjk_year(found["era"], found["y"]), int(found["m"]), int(found["d"])),
                found.start(),
                found.end(),
            )
            for found in _CJK.finditer(folded)
        )
    if not days:
        for found in _FIGURES.finditer(folded):
            figures = _day_in_figures(found, day_first)
            if figures is not None:
                days.append((figures, found.start(), found.end()))
                break
    sound = [day for day in days if 1 <= day[0][1] <= 12 and 1 <= day[0][2] <= 31]
    if not sound:
        return None
    return min(sound, key=lambda day: (day[0][0] is None, day[1]))


def _is_same_month(twin: str | None, month: int, language: str | None) -> bool:
    """Whether the second of two names ("24 نيسان / أبريل") means the same month; "May/June" does not."""
    return twin is None or month_number(twin, language) == month


def _cjk_year(era: str | None, year: str | None) -> int | None:
    if year is None:
        return None
    number = 1 if year == "元" else int(year)
    if era:
        return _ERAS[era] + number
    return number if number >= 1000 else None


def _day_in_figures(found: re.Match[str], day_first: bool | None) -> tuple[int | None, int, int] | None:
    """Day and month in figures: by the declared order, else only where one of them can be no month.

    Two figures for the year are read only where the order is declared, 80 to 99 as the last century.
    """
    first, second, printed_year = int(found["a"]), int(found["b"]), found["y"]
    year = None
    if printed_year is None:
        if day_first is None or found["sep"] == "-":
            return None
    elif len(printed_year) == 4:
        year = int(printed_year)
    elif day_first is None or found["sep"] == "-":
        return None
    else:
        year = int(printed_year) + (1900 if int(printed_year) >= 80 else 2000)
    if first > 12 >= second and day_first is not False:
        return year, second, first
    if second > 12 >= first and day_first is not True:
        return year, first, second
    if max(first, second) > 12:
        # The declared order contradicts the figures. With four figures for the year there is still one reading.
        if printed_year is None or len(printed_year) == 2 or min(first, second) > 12:
            return None
        return (year, second, first) if first > 12 else (year, first, second)
    if first == second:
        return year, first, second
    if day_first is None:
        return None
    return (year, second, first) if day_first else (year, first, second)

"""Days and years of other calendars in the Gregorian one: Buddhist, Persian, Taiwanese, Japanese."""

from __future__ import annotations

from datetime import date, timedelta

from newscrawler.dates.month_names import fold

_BUDDHIST_AHEAD = 543
_FIRST_BUDDHIST, _LAST_BUDDHIST = 2484, 2643
"""Thai years began in April until 2483."""
_FIRST_OF_TWO_FIGURES = 40
"""Smaller ones may be Gregorian: "17" is 2017 or 2517."""

ERAS = {"令和": 2018, "平成": 1988, "昭和": 1925, "民國": 1911, "民国": 1911, "r": 2018, "h": 1988, "s": 1925}
"""Era, as printed (folded), to the year before its first."""

_PERSIAN_NAMES = (
    "فروردین|حمل اردیبهشت|ثور خرداد|جوزا تیر|سرطان مرداد|امرداد|اسد شهریور|سنبله "
    "مهر|میزان آبان|عقرب آذر|قوس دی|جدی بهمن|دلو اسفند|حوت"
)
_PERSIAN_MONTHS = {
    fold(name): number for number, names in enumerate(_PERSIAN_NAMES.split(), 1) for name in names.split("|")
}
_FIRST_PERSIAN, _LAST_PERSIAN = 1343, 1472
"""Within these years the leap years follow the cycle of 33 years."""
_PERSIAN_START = date(1964, 3, 21)
"""First day of 1343."""


def buddhist_year(year: int) -> int | None:
    """Return the Gregorian year of a Thai year, None where it is none. Two figures are read where they have
    one meaning.

    >>> buddhist_year(2559), buddhist_year(59), buddhist_year(2016), buddhist_year(17)
    (2016, 2016, None, None)
    """
    if _FIRST_OF_TWO_FIGURES <= year < 100:
        year += 2500
    return year - _BUDDHIST_AHEAD if _FIRST_BUDDHIST <= year <= _LAST_BUDDHIST else None


def era_year(era: str, year: int) -> int:
    """Return the Gregorian year of a year of an era.

    >>> era_year("令和", 1), era_year("民國", 106)
    (2019, 2017)
    """
    return ERAS[era] + year


def persian_month(name: str) -> int | None:
    """Return the Persian month (Iranian or Afghan name, folded), 1 to 12; None where it is no such month."""
    return _PERSIAN_MONTHS.get(name)


def is_persian_year(year: int) -> bool:
    """Tell whether a year can be one of the Persian calendar within our lifetime (1964 to 2094)."""
    return _FIRST_PERSIAN <= year <= _LAST_PERSIAN


def from_persian(year: int, month: int, day: int) -> date | None:
    """Return the Gregorian day of a Persian one; None where that calendar has no such day.

    >>> from_persian(1396, 2, 14)
    datetime.date(2017, 5, 4)
    >>> from_persian(1396, 12, 30) is None  # no leap year
    True
    """
    if not is_persian_year(year) or not 1 <= month <= 12 or not 1 <= day <= _length(year, month):
        return None
    days = sum(365 + _is_leap(earlier) for earlier in range(_FIRST_PERSIAN, year))
    days += sum(_length(year, earlier) for earlier in range(1, month))
    return _PERSIAN_START + timedelta(days=days + day - 1)


def _length(year: int, month: int) -> int:
    if month <= 6:
        return 31
    return 30 if month < 12 or _is_leap(year) else 29


def _is_leap(year: int) -> bool:
    return year % 33 in (1, 5, 9, 13, 17, 22, 26, 30)

"""The day that a text prints: with a month by name or in figures, in the calendar of its writers."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from newscrawler.dates.calendars import (
    ERAS,
    buddhist_year,
    era_year,
    from_persian,
    is_persian_year,
    persian_month,
)
from newscrawler.dates.letters import LETTER
from newscrawler.dates.month_names import month_number

if TYPE_CHECKING:
    from collections.abc import Iterator


class Day(NamedTuple):
    """A day as printed, its year None where none is printed, and where its text begins and ends."""

    year: int | None
    month: int
    day: int
    start: int
    end: int


# A number that is not the end of a longer one, of a range ("4-5 May") or of a clock.
_START = r"(?<!\d)(?<!\d[-/.:])"
_YEAR_MONTH_DAY = re.compile(
    r"(?<![\d.,/-])(?P<y>\d{4})\s?(?P<sep>[-./])\s?(?P<m>\d{1,2})\s?(?P=sep)\s?(?P<d>\d{1,2})(?!\d)",
)
_YEAR_NAME_DAY = re.compile(
    rf"(?<!\d)(?P<y>\d{{4}})[\s.,/-]{{1,3}}(?:m\.\s)?(?P<m>{LETTER}{{2,20}})[\s.,/-]{{1,3}}(?P<d>\d{{1,2}})(?![\d:])",
)
_DAY_NAME = re.compile(
    _START + r"(?P<d>\d{1,2})(?:\s?(?:st|nd|rd|th|er|re|o|a|°|η|ης)(?![^\W\d_]))?[\s.,/-]*"
    rf"(?:(?:de|di|of|del|den|ta)\s+|d'|ב)?(?P<m>{LETTER}(?:{LETTER}|"
    rf"')*)(?:\s?/\s?(?P<twin>{LETTER}+))?[\s.,/-]*"
    r"(?:(?:de|del|do|of)\s+)?(?P<y>\d{4}(?![\d:]))?",
)
_NAME_DAY = re.compile(
    rf"(?<!{LETTER})(?P<m>{LETTER}{{2,20}})[\s./-]{{0,3}}"
    r"(?P<d>\d{1,2})(?:st|nd|rd|"
    r"th)?(?![\d:h])(?!\s?-\s?\d{1,2}(?![\d:h]))(?:[\s.,/-]*(?P<y>\d{4})(?![\d:]))?",
)
_BY_NAME = (_YEAR_NAME_DAY, _DAY_NAME, _NAME_DAY)
_EAST_ASIAN = re.compile(
    rf"(?:(?P<era>{'|'.join(era for era in ERAS if not era.isascii())})?\s?(?<!\d)(?P<y>\d{{1,4}}|"
    rf"元)\s?[年년]\s?)?"
    r"(?<!\d)(?P<m>\d{1,2})\s?[月월]\s?(?P<d>\d{1,2})(?!\d)\s?[日일号號]?",
)
_ERA_FIGURES = re.compile(
    rf"(?<![a-z])(?P<era>{'|'.join(ERAS)})\s?(?P<y>\d{{1,3}}|"
    rf"元)\s?(?P<sep>[-./])\s?(?P<m>\d{{1,2}})\s?(?P=sep)\s?"
    r"(?P<d>\d{1,2})(?!\d)",
)
_REPUBLIC_FIGURES = re.compile(
    r"(?<![\d.,/-])(?P<y>1\d\d)(?P<sep>[-./])(?P<m>\d{1,2})(?P=sep)(?P<d>\d{1,2})(?!\d)"
)
_FIGURES = re.compile(
    _START + r"(?P<a>\d{1,2})\s?(?P<sep>[-./])\s?(?P<b>\d{1,2})"
    r"(?:\s?(?P=sep)\s?(?P<y>\d{4}|\d{2}(?![\d:]))|\.?(?=,?\s))(?!\d)",
)
_THAI = re.compile("[\u0e01-\u0e4e]")
_TWO_FIGURES = re.compile(r"\s*(\d\d)(?![\d:.])")


def find_day(folded: str, language: str | None, day_first: bool | None) -> Day | None:
    """Return the first day that a text prints; one with its year goes before one without.

    :param folded: the text, folded as ``month_names.fold`` does.
    :param language: ISO 639-1 code; decides names and calendars that differ between languages.
    :param day_first: whether 01/02 is the first of February; None where that is not known.
    :return: the day, None where there is none for certain.
    """
    days = list(_year_first(folded, language))
    days += _named(folded, language, days)
    if not folded.isascii() or language in ("ja", "zh"):
        days.extend(_east_asian(folded, language))
    if not days:
        days.extend(_in_figures(folded, day_first))
    if language == "th" or (not folded.isascii() and _THAI.search(folded)):
        days = [_from_thai(day, folded) for day in days]
    sound = [day for day in days if 1 <= day.month <= 12 and 1 <= day.day <= 31]
    return min(sound, key=lambda day: (day.year is None, day.start), default=None)


def _year_first(folded: str, language: str | None) -> Iterator[Day]:
    """Yield days in figures that begin with their year."""
    for found in _YEAR_MONTH_DAY.finditer(folded):
        day = Day(int(found["y"]), int(found["m"]), int(found["d"]), found.start(), found.end())
        if language == "fa" and is_persian_year(int(found["y"])):
            yield from _persian(day)
        else:
            yield day


def _named(folded: str, language: str | None, beside: list[Day]) -> list[Day]:
    """Return days whose month is a name; where the text of two overlaps, the first."""
    days: list[Day] = []
    for pattern in _BY_NAME:
        for found in pattern.finditer(folded):
            if not any(day.start < found.end() and found.start() < day.end for day in (*beside, *days)):
                days += _month_and_day(found, language)
    return days


def _month_and_day(found: re.Match[str], language: str | None) -> Iterator[Day]:
    start, end = found.start(), max(found.end("y"), found.end("m"), found.end("d"))
    year = int(found["y"]) if found["y"] else None
    month = month_number(found["m"], language)
    if month is not None:
        if _is_same_month(found, month, language):
            yield Day(year, month, int(found["d"]), start, end)
    elif year is not None and (month := persian_month(found["m"])) is not None:
        yield from _persian(Day(year, month, int(found["d"]), start, end))


def _is_same_month(found: re.Match[str], month: int, language: str | None) -> bool:
    """Tell whether two names ("24 نيسان / أبريل") mean the same month; those of "May/June" do not."""
    twin = found.groupdict().get("twin")
    return twin is None or month_number(twin, language) == month


def _persian(day: Day) -> Iterator[Day]:
    moment = from_persian(day.year or 0, day.month, day.day)
    if moment is not None:
        yield Day(moment.year, moment.month, moment.day, day.start, day.end)


def _from_thai(day: Day, folded: str) -> Day:
    """Return the day with its Buddhist year, of four figures or two ("17 มิ.ย. 59"), made Gregorian."""
    if day.year is None and (late := _TWO_FIGURES.match(folded, day.end)):
        year = buddhist_year(int(late[1]))
        return day._replace(year=year, end=late.end() if year else day.end)
    return day._replace(year=buddhist_year(day.year) or day.year) if day.year is not None else day


def _east_asian(folded: str, language: str | None) -> Iterator[Day]:
    """Yield days that are printed with the signs for year, month and day, or with an era."""
    for found in _EAST_ASIAN.finditer(folded):
        year = _year_of(found["era"], found["y"], language) if found["y"] else None
        if year is not None or not found["y"]:
            yield Day(year, int(found["m"]), int(found["d"]), found.start(), found.end())
    patterns = (_ERA_FIGURES, _REPUBLIC_FIGURES) if language == "zh" else (_ERA_FIGURES,)
    for pattern in patterns:
        for found in pattern.finditer(folded):
            era = found.groupdict().get("era")
            if era is not None and era.isascii() and language != "ja":
                continue
            year = _year_of(era, found["y"], language)
            if year is not None:
                yield Day(year, int(found["m"]), int(found["d"]), found.start(), found.end())


def _year_of(era: str | None, printed: str, language: str | None) -> int | None:
    """Return the Gregorian year; None for two figures without an era ("89年"), which can be several."""
    year = 1 if printed == "元" else int(printed)
    if era is not None:
        return era_year(era, year)
    if 100 <= year < 200 and language in ("zh", None):
        return era_year("民國", year)  # three figures: no other calendar counts so
    return year if year >= 1000 else None


def _in_figures(folded: str, day_first: bool | None) -> Iterator[Day]:
    """Yield the first day in figures whose order of day and month is certain."""
    for found in _FIGURES.finditer(folded):
        year, certain = _year_in_figures(found, day_first)
        order = _month_and_day_in_figures(int(found["a"]), int(found["b"]), day_first) if certain else None
        contradicts = (
            order is not None and day_first is not None and (order[1] == int(found["a"])) != day_first
        )
        if order is None or (contradicts and order[0] != order[1] and not _has_four_figures(found)):
            continue
        yield Day(year, *order, found.start(), found.end())
        return


def _has_four_figures(found: re.Match[str]) -> bool:
    return found["y"] is not None and len(found["y"]) == 4


def _year_in_figures(found: re.Match[str], day_first: bool | None) -> tuple[int | None, bool]:
    """Return (the year, whether it is certain what the figures mean).

    Two figures, or none, are read only where the order is declared: 80 to 99 are the last century.
    """
    printed = found["y"]
    if printed is not None and len(printed) == 4:
        return int(printed), True
    if day_first is None or found["sep"] == "-":
        return None, False
    if printed is None:
        return None, True
    return int(printed) + (1900 if int(printed) >= 80 else 2000), True


def _month_and_day_in_figures(first: int, second: int, day_first: bool | None) -> tuple[int, int] | None:
    """Return (month, day): the one above 12 is the day, else the declared order decides."""
    if min(first, second) > 12:
        return None
    if max(first, second) > 12:
        return (second, first) if first > 12 else (first, second)
    if first == second:
        return first, second
    if day_first is None:
        return None
    return (second, first) if day_first else (first, second)

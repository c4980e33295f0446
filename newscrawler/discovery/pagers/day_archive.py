"""Day archive: listings of one day or month each, of which the way back is the one before."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING
from urllib.parse import parse_qsl, unquote, urlsplit

from newscrawler.discovery.story_urls import looks_like_article
from newscrawler.urls import bare_host
from newscrawler.urls.spelling import ENDING

if TYPE_CHECKING:
    from collections.abc import Iterable

_END = r"(?=/?(?:index\.\w{3,5}|\.\w{3,5})?(?:[?#&]|\Z)|\.\w{3,5}\Z)"
_YEAR_FIRST = re.compile(
    r"(?<!\d)((?:19|20)\d\d)([-/._]?)(0?[1-9]|1[0-2])\2(0[1-9]|[12]\d|3[01]|[1-9])" + _END
)
_DAY_FIRST = re.compile(r"(?<!\d)(0?[1-9]|[12]\d|3[01])([-/._])(0?[1-9]|1[0-2])\2((?:19|20)\d\d)" + _END)
"""A day at the end of a path or parameter; more behind it would be an article of that day."""
_MONTH = re.compile(r"(?<!\d)((?:19|20)\d\d)[-/](0[1-9]|1[0-2]|[1-9])" + _END)
_MONTH_OF_WORDPRESS = re.compile(r"(?<=\?m=)((?:19|20)\d\d)(0[1-9]|1[0-2])\Z")
_PARTS = {
    "y": "y", "year": "y", "jahr": "y", "annee": "y", "ano": "y", "yyyy": "y",
    "m": "m", "month": "m", "monat": "m", "mois": "m", "mes": "m", "mm": "m",
    "d": "d", "day": "d", "tag": "d", "jour": "d", "dia": "d", "dd": "d",
}  # fmt: skip
"""Parameters that state a day in parts."""
_ARCHIVE = re.compile(
    r"archi|arkiv|arquiv|arhiv|архив|архів|αρχε|hemerote|calend|kalend|chronik|\bdates?=|\bday=|\bby-?da(?:y|te)\b",
    re.IGNORECASE,
)
_PREVIOUS_AS_TEXT = """
previous day|day before|yesterday|earlier|vorheriger tag|voriger tag|vortag|gestern|vorige dag|gisteren
jour précédent|hier|la veille|día anterior|ayer|dia anterior|ontem|giorno precedente|ieri|ziua precedentă
poprzedni dzień|wczoraj|předchozí den|včera|predchádzajúci deň|prethodni dan|jučer|juče|včeraj
előző nap|tegnap
föregående dag|igår|i går|forrige dag|edellinen päivä|eilen|предыдущий день|вчера|попередній день|вчора
προηγούμενη ημέρα|χθες|önceki gün|dün|اليوم السابق|أمس|روز قبل|دیروز|היום הקודם|אתמול|पिछला दिन|कल
前日|前の日|昨日|前一天|昨天|이전 날|어제|hôm qua|kemarin|hari sebelumnya|เมื่อวาน
"""
_PREVIOUS = frozenset(part for line in _PREVIOUS_AS_TEXT.split("\n") for part in line.split("|") if part)
_SIGNS = " «»‹›←<>◀⏴|·.:-–"


@dataclass(frozen=True, slots=True)
class _DayPage:
    """A listing of one day."""

    listing: str
    """Its URL with a sign in the place of the day."""
    day: date
    before: str
    """The path up to the day; empty where its eight digits may be any number."""

    @property
    def is_of_query(self) -> bool:
        """Whether a parameter states the day."""
        return "?" in self.listing


def day_of_listing(url: str) -> date | None:
    """Return the day whose listing lies at a URL; of a month its last.

    >>> day_of_listing("https://paper.example/archive/2026/11/28/")
    datetime.date(2026, 11, 28)
    >>> day_of_listing("https://paper.example/2026/11/28/quay-opens") is None
    True
    """
    found = _day_page(url)
    if found and "##" in found.listing:
        return (found.day + timedelta(days=31)).replace(day=1) - timedelta(days=1)
    return found.day if found else None


class DayArchive:
    """The archive of days in which a page lies, if its URL says so, or to which it leads."""

    def __init__(self, own: str) -> None:
        """Make it for one page.

        :param own: its clean URL, without the mark of a further page of the day.
        """
        self._own = own
        self.here = _day_page(own)

    def is_later(self, there: str) -> bool:
        """Tell whether a link leads to a later day of the archive in which the page lies.

        >>> archive = DayArchive("https://paper.example/?date=2026-11-28")
        >>> archive.is_later("https://paper.example/?date=2026-11-29"), archive.is_later("https://paper.example/")
        (True, False)
        """
        page = _day_page(there) if self.here else None
        return (
            self.here is not None
            and page is not None
            and page.listing == self.here.listing
            and page.day > self.here.day
        )

    def is_day(self, there: str) -> bool:
        """Tell whether a listing of one day lies at a URL."""
        return _day_page(there) is not None

    def day_before(self, links: Iterable[tuple[str, str]], today: date | None = None) -> str | None:
        """Return the listing of the latest day before the one that the page lists.

        From a page that lists no day, the way leads to the latest day of an archive below it; from the front
        page also to that of what it calls its archive, or the day before. On a section's page such an archive
        may be that of the whole site.

        :param links: what each link says, and its clean URL.
        :param today: nothing later is a day of news.

        >>> links = [(str(n), f"https://paper.example/archive/2026/11/{n}") for n in (26, 27, 28, 29)]
        >>> DayArchive("https://paper.example/archive/2026/11/28").day_before(links)
        'https://paper.example/archive/2026/11/27'
        """
        latest = today or datetime.now(UTC).date() + timedelta(days=1)
        days: dict[date, str] = {}
        for label, there in links:
            page = _day_page(there)
            if page is not None and page.day <= latest and self._leads_back(page, label, there):
                days.setdefault(page.day, there)
        return days[max(days)] if days else None

    def _leads_back(self, page: _DayPage, label: str, there: str) -> bool:
        if self.here is not None:
            return page.listing == self.here.listing and page.day < self.here.day
        if _is_below(page, self._own) and not looks_like_article(there):
            return True
        is_front = urlsplit(self._own).path in {"", "/"} and "?" not in self._own
        return is_front and bool(_ARCHIVE.search(there) or _says_previous(label))


def _is_below(page: _DayPage, own: str) -> bool:
    """Tell whether a day's listing lies directly below a page: ``/2026/11/28/`` below the front page."""
    parts = urlsplit(own)
    path = _script_of(unquote(parts.path)) if page.is_of_query else unquote(parts.path)
    return page.before.rstrip("/") == f"{bare_host(parts.netloc)}{path}".rstrip("/")


def _script_of(path: str) -> str:
    """Return a path without its ending, as a listing is called wherever a query says the day."""
    return ENDING.sub("", path)


def _says_previous(label: str) -> bool:
    return label.casefold().strip(_SIGNS) in _PREVIOUS


def _day_page(url: str) -> _DayPage | None:
    """Return what a URL says of its day; None where it does not end with one."""
    if "20" not in url and "19" not in url:
        return None
    parts = urlsplit(url)
    path, host = _script_of(parts.path) if parts.query else parts.path, bare_host(parts.netloc)
    place = unquote(f"{path}?{parts.query}" if parts.query else path)
    for pattern, (year, month, day) in ((_YEAR_FIRST, (1, 3, 4)), (_DAY_FIRST, (4, 3, 1))):
        for found in pattern.finditer(place):
            is_whole = bool(found[2]) or len(found[0]) == len("YYYYMMDD")
            if is_whole and (stated := _date(found[year], found[month], found[day])):
                before, after = place[: found.start()], place[found.end() :]
                base = host + before.partition("?")[0] if found[2] else ""
                return _DayPage(f"{host}{before}#{after.strip('/')}", stated, base)
    of_parameters = _day_of_parameters(host, path, parts.query) if parts.query else None
    return of_parameters or _month_page(host, place)


def _month_page(host: str, place: str) -> _DayPage | None:
    """Return a listing of one month, which counts as its first day."""
    found = _MONTH.search(place) or _MONTH_OF_WORDPRESS.search(place)
    if not found or not (stated := _date(found[1], found[2], "1")):
        return None
    before, after = place[: found.start()], place[found.end() :]
    return _DayPage(f"{host}{before}##{after.strip('/')}", stated, host + before.partition("?")[0])


def _day_of_parameters(host: str, path: str, query: str) -> _DayPage | None:
    """Return the day, or the month, that parameters state in parts."""
    stated: dict[str, str] = {}
    others = []
    for name, value in parse_qsl(query):
        if (part := _PARTS.get(name.lower())) and value.isdecimal():
            stated[part] = value
        else:
            others.append(f"{name}={value}")
    if not stated.keys() >= {"y", "m"}:
        return None
    day, mark = _date(stated["y"], stated["m"], stated.get("d", "1")), "#" if "d" in stated else "##"
    return _DayPage(f"{host}{path}?{'&'.join(others)}{mark}", day, host + path) if day else None


def part_of_day(name: str) -> str | None:
    """Return which part of a day a parameter states: ``y``, ``m``, ``d``; None for another parameter.

    >>> part_of_day("Year"), part_of_day("page")
    ('y', None)
    """
    return _PARTS.get(name.lower())


def _date(year: str, month: str, day: str) -> date | None:
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        return None

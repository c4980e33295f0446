"""Text of a date or time -> the moment with its offset, and how much of it was really printed.

Nothing is guessed. A year that is not printed comes from evidence that the caller names, an offset from the site's
zone, and both are said; 01/02/2026 without a known order, "3 hours ago" and "yesterday" are no times at all.
"""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Literal

from newscrawler.month_names import fold, month_number
from newscrawler.printed_time import LONGEST, Printed, read_printed
from newscrawler.time_zones import fixed_offset, iana_zone, localize

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from newscrawler.items import Source

Precision = Literal["second", "minute", "day"]
Offset = Literal["stated", "site_zone", "unknown"]

FIRST_YEAR, LAST_YEAR = 1980, 2100
"""A year outside is a default of some software (0001, 1970), not a time of publication."""


@dataclass(frozen=True, slots=True)
class YearEvidence:
    """Where a missing year may come from: the moment lies between ``earliest`` and ``latest`` (aware, inclusive)."""

    source: Source
    earliest: datetime
    latest: datetime


@dataclass(frozen=True, slots=True)
class ParsedTime:
    """A time as it stands in the line, and how it is known."""

    value: str
    """``2017-05-04T19:27:00+03:00``; local without offset where ``offset`` is ``unknown``; ``2017-05-04`` for a day."""
    instant: datetime | None
    """Aware; None where only a day is known, or the offset is not."""
    raw: str
    """The text as given."""
    precision: Precision
    """What is printed: a clock without seconds is ``minute``."""
    offset: Offset
    """``stated`` beside the time, from the ``site_zone``, or ``unknown``."""
    year_source: Source | None = None
    """Which evidence gave the year, where the text prints none."""


def parse_time(
    text: str,
    *,
    zone: str | None = None,
    formats: Sequence[str] = (),
    language: str | None = None,
    years: Sequence[YearEvidence] = (),
    day_first: bool | None = None,
) -> ParsedTime | None:
    """Read the time that a text states; None where it states none for certain. Never raises for any text.

    ``zone`` (IANA) is for local times without a printed offset; without it they stay without offset. ``formats`` are
    the site's ``strptime`` forms (month names of any language match ``%B`` and ``%b``). ``language`` is a tag such as
    ``ru`` or ``en-GB``. ``years`` are asked in their order for a year that is not printed. ``day_first`` says what
    01/02/2026 means where the language does not. Of several times in one text the first counts.

    A local time that the zone's clocks skipped stays without offset; one that came twice is the first of the two.

    >>> parse_time("Updated at: May 04, 2017 19:27 UTC+3").value
    '2017-05-04T19:27:00+03:00'
    >>> parse_time("4 мая 2017, 19:27", zone="Europe/Moscow").offset
    'site_zone'
    >>> parse_time("May 04, 19:27 UTC+3 ASTANA") is None
    True
    >>> feed = YearEvidence("feed", datetime(2017, 5, 4, tzinfo=UTC), datetime(2017, 5, 5, tzinfo=UTC))
    >>> parse_time("May 04, 19:27 UTC+3 ASTANA", years=[feed]).value
    '2017-05-04T19:27:00+03:00'
    >>> parse_time("01/02/2026") is None, parse_time("01/02/2026", language="en-GB").value
    (True, '2026-02-01')
    >>> parse_time("3 hours ago") is None
    True
    """
    raw = text.strip()
    if not raw or len(raw) < 5:
        return None
    return (
        _from_iso(raw, zone)
        or _from_formats(raw, zone, formats, language, years)
        or _from_grammar(raw, zone, language, years, day_first)
        or _from_dateparser(raw, zone, language)
    )


def trailing_place(text: str) -> str | None:
    """Return the place in capitals that some sites print after the time.

    >>> trailing_place("May 04, 19:27 UTC+3 ASTANA"), trailing_place("May 04, 19:27 UTC+3")
    ('ASTANA', None)
    """
    printed = read_printed(text)
    if printed is None or printed.hour is None or len(text) > LONGEST:
        return None
    words = len(printed.rest.split())
    place = " ".join(text.split()[-words:]).strip(" .,()|") if words else ""
    if len(place) < 3 or len(place) > 60 or any(sign.isdigit() for sign in place) or place != place.upper():
        return None
    return place if place != place.lower() else None


def from_unix(seconds: str | float, zone: str | None) -> ParsedTime | None:
    """Read a Unix time (seconds; milli- and microseconds are recognised by their size) in the site's zone.

    Without a zone the value is in UTC, and that is ``stated``: Unix time is counted in UTC.

    >>> from_unix("1593378975", "Europe/Moscow").value
    '2020-06-29T00:16:15+03:00'
    """
    try:
        number = float(seconds)
        while abs(number) >= 1e11:
            number /= 1000
        instant = datetime.fromtimestamp(number, UTC).replace(microsecond=0)
    except (ValueError, OverflowError, OSError, TypeError):
        return None
    local_zone = iana_zone(zone)
    if local_zone is not None:
        instant = instant.astimezone(local_zone)
    if not FIRST_YEAR <= instant.year <= LAST_YEAR:
        return None
    offset: Offset = "site_zone" if local_zone is not None else "stated"
    return ParsedTime(
        instant.isoformat(), datetime.fromisoformat(instant.isoformat()), str(seconds), "second", offset
    )


def same_minute(a: ParsedTime, b: ParsedTime) -> bool:
    """Whether two statements can be of one moment, to the minute; used to notice conflicts.

    A day agrees with any time of that day (of the day in either zone, where the other is in UTC, as machines write).
    A time without offset agrees where some offset on earth makes it the same.
    """
    if a.precision == "day" or b.precision == "day":
        if a.value[:10] == b.value[:10]:
            return True
        day, other = (a, b) if a.precision == "day" else (b, a)
        if other.instant is None or other.instant.utcoffset() != timedelta(0):
            return False
        return day.value in {
            (other.instant + timedelta(hours=hours)).date().isoformat() for hours in (-12, 14)
        }
    if a.instant is not None and b.instant is not None:
        return abs(a.instant - b.instant) < timedelta(seconds=60)
    clock_a, clock_b = (datetime.fromisoformat(time.value[:19]) for time in (a, b))
    if a.instant is None and b.instant is None:
        return abs(clock_a - clock_b) < timedelta(seconds=60)
    known = a.instant or b.instant
    assert known is not None
    clock = clock_b if a.instant is not None else clock_a
    away = round((clock - known.astimezone(UTC).replace(tzinfo=None)).total_seconds() / 60)
    return -12 * 60 <= away <= 14 * 60 and away % 15 == 0


_ISO = re.compile(
    r"(\d{4})-?(\d\d)-?(\d\d)(?:(?:[Tt]|\s+)(\d\d):?(\d\d)(?::?([0-5]\d|60)(?:[.,]\d+)?)?\s*"
    r"(?:([Zz]|UTC|GMT)|([+-])(\d\d):?(\d\d)?)?(?:\[[\w/+-]+\])?)?$",
)


def _from_iso(raw: str, zone: str | None) -> ParsedTime | None:
    if not raw[:4].isdigit() or len(raw) < 8:
        return None
    try:
        if len(raw) >= 16 and raw[4] == "-" and raw[7] == "-" and raw[10] in "T ":
            moment = datetime.fromisoformat(raw)
            return _timed(moment.replace(tzinfo=None), moment, raw, _has_seconds(raw), zone)
    except ValueError:
        pass
    found = _ISO.match(raw)
    if found is None:
        return None
    year, month, day, hour, minute, second, utc, sign, offset_hours, offset_minutes = found.groups()
    if hour is None:
        return _day(int(year), int(month), int(day), raw)
    try:
        local = datetime(int(year), int(month), int(day), int(hour), int(minute), min(int(second or 0), 59))  # noqa: DTZ001 - local by nature
    except ValueError:
        return None
    moment = local
    if utc:
        moment = local.replace(tzinfo=UTC)
    elif sign:
        minutes = int(offset_hours) * 60 + int(offset_minutes or 0)
        stated = fixed_offset(-minutes if sign == "-" else minutes)
        if stated is None:
            return _time_without_offset(local, raw, seconds=second is not None)
        moment = local.replace(tzinfo=stated)
    return _timed(local, moment, raw, second is not None, zone)


def _has_seconds(raw: str) -> bool:
    return len(raw) >= 19 and raw[13] == ":" and raw[16] == ":"


def _timed(local: datetime, moment: datetime, raw: str, seconds: bool, zone: str | None) -> ParsedTime | None:
    if not FIRST_YEAR <= local.year <= LAST_YEAR:
        return None
    if moment.tzinfo is None:
        return _local(local.replace(microsecond=0), raw, seconds=seconds, zone=zone)
    offset = moment.utcoffset()
    if offset is None or not timedelta(hours=-12) <= offset <= timedelta(hours=14) or offset.seconds % 60:
        return _time_without_offset(local.replace(microsecond=0), raw, seconds=seconds)
    moment = moment.replace(microsecond=0)
    return ParsedTime(moment.isoformat(), moment, raw, "second" if seconds else "minute", "stated")


def _local(
    local: datetime,
    raw: str,
    *,
    seconds: bool,
    zone: str | None,
    year_source: Source | None = None,
) -> ParsedTime:
    """Place a time without printed offset in the site's zone, if that is known and has such a time."""
    site_zone = iana_zone(zone)
    moment = localize(local, site_zone) if site_zone is not None else None
    if moment is None:
        return _time_without_offset(local, raw, seconds=seconds, year_source=year_source)
    return ParsedTime(
        moment.isoformat(), moment, raw, "second" if seconds else "minute", "site_zone", year_source
    )


def _time_without_offset(
    local: datetime,
    raw: str,
    *,
    seconds: bool,
    year_source: Source | None = None,
) -> ParsedTime:
    return ParsedTime(local.isoformat(), None, raw, "second" if seconds else "minute", "unknown", year_source)


def _day(year: int, month: int, day: int, raw: str, year_source: Source | None = None) -> ParsedTime | None:
    try:
        value = datetime(year, month, day, tzinfo=UTC).date().isoformat()
    except ValueError:
        return None
    if not FIRST_YEAR <= year <= LAST_YEAR:
        return None
    return ParsedTime(value, None, raw, "day", "unknown", year_source)


def _from_grammar(
    raw: str,
    zone: str | None,
    language: str | None,
    years: Sequence[YearEvidence],
    day_first: bool | None,
) -> ParsedTime | None:
    printed = read_printed(raw, language=language, day_first=day_first, site_zone=zone)
    return _complete(printed, raw, zone, years) if printed is not None else None


def _complete(
    printed: Printed, raw: str, zone: str | None, years: Sequence[YearEvidence]
) -> ParsedTime | None:
    """Complete what is printed with the year from evidence where none is printed."""
    if printed.year is not None:
        return _assemble(printed, printed.year, raw, zone)
    for evidence in years:
        for slack in (timedelta(0), timedelta(days=1)):
            fitting = [
                time
                for time in _candidates(printed, raw, zone, evidence)
                if _fits(time, evidence, zone, slack)
            ]
            if len(fitting) == 1:
                return fitting[0]
            if fitting:
                break
    return None


def _candidates(printed: Printed, raw: str, zone: str | None, evidence: YearEvidence) -> Iterator[ParsedTime]:
    if evidence.latest.year - evidence.earliest.year > 3:
        return
    for year in range(evidence.earliest.year - 1, evidence.latest.year + 2):
        time = _assemble(printed, year, raw, zone, evidence.source)
        if time is not None:
            yield time


def _fits(time: ParsedTime, evidence: YearEvidence, zone: str | None, slack: timedelta) -> bool:
    if time.instant is not None:
        first = time.instant
        last = first + (timedelta(seconds=59) if time.precision == "minute" else timedelta(0))
    else:
        local = datetime.fromisoformat(time.value)
        site_zone = iana_zone(zone)
        whole = timedelta(days=1, seconds=-1) if time.precision == "day" else timedelta(seconds=59)
        if site_zone is not None:
            first, last = local.replace(tzinfo=site_zone), (local + whole).replace(tzinfo=site_zone)
        else:
            first = local.replace(tzinfo=UTC) - timedelta(hours=14)
            last = local.replace(tzinfo=UTC) + whole + timedelta(hours=12)
    return last >= evidence.earliest - slack and first <= evidence.latest + slack


def _assemble(
    printed: Printed,
    year: int,
    raw: str,
    zone: str | None,
    year_source: Source | None = None,
) -> ParsedTime | None:
    if not FIRST_YEAR <= year <= LAST_YEAR:
        return None
    if printed.hour is None:
        return _day(year, printed.month, printed.day, raw, year_source)
    seconds = printed.second is not None
    try:
        local = datetime(year, printed.month, printed.day, printed.hour, printed.minute, printed.second or 0)  # noqa: DTZ001 - local by nature
    except ValueError:
        return None
    if not printed.zone_printed:
        return _local(local, raw, seconds=seconds, zone=zone, year_source=year_source)
    moment = localize(local, printed.zone) if printed.zone is not None else None
    if moment is None:
        return _time_without_offset(local, raw, seconds=seconds, year_source=year_source)
    return ParsedTime(
        moment.isoformat(), moment, raw, "second" if seconds else "minute", "stated", year_source
    )


_WORD = re.compile(r"[^\W\d_]+")
_ENGLISH = calendar.month_name


def _from_formats(
    raw: str,
    zone: str | None,
    formats: Sequence[str],
    language: str | None,
    years: Sequence[YearEvidence],
) -> ParsedTime | None:
    if not formats:
        return None
    texts = [" ".join(raw.split())]
    base = language.partition("-")[0].lower() if language else None
    english = _WORD.sub(lambda word: _english_month(word[0], base), texts[0])
    if english != texts[0]:
        texts.append(english)
    for form in formats:
        for text in texts:
            printed = _by_format(text, form)
            time = _complete(printed, raw, zone, years) if printed is not None else None
            if time is not None:
                return time
    return None


def _english_month(word: str, language: str | None) -> str:
    month = month_number(fold(word), language)
    return _ENGLISH[month] if month else word


def _by_format(text: str, form: str) -> Printed | None:
    has_year = any(sign in form for sign in ("%Y", "%y", "%c", "%x", "%G"))
    short = form.replace("%B", "%b") if "%B" in form else form
    for candidate in (form, short):
        try:
            # A leap year to read 29 February where none is printed.
            moment = datetime.strptime(
                text if has_year else f"2000 {text}", candidate if has_year else f"%Y {candidate}"
            )
        except ValueError:
            continue
        timed = any(sign in form for sign in ("%H", "%I", "%T", "%R", "%c", "%X"))
        offset = moment.utcoffset()
        return Printed(
            moment.year if has_year else None,
            moment.month,
            moment.day,
            moment.hour if timed else None,
            moment.minute,
            moment.second if any(sign in form for sign in ("%S", "%T", "%c", "%X")) else None,
            fixed_offset(round(offset.total_seconds() / 60)) if offset is not None else None,
            offset is not None,
        )
    return None


_FIGURES_ONLY = re.compile(
    r"\d{1,2}\s?[./-]\s?\d{1,2}\s?[./-]\s?\d{2,4}|\d{4}\s?[./-]\s?\d{1,2}\s?[./-]\s?\d"
)
_FULL_YEAR = re.compile(r"(?<!\d)(?:19[89]\d|20\d\d)(?!\d)")
_CLOCK = re.compile(r"\d\s?[:h]\s?\d\d")


def _from_dateparser(raw: str, zone: str | None, language: str | None) -> ParsedTime | None:
    """Ask dateparser, the last resort, for languages whose month names are not in our table; never where it would have to guess."""
    base = language.partition("-")[0].partition("_")[0].lower() if language else None
    folded = fold(raw[:LONGEST])
    if base is None or len(raw) > 80 or _FIGURES_ONLY.search(folded) or len(_FULL_YEAR.findall(folded)) != 1:
        return None
    if not _WORD.search(folded) or len(re.findall(r"\d+", folded)) < 2:
        return None
    import dateparser  # noqa: PLC0415 - a quarter of a second, and most runs never need it

    try:
        moment = dateparser.parse(
            raw,
            languages=[base],
            settings={
                "PARSERS": ["absolute-time"],
                "REQUIRE_PARTS": ["day", "month", "year"],
                "STRICT_PARSING": True,
                "RETURN_AS_TIMEZONE_AWARE": False,
            },
        )
    except (ValueError, TypeError, OverflowError, KeyError, AttributeError, IndexError, re.error):
        return None
    if moment is None:
        return None
    local = moment.replace(tzinfo=None, microsecond=0)
    if not _CLOCK.search(folded):
        return _day(local.year, local.month, local.day, raw)
    if not FIRST_YEAR <= local.year <= LAST_YEAR:
        return None
    return _local(local, raw, seconds=local.second != 0, zone=zone)

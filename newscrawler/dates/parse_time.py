"""Text of a date or time -> the moment with its offset, and how much of it was really printed.

Nothing is guessed. A year that is not printed comes from evidence that the caller names, an offset from the
site's
zone, and both are said; 01/02/2026 without a known order, "3 hours ago" and "yesterday" are no times at all.
"""

from __future__ import annotations

import calendar
import re
from datetime import datetime
from typing import TYPE_CHECKING

from newscrawler.dates.iso_time import from_unix, read_iso
from newscrawler.dates.missing_year import YearEvidence, complete
from newscrawler.dates.month_names import fold, has_names, month_number
from newscrawler.dates.parsed_time import (
    FIRST_YEAR,
    LAST_YEAR,
    ParsedTime,
    day_only,
    local_time,
    same_minute,
    without_offset,
)
from newscrawler.dates.printed_time import LONGEST, Printed, read_printed
from newscrawler.dates.time_zones import fixed_offset, iana_zone

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import tzinfo

__all__ = ["ParsedTime", "YearEvidence", "from_unix", "parse_time", "same_minute", "trailing_place"]


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

    ``zone`` (IANA) is for local times without a printed offset; without it they stay without offset.
    ``formats`` are
    the site's ``strptime`` forms (month names of any language match ``%B`` and ``%b``). ``language`` is a tag
    such as
    ``ru`` or ``en-GB``. ``years`` are asked in their order for a year that is not printed. ``day_first`` says
    what
    01/02/2026 means where the language does not. Of several times in one text the first counts.

    A local time that the zone's clocks skipped stays without offset; one that came twice is the first of the
    two.

    >>> parse_time("Updated at: May 04, 2017 19:27 UTC+3").value
    '2017-05-04T19:27:00+03:00'
    >>> parse_time("4 мая 2017, 19:27", zone="Europe/Moscow").offset
    'site_zone'
    >>> parse_time("May 04, 19:27 UTC+3 ASTANA") is None
    True
    >>> from datetime import UTC
    >>> feed = YearEvidence("feed", datetime(2017, 5, 4, tzinfo=UTC), datetime(2017, 5, 5, tzinfo=UTC))
    >>> parse_time("May 04, 19:27 UTC+3 ASTANA", years=[feed]).value
    '2017-05-04T19:27:00+03:00'
    >>> parse_time("01/02/2026") is None, parse_time("01/02/2026", language="en-GB").value
    (True, '2026-02-01')
    >>> parse_time("3 hours ago") is None
    True
    """
    raw = text.strip()
    if not raw or len(raw) < 4:
        return None
    return (
        read_iso(raw, zone)
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


def _from_grammar(
    raw: str,
    zone: str | None,
    language: str | None,
    years: Sequence[YearEvidence],
    day_first: bool | None,
) -> ParsedTime | None:
    printed = read_printed(raw, language=language, day_first=day_first, site_zone=zone)
    return complete(printed, raw, zone, years) if printed is not None else None


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
        if "%Z" in form:
            continue  # strptime drops the zone that it reads; the general grammar knows it
        for text in texts:
            printed = _by_format(text, form)
            time = complete(printed, raw, zone, years) if printed is not None else None
            if time is not None:
                return time
    return None


def _english_month(word: str, language: str | None) -> str:
    month = month_number(fold(word), language)
    return _ENGLISH[month] if month else word


def _by_format(text: str, form: str) -> Printed | None:
    has_year = any(sign in form for sign in ("%Y", "%y", "%c", "%x", "%G"))
    # A leap year to read 29 February where none is printed.
    year, form_year = ("", "") if has_year else ("2000 ", "%Y ")
    try:
        moment = datetime.strptime(year + text, form_year + form)  # noqa: DTZ007 - its zone comes later
    except ValueError:
        return None
    timed = any(sign in form for sign in ("%H", "%I", "%c", "%X"))
    return Printed(
        moment.year if has_year else None,
        moment.month,
        moment.day,
        moment.hour if timed else None,
        moment.minute,
        moment.second if any(sign in form for sign in ("%S", "%c", "%X")) else None,
        _zone_by_format(moment, text),
        moment.utcoffset() is not None,
    )


def _zone_by_format(moment: datetime, text: str) -> tzinfo | None:
    """Return the zone that ``%z`` read: UTC itself for ``Z``, else the printed offset."""
    offset = moment.utcoffset()
    if offset is None:
        return None
    return iana_zone("UTC") if text.endswith("Z") else fixed_offset(round(offset.total_seconds() / 60))


_FIGURES_ONLY = re.compile(
    r"\d\s?-\s?\d|\d{1,2}\s?[./-]\s?\d{1,2}\s?[./-]\s?\d{2,4}|\d{4}\s?[./-]\s?\d{1,2}\s?[./-]\s?\d"
)
_FULL_YEAR = re.compile(r"(?<!\d)(?:19[89]\d|20\d\d)(?!\d)")
# Their months are numbers, which the grammar reads.
_NAMED_BY_FIGURES = frozenset(("ja", "zh", "ko", "vi"))
_SOME_ZONE = re.compile(r"[A-Z]{2,5}|[+-]\d\d:?\d\d")
_CLOCK = re.compile(r"\d\s?[:h]\s?\d\d")


def _from_dateparser(raw: str, zone: str | None, language: str | None) -> ParsedTime | None:
    """Ask dateparser, for languages whose month names are not in our table."""
    base = language.partition("-")[0].partition("_")[0].lower() if language else None
    folded = fold(raw[:LONGEST])
    if (
        base is None
        or base in _NAMED_BY_FIGURES
        or has_names(base)
        or len(raw) > 80
        or _FIGURES_ONLY.search(folded)
        or len(_FULL_YEAR.findall(folded)) != 1
    ):
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
                "NORMALIZE": False,
                "RETURN_AS_TIMEZONE_AWARE": False,
            },
        )
    except (ValueError, TypeError, OverflowError, KeyError, AttributeError, IndexError, re.error):
        return None
    if moment is None:
        return None
    local = moment.replace(tzinfo=None, microsecond=0)
    if not _CLOCK.search(folded):
        return day_only(local.year, local.month, local.day, raw)
    if not FIRST_YEAR <= local.year <= LAST_YEAR:
        return None
    if _SOME_ZONE.search(raw):
        return without_offset(local, raw, seconds=local.second != 0)
    return local_time(local, raw, seconds=local.second != 0, zone=zone)

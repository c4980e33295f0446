"""A time as it stands in the line, with what is known of it, and the ways of making one."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Final, Literal

from newscrawler.dates.time_zones import iana_zone, localize

if TYPE_CHECKING:
    from newscrawler.items import Source

Precision = Literal["second", "minute", "day"]
Offset = Literal["stated", "utc", "site_zone", "unknown"]

FIRST_YEAR, LAST_YEAR = 1980, 2065
"""A year before is a default of some software (0001, 1970), one behind of Nepal (2082)."""
_OFFSET_STEP: Final = 15 * 60
"""Seconds; every offset on earth is a number of quarters of an hour."""


@dataclass(frozen=True, slots=True)
class ParsedTime:
    """A time as it stands in the line, and how it is known."""

    value: str
    """``2017-05-04T19:27:00+03:00``; local without offset where ``offset`` is ``unknown``; ``2017-05-04`` for
    a day."""
    instant: datetime | None
    """Aware; None where only a day is known, or the offset is not."""
    raw: str
    """The text as given."""
    precision: Precision
    """What is printed: a clock without seconds is ``minute``."""
    offset: Offset
    """``stated``: a local offset beside the time. ``utc``: printed as Z, UTC or GMT, so that the instant is
    known and the
    newsroom's clock is not (RFC 9557). ``site_zone``: from the site's zone. ``unknown``."""
    year_source: Source | None = None
    """Which evidence gave the year, where the text prints none."""


def same_minute(a: ParsedTime, b: ParsedTime) -> bool:
    """Tell whether two statements can be of one moment, to the minute; used to notice conflicts.

    A day agrees with any time of that day (of the day in either zone, where the other is in UTC, as machines
    write).
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
    away = (clock - known.astimezone(UTC).replace(tzinfo=None)).total_seconds()
    if not -12 * 3600 - 60 < away < 14 * 3600 + 60:
        return False
    return (away + 59) % _OFFSET_STEP < 2 * 60 - 1  # a clock leaves out the seconds that a machine states


def local_time(
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
        return without_offset(local, raw, seconds=seconds, year_source=year_source)
    return ParsedTime(
        moment.isoformat(), moment, raw, "second" if seconds else "minute", "site_zone", year_source
    )


def without_offset(
    local: datetime,
    raw: str,
    *,
    seconds: bool,
    year_source: Source | None = None,
) -> ParsedTime:
    """Make a local time whose offset is not known."""
    return ParsedTime(local.isoformat(), None, raw, "second" if seconds else "minute", "unknown", year_source)


def day_only(
    year: int, month: int, day: int, raw: str, year_source: Source | None = None
) -> ParsedTime | None:
    """Make a day without a time; None where there is no such day, or not within the years of the web."""
    try:
        value = datetime(year, month, day, tzinfo=UTC).date().isoformat()
    except ValueError:
        return None
    if not FIRST_YEAR <= year <= LAST_YEAR:
        return None
    return ParsedTime(value, None, raw, "day", "unknown", year_source)

"""The year of a time that prints none: from evidence that the caller names, never from today."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from newscrawler.dates.parsed_time import (
    FIRST_YEAR,
    LAST_YEAR,
    Offset,
    ParsedTime,
    day_only,
    local_time,
    without_offset,
)
from newscrawler.dates.time_zones import iana_zone, is_universal, localize

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from newscrawler.dates.printed_time import Printed
    from newscrawler.items import Source


@dataclass(frozen=True, slots=True)
class YearEvidence:
    """Where a missing year may come from: the moment lies between two others (aware, inclusive)."""

    source: Source
    earliest: datetime
    latest: datetime


def complete(
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
    if evidence.latest.year - evidence.earliest.year > 8:
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
        return day_only(year, printed.month, printed.day, raw, year_source)
    seconds = printed.second is not None
    try:
        local = datetime(year, printed.month, printed.day, printed.hour, printed.minute, printed.second or 0)  # noqa: DTZ001 - local by nature
    except ValueError:
        return None
    if not printed.zone_printed:
        return local_time(local, raw, seconds=seconds, zone=zone, year_source=year_source)
    moment = localize(local, printed.zone) if printed.zone is not None else None
    if moment is None:
        return without_offset(local, raw, seconds=seconds, year_source=year_source)
    offset: Offset = "utc" if is_universal(printed.zone) else "stated"
    return ParsedTime(moment.isoformat(), moment, raw, "second" if seconds else "minute", offset, year_source)

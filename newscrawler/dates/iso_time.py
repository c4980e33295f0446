"""Times as machines write them: ISO 8601 with its usual liberties, and Unix time."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta

from newscrawler.dates.parsed_time import (
    FIRST_YEAR,
    LAST_YEAR,
    Offset,
    ParsedTime,
    day_only,
    local_time,
    without_offset,
)
from newscrawler.dates.time_zones import fixed_offset, iana_zone

_WESTMOST, _EASTMOST = timedelta(hours=-12), timedelta(hours=14)
_UNIVERSAL = re.compile(r"(?:[zZ]|UTC|GMT|-00:?00)(?:\[[\w/+-]+\])?$")
"""What states UTC and no local offset: -00:00 as well (RFC 3339), +00:00 not."""
_ISO = re.compile(
    r"(\d{4})-?(\d\d)-?(\d\d)(?:(?:[Tt]|\s+)(\d\d):?(\d\d)(?::?([0-5]\d|60)(?:[.,]\d+)?)?\s*"
    r"(?:([Zz]|UTC|GMT)|([+-])(\d\d?):?(\d\d)?)?(?:\[[\w/+-]+\])?)?$",
)


def read_iso(raw: str, zone: str | None) -> ParsedTime | None:
    """Read a text that is an ISO 8601 time as a whole, with or without colon in its offset."""
    if not raw[:4].isdigit() or len(raw) < 8:
        return None
    try:
        if len(raw) >= 16 and raw[4] == "-" and raw[7] == "-" and raw[10] in "T ":
            moment = datetime.fromisoformat(raw)
            return _timed(moment, raw, _has_seconds(raw), zone)
    except ValueError:
        pass
    found = _ISO.match(raw)
    if found is None:
        return None
    year, month, day, hour, minute, second, utc, sign, offset_hours, offset_minutes = found.groups()
    if hour is None:
        return day_only(int(year), int(month), int(day), raw)
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
            return without_offset(local, raw, seconds=second is not None)
        moment = local.replace(tzinfo=stated)
    return _timed(moment, raw, second is not None, zone)


def _has_seconds(raw: str) -> bool:
    return len(raw) >= 19 and raw[13] == ":" and raw[16] == ":"


def _timed(moment: datetime, raw: str, seconds: bool, zone: str | None) -> ParsedTime | None:
    if not FIRST_YEAR <= moment.year <= LAST_YEAR:
        return None
    if moment.microsecond:
        moment = moment.replace(microsecond=0)
    offset = moment.utcoffset()
    if offset is None:
        return local_time(moment, raw, seconds=seconds, zone=zone)
    if not _WESTMOST <= offset <= _EASTMOST or offset.seconds % 60:
        return without_offset(moment.replace(tzinfo=None), raw, seconds=seconds)
    stated: Offset = "utc" if _UNIVERSAL.search(raw) else "stated"
    return ParsedTime(moment.isoformat(), moment, raw, "second" if seconds else "minute", stated)


def from_unix(seconds: str | float, zone: str | None) -> ParsedTime | None:
    """Read a Unix time (seconds; milli- and microseconds are recognised by their size) in the site's zone.

    Without a zone the value is in UTC, in which Unix time is counted.

    >>> from_unix("1593378975", "Europe/Moscow").value
    '2020-06-29T00:16:15+03:00'
    """
    try:
        number = float(seconds)
        if not abs(number) < 1e17:  # also what is not a number
            return None
        if abs(number) >= 1e11:
            number /= 1e6 if abs(number) >= 1e14 else 1e3
        instant = datetime.fromtimestamp(number, UTC).replace(microsecond=0)
    except (ValueError, OverflowError, OSError, TypeError):
        return None
    local_zone = iana_zone(zone)
    if local_zone is not None:
        instant = instant.astimezone(local_zone)
    if not FIRST_YEAR <= instant.year <= LAST_YEAR:
        return None
    offset: Offset = "site_zone" if local_zone is not None else "utc"
    return ParsedTime(
        instant.isoformat(), datetime.fromisoformat(instant.isoformat()), str(seconds), "second", offset
    )

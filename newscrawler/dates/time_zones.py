"""Zones printed beside a time: an explicit table, and nothing where an abbreviation means several."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone, tzinfo
from functools import cache, lru_cache
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

# fmt: off
# Folded abbreviation -> minutes east of UTC, or the IANA zone whose history decides (Moscow was UTC+4 from
# 2011-03-27
# to 2014-10-26, and had summer time before). The North American ones are RFC 822's. "UTC" is not the same
# statement as
# an offset of 0 (see ``is_universal``).
_ZONES: dict[str, int | str] = {
    **dict.fromkeys(("utc", "gmt", "z", "ut", "uct", "zulu"), "UTC"),
    "edt": -240,
    "est": -300,
    "cdt": -300,
    "mdt": -360,
    "mst": -420,
    "pdt": -420,
    "akdt": -480,
    "akst": -540,
    "adt": -180,
    "nst": -210,
    "ndt": -150,
    "hst": -600,
    "brt": -180,
    "clt": "America/Santiago",
    "et": "America/New_York",
    "ct": "America/Chicago",
    "mt": "America/Denver",
    "pt": "America/Los_Angeles",
    "est/edt": "America/New_York",
    "pst/pdt": "America/Los_Angeles",
    "wet": 0,
    "west": 60,
    "cet": 60,
    "cest": 120,
    "eet": 120,
    "eest": 180,
    "mez": 60,
    "mesz": 120,
    "met": 60,
    "msk": "Europe/Moscow",
    "мск": "Europe/Moscow",
    "msd": 240,
    "trt": 180,
    "sast": 120,
    "cat": 120,
    "eat": 180,
    "wat": 60,
    "pkt": 300,
    "npt": 345,
    "wib": 420,
    "wita": 480,
    "wit": 540,
    "ict": 420,
    "sgt": 480,
    "hkt": 480,
    "myt": 480,
    "pht": 480,
    "awst": 480,
    "jst": 540,
    "kst": 540,
    "acst": 570,
    "acdt": 630,
    "aest": 600,
    "aedt": 660,
    "nzst": 720,
    "nzdt": 780,
    "bjt": 480,
}
# fmt: on

# Abbreviation -> beginning of the site's own zone -> meaning; under "" what it means for all other sites, if
# anything.
_BY_SITE: dict[str, dict[str, int | str]] = {
    # Queensland has no summer time: there it is the standard time all the year
    "est": {"Australia/Brisbane": 600, "Australia/Lindeman": 600, "Australia/": "Australia/Sydney", "": -300},
    "edt": {"Australia/": "Australia/Sydney", "": -240},
    "cst": {"Asia/": 480, "America/Havana": "America/Havana", "Australia/": 570, "": -360},
    "pst": {"Asia/Manila": 480, "": -480},
    "bst": {"Asia/": 360, "": 60},
    "ist": {
        **dict.fromkeys(("Asia/Kolkata", "Asia/Calcutta"), 330),
        **dict.fromkeys(("Asia/Jerusalem", "Asia/Tel_Aviv"), 120),
        "Europe/Dublin": 60,
    },
    "idt": {"Asia/Jerusalem": 180, "Asia/Tel_Aviv": 180},
    "ast": {"America/": -240, "Atlantic/": -240, "Asia/": 180},
    "gst": {"Asia/Dubai": 240, "Asia/Muscat": 240},
    "wst": {"Australia/": 480},
}

# Ways of saying it in words, folded; longest first, because the first that fits is taken.
PHRASES: dict[str, str] = {
    "по московскому времени": "Europe/Moscow",
    "московское время": "Europe/Moscow",
    "московского времени": "Europe/Moscow",
    "moscow time": "Europe/Moscow",
    "по киевскому времени": "Europe/Kyiv",
    "за киівським часом": "Europe/Kyiv",
    "по минскому времени": "Europe/Minsk",
    "eastern standard time": "-300",
    "eastern daylight time": "-240",
    "eastern time": "America/New_York",
    "central time": "America/Chicago",
    "mountain time": "America/Denver",
    "pacific time": "America/Los_Angeles",
    "beijing time": "Asia/Shanghai",
    "北京時間": "Asia/Shanghai",
    "北京时间": "Asia/Shanghai",
    "日本時間": "Asia/Tokyo",
    "heure de paris": "Europe/Paris",
    "hora de brasilia": "America/Sao_Paulo",
    "horario de brasilia": "America/Sao_Paulo",
    "hora de madrid": "Europe/Madrid",
    "kyiv time": "Europe/Kyiv",
    "london time": "Europe/London",
}


@cache
def iana_zone(name: str | None) -> ZoneInfo | None:
    """Return the IANA zone of that name, or None if there is no such zone."""
    if not name:
        return None
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return None


@cache
def _meant(meaning: int | str) -> tzinfo | None:
    if isinstance(meaning, int):
        return timezone(timedelta(minutes=meaning))
    if meaning.lstrip("-").isdigit():
        return timezone(timedelta(minutes=int(meaning)))
    return iana_zone(meaning)


@lru_cache(maxsize=1024)
def printed_zone(words: str, site_zone: str | None = None) -> tuple[bool, tzinfo | None]:
    """Return (whether these folded words name a zone at all, the zone, or None where it cannot be told
    which).

    >>> printed_zone("jst")[1].utcoffset(None).total_seconds() / 3600
    9.0
    >>> printed_zone("ist"), printed_zone("ist", "Asia/Kolkata")[1].utcoffset(None).total_seconds() / 3600
    ((True, None), 5.5)
    >>> printed_zone("astana")
    (False, None)
    """
    choices = _BY_SITE.get(words)
    if choices is not None:
        for beginning, meaning in choices.items():
            if beginning and (site_zone or "").startswith(beginning):
                return True, _meant(meaning)
        return True, _meant(choices[""]) if "" in choices else None
    if words in _ZONES:
        return True, _meant(_ZONES[words])
    if words in PHRASES:
        return True, _meant(PHRASES[words])
    return False, None


def is_universal(zone: tzinfo | None) -> bool:
    """Tell whether a zone is UTC itself, which no newsroom's clock shows; a clock at +00:00 is another
    statement.

    >>> is_universal(printed_zone("gmt")[1]), is_universal(printed_zone("wet")[1])
    (True, False)
    """
    return isinstance(zone, ZoneInfo) and zone.key == "UTC"


@cache
def fixed_offset(minutes: int) -> timezone | None:
    """Return the zone so many minutes east of UTC, or None where no place on earth has such a time.

    >>> str(fixed_offset(180)), fixed_offset(25 * 60)
    ('UTC+03:00', None)
    """
    return timezone(timedelta(minutes=minutes)) if -12 * 60 <= minutes <= 14 * 60 else None


def localize(local: datetime, zone: tzinfo) -> datetime | None:
    """Place a naive local time in its zone, with the fixed offset it has there; None where clocks skipped
    that time.

    A time that came twice, when clocks went back, is read as the first of the two.

    >>> localize(datetime(2013, 5, 4, 19, 27), ZoneInfo("Europe/Moscow")).isoformat()
    '2013-05-04T19:27:00+04:00'
    """
    aware = local.replace(tzinfo=zone, fold=0)
    offset = aware.utcoffset()
    if offset is None:
        return None
    fixed = local.replace(tzinfo=timezone(offset), fold=0)
    if isinstance(zone, ZoneInfo) and fixed.astimezone(zone).replace(tzinfo=None) != local:
        return None
    return fixed

"""The clock and the zone that are printed beside a day."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newscrawler.dates.day_halves import Half, half_after, half_before, hour_of_day
from newscrawler.dates.letters import LETTER
from newscrawler.dates.month_names import fold
from newscrawler.dates.time_zones import PHRASES, fixed_offset, printed_zone
from newscrawler.dates.week_days import WEEK_DAYS

if TYPE_CHECKING:
    from datetime import tzinfo


def _words(text: str) -> frozenset[str]:
    return frozenset(fold(text).split())


_CLOCK = re.compile(
    r"(?<![\d.])(?P<h>[01]?\d|2[0-4])"
    r"(?:"
    r"\s?[:h]\s?(?P<m>[0-5]\d)(?!\d)(?:(?::|\s?min\s?)(?P<s>[0-5]\d|"
    r"60)(?!\d)(?:[.,:]\d{1,9})?)?(?:\s?min(?!\w))?"
    r"|\s?[時时点點시]\s?(?:(?P<cm>[0-5]?\d)\s?[分분])?(?:\s?(?P<cs>[0-5]?\d)\s?[秒초])?"
    r"|(?P<dot>\.)(?P<dm>[0-5]\d)(?![\d.])"
    r"|\s?h(?!\w)"
    r"|(?P<bare>)(?=\s?(?:uhr|[ap]\.?\s?m)\b)"
    r")"
    r"(?:\s?(?:(?P<am>a\.?\s?m\b\.?|am(?=[a-z]{2,4}\b)|ص\b|πμ\.?)"
    r"|(?P<pm>p\.?\s?m\b\.?|pm(?=[a-z]{2,4}\b)|م\b|μμ\.?)))?"
    r"(?:\s?(?:uhr|hrs?|hours|horas|h|บ\.|น\.)(?!\w))?",
)
_ZONE = re.compile(
    r"[\s,]*[(\[]?\s*(?:"
    r"(?P<word>(?:utc|gmt|ut))\s?(?P<wsign>[+-])\s?(?P<wh>\d{1,2})(?::?(?P<wm>[0-5]\d))?(?![\d:])"
    r"|(?P<sign>[+-])(?P<hh>\d\d)(?P<colon>:?)(?P<mm>[0-5]\d)(?![\d:])"
    rf"|(?P<phrase>{'|'.join(sorted(PHRASES, key=len, reverse=True))})"
    rf"|(?P<abbr>[a-z]{{2,4}}/[a-z]{{2,4}}|{LETTER}{{1,8}})(?!{LETTER})"
    r")\s*[)\]]?",
)
_ZONE_AHEAD = re.compile("北京時間|北京时间|日本時間")
_GAP_WORD = re.compile(rf"{LETTER}+")
# Words that stand between a day and its time; words of up to three letters pass anyway, unless they speak of
# a change.
_CONNECTORS = WEEK_DAYS | _words(
    "klokken klockan alle godz hora time uhrzeit kell godzina hodin heure heures horas saat года году року "
    "pukul luglio στις ώρα ωρα ora časa kello "
    "ساعت الساعة เวลา "
)
_OF_A_CHANGE = _words("upd mod akt обн maj rev ред изм")
_DOT_CONNECTORS = _words("kl klo ore ora um at klokken klockan pukul godz o")

Clock = tuple[int, int, int | None, "tzinfo | None", bool, int]
"""Hour, minute, second if printed, zone if understood, whether a zone is printed, where the text of it
ends."""


def clock_after(folded: str, end: int, site_zone: str | None) -> Clock | None:
    """Read the clock that follows a day whose text ends at ``end``."""
    found = _CLOCK.search(folded, end, end + 60)
    while found is not None:
        if not _may_join(folded[end : half_before(folded, found.start())[1]]):
            return None
        clock = _clock(folded, found, site_zone, dotted=_dot_is_clock(folded, end, found))
        if clock is not None:
            return clock
        found = _CLOCK.search(folded, found.end(), end + 60)
    return None


def clock_before(folded: str, start: int, site_zone: str | None) -> Clock | None:
    """Read the last clock that stands before a day whose text begins at ``start``."""
    best = None
    for found in _CLOCK.finditer(folded, 0, start):
        clock = _clock(folded[:start], found, site_zone, dotted=_dot_is_clock(folded[:start], 0, found))
        if clock is not None and _may_join(folded[clock[5] : start]):
            best = clock
    return best


def _may_join(gap: str) -> bool:
    """Tell whether what stands between a day and a clock lets them belong together."""
    if len(gap) > 32 or any(sign.isdigit() for sign in gap):
        return False
    words = _GAP_WORD.findall(gap)
    return all(word in _CONNECTORS or (len(word) <= 3 and word not in _OF_A_CHANGE) for word in words)


def _dot_is_clock(folded: str, end: int, found: re.Match[str]) -> bool:
    """``19.27`` is a clock after "kl." or "ore", before "Uhr" or "pm", or where nothing follows."""
    gap = _GAP_WORD.findall(folded[end : found.start()])
    if (gap and gap[-1] in _DOT_CONNECTORS) or found["am"] or found["pm"]:
        return True
    if found[0].rstrip().endswith(("uhr", "hrs", "h", "น.", "บ.")):
        return True
    following = folded[found.end() :]
    if not following.strip(" )]|.·-"):
        return True
    zone = _ZONE.match(following)
    return bool(zone and zone["abbr"] and printed_zone(zone["abbr"])[0]) or following.startswith(
        (" |", ")", " ·")
    )


def _clock(folded: str, found: re.Match[str], site_zone: str | None, *, dotted: bool) -> Clock | None:
    if found["dot"] and not dotted:
        return None
    hour = int(found["h"])
    minute = int(found["m"] or found["cm"] or found["dm"] or 0)
    printed_second = found["s"] or found["cs"]
    second = min(int(printed_second), 59) if printed_second else None  # a leap second stays in its minute
    half, end = _half(folded, found)
    told = hour if half is None else hour_of_day(hour, half)
    if told is None or told > 23:
        return None
    zone, zone_printed, end = _zone_at(folded, found, end, site_zone)
    if not zone_printed and (ahead := _ZONE_AHEAD.search(folded, 0, found.start())):
        zone_printed, zone = printed_zone(ahead[0], site_zone)
    return told, minute, second, zone, zone_printed, end


def _half(folded: str, found: re.Match[str]) -> tuple[Half | None, int]:
    """Return the half of the day that a clock counts, and where the text of both ends."""
    if found["am"] or found["pm"]:
        return "morning" if found["am"] else "afternoon", found.end()
    behind, end = half_after(folded, found.end())
    return behind or half_before(folded, found.start())[0], end


def _zone_at(
    folded: str, clock: re.Match[str], end: int, site_zone: str | None
) -> tuple[tzinfo | None, bool, int]:
    """Return (zone, whether one is printed, end) right after the clock, whose text ends at ``end``."""
    found = _ZONE.match(folded, end)
    if found is None:
        return None, False, end
    if found["word"]:
        minutes = int(found["wh"]) * 60 + int(found["wm"] or 0)
        return fixed_offset(-minutes if found["wsign"] == "-" else minutes), True, found.end()
    if found["sign"]:
        minutes = int(found["hh"]) * 60 + int(found["mm"])
        # 10:00-11:30 is from when to when; an offset after hours and minutes alone stands apart, or has no
        # colon.
        if (
            found["sign"] == "-"
            and found["colon"]
            and not clock["s"]
            and found.start("sign") == end
            and folded[clock.start("h") - 1] != "t"
        ):
            return None, False, end
        return fixed_offset(-minutes if found["sign"] == "-" else minutes), True, found.end()
    if found["phrase"]:
        printed, zone = printed_zone(found["phrase"], site_zone)
        return zone, printed, found.end()
    printed, zone = printed_zone(found["abbr"], site_zone)
    return (zone, True, found.end()) if printed else (None, False, end)

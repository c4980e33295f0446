"""Publication time: what the sources state of one time, read and weighed."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from typing import TYPE_CHECKING, Final

from newscrawler.dates import ParsedTime, YearEvidence, from_unix, parse_time, same_minute

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Sequence

    from newscrawler.items import Source

_PRINTED: Final = frozenset(("time-element", "text"))
"""Sources that are what readers see."""
_LONGEST_CLOCK: Final = 60
"""Characters of a text that may have no more than a clock."""


@dataclass(frozen=True, slots=True)
class Statement:
    """A time as one source prints it."""

    source: Source
    raw: str


@dataclass(slots=True)
class TimeReader:
    """How the texts of one page are read: the site's declarations and the evidence for missing years."""

    zone: str | None = None
    formats: Sequence[str] = ()
    language: str | None = None
    years: Callable[[], Sequence[YearEvidence]] = tuple
    """Gives the evidence from outside the page; statements of the page that have a year come before it."""

    def read(self, statements: Sequence[Statement]) -> list[ParsedTime | None]:
        """Return each statement's time, None where it states none."""
        times = [self._parse(statement.raw, ()) for statement in statements]
        missing = [index for index, time in enumerate(times) if time is None]
        if missing:
            years = [
                YearEvidence(statement.source, time.instant, time.instant)
                for statement, time in zip(statements, times, strict=True)
                if time is not None and time.instant is not None
            ]
            years.extend(self.years())
            known = [time for time in times if time is not None and time.precision != "day"]
            clocks = {time.value[:16] for time in known if time.offset == "unknown"}
            for index in missing:
                raw = statements[index].raw
                times[index] = self._with_day_of(clocks, raw) or (self._parse(raw, years) if years else None)
        return times

    def _with_day_of(self, clocks: Collection[str], raw: str) -> ParsedTime | None:
        """Return the time of a text with clock and zone, whose day another statement of the same clock tells.

        So are read "3:15 PM EST", which prints no day, and 03/04/2025, whose order nothing else tells.
        """
        if len(raw) > _LONGEST_CLOCK:
            return None
        for clock in clocks:
            tries = [self._parse(raw, (), day_first=order) for order in (True, False)]
            if not any(tries):
                tries.append(self._parse(f"{clock[:10]} {raw}", ()))
            for time in tries:
                if time is not None and time.instant is not None and time.value[:16] == clock:
                    return replace(time, raw=raw)
        return None

    def _parse(
        self, raw: str, years: Sequence[YearEvidence], *, day_first: bool | None = None
    ) -> ParsedTime | None:
        text = raw.strip()
        if text.isdigit() and len(text) in (10, 13):
            return from_unix(text, self.zone)
        return parse_time(
            text,
            zone=self.zone,
            formats=self.formats,
            language=self.language,
            years=years,
            day_first=day_first,
        )


def settle(read: Sequence[tuple[Source, ParsedTime]]) -> tuple[Source, ParsedTime] | None:
    """Return the time to believe: the first, unless a later source states the same day more precisely.

    The same clock in UTC and with a local offset is the local one: systems often write UTC on the newsroom's
    clock, and none makes up an offset. A clock that is printed without one says nothing: it may be the
    server's.
    """
    best = _most_precise(read) if read else None
    if best is None or not is_in_utc(best[1]):
        return best
    return next(
        (other for other in read if other[1].offset == "stated" and _is_local_twin(other[1], best[1])), best
    )


def _most_precise(read: Sequence[tuple[Source, ParsedTime]]) -> tuple[Source, ParsedTime]:
    first = read[0]
    if _is_whole(first[1]):
        return first
    for other in read[1:]:
        if _is_whole(other[1]) and same_day(first[1], other[1]):
            return other
    for other in read[1:]:
        has_clock = other[1].precision != "day" and same_day(first[1], other[1])
        if has_clock and (first[1].precision == "day" or _contradicts_midnight(first[1], other[1])):
            return other
    return first


def _contradicts_midnight(time: ParsedTime, other: ParsedTime) -> bool:
    """Tell whether a time is midnight sharp, as a day is stored, and another clock cannot mean it."""
    return time.value[11:19] == "00:00:00" != other.value[11:19] and not same_minute(time, other)


def printed_first(
    best: tuple[Source, ParsedTime],
    published: Sequence[tuple[Source, ParsedTime]],
    modified: Sequence[tuple[Source, ParsedTime]],
) -> tuple[Source, ParsedTime] | None:
    """Return the time that the page prints as that of publication, if it prints the stated one as its change.

    Content systems put the last change in the place of the first publication, and readers are told of both.
    Where the page prints the change in both places, metadata must state the printed minute, too.
    """
    source, time = best
    change = next(
        (other for place, other in modified if place in _PRINTED and _is_clock_of(other, time)), None
    )
    if source in _PRINTED or change is None:
        return None
    printed = [one for one in published if one[0] in _PRINTED]
    told = [one for one in printed if not same_minute(time, one[1])]
    if not _is_one_minute_before(told, change):
        return None
    stated = [one for one in published if one[0] not in _PRINTED and same_minute(one[1], told[0][1])]
    if len(told) < len(printed) and not stated:  # it may be a time of something else
        return None
    first = told[0][0], _on_the_clock_of(time, told[0][1], change)
    return next((one for one in stated if _is_whole(one[1])), first)


def _on_the_clock_of(stated: ParsedTime, printed: ParsedTime, change: ParsedTime) -> ParsedTime:
    """Give a printed time the local offset with which the page states its printed change of the same day."""
    is_its_clock = stated.value[:16] == change.value[:16] and printed.value[:10] == change.value[:10]
    if printed.offset != "unknown" or stated.offset != "stated" or not is_its_clock:
        return printed
    assert stated.instant is not None
    if not stated.instant.utcoffset():  # it may be a server's clock
        return printed
    moment = datetime.fromisoformat(printed.value).replace(tzinfo=stated.instant.tzinfo)
    return replace(printed, value=moment.isoformat(), instant=moment, offset="stated")


def _is_clock_of(time: ParsedTime, of: ParsedTime) -> bool:
    return time.precision != "day" and same_minute(of, time)


def _is_one_minute_before(told: Sequence[tuple[Source, ParsedTime]], change: ParsedTime) -> bool:
    minutes = {time.value[:16] for _, time in told}
    return len(minutes) == 1 and told[0][1].precision != "day" and minutes.pop() < change.value[:16]


def calls_its_clock_utc(time: ParsedTime, read: Sequence[tuple[Source, ParsedTime]]) -> bool:
    """Tell whether a page states its own clock as UTC, too: what else it states in UTC is not to be believed.

    :param time: the one to believe.
    """
    return any(is_in_utc(other) and _is_local_twin(time, other) for _, other in read)


def is_in_utc(time: ParsedTime) -> bool:
    """Tell whether a time states a clock, and that it is UTC."""
    return _is_whole(time) and time.instant is not None and not time.instant.utcoffset()


def _is_local_twin(time: ParsedTime, of: ParsedTime) -> bool:
    """Tell whether a time shows the same minute on its clock, with another offset than UTC."""
    is_local = time.instant is not None and bool(time.instant.utcoffset())
    return is_local and time.precision != "day" and time.value[:16] == of.value[:16]


def conflicts_of(
    time: ParsedTime, read: Sequence[tuple[Source, ParsedTime]]
) -> list[tuple[Source, ParsedTime]]:
    """Return what other sources state where it is another minute, each value once."""
    found: dict[tuple[Source, str], ParsedTime] = {}
    for source, other in read:
        if other is not time and not same_minute(time, other):
            found.setdefault((source, other.value), other)
    return [(source, other) for (source, _), other in found.items()]


def same_day(a: ParsedTime, b: ParsedTime) -> bool:
    """Tell whether two times show the same day, each on its own clock."""
    return a.value[:10] == b.value[:10]


def _is_whole(time: ParsedTime) -> bool:
    """Tell whether a time states its clock and offset; midnight sharp is how a bare day is often stored."""
    return time.instant is not None and time.precision != "day" and time.value[11:19] != "00:00:00"

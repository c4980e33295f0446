"""When a known article is looked at again: soon while it is young, then ever more seldom, then never."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from newscrawler.exceptions import WrongArgument

_UNITS = {"m": "minutes", "h": "hours", "d": "days"}
_STEP = re.compile(r"(\d+)([mhd])\s*:\s*(\d+)([mhd])\Z")


@dataclass(frozen=True, slots=True)
class Schedule:
    """Steps (up to this age, this long after the last look), by growing age."""

    steps: tuple[tuple[timedelta, timedelta], ...] = ()

    @classmethod
    def parse(cls, text: str) -> Schedule:
        """Read the setting ``REVISIT_AFTER``: ``age: interval`` in minutes, hours, days; empty for never.

        :raises WrongArgument: the setting cannot be read.

        >>> Schedule.parse("2h: 10m, 1d: 2h").steps[1]
        (datetime.timedelta(days=1), datetime.timedelta(seconds=7200))
        """
        steps = []
        for part in filter(None, (part.strip() for part in text.split(","))):
            found = _STEP.match(part)
            if not found:
                msg = f"REVISIT_AFTER: {part!r} is not like 2h:10m (age: interval; m, h or d)"
                raise WrongArgument(msg)
            age, age_unit, interval, interval_unit = found.groups()
            steps.append(
                (
                    timedelta(**{_UNITS[age_unit]: int(age)}),
                    timedelta(**{_UNITS[interval_unit]: int(interval)}),
                )
            )
        return cls(tuple(sorted(steps)))

    def next_check(self, born: datetime, checked: datetime) -> datetime | None:
        """Return when to look at an article again; None for never.

        :param born: from when its age counts; see ``birth``.
        :param checked: when it was looked at last.

        >>> born = datetime(2026, 1, 1, tzinfo=UTC)
        >>> Schedule.parse("2h:10m, 1d:2h").next_check(born, born + timedelta(hours=3)).isoformat()
        '2026-01-01T05:00:00+00:00'
        >>> Schedule.parse("2h:10m").next_check(born, born + timedelta(days=3)) is None
        True
        """
        age = checked - born
        for up_to, interval in self.steps:
            if age < up_to:
                return checked + interval
        return None


def birth(published_at: str | None, first_seen: datetime) -> datetime:
    """Return the moment from which an article's age counts: its publication, where that is a known instant.

    It is never later than ``first_seen``.

    >>> birth("2026-01-01T03:00:00+03:00", datetime(2026, 1, 2, tzinfo=UTC)).isoformat()
    '2026-01-01T00:00:00+00:00'
    """
    if published_at and "T" in published_at:
        moment = datetime.fromisoformat(published_at)
        if moment.tzinfo is not None:
            return min(moment.astimezone(UTC), first_seen)
    return first_seen

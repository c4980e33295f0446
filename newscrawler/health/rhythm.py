"""Rhythm: how many new articles a site has at each hour of the week, and whether it has fallen silent."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

WEEK = 168
KNOWN_HOURS = 7 * 24
"""Hours that must have been watched before silence means anything: a week."""
EXPECTED = 12.0
"""New articles that should have come meanwhile: none of them by chance is one in 160,000."""
FADES = 0.999
LONGEST_GAP = timedelta(days=3)
"""Between two runs; after a longer one nothing is known of the time between."""


@dataclass(slots=True)
class Rhythm:
    """New articles by hour of the week (UTC), and how many are missing since the last one."""

    counts: list[float] = field(default_factory=lambda: [0.0] * WEEK)
    hours: list[float] = field(default_factory=lambda: [0.0] * WEEK)
    """How long each hour was watched."""
    last_run: int = 0
    last_new: int = 0
    """Seconds since 1970; 0: never."""
    missing: float = 0.0
    """New articles that should have come since the last one."""
    most: float = 0.0
    """The most that were ever missing before the next one came."""

    def add(self, new: int, moment: datetime) -> bool:
        """Take in a run; return whether the site is silent."""
        now = int(moment.timestamp())
        gap, self.last_run = timedelta(seconds=now - self.last_run), now
        if timedelta() < gap <= LONGEST_GAP:
            self._watch(new, moment, gap)
        if new:
            self.most = max(self.most * FADES, min(self.missing, 3 * EXPECTED))
            self.missing, self.last_new = 0.0, now
        return self.is_silent()

    def is_silent(self) -> bool:
        """Tell whether more is missing than ever was."""
        return sum(self.hours) >= KNOWN_HOURS and self.missing >= max(EXPECTED, 2 * self.most)

    def rate(self, hour: int) -> float:
        """Return how many new articles an hour of the week has."""
        days = range(hour % 24, WEEK, 24)
        watched = sum(self.hours[other] for other in days)
        usual = sum(self.counts[other] for other in days) / watched if watched else 0.0
        return (self.counts[hour] + usual) / (self.hours[hour] + 1)

    def _watch(self, new: int, moment: datetime, gap: timedelta) -> None:
        parts = max(1, round(gap / timedelta(hours=1)))
        length = gap / timedelta(hours=1) / parts
        for part in range(parts):
            hour = hour_of_week(moment - part * gap / parts)
            self.missing += self.rate(hour) * length
            self.counts[hour] = self.counts[hour] * FADES + new / parts
            self.hours[hour] = self.hours[hour] * FADES + length


def hour_of_week(moment: datetime) -> int:
    """Return the hour since Monday 0:00 UTC."""
    utc = moment.astimezone(UTC)
    return utc.weekday() * 24 + utc.hour

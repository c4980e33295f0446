"""Rhythm: how many new articles a site has at each hour of the week, and whether it has fallen silent."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from math import exp

WEEK = 168
KNOWN_HOURS = 7 * 24
"""Hours that must have been watched before silence means anything: a week."""
EXPECTED = 12.0
"""New articles that should have come meanwhile: none of them by chance is one in 160,000."""
FADES = 0.999
SILENT_RUNS = 3
"""Without a new article: a strike or a holiday of two days is two runs of a daily crawl."""
LONGEST_GAP = timedelta(days=3)
"""Between two runs; after a longer one nothing is known of the time between."""
LATELY = 6.0
"""Hours in which what came is forgotten for the most part, so that a holiday is known by its noon."""
HOLIDAY = 0.4
"""Part of the usual number below which it is a special day: a lull or a weekend leaves about a half."""
ENOUGH = 6.0
"""Articles that should have come lately, so that fewer say something."""


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
    silent_runs: int = 0
    """Since the last new article."""
    lately_new: float = 0.0
    lately_usual: float = 0.0
    """New articles of the last hours, and how many are usual then."""
    is_special: bool = False
    """So little came lately that it is a holiday or the like; a night, when little comes, does not end it."""

    def add(self, new: int, moment: datetime) -> bool:
        """Take in a run; return whether the site is silent."""
        now = int(moment.timestamp())
        gap, self.last_run = timedelta(seconds=now - self.last_run), now
        if timedelta() < gap <= LONGEST_GAP:
            self._watch(new, moment, gap)
        if sum(self.hours) >= KNOWN_HOURS and self.lately_usual >= ENOUGH:
            self.is_special = self.lately_new < HOLIDAY * self.lately_usual
        self.silent_runs += 1
        if new:
            self.most = max(self.most * FADES, min(self.missing, 3 * EXPECTED))
            self.missing, self.last_new, self.silent_runs = 0.0, now, 0
        return self.is_silent()

    def is_silent(self) -> bool:
        """Tell whether more is missing than ever was."""
        is_enough = self.missing >= max(EXPECTED, 2 * self.most) and self.silent_runs >= SILENT_RUNS
        return is_enough and sum(self.hours) >= KNOWN_HOURS

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
            usual, fades = self.rate(hour) * length, exp(-length / LATELY)
            self.missing += usual
            self.lately_usual = self.lately_usual * fades + usual
            self.lately_new = self.lately_new * fades + new / parts
            self.counts[hour] = self.counts[hour] * FADES + new / parts
            self.hours[hour] = self.hours[hour] * FADES + length


def hour_of_week(moment: datetime) -> int:
    """Return the hour since Monday 0:00 UTC."""
    utc = moment.astimezone(UTC)
    return utc.weekday() * 24 + utc.hour

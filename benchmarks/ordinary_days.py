"""A year of ordinary days: how often a run is taken for a sign of change, and whether a real drop is noticed.

``python -m benchmarks.ordinary_days [--sites 10] [--days 365] [--every day]``

Sites of each kind of listing publish by night and day, on weekends and holidays, in bursts; runs come every
quarter of an hour, hour, six hours or day. Only numbers are simulated, and judged by ``run/usual.py`` itself.
Then each site's listing breaks at some moment: it shows a twentieth of what it did, or nothing.
"""

from __future__ import annotations

import argparse
import bisect
import random
from collections import Counter
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from newscrawler.ledger.supply_memory import Usual
from newscrawler.run.usual import (
    LEAST_LISTED,
    NEVER_LOW,
    after_run,
    far_below,
    hour_of_week,
    low_after,
    share_of_usual,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

BEGIN = datetime(2026, 1, 1, 10, 7, tzinfo=UTC)
BLANK = Usual("press", "", 0, 0, 0, 0)
SCHEDULES = {"quarter": 15, "hour": 60, "six hours": 360, "day": 1440}
"""Minutes between two runs."""
LISTINGS = ("front page", "feed", "sitemap of two days", "page of today", "front page and sitemap")
RATES = (1, 4, 15, 60, 300)
"""Articles on an ordinary weekday."""
HOLIDAYS = frozenset(
    {
        (1, 1),
        (1, 6),
        (4, 3),
        (4, 6),
        (5, 1),
        (5, 14),
        (5, 25),
        (10, 3),
        (12, 24),
        (12, 25),
        (12, 26),
        (12, 31),
    }
)
NIGHT, MORNING, DAY, EVENING = [0.1] * 5, [0.4, 1, 1.5, 2, 2, 2], [1.7] * 7, [1.2, 1, 0.8, 0.5, 0.3, 0.1]
BY_HOUR = NIGHT + MORNING + DAY + EVENING
DROPPED_TO = (0.0, 0.05)


@dataclass(frozen=True)
class Paper:
    """One site: how much it publishes, when, and how much of it a listing shows."""

    listing: str
    rate: int
    weekend: float
    """Share of a weekday's articles."""
    holiday: float
    dice: random.Random

    def published(self, days: int) -> list[float]:
        """Return the moments of all articles, in days since the beginning."""
        moments, share = [], self.rate / sum(BY_HOUR)
        for day in range(-4, days):
            date = BEGIN + timedelta(days=day)
            busy = 1.0 if date.weekday() < 5 else self.weekend
            busy *= self.holiday if (date.month, date.day) in HOLIDAYS else 1.0
            busy *= 5 if self.dice.random() < 0.02 else self.dice.uniform(0.7, 1.3)
            for hour, weight in enumerate(BY_HOUR):
                expected = share * weight * busy
                count = (
                    int(expected)
                    + (self.dice.random() < expected % 1)
                    + (self.dice.random() < 0.1 * expected)
                )
                moments += [day + (hour + self.dice.random()) / 24 for _ in range(count)]
        return sorted(moments)

    def shown(self, moments: list[float], now: float) -> int:
        """Return how many articles the listing shows."""
        until = bisect.bisect_right(moments, now)
        window = until - bisect.bisect_right(moments, now - 2)
        today = until - bisect.bisect_left(moments, int(now // 1))
        front = min(until, 40) - self.dice.randrange(5)
        feed = min(until, 20)
        return {
            "front page": front, "feed": feed, "sitemap of two days": window, "page of today": today,
            "front page and sitemap": front + max(0, window - front),
        }[self.listing]  # fmt: skip


def papers(sites: int) -> Iterator[Paper]:
    """Yield some sites of each kind of listing and each size."""
    for listing in LISTINGS:
        for rate in RATES:
            for number in range(sites):
                dice = random.Random(f"{listing} {rate} {number}")
                weekend, holiday = dice.choice((1.0, 0.6, 0.3, 0.1, 0.0)), dice.choice((0.6, 0.3, 0.1))
                yield Paper(listing, rate, weekend, holiday, dice)


def simulate(paper: Paper, minutes: int, days: int) -> tuple[int, int, list[bool]]:
    """Run a site through its days; return runs, false alarms, and whether each drop was noticed at once."""
    moments, hours = paper.published(days), dict[int, Usual]()
    runs = alarms = 0
    low = NEVER_LOW
    noticed: list[bool] = []
    drops = {
        paper.dice.randrange(30 * 1440 // minutes, days * 1440 // minutes): share for share in DROPPED_TO
    }
    for number in range(days * 1440 // minutes):
        moment = BEGIN + timedelta(minutes=number * minutes)
        hour = hour_of_week(moment)
        now = (moment - BEGIN.replace(hour=0, minute=0)) / timedelta(days=1)
        listed = paper.shown(moments, now)
        if number in drops and listed >= 2 * LEAST_LISTED:
            noticed.append(bool(far_below(int(listed * drops[number]), hours, hour, low)))
        runs += 1
        is_low = bool(far_below(listed, hours, hour, low))
        low = low_after(low, share_of_usual(listed, hours, hour), moment, is_low=is_low)
        if is_low:
            alarms += 1
        else:
            hours |= {row.hour: row for row in after_run(listed, hours, hour, BLANK)}
    return runs, alarms, noticed


def main(arguments: list[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sites", type=int, default=10, help="of each listing and size")
    parser.add_argument("--days", type=int, default=365)
    parser.add_argument("--every", choices=SCHEDULES, help="this schedule alone")
    options = parser.parse_args(arguments)
    print("| runs every | listing | runs | false alarms | of 1,000 runs | drops noticed at once |")
    print("| --- | --- | --- | --- | --- | --- |")
    total: Counter[str] = Counter()
    for schedule, minutes in SCHEDULES.items():
        if options.every not in {None, schedule}:
            continue
        for listing in LISTINGS:
            count: Counter[str] = Counter()
            for paper in papers(options.sites if minutes > 15 else max(1, options.sites // 5)):
                if paper.listing == listing:
                    runs, alarms, noticed = simulate(paper, minutes, options.days)
                    count.update(runs=runs, alarms=alarms, drops=len(noticed), noticed=sum(noticed))
            total += count
            share = 1000 * count["alarms"] / count["runs"]
            print(
                f"| {schedule} | {listing} | {count['runs']:,} | {count['alarms']} | {share:.2f} "
                f"| {count['noticed']} of {count['drops']} |", flush=True,
            )  # fmt: skip
    share, noticed = 1000 * total["alarms"] / total["runs"], f"{total['noticed']} of {total['drops']}"
    print(f"| all | | {total['runs']:,} | {total['alarms']} | {share:.2f} | {noticed} |")


if __name__ == "__main__":
    main()

"""A year of twelve newsrooms: is each change noticed on its first day, and how often is none told?

``python -m benchmarks.newsroom_year [--days 365] [--moments 2] [--every day]``

Newsrooms publish by hour and weekday, on holidays less and half in another template, in bursts, with a
strike and a summer lull; they are crawled every quarter of an hour, hour, six hours or day. The clock is
moved; the history lies in a real ledger, from which it is read each day. At some moments each change is tried
on a copy of the history, for three weeks.
"""

from __future__ import annotations

import argparse
import os
import random
import tempfile
from collections import Counter, defaultdict
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.newsroom_changes import CHANGES, FEED, Change
from benchmarks.ordinary_days import BY_HOUR, HOLIDAYS
from newscrawler.health.answer_signs import LAST_MODIFIED
from newscrawler.health.article_signs import (
    QUICK,
    SOURCES_AGREE,
    TIME_PER_PAGE,
    length_trait,
    section_trait,
)
from newscrawler.health.crawl_edges import APART, EDGE, FRESH, FUTURE, HOUR, OLDER
from newscrawler.health.observation import Observation
from newscrawler.health.share import Limits
from newscrawler.health.stored import from_json, to_json
from newscrawler.ledger.database import Database
from newscrawler.ledger.health_memory import HealthMemory
from newscrawler.pipelines.check_dates import TOLERANCE

if TYPE_CHECKING:
    from newscrawler.health.alarm import Alarm
    from newscrawler.health.history import History

BEGIN = datetime(2026, 1, 1, tzinfo=UTC)
FRONT = "https://press.example/"
SECTIONS = {"politics": 5.0, "world": 4.0, "business": 3.0, "sport": 3.0, "culture": 2.0, "science": 1.0}
AT_WEEKENDS = {"politics": 2.0, "world": 4.0, "business": 0.2, "sport": 6.0, "culture": 2.0, "science": 0.5}
BUSY = (3, 6, 12)
"""Times as slow: the network and the crawler's own machine in one run of fifty."""
MINUTE = timedelta(minutes=1)
WATCHED = 21
"""Days for which a change is tried."""


@dataclass
class Newsroom:
    """One newsroom, and how often it is crawled."""

    rate: int
    """Articles of an ordinary weekday."""
    minutes: int
    dice: random.Random
    strike: int
    """Day of the year on which a strike of two days begins."""

    def expected(self, moment: datetime, day_factor: float) -> float:
        """How many articles the time since the run before should have brought."""
        day = moment.timetuple().tm_yday
        busy = day_factor * (0.4 if moment.weekday() >= 5 else 1.0)
        busy *= 0.25 if (moment.month, moment.day) in HOLIDAYS else 1.0
        busy *= 0.5 if 195 <= day < 235 else 1.0
        busy *= 0.0 if self.strike <= day < self.strike + 2 else 1.0
        hours = max(1, self.minutes // 60)
        weights = sum(BY_HOUR[(moment.hour - back) % 24] for back in range(hours)) / hours
        return self.rate * weights / sum(BY_HOUR) * busy * self.minutes / 60

    def observe(self, moment: datetime, count: int, change: Change | None) -> Observation:
        """Make the articles of a run, and count them."""
        seen, dice = Observation(), self.dice
        is_special = (moment.month, moment.day) in HOLIDAYS
        busy = dice.choice(BUSY) if dice.random() < 0.02 else 1.0
        for number in range(count):
            url = f"https://press.example/{moment:%Y%m%d%H%M}/{number}"
            self._article(seen, url, moment, change, other=is_special and dice.random() < 0.5)
            seconds = 0.6 * busy * dice.lognormvariate(0, 0.5) * (change.slow if change else 1)
            seen.measure(TIME_PER_PAGE, 1000 * max(seconds, QUICK), url)
        if count:
            rejected = sum(dice.random() < 0.01 for _ in range(count))
            seen.count("outcome", "line", "", times=count)
            if rejected:
                seen.count("outcome", "rejected", "", times=rejected)
        return seen

    def _article(
        self, seen: Observation, url: str, moment: datetime, change: Change | None, *, other: bool
    ) -> None:
        dice, is_weekend = self.dice, moment.weekday() >= 5
        weights = dict(AT_WEEKENDS if is_weekend else SECTIONS)
        if change is not None:
            weights.pop(change.without, None)
        (section,) = dice.choices(list(weights), list(weights.values()))
        sources = {
            "headline": "page" if other else "site", "body": "page" if other else "site",
            "published_at": "json-ld", "section": "site", "lead": "site" if dice.random() < 0.7 else "none",
            "authors": "json-ld" if dice.random() < (0.3 if section == "world" else 0.9) else "none",
            "agency": "text" if dice.random() < (0.7 if section == "world" else 0.1) else "none",
            "topics": "meta" if dice.random() < 0.95 else "none",
            "modified_at": "json-ld" if dice.random() < 0.4 else "none",
        }  # fmt: skip
        if change is not None:
            sources |= change.sources
            days = (moment - change.since) / timedelta(days=1)
            if dice.random() < change.decay * days:
                sources["topics"] = "none"
        for trait, source in sources.items():
            if trait != "published_at":
                seen.count(trait, source, url)
        self._say(seen, url, moment, change)
        seen.count("headline agrees", "yes" if dice.random() < 0.97 else "no", url)
        seen.count("body agrees", "yes" if dice.random() < 0.8 else "no", url)
        seen.count(section_trait(is_weekend=is_weekend), section, url)
        seen.count("duplicate", "yes" if dice.random() < 0.03 else "no", url)
        is_in_feed = dice.random() < 0.9 and not (change is not None and change.frozen)
        seen.count("listing", [FRONT, FEED] if is_in_feed else [FRONT], url)
        usual = 600 if section == "sport" else 2500
        length = usual * dice.lognormvariate(0, 0.5) * (change.length if change else 1)
        seen.measure(length_trait("body", is_weekend=is_weekend), length, url)
        seen.measure(length_trait("headline", is_weekend=is_weekend), dice.gauss(70, 15), url)
        self._date(seen, url, change, sources["published_at"])

    def _date(self, seen: Observation, url: str, change: Change | None, source: str) -> None:
        """Say when an article was published, and its page made."""
        dice = self.dice
        late = dice.uniform(0, self.minutes) + dice.expovariate(1 / 5) + (change.late if change else 0)
        is_future = late < -TOLERANCE / MINUTE
        seen.count("published_at", "none" if is_future else source, url)
        if not is_future:
            seen.measure("delay", late, url)
        if edge := self._edge(late, is_future=is_future):
            seen.count(EDGE, edge, url)
        if (change is None or change.tells) and late > 15:  # else it was made when it was asked for
            off = change.late if change else 0
            edited = dice.uniform(0, 240) if dice.random() < 0.3 else 0.0
            after = min(dice.expovariate(1 / 3) + edited, late - off) + off
            seen.count(LAST_MODIFIED, "soon" if after < 30 else "later", url)

    def _edge(self, late: float, *, is_future: bool) -> str:
        """Tell whether an article lies in the hour before this run, or before the one before."""
        hour = HOUR / MINUTE
        if self.minutes < APART / MINUTE:
            return ""
        if is_future or late < hour:
            return FUTURE if is_future else FRESH
        return OLDER if self.minutes <= late < self.minutes + hour else ""

    def _say(self, seen: Observation, url: str, moment: datetime, change: Change | None) -> None:
        """Say what articles have in words of their own, and what they share now and then."""
        dice = self.dice
        seen.count("language", "en" if dice.random() < 0.98 else "fr", url)
        seen.count("images", "site" if dice.random() < 0.9 else "none", url)
        seen.count("canonical_url", "site", url)
        conflicts = change.conflicts if change else 0.0
        seen.count(SOURCES_AGREE, "no" if dice.random() < max(0.04, conflicts) else "yes", url)
        duty = moment.timetuple().tm_yday % 6
        is_alone = (moment.month, moment.day) in HOLIDAYS and dice.random() < 0.7
        author = duty if is_alone else dice.randrange(12)
        if moment.weekday() < 5:
            seen.says("authors", str(author), url)
        seen.says("body end", "Reporting by the Post" if dice.random() < 0.3 else url, url)
        begins = change.begins if change and change.begins else url
        seen.says("body beginning", begins, url)
        seen.says("images", "logo" if dice.random() < 0.2 else url, url)


@dataclass
class Year:
    """One newsroom's year."""

    newsroom: Newsroom
    runs: int = 0
    false: list[tuple[datetime, str]] = field(default_factory=list)
    noticed: dict[str, list[float | None]] = field(default_factory=lambda: defaultdict(list))
    """Change -> days from its first article to the alarm."""
    lately: int = 0
    """Articles of the latest run."""

    def live(self, memory: HealthMemory, days: int, moments: int) -> None:
        dice, open_ = self.newsroom.dice, set[str]()
        tried = {dice.randrange(60, days - WATCHED) for _ in range(moments)} if days > 90 else set()
        for day in range(days):
            factor = 4.0 if dice.random() < 0.02 else dice.uniform(0.75, 1.3)
            history = from_json(memory.history("year"))
            if day in tried:
                self._try_changes(day, to_json(history))
            for moment in self._moments(day):
                alarms = {alarm.subject for alarm in self._run(history, moment, factor, None)}
                alarms |= history.open_subjects()  # those that a run without articles cannot judge
                if new := alarms - open_:
                    self.false.append((moment, ", ".join(sorted(new))))
                open_ = alarms
                self.runs += 1
            memory.write_history("year", to_json(history))

    def _moments(self, day: int) -> list[datetime]:
        step = self.newsroom.minutes
        return [BEGIN + timedelta(days=day, minutes=step * n) for n in range(1440 // step)]

    def _run(self, history: History, moment: datetime, factor: float, change: Change | None) -> list[Alarm]:
        dice, expected = self.newsroom.dice, self.newsroom.expected(moment, factor)
        count = int(expected) + (dice.random() < expected % 1)
        seen = self.newsroom.observe(moment, count, change)
        alarms = history.judge(seen, moment, Limits(), new=count)
        self.lately = count
        return alarms

    def _try_changes(self, day: int, stored: str) -> None:
        for name, made in CHANGES.items():
            history, change = from_json(stored), made(BEGIN + timedelta(days=day))
            before = history.open_subjects()
            self.noticed[name].append(self._days_until_noticed(history, change, day, before))

    def _days_until_noticed(
        self, history: History, change: Change, day: int, before: set[str]
    ) -> float | None:
        first = None
        for later in range(day, day + WATCHED):
            factor = self.newsroom.dice.uniform(0.75, 1.3)
            for moment in self._moments(later):
                alarms = self._run(history, moment, factor, change)
                first = moment if first is None and self.lately else first
                if first and {alarm.subject for alarm in alarms} & change.subjects - before:
                    return (moment - first) / timedelta(days=1)
        return None


MINUTES = (15, 60, 60, 360, 60, 1440)
SCHEDULES = {15: "quarter hour", 60: "hour", 360: "six hours", 1440: "day"}
SOON = {
    "in its first run": 0.0,
    "on its first day": 1.0,
    "within three days": 3.0,
    "within three weeks": WATCHED,
}


def lived(number: int, days: int, moments: int, seed: str) -> Year:
    """Return the year of one newsroom."""
    dice = random.Random(f"newsroom {seed}{number}")
    newsroom = Newsroom(
        (60, 25, 150, 80, 400, 60)[number % 6],
        MINUTES[number % 6],
        dice,
        150 + 10 * (number % 12),
    )
    with tempfile.TemporaryDirectory() as folder:
        database = Database.open("", Path(folder) / "ledger.db", 10)
        year = Year(newsroom)
        year.live(HealthMemory(database, "press"), days, moments)
        database.close()
    return year


def main(arguments: list[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--days", type=int, default=365)
    parser.add_argument("--moments", type=int, default=2, help="at which each change is tried, each newsroom")
    parser.add_argument("--newsrooms", type=int, default=12)
    parser.add_argument("--every", choices=SCHEDULES.values(), help="newsrooms of this schedule alone")
    parser.add_argument("--processes", type=int, default=os.cpu_count())
    parser.add_argument("--seed", default="")
    options = parser.parse_args(arguments)
    total, false, kinds = 0, 0, Counter[str]()
    noticed: dict[tuple[str, str], list[float | None]] = defaultdict(list)
    print("| newsroom | articles a day | runs every | runs | false alarms |\n| --- | --- | --- | --- | --- |")
    live = partial(lived, days=options.days, moments=options.moments, seed=options.seed)
    with ProcessPoolExecutor(options.processes) as pool:
        asked = [
            n for n in range(6 * options.newsrooms) if options.every in {None, SCHEDULES[MINUTES[n % 6]]}
        ]
        for number, year in enumerate(pool.map(live, asked[: options.newsrooms]), 1):
            schedule = SCHEDULES[year.newsroom.minutes]
            for name, days in year.noticed.items():
                noticed[name, schedule] += days
            total, false = total + year.runs, false + len(year.false)
            kinds.update(subject for _, subject in year.false)
            figures = f"{schedule} | {year.runs:,} | {len(year.false)}"
            print(f"| {number} | {year.newsroom.rate} | {figures} |", flush=True)
    print(f"\n{false} false alarms in {total:,} runs ({1000 * false / total:.2f} of 1,000): {dict(kinds)}\n")
    print(f"| change | runs every | {' | '.join(SOON)} |\n| --- | --- |{' --- |' * len(SOON)}")
    for (name, schedule), days in sorted(noticed.items()):
        counts = [sum(d is not None and d <= most for d in days) for most in SOON.values()]
        print(f"| {name} | {schedule} | {' | '.join(f'{count} of {len(days)}' for count in counts)} |")


if __name__ == "__main__":
    main()

"""Site facts: what is known of one site's runs, alarms and listings, and what follows from it."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from itertools import pairwise
from statistics import median
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from newscrawler.ledger.health_memory import AlarmRow

DAYS = 14
"""Days before today over which the usual number of new articles is taken."""
STATES = {0: "good", 1: "failed", 2: "wrong arguments", 3: "unhealthy", 75: "busy", 130: "stopped"}
"""Exit code -> how a run ended."""
INTERVALS = 20
"""Latest runs whose intervals say when the next one is due."""


@dataclass(frozen=True, slots=True)
class RunFacts:
    """One run, as its record has it."""

    record: dict[str, Any]

    @property
    def start(self) -> datetime:
        """When it began."""
        return datetime.fromisoformat(self.record["start"])

    @property
    def state(self) -> str:
        """How it ended: ``good``, ``failed``, … ``killed`` or ``running`` where it has no exit code."""
        code = self.record.get("exit_code")
        return STATES.get(code, f"code {code}") if code is not None else "running or killed"

    def count(self, outcome: str) -> int:
        """Return how many URLs had an outcome."""
        value = self.record.get(outcome, 0)
        return sum(value.values()) if isinstance(value, dict) else value


@dataclass(frozen=True, slots=True)
class FailingListing:
    """A listing that could not be read lately."""

    url: str
    kind: str
    problem: str
    failures: int
    """Runs in a row."""
    since: datetime | None


@dataclass(slots=True)
class SiteFacts:
    """One site."""

    name: str
    now: datetime
    runs: list[RunFacts] = field(default_factory=list)
    """The latest first."""
    alarms: list[AlarmRow] = field(default_factory=list)
    """The latest first, those that are over too."""
    listings: list[FailingListing] = field(default_factory=list)

    @property
    def last_run(self) -> RunFacts | None:
        """The latest run."""
        return self.runs[0] if self.runs else None

    @property
    def last_new(self) -> datetime | None:
        """When the latest run began that brought a new article."""
        return next((run.start for run in self.runs if run.count("new")), None)

    @property
    def open_alarms(self) -> list[AlarmRow]:
        """The alarms that are open."""
        return [alarm for alarm in self.alarms if alarm.over is None]

    @property
    def state(self) -> str:
        """How the latest run ended; ``unhealthy`` while an alarm is open."""
        if self.last_run is None:
            return "never run"
        state = self.last_run.state
        return "unhealthy" if state == "good" and self.open_alarms else state

    @property
    def new_lately(self) -> int:
        """New articles of the last 24 hours."""
        return sum(run.count("new") for run in self.runs if run.start > self.now - timedelta(days=1))

    @property
    def usual_day(self) -> float | None:
        """New articles of an ordinary day; None where there are less than three days of runs before."""
        by_day = self.new_by_day()
        today = self.now.date()
        days = [by_day[day] for n in range(1, DAYS + 1) if (day := today - timedelta(days=n)) in by_day]
        return median(days) if len(days) >= 3 else None

    @property
    def next_due(self) -> datetime | None:
        """When the next run is to be expected, by the intervals between the latest ones."""
        starts = [run.start for run in self.runs[:INTERVALS]]
        gaps = [(later - earlier).total_seconds() for later, earlier in pairwise(starts)]
        return starts[0] + timedelta(seconds=median(gaps)) if gaps else None

    def new_by_day(self) -> Counter[date]:
        """Return UTC day -> new articles, for the days that had a run."""
        days: Counter[date] = Counter()
        for run in self.runs:
            days[run.start.astimezone(UTC).date()] += run.count("new")
        return days

    def sections_by_day(self) -> dict[str, Counter[date]]:
        """Return section -> UTC day -> new articles, the largest section first."""
        sections: dict[str, Counter[date]] = {}
        for run in self.runs:
            day = run.start.astimezone(UTC).date()
            for name, count in run.record.get("sections", {}).items():
                sections.setdefault(name, Counter())[day] += count
        return dict(sorted(sections.items(), key=lambda item: (-item[1].total(), item[0])))

    def coverage_by_day(self) -> dict[str, dict[date, float]]:
        """Return field -> UTC day -> the share of the day's articles that have it."""
        known: dict[str, Counter[date]] = {}
        asked: dict[str, Counter[date]] = {}
        for run in self.runs:
            day = run.start.astimezone(UTC).date()
            for name, sources in run.record.get("sources", {}).items():
                known.setdefault(name, Counter())[day] += sum(sources.values()) - sources.get("none", 0)
                asked.setdefault(name, Counter())[day] += sum(sources.values())
        return {
            name: {day: known[name][day] / count for day, count in days.items() if count}
            for name, days in asked.items()
        }

    def latency_by_day(self) -> dict[date, float]:
        """Return UTC day -> the mean of the seconds from a request to its answer, for days that had any."""
        answers: Counter[date] = Counter()
        seconds: dict[date, float] = {}
        for run in self.runs:
            day = run.start.astimezone(UTC).date()
            latency = run.record.get("latency") or {"count": 0, "sum": 0.0}
            answers[day] += latency["count"]
            seconds[day] = seconds.get(day, 0.0) + latency["sum"]
        return {day: seconds[day] / count for day, count in answers.items() if count}

    def as_json(self) -> dict[str, Any]:
        """Return what ``scrapy status --json`` says of it."""
        last = self.last_run
        return {
            "site": self.name,
            "state": self.state,
            "last_run": said(last.start) if last else None,
            "exit_code": last.record.get("exit_code") if last else None,
            "verdict": last.record.get("verdict", "") if last else "",
            "last_new": said(self.last_new),
            "new_last_24h": self.new_lately,
            "usual_day": self.usual_day,
            "next_due": said(self.next_due),
            "alarms": [
                {
                    "subject": alarm.subject, "line": alarm.line, "since": said(alarm.since),
                    "chance": alarm.chance, "samples": alarm.samples,
                }
                for alarm in self.open_alarms
            ],
        }  # fmt: skip


def said(moment: datetime | None) -> str | None:
    """Return a moment as ISO 8601 in UTC."""
    return moment.astimezone(UTC).isoformat(timespec="seconds") if moment else None

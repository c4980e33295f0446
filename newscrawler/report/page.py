"""The page: one HTML file that needs no network, no script to be read, and no explanation."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from shlex import quote
from typing import TYPE_CHECKING, Any

from newscrawler.health.alarm import command, odds, when
from newscrawler.report import charts
from newscrawler.report.latest_lines import latest_lines
from newscrawler.report.word_diff import word_diff
from newscrawler.run.listings import said
from newscrawler.text.counted import some

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from newscrawler.ledger.health_memory import AlarmRow
    from newscrawler.report.latest_lines import Latest
    from newscrawler.report.page_facts import PageFacts
    from newscrawler.report.site_facts import SiteFacts

SECTIONS = 8
"""Of a site that have a chart."""
RUNS = 50
"""Latest runs in the table of accounts."""
HOST_REASONS = {
    "retry_after": "it asked us to wait (Retry-After)",
    "refused": "it refused too many requests",
}
FLEET_SITES = 200
"""Sites of the fleet in its table."""
TEXTS = ("headline", "lead", "body")
"""Fields whose words are compared."""
SHOWN_FIELDS = (
    "headline", "published_at", "modified_at", "authors", "agency", "section", "topics", "lead", "language",
    "access", "canonical_url", "duplicate_of", "similarity",
)  # fmt: skip
OUTCOMES = (
    "new", "revised", "unchanged", "duplicate", "not_due", "waiting", "rejected", "refused", "failed", "left",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class SitePart:
    """One site of the page."""

    facts: SiteFacts
    latest: Latest


def page(facts: PageFacts, output: Path, now: datetime, *, reload: int = 0) -> str:
    """Return the page.

    :param reload: seconds after which a browser asks for it again; 0: never.
    :raises OutputError: a folder of lines cannot be read.
    """
    from jinja2 import Environment, PackageLoader, StrictUndefined  # noqa: PLC0415 - 2 MB, for every command

    environment = Environment(
        loader=PackageLoader("newscrawler.report", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters |= {
        "when": _when, "ago": lambda moment: ago(moment, now), "share": _share, "said": said, "odds": odds,
        "link": _link, "text": _text, "some": some, "printed": _printed,
        "reason": lambda reason: HOST_REASONS.get(reason, reason),
    }  # fmt: skip
    parts = [SitePart(site, latest_lines(output, site.name)) for site in facts.trouble_first()]
    return environment.get_template("report.html").render(
        parts=parts, hosts=facts.hosts, fleet=facts.fleet, now=now, today=now.astimezone(UTC).date(),
        reload=reload, charts=charts, command=command, accepting=accepting,
        days_until=charts.days_until(now.astimezone(UTC).date()), word_diff=word_diff, alarm_days=alarm_days,
        SECTIONS=SECTIONS, RUNS=RUNS, TEXTS=TEXTS, SHOWN_FIELDS=SHOWN_FIELDS, OUTCOMES=OUTCOMES,
        FLEET_SITES=FLEET_SITES,
    )  # fmt: skip


def accepting(site: str, subject: str) -> str:
    """Return the command that takes a change as usual.

    >>> accepting("tass", "section world news")
    "scrapy accept tass 'section world news'"
    """
    return f"scrapy accept {quote(site)} {quote(subject)}"


def alarm_days(alarms: Sequence[AlarmRow], subject: str, today: date) -> set[date]:
    """Return the days on which an alarm about a subject was open."""
    days: set[date] = set()
    for alarm in alarms:
        if alarm.subject == subject:
            first, last = (
                alarm.since.astimezone(UTC).date(),
                (alarm.over or alarm.raised).astimezone(UTC).date(),
            )
            last = today if alarm.over is None else last
            days |= {first + timedelta(days=number) for number in range((last - first).days + 1)}
    return days


def ago(moment: datetime | None, now: datetime) -> str:
    """Say how long ago a moment was.

    >>> now = datetime(2026, 11, 2, 12, tzinfo=UTC)
    >>> ago(now - timedelta(minutes=5), now), ago(now + timedelta(hours=3), now), ago(None, now)
    ('5 min ago', 'in 3 h', 'never')
    """
    if moment is None:
        return "never"
    seconds = (now - moment).total_seconds()
    for size, unit in ((86_400, "d"), (3600, "h"), (60, "min")):
        if abs(seconds) >= 2 * size or (size == 60 and abs(seconds) >= 60):
            text = f"{round(abs(seconds) / size)} {unit}"
            return f"{text} ago" if seconds > 0 else f"in {text}"
    return "now"


def _when(moment: datetime | str | None) -> str:
    if isinstance(moment, str):
        moment = datetime.fromisoformat(moment)
    return when(moment) if moment else "never"


def _printed(published_at: str | None) -> str:
    """Return a time of an article as people read it, with the offset that it has.

    >>> _printed("2026-11-26T17:02:00+02:00"), _printed(None)
    ('2026-11-26 17:02 +02:00', 'time unknown')
    """
    if not published_at:
        return "time unknown"
    try:
        moment = datetime.fromisoformat(published_at)
    except ValueError:  # a line is not ours alone to write
        return published_at
    return f"{moment:%Y-%m-%d %H:%M} {published_at[-6:] if moment.utcoffset() else 'UTC'}"


def _share(value: float | None) -> str:
    return "–" if value is None else f"{value:.0%}"


def _link(url: Any) -> str:
    """Return a URL that may be a link: a page is read by people who did not choose its content."""
    return url if isinstance(url, str) and url.startswith(("https://", "http://")) else ""


def _text(value: Any) -> str:
    if value is None or value in ([], {}):
        return "–"
    if isinstance(value, list):
        return ", ".join(map(str, value))
    if isinstance(value, dict):
        return ", ".join(f"{name} {part}" for name, part in value.items() if part is not None)
    return str(value)

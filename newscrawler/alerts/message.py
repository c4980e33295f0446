"""Messages: what people are told of alarms."""

from __future__ import annotations

from dataclasses import asdict, dataclass, field
from typing import TYPE_CHECKING, Any, Literal

from newscrawler.health.alarm import command, odds, when
from newscrawler.text.counted import some

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newscrawler.ledger.health_memory import AlarmRow

Event = Literal["problem", "over", "digest"]


@dataclass(frozen=True, slots=True)
class Message:
    """One message, in words and for programs."""

    event: Event
    site: str
    """Empty for a digest."""
    title: str
    text: str
    alarms: list[dict[str, Any]] = field(default_factory=list)

    def as_json(self) -> dict[str, Any]:
        """Return what a hook command reads."""
        return asdict(self)


def problem(site: str, alarms: Sequence[AlarmRow]) -> Message:
    """Say what is new on a site."""
    subjects = ", ".join(alarm.subject for alarm in alarms)
    text = "\n\n".join(map(_paragraph, alarms))
    return Message("problem", site, f"{site}: {subjects}", text, _values(alarms))


def over(site: str, alarms: Sequence[AlarmRow]) -> Message:
    """Say what is as it was, or has become usual."""
    subjects = ", ".join(alarm.subject for alarm in alarms)
    text = "\n".join(
        f"{alarm.subject}: as before, or usual by now; it lasted from {_span(alarm)}" for alarm in alarms
    )
    return Message("over", site, f"{site}: over: {subjects}", text, _values(alarms))


def digest(sites: Sequence[tuple[str, int, int]], alarms: Sequence[AlarmRow]) -> Message:
    """Say how all sites did in the last day.

    :param sites: (name, runs, new articles).
    :param alarms: those that are open.
    """
    open_ = [f"{alarm.site}: {alarm.line}, since {when(alarm.since)}" for alarm in alarms]
    lines = [f"{name}: {some(new, 'new article')} in {some(runs, 'run')}" for name, runs, new in sites]
    title = f"{some(len(sites), 'site')}, {some(len(alarms), 'alarm')} open"
    return Message(
        "digest", "", title, "\n".join([*open_, *([""] if open_ else []), *lines]), _values(alarms)
    )


def _paragraph(alarm: AlarmRow) -> str:
    lines = [f"{alarm.line}, since {when(alarm.since)}{odds(alarm.chance)}", *alarm.samples]
    if alarm.samples:
        lines.append(f"save one as a page: {command(alarm.samples)}")
    return "\n".join(lines)


def _span(alarm: AlarmRow) -> str:
    return f"{when(alarm.since)} to {when(alarm.over)}" if alarm.over else when(alarm.since)


def _values(alarms: Sequence[AlarmRow]) -> list[dict[str, Any]]:
    return [
        {
            "site": alarm.site,
            "subject": alarm.subject,
            "line": alarm.line,
            "since": alarm.since.isoformat(),
            "over": alarm.over.isoformat() if alarm.over else None,
            "chance": alarm.chance,
            "samples": alarm.samples,
        }
        for alarm in alarms
    ]

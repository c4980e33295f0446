"""Alarms of a run: they are raised once, kept while they last, and over when things are as before."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from newscrawler.health.alarm import Alarm
from newscrawler.ledger.health_memory import AlarmRow
from newscrawler.run.endings import EXIT_FAILED, EXIT_GOOD, EXIT_UNHEALTHY
from newscrawler.run.usual import arguments_hash

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from newscrawler.run.run import Run
    from newscrawler.run.verdict import Verdict

CRAWL = "crawl"
"""Subject of what is wrong with a run as a whole: it failed, or its listings and articles did."""


def enter_alarms(run: Run, verdict: Verdict) -> None:
    """Bring the alarms of a run that has ended into the ledger.

    :raises OutputError: the ledger cannot be used.
    """
    if verdict.exit_code not in {EXIT_GOOD, EXIT_FAILED, EXIT_UNHEALTHY}:
        return  # it was not asked rightly, or stopped: it says nothing of the site
    memory, arguments = run.ledger.health, arguments_hash(run)
    before = [row for row in memory.alarms() if row.over is None and row.arguments == arguments]
    blank = AlarmRow(run.site, arguments, "", run.start, "", 0.0, [], datetime.now(UTC), run.id)
    memory.write_alarms(kept(before, found_in(run, verdict), run.unjudged, blank))


def found_in(run: Run, verdict: Verdict) -> list[Alarm]:
    """Return what is wrong: what health has found, and what the verdict says beyond that."""
    beyond = verdict.signs if run.alarms and verdict.exit_code == EXIT_UNHEALTHY else verdict.line
    return [*run.alarms, Alarm(CRAWL, beyond, run.start)] if beyond else run.alarms


def kept(
    before: Iterable[AlarmRow], found: Iterable[Alarm], unjudged: Collection[str], blank: AlarmRow
) -> list[AlarmRow]:
    """Return the rows that change.

    :param before: the alarms that were open.
    :param found: those of this run.
    :param unjudged: subjects of open alarms of which this run has seen nothing.
    :param blank: names site, arguments, run and moment.
    """
    now, rows = blank.raised, []
    open_ = {row.subject: row for row in before}
    for alarm in found:
        known = open_.pop(alarm.subject, None)
        row = known or replace(blank, subject=alarm.subject, since=alarm.since)
        samples = alarm.samples or row.samples
        rows.append(replace(row, line=alarm.line, chance=alarm.chance, samples=samples))
    for subject, row in open_.items():
        if subject not in unjudged:
            rows.append(replace(row, over=now))
    return rows

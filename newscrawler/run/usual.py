"""How much a site usually lists at this hour and weekday, and whether a run found far less."""

from __future__ import annotations

from dataclasses import replace
from hashlib import blake2b
from typing import TYPE_CHECKING

from newscrawler.ledger.supply_memory import Usual
from newscrawler.run.endings import Ending

if TYPE_CHECKING:
    from datetime import datetime

    from newscrawler.ledger.supply_memory import SupplyMemory
    from newscrawler.run.run import Run

SMOOTH = 8
"""Runs over which the usual number of an hour is taken."""

LEAST_RUNS = 4
"""Runs at an hour of the week before it is judged by its own numbers..."""

LEAST_DAYS = 4
"""...or weekdays on which there were runs at this hour of the day: it is judged by theirs until then."""

LEAST_LISTED = 8
"""Articles that must be usual before fewer mean anything."""

FAR_BELOW = 6
"""A run is far below with less than one in so many of what is usual, and of what the latest run listed..."""

BELOW_LEAST = 4
"""...and with less than one in so many of the fewest that were ever listed then."""

LATEST = 168
"""The hour under which the latest run is kept: a site goes to sleep over hours, it breaks at once."""

SELECTING = ("sections", "topics", "query", "since", "until", "max_pages", "source", "site_url", "url")
"""Arguments that decide how much is listed."""


class Usualness:
    """Holds a run against the numbers of earlier runs with the same arguments."""

    def __init__(self, run: Run, memory: SupplyMemory) -> None:
        self._run = run
        self._arguments = arguments_hash(run)
        self._hours = memory.usual(self._arguments)
        self._hour = hour_of_week(run.start)

    def sign(self) -> str:
        """Return a line if far less was listed than is usual; empty else."""
        return far_below(self._run.account.shown, self._hours, self._hour)

    def learned(self) -> list[Usual]:
        """Return the hour's numbers with this run's, unless it is far below them: that is not usual."""
        listed = self._run.account.shown
        if self.sign():
            return []
        return after_run(listed, self._hours, self._hour, Usual(self._run.site, self._arguments, 0, 0, 0, 0))


def arguments_hash(run: Run) -> str:
    """Return what runs with the same arguments have in common: they are held against each other."""
    given = run.arguments
    text = "\n".join(f"{name}={given[name]}" for name in SELECTING if name in given)
    return blake2b(text.encode(), digest_size=8).hexdigest()


def hour_of_week(moment: datetime) -> int:
    """Return the hour since Monday 0:00 UTC.

    :param moment: in UTC.
    """
    return moment.weekday() * 24 + moment.hour


def after_run(listed: int, hours: dict[int, Usual], hour: int, blank: Usual) -> list[Usual]:
    """Return the rows that a good run changes: that of its hour, and that of the latest run.

    :param blank: names site and arguments.
    """
    row = hours.get(hour) or replace(blank, hour=hour, least=100 * listed)
    return [with_run(row, listed), replace(blank, hour=LATEST, runs=1, listed=100 * listed)]


def with_run(row: Usual, listed: int) -> Usual:
    """Return an hour's numbers with those of one more run."""
    share = min(row.runs + 1, SMOOTH)
    # a run of the same hour a week later is one more; those within the hour weigh as much
    mean = (row.listed * (share - 1) + 100 * listed) // share
    least = min(100 * listed, row.least + (mean - row.least) // 16)
    return replace(row, runs=row.runs + 1, listed=mean, least=max(least, 0))


def far_below(listed: int, hours: dict[int, Usual], hour: int) -> str:
    """Return a line if a run listed far less than is usual at this hour, and than the run before it.

    The hour is that of the week, or that of the day as long as the week is not known.

    >>> hours = {5: Usual("press", "", 5, 20, 6000, 5000), LATEST: Usual("press", "", LATEST, 1, 5500, 0)}
    >>> far_below(3, hours, 5), far_below(20, hours, 5)
    ('articles listed: 3, usually 60 at this hour and weekday', '')
    """
    latest, own = hours.get(LATEST), hours.get(hour)
    if own is not None and own.runs >= LEAST_RUNS:
        known, when = [own], " at this hour and weekday"
    else:
        near = {(hour + add) % 24 for add in (-1, 0, 1)}
        known = [row for row in hours.values() if row.hour != LATEST and row.hour % 24 in near]
        when = " at this hour"
        if len({row.hour // 24 for row in known}) < LEAST_DAYS:
            return ""
    runs = sum(row.runs for row in known)
    usual, least = sum(row.listed * row.runs for row in known) // runs, min(row.least for row in known)
    bound = min(usual // FAR_BELOW, least // BELOW_LEAST)
    if latest is None or usual < 100 * LEAST_LISTED:
        return ""
    if 100 * listed >= min(bound, latest.listed // FAR_BELOW):
        return ""
    return Ending.FAR_BELOW_USUAL.says(listed=listed or "none", usual=usual // 100, when=when)

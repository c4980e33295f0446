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
"""Runs at an hour of the week before it is judged by its own number; until then by those of all hours."""

LEAST_LISTED = 8
"""Articles that must be usual before fewer mean anything."""

FAR_BELOW = 4
"""A run is far below what is usual with less than one in so many of it..."""

SELECTING = ("sections", "topics", "query", "since", "until", "max_pages", "source", "site_url", "url")
"""Arguments that decide how much is listed."""


class Usualness:
    """Holds a run against the numbers of earlier runs with the same arguments."""

    def __init__(self, run: Run, memory: SupplyMemory) -> None:
        self._run = run
        given = run.arguments
        text = "\n".join(f"{name}={given[name]}" for name in SELECTING if name in given)
        self._arguments = blake2b(text.encode(), digest_size=8).hexdigest()
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
        row = self._hours.get(self._hour)
        row = row or Usual(self._run.site, self._arguments, self._hour, 0, 0, 100 * listed)
        return [with_run(row, listed)]


def hour_of_week(moment: datetime) -> int:
    """Return the hour since Monday 0:00 UTC.

    :param moment: in UTC.
    """
    return moment.weekday() * 24 + moment.hour


def with_run(row: Usual, listed: int) -> Usual:
    """Return an hour's numbers with those of one more run."""
    share = min(row.runs + 1, SMOOTH)
    # a run of the same hour a week later is one more; those within the hour weigh as much
    mean = (row.listed * (share - 1) + 100 * listed) // share
    least = min(100 * listed, row.least + (mean - row.least) // 16)
    return replace(row, runs=row.runs + 1, listed=mean, least=max(least, 0))


def far_below(listed: int, hours: dict[int, Usual], hour: int) -> str:
    """Return a line if a run listed far less than runs at this hour of the week, or at all hours, usually do.

    Both the mean and the fewest of earlier runs must be far above it: a quiet day may come again.

    >>> row = Usual("press", "", 5, 20, 6000, 5000)
    >>> far_below(3, {5: row}, 5), far_below(20, {5: row}, 5)
    ('articles listed: 3, usually 60 at this hour and weekday', '')
    """
    own = hours.get(hour)
    if own is not None and own.runs >= LEAST_RUNS:
        usual, least, when = own.listed, own.least, " at this hour and weekday"
    elif sum(row.runs for row in hours.values()) >= LEAST_RUNS:
        runs = sum(row.runs for row in hours.values())
        usual = sum(row.listed * row.runs for row in hours.values()) // runs
        least, when = min(row.least for row in hours.values()), ""
    else:
        return ""
    bound = min(usual // FAR_BELOW, least // 2)
    if usual < 100 * LEAST_LISTED or 100 * listed >= bound:
        return ""
    return Ending.FAR_BELOW_USUAL.says(listed=listed or "none", usual=usual // 100, when=when)

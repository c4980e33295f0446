"""How much a site usually lists at this hour and weekday, and whether a run found far less."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from hashlib import blake2b
from typing import TYPE_CHECKING

from newscrawler.ledger.low_memory import LowRuns
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

FAR_BELOW = 166
"""A run is far below with less than so many thousandths of what is usual, and of what the latest run
listed..."""

LOWEST = 50
"""...which become fewer on a site that has such days, but not fewer than these..."""

BELOW_LEAST = 4
"""...and with less than one in so many of the fewest that were ever listed then."""

LATEST = 168
"""The hour under which the latest run is kept: a site goes to sleep over hours, it breaks at once."""

ANY_DAY = 169
"""The hour of numbers that are taken from several days."""

HOLIDAY = timedelta(days=4)
"""Low runs that were over so soon were holidays."""

RELEARNED = timedelta(days=21)
"""A site that is low for so long has become so: people have been told, and the listing is as it is."""

NEVER_LOW = LowRuns("", "")

SELECTING = ("sections", "topics", "query", "since", "until", "max_pages", "source", "site_url", "url")
"""Arguments that decide how much is listed."""


class Usualness:
    """Holds a run against the numbers of earlier runs with the same arguments."""

    def __init__(self, run: Run, memory: SupplyMemory) -> None:
        self._run = run
        self._arguments = arguments_hash(run)
        self._hours = memory.usual(self._arguments)
        self._low = memory.low(self._arguments)
        self._hour = hour_of_week(run.start)

    def sign(self) -> str:
        """Return a line if far less was listed than is usual; empty else."""
        if has_become_usual(self._low, self._run.start):
            return ""
        return far_below(self._run.account.shown, self._hours, self._hour, self._low)

    def learned(self) -> list[Usual]:
        """Return the hour's numbers with this run's, unless it is far below them: that is not usual."""
        listed = self._run.account.shown
        if self.sign():
            return []
        return after_run(listed, self._hours, self._hour, Usual(self._run.site, self._arguments, 0, 0, 0, 0))

    def low_learned(self) -> LowRuns | None:
        """Return what is now known of low runs; None where it is what was known."""
        share = share_of_usual(self._run.account.shown, self._hours, self._hour)
        now = low_after(self._low, share, self._run.start, is_low=bool(self.sign()))
        return now if now != self._low else None


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
    return replace(row, runs=row.runs + 1, listed=mean, least=least)


def far_below(listed: int, hours: dict[int, Usual], hour: int, low: LowRuns = NEVER_LOW) -> str:
    """Return a line if a run listed far less than is usual at this hour, and than the run before it.

    The hour is that of the week, or that of the day as long as the week is not known.

    >>> hours = {5: Usual("press", "", 5, 20, 6000, 5000), LATEST: Usual("press", "", LATEST, 1, 5500, 0)}
    >>> far_below(3, hours, 5), far_below(20, hours, 5)
    ('articles listed: 3, usually 60 at this hour and weekday', '')
    """
    latest, known = hours.get(LATEST), _known(hours, hour)
    if latest is None or known is None or known.listed < 100 * LEAST_LISTED:
        return ""
    share = min(FAR_BELOW, max(low.passed * 2 // 3, LOWEST))
    bound = min(known.listed * share // 1000, known.least // BELOW_LEAST, latest.listed * share // 1000)
    if 100 * listed >= bound:
        return ""
    when = " at this hour and weekday" if known.hour == hour else " at this hour"
    return Ending.FAR_BELOW_USUAL.says(listed=listed or "none", usual=known.listed // 100, when=when)


def share_of_usual(listed: int, hours: dict[int, Usual], hour: int) -> int:
    """Return how much a run listed, in thousandths of what is usual at this hour."""
    known = _known(hours, hour)
    return 1000 * 100 * listed // known.listed if known is not None and known.listed else 1000


def _known(hours: dict[int, Usual], hour: int) -> Usual | None:
    """Return the numbers that an hour is judged by; None where nothing is known.

    Its own, or those of this hour of the day, which belong to no hour of the week.
    """
    own = hours.get(hour)
    if own is not None and own.runs >= LEAST_RUNS:
        return own
    near = {(hour + add) % 24 for add in (-1, 0, 1)}
    rows = [row for row in hours.values() if row.hour != LATEST and row.hour % 24 in near]
    if len({row.hour // 24 for row in rows}) < LEAST_DAYS:
        return None
    runs = sum(row.runs for row in rows)
    usual = sum(row.listed * row.runs for row in rows) // runs
    return replace(rows[0], hour=ANY_DAY, runs=runs, listed=usual, least=min(row.least for row in rows))


def has_become_usual(low: LowRuns, moment: datetime) -> bool:
    """Tell whether the site has been low for so long that this is how it is now."""
    return low.since is not None and moment - low.since >= RELEARNED


def low_after(low: LowRuns, share: int, moment: datetime, *, is_low: bool) -> LowRuns:
    """Return what is known of low runs with one more run.

    A few low days that have passed by themselves are a holiday: the next ones are none of note. Of nothing
    at all that is not believed.

    :param share: what the run listed, in thousandths of what is usual.
    :param is_low: it was far below what is usual.
    """
    if is_low:
        lowest = share if low.since is None else min(share, low.lowest)
        return replace(low, since=low.since or moment, lowest=lowest)
    if low.since is None:
        return low
    was_holiday = low.lowest > 0 and moment - low.since <= HOLIDAY
    return replace(low, since=None, passed=min(low.passed, low.lowest) if was_holiday else low.passed)

"""What the fleet is doing, read from the schedule: its sites, its machines, its runs, what is overdue."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from sqlalchemy import text

from newscrawler.fleet import tables
from newscrawler.fleet.locks import HELD, machines_alive
from newscrawler.fleet.planned_sites import BY_OPERATOR

if TYPE_CHECKING:
    from sqlalchemy import Connection

OVERDUE_INTERVALS = 3
"""A site that should have begun so many intervals ago is overdue."""

URGENCY = ("paused", "overdue", "busy", "starting", "running", "due", "waiting")
"""States of a site, what needs a person first."""

_SITES = text(f"""
SELECT site, spider, arguments, every, spread, paused, next_at, run, machine, home, started, ended, last_code,
       last_line, failures, lost, now() AS now, lock_key IN ({HELD}) AS locked,
       paused IS NULL AND now() > next_at + {OVERDUE_INTERVALS} * every * interval '1 second' AS overdue
FROM fleet_site ORDER BY site
""")  # noqa: S608 - constants
_RUNS = text("""
SELECT run, site, machine, started, ended, ending, code, line, now() AS now FROM fleet_run
WHERE CAST(:site AS text) IS NULL OR site = :site ORDER BY run DESC LIMIT :most
""")
_MACHINES = text("""
SELECT machine, draining,
       (SELECT count(*) FROM fleet_site AS s WHERE s.run IS NOT NULL AND s.machine = m.machine) AS crawls
FROM fleet_machine AS m ORDER BY machine
""")


@dataclass(frozen=True, slots=True)
class SiteState:
    """A site of the fleet. Intervals are seconds."""

    site: str
    spider: str
    arguments: dict[str, str]
    every: float
    spread: float
    paused: str | None
    next_at: datetime
    run: int | None
    machine: str | None
    home: str | None
    started: datetime | None
    ended: datetime | None
    last_code: int | None
    last_line: str | None
    failures: int
    lost: int
    now: datetime
    """The server's clock."""
    locked: bool
    """A crawl of it holds its lock, the fleet's or another."""
    overdue: bool

    @property
    def state(self) -> str:
        """One word for it."""
        if self.run is not None:
            return "running" if self.locked else "starting"
        if self.paused:
            return "paused"
        if self.locked:
            return "busy"
        if self.overdue:
            return "overdue"
        return "due" if self.next_at <= self.now else "waiting"

    @property
    def is_in_trouble(self) -> bool:
        """It is paused or overdue, or its last crawl failed or was lost."""
        return bool(self.paused or self.overdue or self.failures or self.lost)

    @property
    def why(self) -> str:
        """What is known of its trouble; empty if nothing is."""
        if self.paused:
            return self.paused
        if self.run is not None:
            return f"it has been running on {self.machine} since {_utc(self.started)}"
        if self.locked:
            return "another crawl of it is going on"
        return (self.last_line or "") if self.failures or self.lost else ""

    def as_json(self) -> dict[str, Any]:
        """Return it for ``--json``."""
        names = [name for name in self.__slots__ if name not in {"now", "locked"}]
        values = {name: getattr(self, name) for name in names}
        return {**values, "state": self.state}


@dataclass(frozen=True, slots=True)
class MachineState:
    """A machine that has had a worker."""

    machine: str
    draining: bool
    crawls: int
    alive: bool

    @property
    def state(self) -> str:
        """What it does, in a word or two."""
        return "no worker" if not self.alive else "draining" if self.draining else "working"


@dataclass(frozen=True, slots=True)
class RunState:
    """A run of the fleet."""

    run: int
    site: str
    machine: str
    started: datetime
    ended: datetime | None
    ending: str | None
    code: int | None
    line: str | None
    now: datetime

    def as_json(self) -> dict[str, Any]:
        """Return it for ``--json``."""
        return {name: getattr(self, name) for name in self.__slots__ if name != "now"}


@dataclass(frozen=True, slots=True)
class Fleet:
    """Machines and sites, as they are at one moment."""

    machines: list[MachineState]
    sites: list[SiteState]

    def counts(self) -> dict[str, int]:
        """Return state -> how many sites are in it, what needs a person first."""
        counts = Counter(state.state for state in self.sites)
        return {name: counts[name] for name in URGENCY if counts[name]}

    def trouble_first(self) -> list[SiteState]:
        """Return the sites: those that need a person, then those that fail, then by when they are due."""
        return sorted(
            self.sites,
            key=lambda site: (
                URGENCY.index(site.state),
                not (site.failures or site.lost),
                site.next_at,
            ),
        )

    def crawled_on(self, machine: str) -> list[SiteState]:
        """Return the sites that a machine is crawling."""
        return [site for site in self.sites if site.run is not None and site.machine == machine]


def look(connection: Connection) -> Fleet | None:
    """Return what the fleet is doing; None where the database has none, or one of another version."""
    if tables.version_of(connection) != tables.VERSION:
        return None
    return Fleet(machines(connection), sites(connection))


def sites(connection: Connection) -> list[SiteState]:
    """Return all sites by name."""
    return [SiteState(*row) for row in connection.execute(_SITES)]


def machines(connection: Connection) -> list[MachineState]:
    """Return all machines by name."""
    alive = machines_alive(connection)
    return [
        MachineState(row.machine, row.draining, row.crawls, row.machine in alive)
        for row in connection.execute(_MACHINES)
    ]


def runs(connection: Connection, site: str | None, most: int) -> list[RunState]:
    """Return the last runs of a site, or of all, the newest first."""
    return [RunState(*row) for row in connection.execute(_RUNS, {"site": site, "most": most})]


def troubles(fleet: Fleet) -> list[str]:
    """Return what a person should look at, a line each: what is overdue, what the fleet has paused."""
    found = []
    if fleet.sites and not any(machine.alive for machine in fleet.machines):
        found.append("no worker is running")
    for site in fleet.sites:
        if site.overdue:
            because = f": {site.why}" if site.locked or site.run is not None else ""
            found.append(f"{site.site} is overdue since {_utc(site.next_at)}{because}")
        if site.paused and site.paused != BY_OPERATOR:
            found.append(f"{site.site} is paused: {site.paused}")
    return found


def _utc(moment: datetime | None) -> str:
    return f"{moment.astimezone(UTC):%Y-%m-%d %H:%M} UTC" if moment else "a while"

"""What the fleet is doing, read from the schedule: its sites, its machines, its runs, what is overdue."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sqlalchemy import text

from newscrawler.fleet.locks import HELD, machines_alive
from newscrawler.fleet.planned_sites import BY_OPERATOR

if TYPE_CHECKING:
    from datetime import datetime

    from sqlalchemy import Connection

OVERDUE_INTERVALS = 3
"""A site that should have begun so many intervals ago is overdue."""

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


def troubles(states: list[SiteState], hosts: list[MachineState]) -> list[str]:
    """Return what a person should look at, a line each: what is overdue, what the fleet has paused."""
    found = []
    if states and not any(host.alive for host in hosts):
        found.append("no worker is running")
    for state in states:
        if state.overdue:
            found.append(f"{state.site} is overdue since {state.next_at:%Y-%m-%d %H:%M} UTC{_because(state)}")
        if state.paused and state.paused != BY_OPERATOR:
            found.append(f"{state.site} is paused: {state.paused}")
    return found


def _because(state: SiteState) -> str:
    if state.run is not None:
        return f": it has been running on {state.machine} since {state.started:%H:%M}"
    if state.locked:
        return ": another crawl of it is going on"
    return ""

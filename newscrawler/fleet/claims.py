"""Runs in the schedule: which sites are due, who crawls one, how it ended, which crawl is lost.

All times are the server's. A run has a number, and its end counts only while it is still the site's run: what
a worker says too late, because it was frozen or cut off, changes nothing.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sqlalchemy import text

from newscrawler.fleet.locks import HELD, machines_alive
from newscrawler.fleet.next_run import Course, Ending, next_run

if TYPE_CHECKING:
    from collections.abc import Collection
    from datetime import timedelta

    from sqlalchemy import Connection

    from newscrawler.fleet.policy import Policy

_TICK = text("""
UPDATE fleet_tick SET at = now() WHERE at < now() - :seconds * interval '1 second' OR at > now() RETURNING at
""")
_DUE = text(f"""
SELECT site, home, urgent, extract(epoch FROM now() - next_at) AS overdue
FROM fleet_site
WHERE run IS NULL AND paused IS NULL AND next_at <= now() AND lock_key NOT IN ({HELD})
ORDER BY urgent DESC, next_at
""")  # noqa: S608 - HELD is a constant
_CLAIM = text("""
WITH chosen AS (
    SELECT site FROM fleet_site
    WHERE site = :site AND run IS NULL AND paused IS NULL AND next_at <= now()
    FOR UPDATE SKIP LOCKED
), begun AS (
    INSERT INTO fleet_run (site, machine, started)
    SELECT site, :machine, now() FROM chosen RETURNING run, site
)
UPDATE fleet_site SET run = begun.run, machine = :machine, started = now(), locked_at = NULL, urgent = false
FROM begun WHERE fleet_site.site = begun.site
RETURNING fleet_site.run, fleet_site.site, fleet_site.spider, fleet_site.arguments
""")
_SEEN = text(f"UPDATE fleet_site SET locked_at = now() WHERE run IS NOT NULL AND lock_key IN ({HELD})")  # noqa: S608 - as above
_PATIENCE = 4
"""Times the grace: so long a crawl may start where a worker lives, which would say that it ended."""
_LOST = text(f"""
SELECT site, run, machine FROM fleet_site
WHERE run IS NOT NULL AND lock_key NOT IN ({HELD})
  AND now() > coalesce(
      locked_at + :lost_after * interval '1 second',
      started + :grace * CASE WHEN machine = ANY(:alive) THEN {_PATIENCE} ELSE 1 END * interval '1 second')
""")  # noqa: S608 - as above
_RUNNING = text("""
SELECT every, spread, failures, lost, extract(epoch FROM now() - started) AS elapsed,
       pg_postmaster_start_time() > started AS server_restarted
FROM fleet_site WHERE site = :site AND run = :run FOR UPDATE
""")
_FINISH = text("""
UPDATE fleet_site SET
    run = NULL, machine = NULL, ended = now(), last_code = :code, last_line = :line, failures = :failures,
    lost = :lost, next_at = now() + :delay * interval '1 second', paused = coalesce(paused, :paused),
    home = CASE WHEN :ending = 'good' THEN machine WHEN :ending IN ('lost', 'not started') THEN NULL
        ELSE home END
WHERE site = :site
""")
_ENTER = text("""
UPDATE fleet_run SET ended = now(), ending = :ending, code = :code, line = :line
WHERE run = :run AND ended IS NULL
""")
_FORGET = text("DELETE FROM fleet_run WHERE ended < now() - :kept")


@dataclass(frozen=True, slots=True)
class Due:
    """A site that is due and not running."""

    site: str
    home: str | None
    """The machine that had its last good run."""
    urgent: bool
    overdue: float
    """Seconds since it was due."""


@dataclass(frozen=True, slots=True)
class Claim:
    """The right to crawl a site once."""

    run: int
    site: str
    spider: str
    arguments: dict[str, str]


@dataclass(frozen=True, slots=True)
class Ended:
    """How a crawl ended."""

    ending: Ending
    code: int | None = None
    line: str | None = None
    """What it said last, on stderr."""


def take_tick(connection: Connection, policy: Policy) -> bool:
    """Tell whether it is this worker that looks after the schedule now: one does in each interval."""
    return connection.execute(_TICK, {"seconds": policy.poll * 0.9}).first() is not None


def due_sites(connection: Connection) -> list[Due]:
    """Return the sites that are due, the urgent ones first; not those that somebody is crawling."""
    return [
        Due(row.site, row.home, row.urgent, float(row.overdue)) for row in connection.execute(_DUE).fetchall()
    ]


def claim(connection: Connection, site: str, machine: str) -> Claim | None:
    """Begin a run of a site, unless it is running, paused, removed or not due any more."""
    row = connection.execute(_CLAIM, {"site": site, "machine": machine}).first()
    return Claim(row.run, row.site, row.spider, dict(row.arguments)) if row else None


def finish(connection: Connection, site: str, run: int, ended: Ended, policy: Policy) -> bool:
    """Enter how a run ended and when its site is due again.

    :return: whether it still was the site's run.
    """
    row = connection.execute(_RUNNING, {"site": site, "run": run}).first()
    ending = ended.ending
    values: dict[str, Any] = {"site": site, "run": run, "code": ended.code, "line": ended.line}
    if row is None:  # it was taken for lost, which is entered, or its site was removed
        connection.execute(_ENTER, {**values, "ending": ending.value})
        return False
    if ending in {Ending.FAILED, Ending.LOST} and row.server_restarted:
        ending = (
            Ending.DATABASE_AWAY
        )  # the crawl lost its lock with the server, which is not the site's fault
    course = Course(row.every, row.spread, float(row.elapsed), row.failures, row.lost)
    following = next_run(ending, course, policy, ended.line or "")
    values |= {
        "ending": ending.value,
        "failures": following.failures,
        "lost": following.lost,
        "delay": following.delay,
        "paused": following.paused,
    }
    connection.execute(_FINISH, values)
    connection.execute(_ENTER, values)
    return True


def end_lost_runs(connection: Connection, policy: Policy, own: Collection[int] = ()) -> list[str]:
    """End the runs whose crawl holds no lock, and has not for a while; return their sites.

    :param own: runs of this worker, which is about to say itself how they ended.
    """
    connection.execute(_SEEN)
    alive = sorted(machines_alive(connection))
    values = {"lost_after": policy.lost_after, "grace": policy.grace, "alive": alive}
    lost = [row for row in connection.execute(_LOST, values).fetchall() if row.run not in own]
    for row in lost:
        line = f"the crawl on {row.machine} ended without a word: killed, or its machine is gone"
        finish(connection, row.site, row.run, Ended(Ending.LOST, line=line), policy)
    return [row.site for row in lost]


def forget_runs(connection: Connection, kept: timedelta) -> None:
    """Forget runs that ended longer ago than this."""
    connection.execute(_FORGET, {"kept": kept})

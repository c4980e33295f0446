"""The schedule as an operator changes it: add, remove, pause, resume, now."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import text

from newscrawler.exceptions import WrongArgument
from newscrawler.ledger.site_lock import lock_number

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import timedelta

    from sqlalchemy import Connection

BY_OPERATOR = "by the operator"

# A site that is new is due at once, but within its spread; one whose interval changes is due by the new one.
_ADD = text("""
INSERT INTO fleet_site (site, spider, arguments, lock_key, every, spread, next_at)
VALUES (:site, :spider, CAST(:arguments AS jsonb), :lock_key, :every, :spread,
        now() + random() * :spread * interval '1 second')
ON CONFLICT (site) DO UPDATE SET
    spider = excluded.spider, arguments = excluded.arguments,
    every = excluded.every, spread = excluded.spread,
    next_at = CASE WHEN fleet_site.every = excluded.every THEN fleet_site.next_at
        ELSE least(fleet_site.next_at, now() + excluded.every * interval '1 second') END
RETURNING xmax = 0
""")
_REMOVE = text("DELETE FROM fleet_site WHERE site = ANY(:sites) RETURNING site")
_PAUSE = text(
    "UPDATE fleet_site SET paused = :why WHERE site = ANY(:sites) AND paused IS NULL RETURNING site"
)
_RESUME = text("""
UPDATE fleet_site SET paused = NULL, failures = 0, lost = 0,
    next_at = now() + random() * spread * interval '1 second'
WHERE site = ANY(:sites) AND paused IS NOT NULL RETURNING site
""")
_NOW = text("""
UPDATE fleet_site SET next_at = now(), urgent = true
WHERE site = ANY(:sites) AND run IS NULL AND paused IS NULL RETURNING site
""")
_ALL = text("SELECT site FROM fleet_site ORDER BY site")
_STATE = text("SELECT site, paused, run FROM fleet_site WHERE site = ANY(:sites)")


@dataclass(frozen=True, slots=True)
class PlannedSite:
    """A site that the fleet crawls."""

    site: str
    spider: str
    arguments: Mapping[str, str]
    every: timedelta
    spread: timedelta


def add(connection: Connection, sites: Iterable[PlannedSite]) -> int:
    """Add sites, or change those that are there; return how many are new."""
    new = 0
    for planned in sites:
        values = {
            "site": planned.site,
            "spider": planned.spider,
            "arguments": json.dumps(planned.arguments),
            "lock_key": lock_number(planned.site),
            "every": planned.every.total_seconds(),
            "spread": planned.spread.total_seconds(),
        }
        new += bool(connection.execute(_ADD, values).scalar())
    return new


def all_sites(connection: Connection) -> list[str]:
    """Return the names of all sites."""
    return list(connection.execute(_ALL).scalars())


def remove(connection: Connection, sites: Sequence[str]) -> list[str]:
    """Remove sites; a crawl that is going on ends by itself."""
    _check(connection, sites)
    return sorted(connection.execute(_REMOVE, {"sites": list(sites)}).scalars())


def pause(connection: Connection, sites: Sequence[str]) -> list[str]:
    """Start no more crawls of sites; return those that were not paused before."""
    _check(connection, sites)
    return sorted(connection.execute(_PAUSE, {"sites": list(sites), "why": BY_OPERATOR}).scalars())


def resume(connection: Connection, sites: Sequence[str]) -> list[str]:
    """Crawl paused sites again, with a clean record; return those that were paused."""
    _check(connection, sites)
    return sorted(connection.execute(_RESUME, {"sites": list(sites)}).scalars())


def start_now(connection: Connection, sites: Sequence[str]) -> list[str]:
    """Make sites due at once, whatever they wait for; return those that are neither paused nor running."""
    _check(connection, sites)
    return sorted(connection.execute(_NOW, {"sites": list(sites)}).scalars())


def _check(connection: Connection, sites: Sequence[str]) -> None:
    """Refuse names that are not in the schedule.

    :raises WrongArgument: one is not.
    """
    known = {row.site for row in connection.execute(_STATE, {"sites": list(sites)})}
    if missing := sorted(set(sites) - known):
        raise WrongArgument(f"not in the fleet: {', '.join(missing)}; scrapy fleet list shows what is")

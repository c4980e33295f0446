"""The fleet's tables in the ledger's PostgreSQL, and the steps from one version to the next."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import text

if TYPE_CHECKING:
    from sqlalchemy import Connection

_FIRST = """
CREATE TABLE fleet_site (
    site text PRIMARY KEY,
    spider text NOT NULL,
    arguments jsonb NOT NULL,            -- of the spider: what stands after -a
    lock_key bigint NOT NULL,            -- the advisory lock that a crawl of it holds
    every double precision NOT NULL,     -- seconds between two starts
    spread double precision NOT NULL,    -- at most so many seconds later, by chance
    paused text,                         -- why; null: it is not
    next_at timestamptz NOT NULL DEFAULT now(),
    urgent boolean NOT NULL DEFAULT false,
    run bigint,                          -- the one that is going on; the end of another counts nothing
    machine text,                        -- of that run
    home text,                           -- machine of the last good run
    started timestamptz,
    locked_at timestamptz,               -- when the lock of that run was seen last
    ended timestamptz,
    last_code integer,
    last_line text,
    failures integer NOT NULL DEFAULT 0, -- in a row
    lost integer NOT NULL DEFAULT 0      -- in a row
);
CREATE INDEX fleet_site_due ON fleet_site (next_at) WHERE run IS NULL AND paused IS NULL;
CREATE INDEX fleet_site_running ON fleet_site (run) WHERE run IS NOT NULL;
CREATE TABLE fleet_run (
    run bigserial PRIMARY KEY,
    site text NOT NULL,
    machine text NOT NULL,
    started timestamptz NOT NULL,
    ended timestamptz,
    ending text,
    code integer,
    line text
);
CREATE INDEX fleet_run_site ON fleet_run (site, run);
CREATE INDEX fleet_run_ended ON fleet_run (ended);
CREATE TABLE fleet_machine (
    machine text PRIMARY KEY,
    lock_key integer NOT NULL,           -- the advisory lock that its workers share
    draining boolean NOT NULL DEFAULT false
);
CREATE TABLE fleet_tick (at timestamptz NOT NULL);
INSERT INTO fleet_tick VALUES (now())
"""

_FOLDER = "ALTER TABLE fleet_machine ADD COLUMN folder text"  # id of the output folder that has its lines

STEPS: dict[int, str] = {1: _FIRST, 2: _FOLDER}
"""Version -> statements that make its tables from those of the version before."""

VERSION = max(STEPS)


def version_of(connection: Connection) -> int:
    """Return the version of the tables that are there; 0: none."""
    if connection.execute(text("SELECT to_regclass('fleet_version')")).scalar() is None:
        return 0
    return int(connection.execute(text("SELECT version FROM fleet_version")).scalar() or 0)


def migrate(connection: Connection) -> int:
    """Bring the tables to ``VERSION`` within the transaction of the caller; return the version before."""
    connection.execute(text("SELECT pg_advisory_xact_lock(hashtext('newscrawler fleet tables'))"))
    before = version_of(connection)
    if before == 0:
        connection.execute(text("CREATE TABLE fleet_version (version integer NOT NULL)"))
        connection.execute(text("INSERT INTO fleet_version VALUES (0)"))
    for step in range(before + 1, VERSION + 1):
        connection.exec_driver_sql(STEPS[step])
        connection.execute(text("UPDATE fleet_version SET version = :step"), {"step": step})
    return before

"""Advisory locks as signs of life: a crawl holds its site's, a worker its machine's; pg_locks shows them."""

from __future__ import annotations

from hashlib import blake2b
from typing import TYPE_CHECKING

from sqlalchemy import text

if TYPE_CHECKING:
    from sqlalchemy import Connection

_MACHINES = int.from_bytes(blake2b(b"newscrawler fleet machines", digest_size=4).digest(), signed=True)
"""The first number of every machine's lock."""

HELD = """
SELECT (classid::bigint << 32) | objid::bigint AS key
FROM pg_locks
WHERE locktype = 'advisory' AND granted AND objsubid = 1
  AND database = (SELECT oid FROM pg_database WHERE datname = current_database())
"""
"""Keys of the locks of sites that are held in this database; an ordinary role may read it."""

_MACHINES_ALIVE = text("""
SELECT machine FROM fleet_machine JOIN (
    SELECT objid::bigint AS key
    FROM pg_locks
    WHERE locktype = 'advisory' AND granted AND objsubid = 2
      AND classid::bigint = CAST(:machines AS bigint)
      AND database = (SELECT oid FROM pg_database WHERE datname = current_database())
) AS held ON held.key = (fleet_machine.lock_key::bigint & 4294967295)
GROUP BY machine
""")


HELD_BY_OTHERS = """
SELECT 1 FROM pg_locks
WHERE locktype = 'advisory' AND granted AND objsubid = 2 AND pid <> pg_backend_pid()
  AND classid::bigint = :class AND objid::bigint = :object
  AND database = (SELECT oid FROM pg_database WHERE datname = current_database())
"""
"""Whether other connections hold a machine's lock: ``unsigned`` names it."""


def unsigned(lock: dict[str, int]) -> dict[str, int]:
    """Return the two numbers of a machine's lock as pg_locks shows them."""
    return {"class": lock["group"] & 0xFFFFFFFF, "object": lock["key"] & 0xFFFFFFFF}


def machine_lock(machine: str) -> dict[str, int]:
    """Return the two numbers of the lock that the workers of a machine share."""
    key = int.from_bytes(blake2b(machine.encode(), digest_size=4).digest(), signed=True)
    return {"group": _MACHINES, "key": key}


def machines_alive(connection: Connection) -> set[str]:
    """Return the machines that have a worker."""
    return set(connection.execute(_MACHINES_ALIVE, {"machines": _MACHINES & 0xFFFFFFFF}).scalars())

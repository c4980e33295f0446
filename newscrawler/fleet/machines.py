"""The machines of a fleet: they are entered by their workers, and drained by an operator."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import text

from newscrawler.exceptions import WrongArgument
from newscrawler.fleet.locks import machine_lock

if TYPE_CHECKING:
    from sqlalchemy import Connection

_REGISTER = text("""
INSERT INTO fleet_machine (machine, lock_key) VALUES (:machine, :key) ON CONFLICT (machine) DO NOTHING
""")
_DRAINING = text("SELECT machine FROM fleet_machine WHERE draining")
_DRAIN = text("UPDATE fleet_machine SET draining = :wanted WHERE machine = :machine RETURNING machine")
_CRAWLS = text("SELECT count(*) FROM fleet_site WHERE machine = :machine AND run IS NOT NULL")
_NAMES = text("SELECT machine FROM fleet_machine ORDER BY machine")


def register(connection: Connection, machine: str) -> None:
    """Enter a machine, if it is new."""
    connection.execute(_REGISTER, {"machine": machine, "key": machine_lock(machine)["key"]})


def draining(connection: Connection) -> set[str]:
    """Return the machines that are to take no more sites."""
    return set(connection.execute(_DRAINING).scalars())


def drain(connection: Connection, machine: str, *, wanted: bool) -> None:
    """Let a machine take no more sites, or let it take them again.

    :raises WrongArgument: there is no such machine.
    """
    if connection.execute(_DRAIN, {"machine": machine, "wanted": wanted}).first() is None:
        known = ", ".join(connection.execute(_NAMES).scalars()) or "none has had a worker yet"
        raise WrongArgument(f"no machine {machine!r}; there are: {known}")


def crawls_on(connection: Connection, machine: str) -> int:
    """Return how many crawls are going on on a machine."""
    return int(connection.execute(_CRAWLS, {"machine": machine}).scalar() or 0)

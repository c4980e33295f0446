"""The machines of a fleet: they are entered by their workers, and drained by an operator."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import text

from newscrawler.exceptions import WrongArgument
from newscrawler.fleet.locks import HELD_BY_OTHERS, machine_lock, unsigned

if TYPE_CHECKING:
    from sqlalchemy import Connection

# The name goes to another folder (a new disk) when no worker is left that has it.
_REGISTER = text(f"""
INSERT INTO fleet_machine (machine, lock_key, folder) VALUES (:machine, :key, :folder)
ON CONFLICT (machine) DO UPDATE SET folder = excluded.folder
WHERE fleet_machine.folder IS NULL OR fleet_machine.folder = excluded.folder OR NOT EXISTS ({HELD_BY_OTHERS})
RETURNING machine
""")  # noqa: S608 - a constant
_FOLDER = text("SELECT folder FROM fleet_machine WHERE machine = :machine")
_DRAINING = text("SELECT machine FROM fleet_machine WHERE draining")
_DRAIN = text("UPDATE fleet_machine SET draining = :wanted WHERE machine = :machine RETURNING machine")
_CRAWLS = text("SELECT count(*) FROM fleet_site WHERE machine = :machine AND run IS NOT NULL")
_NAMES = text("SELECT machine FROM fleet_machine ORDER BY machine")


class NameTaken(WrongArgument):
    """Another machine has the name."""

    def __init__(self, machine: str) -> None:
        super().__init__(
            f"another machine with lines of its own works under the name {machine!r}: "
            "give each machine its own FLEET_MACHINE"
        )


def register(connection: Connection, machine: str, folder: str) -> None:
    """Enter a machine under its name.

    Two machines of one name would have files of one name, and what copies these to one place would lose some.

    :param folder: id of its output folder; workers of a machine, and machines that share a folder, have one.
    :raises NameTaken: workers of another folder have it.
    """
    lock = machine_lock(machine)
    values = {"machine": machine, "folder": folder, "key": lock["key"], **unsigned(lock)}
    if connection.execute(_REGISTER, values).first() is None:
        raise NameTaken(machine)


def has_name(connection: Connection, machine: str, folder: str) -> bool:
    """Tell whether a machine still has its name: another may take it while this one has no connection."""
    return connection.execute(_FOLDER, {"machine": machine}).scalar() == folder


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

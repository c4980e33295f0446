"""What an error of the database means: one line with the cause and what to do."""

from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING

from newscrawler.exceptions import OutputError

if TYPE_CHECKING:
    from pathlib import Path

_LOCK_NOT_AVAILABLE = "55P03"
_DISK_FULL = "53100"
_UNDEFINED = {"42P01", "42703"}  # table, column


OUT_OF_REACH = "start again when its server is there"
"""It stands in the line of a run that lost its PostgreSQL: so a fleet tells that from other failures."""


class DamagedLedger(OutputError):
    """The ledger's file is no sound database (any more). It can be made anew from the lines."""

    def __init__(self, message: str, path: Path | None) -> None:
        super().__init__(message)
        self.path = path


class OutOfReach(OutputError):
    """A PostgreSQL is stopped, unreachable, or has cut the connection. It may be there again soon."""


def explain(
    error: BaseException | None, name: str, path: Path | None, *, cut_off: bool = False
) -> OutputError:
    """Return the driver's error as this project's.

    :param name: that of the ledger, for the message.
    :param path: its SQLite file, None for PostgreSQL.
    :param cut_off: the connection is gone.
    """
    cause = " ".join(str(error).split())
    return (
        _of_sqlite(error, cause, name, path) if path else _of_postgresql(error, cause, name, cut_off=cut_off)
    )


def _of_sqlite(error: BaseException | None, cause: str, name: str, path: Path) -> OutputError:
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF
    if code in {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB} or _lacks_tables(cause):
        return DamagedLedger(f"the ledger {name} is damaged: {cause}", path)
    if code in {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED}:
        return _locked(name)
    if code == sqlite3.SQLITE_FULL:
        return OutputError(f"the ledger {name} cannot grow: make room on the disk")
    return OutputError(f"the ledger {name} cannot be used: {cause}")


def _of_postgresql(error: BaseException | None, cause: str, name: str, *, cut_off: bool) -> OutputError:
    state = getattr(error, "sqlstate", None)
    if cut_off or cause.startswith("connection failed"):
        return OutOfReach(f"the ledger {name} is out of reach ({cause}): {OUT_OF_REACH}")
    if state == _LOCK_NOT_AVAILABLE:
        return _locked(name)
    if state == _DISK_FULL:
        return OutputError(f"the ledger {name} cannot grow ({cause}): make room on its server's disk")
    if state in _UNDEFINED:
        return OutputError(f"the ledger {name} has lost tables ({cause}): start again, they are made anew")
    return OutputError(f"the ledger {name} cannot be used: {cause}")


def _locked(name: str) -> OutputError:
    return OutputError(f"the ledger {name} is held locked by another process: end that one")


def _lacks_tables(cause: str) -> bool:
    return cause.startswith(("no such table", "no such column"))

"""SQLite as a target: instants and lists are text there, JSON is text that its JSON functions read."""

from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING, Any, ClassVar

from newscrawler.exports.columns import NAMES
from newscrawler.exports.database import cannot_use
from newscrawler.exports.tables import BATCH, TYPES, batch_sql
from newscrawler.exports.values import as_text

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from newscrawler.exports.columns import Kind
    from newscrawler.exports.row import Row

_KINDS: frozenset[Kind] = frozenset({"instant", "list", "json"})
_WAIT = 60
"""Seconds that another program may hold the file locked."""


class SqliteDriver:
    """The connection to a SQLite file."""

    types: ClassVar[Mapping[Kind, str]] = TYPES["sqlite"]
    begin: ClassVar[str] = "BEGIN IMMEDIATE"
    is_indexed: ClassVar[bool] = True
    errors: tuple[type[Exception], ...] = (sqlite3.Error,)

    def __init__(self, path: Path) -> None:
        self.name = str(path)
        try:
            self._connection = sqlite3.connect(path, timeout=_WAIT, isolation_level=None)
        except sqlite3.Error as error:
            raise cannot_use(self.name, error) from error
        try:
            self._connection.execute("PRAGMA temp_store=FILE")
            self._connection.execute(batch_sql(self.types))
        except sqlite3.Error as error:
            self._connection.close()
            raise cannot_use(self.name, error) from error

    def execute(self, sql: str, parameters: Sequence[Any] = ()) -> list[Any]:
        """Run a statement and return its rows."""
        return self._connection.execute(sql, parameters).fetchall()

    def change(self, sql: str) -> int:
        """Run a statement; return how many rows it changed."""
        return self._connection.execute(sql).rowcount

    def names(self, table: str) -> list[str]:
        """Return the columns of a table."""
        return [row[1] for row in self._connection.execute(f"PRAGMA table_info({table})")]

    def load(self, rows: Sequence[Row]) -> None:
        """Put rows into the table for a batch."""
        marks = ", ".join("?" * len(NAMES))
        self._connection.execute(f"DELETE FROM {BATCH}")  # noqa: S608 - a name of our own
        insert = f"INSERT INTO {BATCH} VALUES ({marks})"  # noqa: S608 - a name of our own
        self._connection.executemany(insert, [as_text(row, _KINDS) for row in rows])

    def close(self) -> None:
        """Close the file."""
        self._connection.close()

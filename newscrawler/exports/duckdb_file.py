"""DuckDB as a target: batches come as Arrow tables; the file has no index, so that memory stays bounded."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

import duckdb

from newscrawler.exports.arrow import table_of
from newscrawler.exports.database import cannot_use
from newscrawler.exports.tables import BATCH, TYPES

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from newscrawler.exports.columns import Kind
    from newscrawler.exports.row import Row

_OPTIONS: dict[str, str | bool | int | float | list[str]] = {
    "memory_limit": "128MB",
    "threads": "1",
    "preserve_insertion_order": "true",
}
"""DuckDB takes four fifths of a machine's memory otherwise. The limit is of its buffers alone; what it takes
beside them, to compress what it brings to the disk, grows with the limit and the threads."""


class DuckdbDriver:
    """The connection to a DuckDB file."""

    types: ClassVar[Mapping[Kind, str]] = TYPES["duckdb"]
    begin: ClassVar[str] = "BEGIN"
    is_indexed: ClassVar[bool] = False
    errors: tuple[type[Exception], ...] = (duckdb.Error,)

    def __init__(self, path: Path) -> None:
        self.name = str(path)
        try:
            self._connection = duckdb.connect(str(path), config=_OPTIONS)
        except duckdb.Error as error:
            raise cannot_use(self.name, error) from error

    def execute(self, sql: str, parameters: Sequence[Any] = ()) -> list[Any]:
        """Run a statement and return its rows."""
        return self._connection.execute(sql, parameters or None).fetchall()

    def change(self, sql: str) -> int:
        """Run a statement; return how many rows it changed."""
        ((count,),) = self.execute(sql)
        return int(count)

    def names(self, table: str) -> list[str]:
        """Return the columns of a table."""
        return [row[0] for row in self.execute(f"DESCRIBE {table}")]

    def load(self, rows: Sequence[Row]) -> None:
        """Let the rows stand for the table of the batch."""
        self._connection.register(BATCH, table_of(rows))

    def close(self) -> None:
        """Close the file."""
        self._connection.close()

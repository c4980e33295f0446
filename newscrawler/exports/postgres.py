"""PostgreSQL as a target: rows come by COPY into a temporary table, and are merged from there."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

import psycopg

from newscrawler.exports.database import cannot_use
from newscrawler.exports.tables import BATCH, TYPES, batch_sql
from newscrawler.exports.values import as_text
from newscrawler.text.printable import masked

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from newscrawler.exports.columns import Kind
    from newscrawler.exports.row import Row

_KINDS: frozenset[Kind] = frozenset({"list", "json"})


class PostgresDriver:
    """The connection to a PostgreSQL.

    :param url: as libpq takes it, or as SQLAlchemy writes it (``postgresql+psycopg://``).
    """

    types: ClassVar[Mapping[Kind, str]] = TYPES["postgres"]
    begin: ClassVar[str] = "BEGIN; SELECT pg_advisory_xact_lock(hashtext('newscrawler export'))"
    is_indexed: ClassVar[bool] = True
    errors: tuple[type[Exception], ...] = (psycopg.Error,)

    def __init__(self, url: str) -> None:
        self.name = masked(url)
        try:
            self._connection = psycopg.connect(
                url.replace("postgresql+psycopg://", "postgresql://", 1), autocommit=True, connect_timeout=20
            )
            self._connection.execute("SET client_min_messages = warning")
            self._connection.execute(batch_sql(self.types))
        except psycopg.Error as error:
            raise cannot_use(self.name, error) from error

    def execute(self, sql: str, parameters: Sequence[Any] = ()) -> list[Any]:
        """Run a statement and return its rows."""
        query: Any = sql.replace("?", "%s") if parameters else sql
        cursor = self._connection.execute(query, parameters or None)
        return cursor.fetchall() if cursor.description else []

    def change(self, sql: str) -> int:
        """Run a statement; return how many rows it changed."""
        query: Any = sql
        return self._connection.execute(query).rowcount

    def names(self, table: str) -> list[str]:
        """Return the columns of a table, which no other export merges into until the transaction ends."""
        query: Any = f"SELECT * FROM {table} LIMIT 0"  # noqa: S608 - a name of our own
        return [column.name for column in self._connection.execute(query).description or ()]

    def load(self, rows: Sequence[Row]) -> None:
        """Put rows into the table for a batch."""
        self._connection.execute(f"TRUNCATE {BATCH}")
        with self._connection.cursor() as cursor, cursor.copy(f"COPY {BATCH} FROM STDIN") as copy:
            for row in rows:
                copy.write_row(as_text(row, _KINDS))

    def close(self) -> None:
        """Close the connection."""
        self._connection.close()

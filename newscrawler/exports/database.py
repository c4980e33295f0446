"""A database as a target: each batch in one transaction, with its position; each key once."""

from __future__ import annotations

from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, Any, ClassVar, Protocol

from newscrawler.exceptions import OutputError
from newscrawler.exports.columns import NAMES
from newscrawler.exports.positions import Day, Position
from newscrawler.exports.tables import (
    LOAD_POSITIONS,
    OURS,
    POSITION_TABLE,
    SAVE_POSITION,
    column_sql,
    delete_older_sql,
    insert_sql,
    table_name,
    table_sql,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from newscrawler.exports.columns import Kind
    from newscrawler.exports.positions import Positions
    from newscrawler.exports.row import Row


class Driver(Protocol):
    """What differs between the databases."""

    name: str
    """For messages; without password."""
    types: ClassVar[Mapping[Kind, str]]
    begin: ClassVar[str]
    is_indexed: ClassVar[bool]
    errors: tuple[type[Exception], ...]

    def execute(self, sql: str, parameters: Sequence[Any] = ()) -> list[Any]:
        """Run a statement with ``?`` for each parameter; return its rows, none if it has none."""
        ...

    def change(self, sql: str) -> int:
        """Run a statement; return how many rows it changed."""
        ...

    def names(self, table: str) -> list[str]:
        """Return the columns of a table."""
        ...

    def load(self, rows: Sequence[Row]) -> None:
        """Put rows into the table for a batch, instead of those that it had."""
        ...

    def close(self) -> None:
        """Give the connection back."""
        ...


class Database:
    """Merge batches into the table of all revisions, or of the latest ones.

    :param reader: whose positions are used; empty: none, all lines are read.
    """

    def __init__(self, driver: Driver, reader: str, *, latest: bool) -> None:
        self._driver = driver
        self._reader = reader
        self._latest = latest
        try:
            with self._transaction():
                self._prepare()
        except BaseException:
            driver.close()
            raise

    def _prepare(self) -> None:
        driver, table = self._driver, table_name(latest=self._latest)
        driver.execute(table_sql(driver.types, latest=self._latest, is_indexed=driver.is_indexed))
        driver.execute(POSITION_TABLE)
        there = driver.names(table)
        if not set(there) >= OURS:
            raise OutputError(
                f"the table {table} of {driver.name} is none of ours: rename it, or name another database"
            )
        for name in NAMES:
            if name not in there:  # made by an earlier version
                driver.execute(f"ALTER TABLE {table} ADD COLUMN {column_sql(name, driver.types)}")

    def positions(self) -> Positions:
        """Return how far the lines were read."""
        if not self._reader:
            return {}
        with self._errors():
            rows = self._driver.execute(LOAD_POSITIONS, (self._reader,))
        return {Day(site, day): Position(offset, stamp) for site, day, offset, stamp in rows}

    def write(self, rows: Sequence[Row], positions: Positions) -> int:
        """Merge the rows and commit how far the lines were read, in one transaction."""
        driver = self._driver
        with self._transaction():
            written = 0
            if rows:
                driver.load(once(rows, latest=self._latest))
                if self._latest:
                    driver.change(delete_older_sql())
                written = driver.change(insert_sql(latest=self._latest))
            for at, to in positions.items() if self._reader else ():
                driver.execute(SAVE_POSITION, (self._reader, at.site, at.day, to.offset, to.stamp))
        return written

    def finish(self) -> None:
        """Close the database."""
        self.abandon()

    def abandon(self) -> None:
        """Close the database; what was committed stays."""
        self._driver.close()

    @contextmanager
    def _transaction(self) -> Iterator[None]:
        with self._errors():
            self._driver.execute(self._driver.begin)
            try:
                yield
                self._driver.execute("COMMIT")
            except BaseException:
                with suppress(*self._driver.errors):  # a database that is gone rolls back by itself
                    self._driver.execute("ROLLBACK")
                raise

    @contextmanager
    def _errors(self) -> Iterator[None]:
        try:
            yield
        except self._driver.errors as error:
            raise cannot_use(self._driver.name, error) from error


def once(rows: Sequence[Row], *, latest: bool) -> list[Row]:
    """Return the rows, one for each key: the first of a revision, of revisions the last."""
    found: dict[Any, Row] = {}
    for row in rows:
        key = row[_ID] if latest else (row[_ID], row[_REVISION])
        known = found.get(key)
        if known is None or known[_REVISION] < row[_REVISION]:
            found[key] = row
    return list(found.values())


_ID, _REVISION = NAMES.index("id"), NAMES.index("revision")


def cannot_use(name: str, error: Exception) -> OutputError:
    """Return a driver's error as one line with its remedy."""
    cause = " ".join(str(error).split())[:300]
    return OutputError(
        f"cannot use the database {name}: {cause}; mend that and start again: nothing comes twice"
    )

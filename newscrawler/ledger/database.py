"""The ledger's database: SQLite beside the lines, or PostgreSQL; one connection, explicit transactions."""

from __future__ import annotations

import os
import sqlite3
import weakref
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sqlalchemy import create_engine, delete, inspect, select
from sqlalchemy.engine import make_url
from sqlalchemy.exc import (
    ArgumentError,
    DBAPIError,
    NoSuchModuleError,
    PendingRollbackError,
    ResourceClosedError,
)
from sqlalchemy.pool import NullPool

from newscrawler.exceptions import OutputError, WrongArgument
from newscrawler.ledger import tables
from newscrawler.ledger.failures import DamagedLedger, explain
from newscrawler.ledger.pooler import refuse_shared_sessions
from newscrawler.text.printable import masked

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from sqlalchemy import Connection, Engine, Executable, Table

CHECKED_WHOLE = 64 * 1024 * 1024
"""SQLite files up to this size are checked whole at the start: 0.1 s. Of larger ones each page, when used."""

NETWORK = {
    "keepalives_idle": 20,
    "keepalives_interval": 5,
    "keepalives_count": 5,
    "tcp_user_timeout": 45_000,
}
"""libpq's: a server that is cut off is noticed in 45 seconds, not in hours."""

_SESSION = "SELECT " + ", ".join(
    f"set_config('{name}', '{value}', false)"
    for name, value in (
        # The same from the other side: the sites of a machine stay locked until the server notices it is
        # gone.
        ("tcp_keepalives_idle", "20"),
        ("tcp_keepalives_interval", "5"),
        ("tcp_keepalives_count", "5"),
        ("tcp_user_timeout", "45s"),
        ("lock_timeout", "{wait}ms"),
    )
)


class Database:
    """One connection to the ledger for a whole run.

    It is in autocommit mode: a read is a snapshot of its own. What belongs together stands in
    ``transaction()``. On PostgreSQL the lock of the site lives on this connection, so a run that loses it can
    commit no more.
    """

    def __init__(self, engine: Engine, name: str, path: Path | None) -> None:
        self.name = name
        """For messages; without password."""
        self.path = path
        """The SQLite file, None for PostgreSQL."""
        self._end: OutputError | None = None
        """Why it can be used no more."""
        with self._errors():
            self.connection: Connection = engine.connect().execution_options(isolation_level="AUTOCOMMIT")
        weakref.finalize(self, self.connection.close)
        self._insert = _insert_of(engine.name)
        self._upserts: dict[tuple[str, tuple[str, ...], str | None], Executable] = {}

    @classmethod
    def open(cls, url: str, default_path: Path, wait: float) -> Database:
        """Open the database, make or migrate its tables.

        :param url: SQLAlchemy's URL of the database, or empty for SQLite at ``default_path``.
        :param wait: how many seconds another process may hold it locked.
        :raises DamagedLedger: the SQLite file is none, or broken.
        :raises OutputError: the database cannot be used.
        :raises WrongArgument: the URL is none, or leads to a pooler that keeps no sessions.
        """
        database = cls.connect(url, default_path, wait)
        try:
            with database._errors():  # all runs but the first of a PostgreSQL need no lock of its tables
                is_ready = not database.path and tables.are_current(database.connection)
            if not is_ready:
                database._prepare()
        except BaseException:
            database.close()
            raise
        return database

    @classmethod
    def connect(cls, url: str, default_path: Path, wait: float) -> Database:
        """Open the database as it is; the parameters and exceptions are those of ``open``."""
        try:
            database_url = make_url(url or f"sqlite:///{default_path.absolute()}")
            is_sqlite = database_url.get_backend_name() == "sqlite"
            if not is_sqlite and database_url.get_backend_name() != "postgresql":
                raise ArgumentError(database_url.get_backend_name())
            options = (
                {"timeout": wait, "check_same_thread": False}
                if is_sqlite
                else {"connect_timeout": max(2, int(wait)), **NETWORK}
            )
            engine = create_engine(database_url, poolclass=NullPool, connect_args=options)
        except (ArgumentError, NoSuchModuleError, ImportError, ValueError) as error:
            msg = (
                f"LEDGER_URL is not usable ({masked(str(error))}): "
                "give postgresql+psycopg://user@host/name or leave it empty"
            )
            raise WrongArgument(msg) from error
        path = Path(database_url.database or default_path) if is_sqlite else None
        database = cls(
            engine, str(path) if path else masked(database_url.render_as_string(hide_password=True)), path
        )
        if not path:
            try:
                with database._errors():
                    database.connection.exec_driver_sql(_SESSION.format(wait=int(wait * 1000)))
                    refuse_shared_sessions(database.connection, engine)
            except BaseException:
                database.close()
                raise
        return database

    def _prepare(self) -> None:
        if self.path:
            with self._errors():
                self.connection.exec_driver_sql("PRAGMA journal_mode=WAL")
                # NORMAL cannot damage a WAL file. When the power fails it may lose the last commits. Their
                # lines are on the disk (they were synced before) beyond the committed offset, and are adopted
                # again.
                self.connection.exec_driver_sql("PRAGMA synchronous=NORMAL")
            self._check_file()
        with self.transaction() as connection:
            if not self.path:  # two first runs of two sites at once
                connection.exec_driver_sql(
                    "SELECT pg_advisory_xact_lock(hashtext('newscrawler ledger tables'))"
                )
            names = set(inspect(connection).get_table_names())
            if tables.version_table.name not in names:
                if names and self.path:
                    msg = f"{self.name} is a database, but no ledger"
                    raise DamagedLedger(msg, self.path)
                self._make_tables(connection)
                connection.execute(tables.version_table.insert().values(version=tables.VERSION))
                return
            version = connection.execute(select(tables.version_table.c.version)).scalar()
            if version is None:
                msg = f"the ledger {self.name} has lost its version"
                raise DamagedLedger(msg, self.path)
            if version > tables.VERSION:
                msg = (
                    f"the ledger {self.name} was made by a later newscrawler (tables {version}): "
                    "update newscrawler"
                )
                raise OutputError(msg)
            for step in range(version + 1, tables.VERSION + 1):
                tables.MIGRATIONS[step](connection)
                connection.execute(tables.version_table.update().values(version=step))
            if version == tables.VERSION and not names.issuperset(tables.metadata.tables):
                if self.path:
                    msg = f"the ledger {self.name} has lost tables"
                    raise DamagedLedger(msg, self.path)
                self._make_tables(connection)

    def _make_tables(self, connection: Connection) -> None:
        tables.create(connection)
        # where some were there: all lines are read again
        connection.execute(delete(tables.day_file_table))

    def _check_file(self) -> None:
        assert self.path
        with self._errors():
            self.connection.exec_driver_sql("PRAGMA wal_checkpoint(PASSIVE)")
            if self.path.stat().st_size <= CHECKED_WHOLE:
                verdict = self.connection.exec_driver_sql("PRAGMA quick_check(1)").scalar()
                if verdict != "ok":
                    msg = f"the ledger {self.name} is damaged ({verdict})"
                    raise DamagedLedger(msg, self.path)

    @contextmanager
    def transaction(self) -> Iterator[Connection]:
        """Commit all that is done inside, or nothing."""
        with self._errors():
            # IMMEDIATE: wait for another writer now, instead of failing in the middle
            self.connection.exec_driver_sql("BEGIN IMMEDIATE" if self.path else "BEGIN")
            try:
                yield self.connection
                self.connection.exec_driver_sql("COMMIT")
            except BaseException:
                with suppress(DBAPIError, PendingRollbackError, ResourceClosedError):
                    self.connection.exec_driver_sql("ROLLBACK")
                raise

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """Read; the database's errors become this project's."""
        with self._errors():
            yield self.connection

    def check(self) -> None:
        """Raise ``OutputError`` if a PostgreSQL is out of reach, and the lock of the site with it."""
        if not self.path:
            with self.reading() as connection:
                connection.exec_driver_sql("SELECT 1")

    def upsert(
        self,
        connection: Connection,
        table: Table,
        rows: Sequence[dict[str, Any]],
        *,
        keep: Sequence[str] = (),
        unless_older: str | None = None,
    ) -> None:
        """Insert the rows or replace those with the same primary key.

        :param keep: columns that stay as they are in a row that exists.
        :param unless_older: a column that may not shrink: a row with a smaller value changes nothing.
        """
        if not rows:
            return
        which = (table.name, tuple(keep), unless_older)
        if which not in self._upserts:
            self._upserts[which] = self._upsert(table, keep, unless_older)
        connection.execute(self._upserts[which], rows)  # a list: compiled once, whatever its length

    def _upsert(self, table: Table, keep: Sequence[str], unless_older: str | None) -> Executable:
        keys = [column.name for column in table.primary_key]
        statement: Any = self._insert(table)
        new = statement.excluded
        upsert: Executable = statement.on_conflict_do_update(
            index_elements=keys,
            set_={c.name: new[c.name] for c in table.columns if c.name not in {*keys, *keep}},
            where=None if unless_older is None else table.c[unless_older] <= new[unless_older],
        )
        return upsert

    def close(self) -> None:
        """Give the connection back; what was locked on it is free."""
        with suppress(DBAPIError):
            self.connection.close()

    def move_aside(self) -> Path | None:
        """Close a damaged SQLite file and rename it, so that the next opening makes a new one.

        :return: its new name, None for PostgreSQL.
        """
        self.close()
        return move_aside(self.path) if self.path else None

    @contextmanager
    def _errors(self) -> Iterator[None]:
        """Make the database's errors this project's. After one, each further question fails with the same.

        The run ends then, and the pages under way need not wait for a lock each. A connection that is cut off
        must not be made anew: the lock of the site has gone with it.
        """
        if self._end:
            raise OutputError(str(self._end))
        try:
            yield
        except DBAPIError as error:
            cut_off = error.connection_invalidated
            self._end = explain(error.orig, self.name, self.path, cut_off=cut_off)
            raise self._end from error
        except sqlite3.Error as error:  # from ``quick``
            self._end = explain(error, self.name, self.path)
            raise self._end from error
        except (PendingRollbackError, ResourceClosedError) as error:  # a connection that is closed
            raise explain(error, self.name, self.path, cut_off=True) from error


def _insert_of(dialect: str) -> Callable[[Table], Any]:
    """Return the INSERT that knows ON CONFLICT; each database's is loaded where it is used: 2 MB."""
    if dialect == "sqlite":
        from sqlalchemy.dialects.sqlite import insert  # noqa: PLC0415
    else:
        from sqlalchemy.dialects.postgresql import insert  # type: ignore[assignment] # noqa: PLC0415
    return insert


def move_aside(path: Path) -> Path:
    """Rename a damaged SQLite file with its companions; return the new name."""
    aside = path.with_name(f"{path.name}.damaged-{datetime.now(UTC):%Y%m%dT%H%M%S}-{os.getpid()}")
    for suffix in ("", "-wal", "-shm"):
        with suppress(FileNotFoundError):
            path.with_name(path.name + suffix).rename(aside.with_name(aside.name + suffix))
    return aside

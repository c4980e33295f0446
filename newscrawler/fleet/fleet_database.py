"""The fleet's connection to PostgreSQL: it is made anew when it was cut, and refuses what cannot work."""

from __future__ import annotations

from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import text
from sqlalchemy.engine import make_url

from newscrawler.exceptions import OutputError, WrongArgument
from newscrawler.fleet import tables
from newscrawler.fleet.locks import machine_lock
from newscrawler.ledger.database import Database

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy import Connection

WAIT = 5.0
"""Seconds for a connection."""

_SESSION = text(
    "SELECT set_config('statement_timeout', '30s', false), set_config('timezone', 'UTC', false),"
    # A worker that is frozen within a transaction does not hold its rows for ever, and who needs one of them
    # waits for longer than that.
    " set_config('idle_in_transaction_session_timeout', '15s', false),"
    " set_config('lock_timeout', '20s', false)"
)
_LOCK_MACHINE = text("SELECT pg_advisory_lock_shared(:group, :key)")


class FleetDatabase:
    """One connection to the ledger's PostgreSQL.

    :param url: ``LEDGER_URL``.
    :param machine: name of the machine whose worker holds the connection; None for a command.
    :raises WrongArgument: the URL names no PostgreSQL.
    """

    def __init__(self, url: str, machine: str | None = None) -> None:
        if not url.startswith("postgresql"):
            given = "it is empty" if not url else "it names another database"
            raise WrongArgument(
                f"a fleet needs a PostgreSQL, and LEDGER_URL names none ({given}): "
                "set LEDGER_URL=postgresql+psycopg://user@host/name"
            )
        self.url = url
        self._machine = machine
        self._database: Database | None = None

    @property
    def conninfo(self) -> str:
        """The same database, as libpq is told of it."""
        return make_url(self.url).set(drivername="postgresql").render_as_string(hide_password=False)

    @contextmanager
    def transaction(self) -> Iterator[Connection]:
        """Commit all that is done inside, or nothing. After an error the next one gets a new connection.

        :raises OutOfReach: the server is away.
        :raises OutputError: it cannot be used.
        """
        database = self._database or self._open()
        try:
            with database.transaction() as connection:
                yield connection
        except OutputError:
            self.close()
            raise

    def _open(self) -> Database:
        database = Database.connect(self.url, Path(), WAIT)
        try:
            with database.reading() as connection:
                connection.execute(_SESSION)
                if self._machine:
                    connection.execute(_LOCK_MACHINE, machine_lock(self._machine))
        except BaseException:
            database.close()
            raise
        self._database = database
        return database

    def close(self) -> None:
        """Give the connection back, and what is locked on it."""
        if self._database is not None:
            self._database.close()
            self._database = None

    def check(self) -> None:
        """Refuse a database without the fleet's tables.

        :raises WrongArgument: with what to do.
        """
        with self.transaction() as connection:
            version = tables.version_of(connection)
        if version != tables.VERSION:
            why = "has no tables of a fleet" if version == 0 else f"has the fleet's tables {version}"
            remedy = "update newscrawler" if version > tables.VERSION else "run scrapy fleet init"
            raise WrongArgument(f"the database of LEDGER_URL {why}: {remedy}")

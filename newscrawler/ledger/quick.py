"""Quick: the few questions that are asked for every article, without what SQLAlchemy does for each statement."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlalchemy import Connection


def rows_of(connection: Connection, statement: str, parameters: Sequence[Any]) -> Sequence[Sequence[Any]]:
    """Return the rows of a SELECT in which ``?`` stands for each parameter, as the driver gives them.

    SQLite's driver is asked directly: a look-up takes it microseconds, and SQLAlchemy ten times as long to hand over.
    Raises the driver's errors; ask within ``Database.reading``.
    """
    if connection.dialect.name == "sqlite":
        driver: Any = connection.connection.driver_connection
        rows: Sequence[Sequence[Any]] = driver.execute(statement, parameters).fetchall()
        return rows
    return connection.exec_driver_sql(statement.replace("?", "%s"), tuple(parameters)).fetchall()

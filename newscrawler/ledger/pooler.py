"""Poolers: one that lends a session of the server to several clients would let two crawls hold one lock."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newscrawler.exceptions import WrongArgument

if TYPE_CHECKING:
    from sqlalchemy import Connection, Engine

_TRIES = 3
"""With other clients at work, one look may meet two sessions by chance."""
_BACKEND = "SELECT pg_backend_pid()"


def refuse_shared_sessions(connection: Connection, engine: Engine) -> None:
    """Refuse a pooler that keeps no session for each client: locks would not end with their crawl.

    A server tells its client the number of its process, a pooler another one. Only then is a second
    connection made, to see whether it is lent the session of the first.

    :param connection: in autocommit mode.
    :param engine: which made it.
    :raises WrongArgument: the sessions are shared.
    """
    told = getattr(getattr(connection.connection.driver_connection, "info", None), "backend_pid", None)
    mine = connection.exec_driver_sql(_BACKEND).scalar()
    if mine == told:
        return
    with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as other:
        for _ in range(_TRIES):
            other.exec_driver_sql("BEGIN")  # a session that is lent is its own until the end of this
            is_mine = other.exec_driver_sql(_BACKEND).scalar() == mine
            # if it is, asking on the first connection would wait for the second one for ever
            is_shared = is_mine or connection.exec_driver_sql(_BACKEND).scalar() != mine
            other.exec_driver_sql("ROLLBACK")
            if is_shared:
                raise WrongArgument(
                    "LEDGER_URL leads to a pooler that shares one session among several (PgBouncer: "
                    "pool_mode=transaction): set pool_mode=session, or name the server itself"
                )

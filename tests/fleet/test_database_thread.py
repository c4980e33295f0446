"""The fleet's database in a thread: who is cancelled waits for what the thread does."""

from __future__ import annotations

import asyncio
import time
from contextlib import suppress
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import text

from newscrawler.fleet.database_thread import DatabaseThread
from newscrawler.fleet.fleet_database import FleetDatabase

if TYPE_CHECKING:
    from sqlalchemy import Connection

pytestmark = pytest.mark.fleet


async def test_a_connection_is_not_closed_under_what_works_on_it(postgres_database: str) -> None:
    database = DatabaseThread(FleetDatabase(postgres_database))
    await database.run(lambda connection: connection.execute(text("CREATE TABLE done (at timestamptz)")))
    ended: list[float] = []

    def work(connection: Connection) -> None:
        connection.execute(text("SELECT pg_sleep(0.5)"))
        connection.execute(text("INSERT INTO done VALUES (now())"))
        ended.append(time.monotonic())

    working = asyncio.create_task(database.run(work))
    await asyncio.sleep(0.2)
    working.cancel()
    with suppress(asyncio.CancelledError):
        await working
    assert ended, "the thread had its connection to the end"
    assert await database.run(lambda connection: connection.execute(text("TABLE done")).all())
    database.close()

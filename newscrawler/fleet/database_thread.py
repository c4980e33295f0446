"""The fleet's database from asynchronous code: one piece of work at a time, each in a thread."""

from __future__ import annotations

import asyncio
import logging
from typing import TYPE_CHECKING, Any, TypeVar

from newscrawler.exceptions import OutputError

if TYPE_CHECKING:
    from collections.abc import Callable, Coroutine

    from sqlalchemy import Connection

    from newscrawler.fleet.fleet_database import FleetDatabase

logger = logging.getLogger(__name__)

T = TypeVar("T")

_PAUSE = 1.0
"""Seconds between two tries, while the database is away."""


class DatabaseThread:
    """Work in transactions while other things go on."""

    def __init__(self, database: FleetDatabase) -> None:
        self._database = database
        self._turn = asyncio.Lock()
        self._is_away = False

    async def run(self, work: Callable[[Connection], T]) -> T:
        """Do work in one transaction; who is cancelled meanwhile waits for its end.

        :raises OutputError: the database is away, or cannot be used.
        """

        def transact() -> T:
            with self._database.transaction() as connection:
                return work(connection)

        async with self._turn:
            try:
                result = await _finished(asyncio.to_thread(transact))
            except OutputError as error:
                self.say_away(error)
                raise
        self._is_away = False
        return result

    async def insist(self, work: Callable[[Connection], T], give_up: Callable[[], bool]) -> T | None:
        """Do work in one transaction, as soon as the database is there; return None if it was given up."""
        while True:
            try:
                return await self.run(work)
            except OutputError:
                if give_up():
                    return None
                await asyncio.sleep(_PAUSE)

    def say_away(self, error: OutputError) -> None:
        """Log that the database is away, one time until it is there again."""
        if not self._is_away:
            logger.warning("%s", error)
        self._is_away = True

    def close(self) -> None:
        """Give the connection back, and what is locked on it."""
        self._database.close()


async def _finished(work: Coroutine[Any, Any, T]) -> T:
    """Wait for work in a thread, to its end also when the waiting is cancelled.

    The thread goes on, and nobody else may use its connection: one that is closed under it lets it wait for
    ever, and the process with it.
    """
    doing = asyncio.ensure_future(work)
    try:
        return await asyncio.shield(doing)
    except asyncio.CancelledError:
        await asyncio.gather(doing, return_exceptions=True)
        raise

"""The watch over the schedule: lost crawls are ended, due sites queued; the workers do it in turn."""

from __future__ import annotations

import asyncio
import logging
import random
from dataclasses import dataclass
from typing import TYPE_CHECKING

from newscrawler.exceptions import OutputError
from newscrawler.fleet import claims, machines
from newscrawler.fleet.dispatch import dispatch
from newscrawler.fleet.locks import machines_alive

if TYPE_CHECKING:
    from collections.abc import Callable, Collection

    from sqlalchemy import Connection

    from newscrawler.fleet.claims import Due
    from newscrawler.fleet.database_thread import DatabaseThread
    from newscrawler.fleet.policy import Policy
    from newscrawler.fleet.queue import Queue

logger = logging.getLogger(__name__)

_TIDY_EVERY = 600.0
"""Seconds between two clearings of what is of no use any more."""


@dataclass(frozen=True, slots=True)
class _Seen:
    """What a look at the schedule shows."""

    has_name: bool
    is_draining: bool
    is_mine: bool
    """It was this worker's turn; what follows is empty otherwise."""
    lost: tuple[str, ...] = ()
    due: tuple[Due, ...] = ()
    machines: frozenset[str] = frozenset()
    """They live, and take sites."""


class Watch:
    """Looks at the schedule every few seconds; in each interval one worker of the fleet acts on it.

    :param folder: id of the machine's output folder.
    :param drain: called after each look with whether this machine is to take no more sites.
    :param lost_name: called when another machine has this one's name.
    :param own: the runs that this worker looks after, as they are at the moment.
    """

    def __init__(
        self,
        database: DatabaseThread,
        queue: Queue,
        machine: str,
        policy: Policy,
        *,
        folder: str,
        drain: Callable[[bool], None],
        lost_name: Callable[[], None],
        own: Collection[int],
    ) -> None:
        self._database = database
        self._queue = queue
        self._machine = machine
        self._policy = policy
        self._folder = folder
        self._drain = drain
        self._lost_name = lost_name
        self._own = own
        self._tidied = float("-inf")

    async def keep(self) -> None:
        """Look again and again, until it is cancelled."""
        while True:
            try:
                await self.look()
            except OutputError as error:
                self._database.say_away(error)
            except Exception:  # whatever it is: the crawls and the next look must not suffer from it
                logger.exception("a look at the schedule failed")
            await asyncio.sleep(self._policy.poll * random.uniform(0.8, 1.2))  # noqa: S311 - no secret

    async def look(self) -> None:
        """Look once.

        :raises OutputError: the database is away, or cannot be used.
        """
        seen = await self._database.run(self._see)
        if not seen.has_name:
            self._lost_name()
            return
        self._drain(seen.is_draining)
        if not seen.is_mine:
            return
        for site in seen.lost:
            logger.warning("%s: its crawl is lost", site)
        if seen.due:
            await dispatch(self._queue, seen.due, seen.machines, self._policy.home_patience)
        now = asyncio.get_running_loop().time()
        if now - self._tidied > _TIDY_EVERY:
            await self._database.run(
                lambda connection: claims.forget_runs(connection, self._policy.runs_kept)
            )
            await self._queue.tidy()
            self._tidied = now

    def _see(self, connection: Connection) -> _Seen:
        draining = machines.draining(connection)
        is_draining = self._machine in draining
        has_name = machines.has_name(connection, self._machine, self._folder)
        if not has_name or not claims.take_tick(connection, self._policy):
            return _Seen(has_name, is_draining, is_mine=False)
        lost = claims.end_lost_runs(connection, self._policy, self._own)
        due = claims.due_sites(connection)
        taking = frozenset(machines_alive(connection) - draining)
        return _Seen(has_name, is_draining, is_mine=True, lost=tuple(lost), due=tuple(due), machines=taking)

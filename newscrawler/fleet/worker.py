"""A worker: it takes due sites and crawls them, in processes that end with it."""

from __future__ import annotations

import asyncio
import logging
import signal
from typing import TYPE_CHECKING

from newscrawler.exceptions import OutputError
from newscrawler.fleet import claims, machines
from newscrawler.fleet.cancellation import cancel_until_done
from newscrawler.fleet.claims import Ended
from newscrawler.fleet.crawl_process import SCRAPY_CRAWL, CrawlProcess
from newscrawler.fleet.database_thread import DatabaseThread
from newscrawler.fleet.next_run import Ending, ending_of
from newscrawler.fleet.queue import Queue
from newscrawler.fleet.watch import Watch
from newscrawler.ledger.failures import OUT_OF_REACH, OutOfReach
from newscrawler.run.endings import EXIT_FAILED, EXIT_GOOD

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from newscrawler.fleet.claims import Claim
    from newscrawler.fleet.fleet_database import FleetDatabase
    from newscrawler.fleet.policy import Policy

logger = logging.getLogger(__name__)

_UNSTARTED_MAX = 3
"""Crawls in a row that cannot be started before the worker leaves, to be started anew."""

_BROKEN_INSTALLATION = "No module named"
"""Python says it where packages are replaced under a worker; of a site's own file it ends with code 2."""


class Worker:
    """One of the processes of a fleet.

    :param database: with the machine's name; this worker alone uses it.
    :param logs: the folder for the logs of its crawls.
    :param folder: id of the output folder that its crawls write to.
    :param options: what each crawl is told beside its spider and arguments.
    :param crawl_command: what crawls; it is given the spider's name and the options.
    """

    def __init__(
        self,
        database: FleetDatabase,
        machine: str,
        policy: Policy,
        logs: Path,
        *,
        folder: str,
        options: Sequence[str] = (),
        crawl_command: Sequence[str] = SCRAPY_CRAWL,
    ) -> None:
        self._database = DatabaseThread(database)
        self._machine = machine
        self._policy = policy
        self._logs = logs
        self._folder = folder
        self._options = tuple(options)
        self._crawl_command = tuple(crawl_command)
        self._queue = Queue(database.conninfo)
        self._runs: set[int] = set()
        """Those that were begun, and whose end is not yet entered."""
        self._watch = Watch(
            self._database, self._queue, machine, policy,
            folder=folder, drain=self._drain, lost_name=self._lose_name, own=self._runs,
        )  # fmt: skip
        self._crawls: set[CrawlProcess] = set()
        self._stopping = asyncio.Event()
        self._given_up = False
        self._draining = False
        self._has_lost_name = False
        self._unstarted = 0

    async def run(self) -> int:
        """Work until SIGTERM or SIGINT; return the exit code.

        :raises OutputError: the database cannot be used at the start.
        :raises NameTaken: another machine has its name, or took it while the database was away.
        """
        loop = asyncio.get_running_loop()
        for number in (signal.SIGTERM, signal.SIGINT):
            loop.add_signal_handler(number, self._stop)
        await self._database.run(
            lambda connection: machines.register(connection, self._machine, self._folder)
        )
        await self._queue.open()
        watching = asyncio.create_task(self._watch.keep())
        try:
            while not self._stopping.is_set():
                await self._work()
        finally:
            await cancel_until_done(watching)
            await self._queue.close()
            self._database.close()
        if self._has_lost_name:
            raise machines.NameTaken(self._machine)
        return EXIT_FAILED if self._unstarted >= _UNSTARTED_MAX else EXIT_GOOD

    async def _work(self) -> None:
        """Take sites until the queue is out of reach, or no more are to be taken."""
        if self._draining:
            await self._pause(self._policy.poll)
            return
        try:
            await self._queue.work(self._crawl, self._machine, self._policy.slots, self._policy.poll)
        except OutOfReach as error:
            self._database.say_away(error)
            await self._pause(1.0)

    async def _pause(self, seconds: float) -> None:
        """Wait, unless the worker is stopped."""
        try:
            await asyncio.wait_for(self._stopping.wait(), seconds)
        except TimeoutError:
            return

    def _drain(self, wanted: bool) -> None:
        """Begin no more crawls while it is wanted; those under way go on."""
        if wanted != self._draining:
            logger.info("draining: no more crawls are begun" if wanted else "draining has ended")
            self._draining = wanted
            if wanted:
                self._queue.stop()

    def _lose_name(self) -> None:
        """Leave the name to the machine that has it now: lines of both would lie in files of one name."""
        self._has_lost_name = True
        self._stop()

    def _stop(self) -> None:
        """Begin no more crawls, and ask those under way to end; kill those that do not."""
        if not self._stopping.is_set():
            logger.info("stopping: %d crawls are asked to end", len(self._crawls))
            self._stopping.set()
            asyncio.get_running_loop().call_later(self._policy.stop_grace, self._give_up)
        self._queue.stop()
        for crawl in self._crawls:
            crawl.stop()

    def _give_up(self) -> None:
        """Kill the crawls that did not end in time; wait for nothing any more."""
        self._given_up = True
        for crawl in self._crawls:
            crawl.kill()

    # --- a crawl --------------------------------------------------------------------------------------------

    async def _crawl(self, site: str) -> None:
        """Crawl a site that the queue brought, if it is still due."""
        if self._stopping.is_set() or self._draining:
            return
        try:
            claim = await self._database.run(lambda connection: claims.claim(connection, site, self._machine))
        except OutputError:
            return  # it has been said; the site is due still
        if claim is None:
            return
        self._runs.add(claim.run)
        try:
            await self._run_and_enter(claim)
        finally:
            self._runs.discard(claim.run)

    async def _run_and_enter(self, claim: Claim) -> None:
        """Run a crawl and enter how it ended."""
        site = claim.site
        ended = await self._run(claim)
        self._unstarted = self._unstarted + 1 if ended.ending is Ending.NOT_STARTED else 0
        logger.info("%s: run %d: %s. %s", site, claim.run, ended.ending.value, ended.line or "")
        counts = await self._database.insist(
            lambda connection: claims.finish(connection, site, claim.run, ended, self._policy),
            give_up=lambda: self._given_up,
        )
        if not counts:
            logger.warning("%s: run %d is over for the fleet: its end counts nothing", site, claim.run)
        if ended.ending is Ending.NOT_STARTED:
            await self._rest()

    async def _run(self, claim: Claim) -> Ended:
        """Start the crawl and wait for its end."""
        if self._stopping.is_set():
            return Ended(Ending.STOPPED)
        arguments = [part for name, value in claim.arguments.items() for part in ("-a", f"{name}={value}")]
        command = (*self._crawl_command, claim.spider, *arguments, *self._options)
        try:
            crawl = await CrawlProcess.start(command, self._logs / f"{claim.site}.log")
        except OSError as error:
            return Ended(Ending.NOT_STARTED, line=f"cannot start a crawl: {error}")
        logger.info("%s: run %d begins", claim.site, claim.run)
        self._crawls.add(crawl)
        if self._stopping.is_set():  # meanwhile
            crawl.stop()
        try:
            code = await crawl.wait()
        finally:
            self._crawls.discard(crawl)
        return self._meaning(code, crawl.last_line())

    def _meaning(self, code: int, line: str) -> Ended:
        ending = ending_of(code)
        if ending is Ending.FAILED and OUT_OF_REACH in line:
            ending = Ending.DATABASE_AWAY
        if ending is Ending.FAILED and _BROKEN_INSTALLATION in line:
            ending = Ending.NOT_STARTED
        if ending is Ending.LOST:
            # a crawl that did not end in time was killed by us
            ending = Ending.STOPPED if self._stopping.is_set() else Ending.LOST
            line = f"the crawl was killed by signal {-code}"
        return Ended(ending, code, line if code else None)

    async def _rest(self) -> None:
        """Wait after a crawl that could not be started; leave after several in a row, to be started anew."""
        if self._unstarted >= _UNSTARTED_MAX:
            logger.error("crawls cannot be started on this machine: the worker leaves")
            self._stop()
        await self._pause(self._policy.grace)

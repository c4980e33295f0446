"""The queue of due sites: Procrastinate, behind the few things that the fleet asks of a queue.

It carries names of sites to workers, and nothing hangs on it: a site's state stands in the schedule. A name
that is lost is queued again, one that comes twice is claimed once.
"""

from __future__ import annotations

import logging
from contextlib import suppress
from dataclasses import dataclass
from importlib import resources
from typing import TYPE_CHECKING, Any, cast

from procrastinate import App, PsycopgConnector
from procrastinate.exceptions import AlreadyEnqueued, ConnectorException
from procrastinate.jobs import DeleteJobCondition, Job, Status
from procrastinate.worker import Worker
from psycopg import OperationalError
from psycopg_pool import AsyncConnectionPool
from sqlalchemy import text

from newscrawler.ledger.database import NETWORK
from newscrawler.ledger.failures import OutOfReach

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Sequence

    from sqlalchemy import Connection

ANY_MACHINE = "any machine"
_TASK = "crawl"
_URGENT = 1
_STALLED = 60.0
"""Seconds without a sign of life after which the entries that a worker holds are thrown away."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A site in the queue."""

    site: str
    queue: str
    urgent: bool = False
    number: int | None = None
    """Its number in the queue; None: it is not there yet."""


def queue_of(machine: str) -> str:
    """Return the queue from which only the workers of a machine take sites."""
    return f"machine {machine}"


def make_queue(connection: Connection) -> None:
    """Make the queue's tables within the transaction of the caller, if they are not there."""
    if connection.execute(text("SELECT to_regclass('procrastinate_jobs')")).scalar() is None:
        schema = resources.files("procrastinate.sql").joinpath("schema.sql").read_text("utf-8")
        cursor = cast("Any", connection.connection).cursor()
        cursor.execute(schema)  # several statements; the driver's own cursor takes them without parameters


class Queue:
    """Brings due sites to workers.

    :param conninfo: of the database, for libpq.
    :param patience: seconds for a connection.
    """

    def __init__(self, conninfo: str, patience: float = 5.0) -> None:
        logging.getLogger("procrastinate").setLevel(logging.WARNING)  # it tells of every entry, twice
        network = {name: str(value) for name, value in NETWORK.items()}
        kwargs = {"connect_timeout": "5", "application_name": "newscrawler fleet queue", **network}
        self._app = App(connector=PsycopgConnector())
        self._patience = patience
        self._pool = AsyncConnectionPool(
            conninfo,
            kwargs=kwargs,
            min_size=1,
            max_size=2,
            timeout=patience,
            reconnect_timeout=patience,  # by default it waits ever longer between two tries
            check=AsyncConnectionPool.check_connection,
            open=False,
        )
        self._crawl: Callable[[str], Awaitable[None]] | None = None
        self._worker: Worker | None = None

        @self._app.task(name=_TASK)
        async def crawl(site: str) -> None:
            assert self._crawl
            await self._crawl(site)

    async def open(self) -> None:
        """Connect.

        :raises OutOfReach: the server is away.
        """
        with _engine_errors():
            await self._pool.open(wait=True, timeout=self._patience)
            await self._app.open_async(self._pool)

    async def close(self) -> None:
        """Give the connections back."""
        await self._pool.close()

    async def waiting(self) -> dict[str, Entry]:
        """Return what no worker has taken yet, by site."""
        with _engine_errors():
            jobs = await self._app.job_manager.list_jobs_async(task=_TASK, status=Status.TODO.value)
        return {
            job.queueing_lock: Entry(job.queueing_lock, job.queue, job.priority >= _URGENT, job.id)
            for job in jobs
            if job.queueing_lock
        }

    async def put(self, entries: Sequence[Entry]) -> None:
        """Queue sites. One that another worker has queued in the same moment is left as it is."""
        jobs = [self._job(entry) for entry in entries]
        with _engine_errors():
            try:
                if jobs:
                    await self._app.job_manager.batch_defer_jobs_async(jobs)
            except AlreadyEnqueued:
                for job in jobs:
                    with suppress(AlreadyEnqueued):
                        await self._app.job_manager.defer_job_async(job)

    def _job(self, entry: Entry) -> Job:
        return Job(
            id=None,
            queue=entry.queue,
            lock=None,
            queueing_lock=entry.site,
            task_name=_TASK,
            task_kwargs={"site": entry.site},
            priority=_URGENT if entry.urgent else 0,
        )

    async def take_back(self, entry: Entry) -> bool:
        """Take a site out of the queue; tell whether it still was there."""
        assert entry.number is not None
        with _engine_errors():
            return await self._app.job_manager.cancel_job_by_id_async(entry.number, delete_job=True)

    async def tidy(self) -> None:
        """Throw away what killed workers had taken."""
        manager = self._app.job_manager
        with _engine_errors():
            for job in await manager.get_stalled_jobs(task_name=_TASK, seconds_since_heartbeat=_STALLED):
                assert job.id is not None
                with suppress(ConnectorException):  # another worker did, or its own came back
                    await manager.finish_job_by_id_async(job.id, Status.FAILED, delete_job=True)

    async def work(
        self, crawl: Callable[[str], Awaitable[None]], machine: str, slots: int, poll: float
    ) -> None:
        """Take sites and crawl them, ``slots`` at a time, until ``stop``; wait for those under way.

        :raises OutOfReach: the server is away.
        """
        self._crawl = crawl
        self._worker = Worker(
            app=self._app,
            queues=[queue_of(machine), ANY_MACHINE],
            name=machine,
            concurrency=slots,
            fetch_job_polling_interval=poll,
            # a listener that loses its connection is silent; the queue is looked at often enough
            listen_notify=False,
            abort_job_polling_interval=3600.0,
            delete_jobs=DeleteJobCondition.ALWAYS,
            install_signal_handlers=False,
        )
        with _engine_errors():
            await self._worker.run()  # type: ignore[no-untyped-call]  # not annotated there

    def stop(self) -> None:
        """Take no more sites. The engine is told so: a cancellation could be lost in its libraries."""
        if self._worker is not None:
            self._worker.stop()  # type: ignore[no-untyped-call]  # not annotated there


class _engine_errors:
    """Make the engine's errors this project's."""

    def __enter__(self) -> None:
        pass

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: object) -> None:
        is_engines = isinstance(error, ConnectorException) and not isinstance(error, AlreadyEnqueued)
        if is_engines or isinstance(error, OperationalError):
            cause = " ".join(str(error).split())
            raise OutOfReach(f"the queue is out of reach ({cause})") from error

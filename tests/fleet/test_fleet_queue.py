"""The queue on PostgreSQL: a site waits in it once, can be taken back, and is brought to a worker."""

from __future__ import annotations

import asyncio
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING

import pytest

from newscrawler.fleet.fleet_database import FleetDatabase
from newscrawler.fleet.queue import ANY_MACHINE, Entry, Queue, queue_of
from newscrawler.ledger.failures import OutOfReach

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from tests.fleet.trial import Trial

pytestmark = pytest.mark.fleet


@asynccontextmanager
async def opened(trial: Trial) -> AsyncIterator[Queue]:
    queue = Queue(FleetDatabase(trial.url).conninfo)
    await queue.open()
    try:
        yield queue
    finally:
        await queue.close()


async def test_a_site_waits_once(trial: Trial) -> None:
    async with opened(trial) as queue:
        await queue.put([Entry("a", ANY_MACHINE), Entry("b", queue_of("one"), urgent=True)])
        await queue.put([Entry("a", queue_of("one")), Entry("c", ANY_MACHINE)])
        waiting = await queue.waiting()
        assert {(entry.site, entry.queue, entry.urgent) for entry in waiting.values()} == {
            ("a", ANY_MACHINE, False),
            ("b", queue_of("one"), True),
            ("c", ANY_MACHINE, False),
        }
        assert await queue.take_back(waiting["a"])
        assert not await queue.take_back(waiting["a"])
        assert set(await queue.waiting()) == {"b", "c"}


async def test_a_machine_takes_its_own_sites_and_those_for_any_the_urgent_first(trial: Trial) -> None:
    taken: list[str] = []
    has_taken_all = asyncio.Event()

    async def crawl(site: str) -> None:
        taken.append(site)
        if len(taken) == 3:
            has_taken_all.set()

    async with opened(trial) as queue:
        await queue.put([Entry("a", ANY_MACHINE), Entry("b", queue_of("one")), Entry("c", queue_of("two"))])
        await queue.put([Entry("d", ANY_MACHINE, urgent=True)])
        working = asyncio.create_task(queue.work(crawl, "one", 1, 0.05))
        await has_taken_all.wait()
        queue.stop()
        queue.stop()
        await working
        assert taken == ["d", "a", "b"]
        assert set(await queue.waiting()) == {"c"}
    assert trial.ask("SELECT count(*) FROM procrastinate_jobs") == [(1,)]


async def test_what_a_killed_worker_had_taken_is_thrown_away(trial: Trial) -> None:
    async with opened(trial) as queue:
        await queue.put([Entry("a", ANY_MACHINE)])
        trial.ask("UPDATE procrastinate_jobs SET status = 'doing'")
        await queue.tidy()
        assert trial.ask("SELECT count(*) FROM procrastinate_jobs") == [(0,)]


async def test_a_server_that_is_away_is_said_so() -> None:
    queue = Queue("postgresql://crawler@127.0.0.1:1/news", patience=0.3)
    with pytest.raises(OutOfReach):
        await queue.open()

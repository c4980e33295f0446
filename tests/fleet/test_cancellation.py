"""A task that loses a cancellation is cancelled again."""

from __future__ import annotations

import asyncio

from newscrawler.fleet.cancellation import cancel_until_done


class Deaf:
    """Works in a loop; the first cancellations are lost in it."""

    def __init__(self, losses: int) -> None:
        self.left = losses

    async def work(self) -> None:
        while True:
            try:
                await asyncio.sleep(60)
            except asyncio.CancelledError:
                if not self.left:
                    raise
                self.left -= 1


async def test_a_cancellation_that_is_lost_is_made_again() -> None:
    for losses in (0, 1, 3):
        task = asyncio.create_task(Deaf(losses).work())
        await asyncio.sleep(0)
        await asyncio.wait_for(cancel_until_done(task, again=0.01), 5)
        assert task.cancelled()


async def test_what_a_task_raises_is_dropped() -> None:
    async def fail() -> None:
        raise ValueError

    task = asyncio.create_task(fail())
    await asyncio.sleep(0)
    await cancel_until_done(task)
    assert task.done()


async def test_a_task_that_ends_by_itself_meanwhile() -> None:
    async def end() -> None:
        try:
            await asyncio.sleep(60)
        except asyncio.CancelledError:
            return

    task = asyncio.create_task(end())
    await asyncio.sleep(0)
    await cancel_until_done(task)
    assert not task.cancelled()

"""Cancellation that is not lost: asyncio's own may be, and who waits for the task waits for ever."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from asyncio import Task

_AGAIN = 1.0
"""Seconds after which a task that goes on is cancelled again."""


async def cancel_until_done(task: Task[Any], again: float = _AGAIN) -> None:
    """Cancel a task and wait for its end; what it raises is dropped.

    Before Python 3.12 ``asyncio.wait_for``, which libraries use, swallows a cancellation that comes in the
    moment of its result: a task that works in a loop then goes on.

    :param again: seconds between two cancellations.
    """
    while not task.done():
        task.cancel()
        await asyncio.wait({task}, timeout=again)
    if not task.cancelled():
        task.exception()

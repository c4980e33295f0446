"""Bounds on CPU time: they hold on a busy machine, too. What hangs ends by pytest's own timeout."""

from __future__ import annotations

import time
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

AGAIN = 4
"""How often what took too long is tried again."""


@contextmanager
def cpu_within(seconds: float) -> Iterator[None]:
    """Fail if the block (or the decorated test) takes more CPU time of this process."""
    begin = time.process_time()
    yield
    used = time.process_time() - begin
    assert used < seconds, f"took {used:.1f} s of CPU instead of at most {seconds} s"


def grows_with_its_length(seconds: Callable[[int], float], count: int) -> None:
    """Fail if five times as much takes far more than five times as long.

    What grows with the square takes 25 times as long.

    :param seconds: CPU time that so much takes; measured again only where the longer took too long.
    """
    short, long = min(seconds(count), seconds(count)), seconds(5 * count)
    for _ in range(AGAIN):  # others that use the machine's caches make it slower for a while
        if long < 7.5 * short + 0.2:
            break
        short, long = max(short, seconds(count)), min(long, seconds(5 * count))
    bound = 7.5 * short + 0.2
    assert long < bound, f"{short:.2f} s, and {long:.2f} s for five times as much"

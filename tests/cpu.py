"""Bounds on CPU time: they hold on a busy machine, too. What hangs ends by pytest's own timeout."""

from __future__ import annotations

import time
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator


@contextmanager
def cpu_within(seconds: float) -> Iterator[None]:
    """Fail if the block (or the decorated test) takes more CPU time of this process."""
    begin = time.process_time()
    yield
    used = time.process_time() - begin
    assert used < seconds, f"took {used:.1f} s of CPU instead of at most {seconds} s"


def grows_with_its_length(seconds: Callable[[int], float], count: int) -> None:
    """Fail if five times as much takes far more than five times as long.

    :param seconds: CPU time that so much takes; of the longer, again only where once was too long.
    """
    short, long = min(seconds(count), seconds(count)), seconds(5 * count)
    bound = 7.5 * short + 0.2
    if long >= bound:
        long = min(long, seconds(5 * count))
    assert long < bound, f"{short:.2f} s, and {long:.2f} s for five times as much"

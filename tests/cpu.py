"""Bounds on CPU time: they hold on a busy machine, too. What hangs ends by pytest's own timeout."""

from __future__ import annotations

import time
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator


@contextmanager
def cpu_within(seconds: float) -> Iterator[None]:
    """Fail if the block (or the decorated test) takes more CPU time of this process."""
    begin = time.process_time()
    yield
    used = time.process_time() - begin
    assert used < seconds, f"took {used:.1f} s of CPU instead of at most {seconds} s"

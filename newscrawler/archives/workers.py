"""Workers: kept pages are read on all cores, in order; one that kills its reader costs only itself."""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
from collections import deque
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from itertools import islice
from typing import TYPE_CHECKING, Any, Generic, Self, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from concurrent.futures import Future

S = TypeVar("S")
"""What is read."""
R = TypeVar("R")
"""What becomes of it."""

AT_ONCE = 16
"""Sources in one order to a worker."""
_AHEAD = 3
"""Orders for each worker that wait or are in work: so many sources are in memory."""

_read_one: Callable[[Any], Any] | None = None


class Workers(Generic[S, R]):
    """Processes that read."""

    def __init__(
        self,
        make: Callable[..., Callable[[S], R]],
        arguments: tuple[Any, ...],
        died: Callable[[S], R],
        count: int = 0,
    ) -> None:
        """Begin.

        :param make: makes in each process what reads one source; a function of a module.
        :param arguments: what it is called with; they go to the processes.
        :param died: says what becomes of a source at which a process died.
        :param count: of processes; 0: one for each core that this process may use.
        """
        self.count = count or len(os.sched_getaffinity(0))
        self._how, self._died = (make, arguments), died
        self._context = multiprocessing.get_context("forkserver")
        self._context.set_forkserver_preload([make.__module__])
        self._pool = self._new_pool()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._pool.shutdown(cancel_futures=True)

    def read(self, sources: Iterable[S]) -> Iterator[R]:
        """Yield what becomes of each source, in the order of the sources."""
        rest = iter(sources)
        waiting: deque[tuple[list[S], Future[list[R]]]] = deque()
        while True:
            while len(waiting) < self.count * _AHEAD and (order := list(islice(rest, AT_ONCE))):
                waiting.append((order, self._submit(order)))
            if not waiting:
                return
            order, future = waiting.popleft()
            try:
                yield from future.result()
            except BrokenProcessPool:
                yield from self._one_by_one(order)
                waiting = deque((order, self._submit(order)) for order, _ in waiting)

    def _submit(self, order: list[S]) -> Future[list[R]]:
        try:
            return self._pool.submit(_read, order)
        except BrokenProcessPool:
            self._pool = self._new_pool()
            return self._pool.submit(_read, order)

    def _one_by_one(self, order: list[S]) -> Iterator[R]:
        """Read the sources of an order in which a worker died."""
        for source in order:
            try:
                yield from self._submit([source]).result()
            except BrokenProcessPool:
                yield self._died(source)

    def _new_pool(self) -> ProcessPoolExecutor:
        return ProcessPoolExecutor(self.count, self._context, initializer=_begin, initargs=self._how)


def _begin(make: Callable[..., Callable[[Any], Any]], arguments: tuple[Any, ...]) -> None:
    """Make a process a reader; a signal for the whole group is for the process that has asked."""
    global _read_one  # noqa: PLW0603 - one for each process, made when the process begins
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()
    _read_one = make(*arguments)


def _end_with_parent() -> None:
    """End this process when the one that has asked was killed: nothing else would ever wake it."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


def _read(order: list[Any]) -> list[Any]:
    assert _read_one is not None
    return [_read_one(source) for source in order]

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
from typing import TYPE_CHECKING, Any, Self

from newscrawler.archives.kept_page import NoPage
from newscrawler.archives.reading import PageReader

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from concurrent.futures import Future

    from newscrawler.archives.inputs import Source
    from newscrawler.archives.reading import Read
    from newscrawler.archives.saved_url import UrlSource
    from newscrawler.archives.wanted import Wanted

AT_ONCE = 16
"""Sources in one order to a worker."""
_AHEAD = 3
"""Orders for each worker that wait or are in work: so many sources are in memory."""

_reader: PageReader | None = None


class Workers:
    """Processes that read pages."""

    def __init__(
        self, settings: Mapping[str, Any], wanted: Wanted, url_from: UrlSource | None, count: int = 0
    ) -> None:
        """Begin.

        :param count: of processes; 0: one for each core that this process may use.
        """
        self.count = count or len(os.sched_getaffinity(0))
        self._how = dict(settings), wanted, url_from
        self._context = multiprocessing.get_context("forkserver")
        self._context.set_forkserver_preload(["newscrawler.archives.reading"])
        self._pool = self._new_pool()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._pool.shutdown(cancel_futures=True)

    def read(self, sources: Iterable[Source]) -> Iterator[Read | NoPage]:
        """Yield what becomes of each source, in the order of the sources."""
        rest = iter(sources)
        waiting: deque[tuple[list[Source], Future[list[Read | NoPage]]]] = deque()
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

    def _submit(self, order: list[Source]) -> Future[list[Read | NoPage]]:
        try:
            return self._pool.submit(_read, order)
        except BrokenProcessPool:
            self._pool = self._new_pool()
            return self._pool.submit(_read, order)

    def _one_by_one(self, order: list[Source]) -> Iterator[Read | NoPage]:
        """Read the sources of an order in which a worker died."""
        for source in order:
            try:
                yield from self._submit([source]).result()
            except BrokenProcessPool:
                yield NoPage("killed_the_reader", _place_of(source), is_damaged=True)

    def _new_pool(self) -> ProcessPoolExecutor:
        return ProcessPoolExecutor(self.count, self._context, initializer=_begin, initargs=self._how)


def _begin(settings: Mapping[str, Any], wanted: Wanted, url_from: UrlSource | None) -> None:
    """Make a process a reader; a signal for the whole group is for the process that has asked."""
    global _reader  # noqa: PLW0603 - one for each process, made when the process begins
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()
    _reader = PageReader(settings, wanted, url_from)


def _end_with_parent() -> None:
    """End this process when the one that has asked was killed: nothing else would ever wake it."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


def _read(order: list[Source]) -> list[Read | NoPage]:
    assert _reader is not None
    return [_reader.read(source) for source in order]


def _place_of(source: Source) -> str:
    return str(getattr(source, "place", source))

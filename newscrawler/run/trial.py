"""The trial of a page at which a run died: it is read in a process of its own first, which it may kill."""

from __future__ import annotations

import logging
import os
import signal
import warnings
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from newscrawler.exceptions import KillsTheReader

if TYPE_CHECKING:
    from collections.abc import Callable

    from newscrawler.ledger.reading_mark import ReadingMark

Reads = TypeVar("Reads")
"""What the reading of a page gives."""

_SECONDS = 120
"""After which a trial is ended: its page hangs what reads it. ``PAGE_MAX_SECONDS`` are over long before."""

_FOR_THE_RUN = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)
"""Signals that tell the run to stop, which a terminal or a service sends to all of its processes."""

_TAKEN_FIRST = "1000"
"""Score by which the kernel, out of memory, ends the trial before the run."""


def read_marked(mark: ReadingMark, url: str, read: Callable[[], Reads], *, to_its_end: bool = True) -> Reads:
    """Read a page, which is marked meanwhile; a suspect is tried first.

    :param to_its_end: as ``ReadingMark.at`` has it.
    :raises KillsTheReader: a process died while it read the page.
    :raises OutputError: the file of the mark cannot be written.
    """
    if mark.condemns(url):
        raise KillsTheReader(url)
    with mark.at(url, to_its_end=to_its_end):
        if mark.suspects(url) and not survives(read):
            mark.condemn(url)
            raise KillsTheReader(url)
        return read()


def survives(read: Callable[[], object], seconds: int = _SECONDS) -> bool:
    """Read in a copy of this process, and tell whether the copy came to its end.

    An exception is an end, too: the reading that follows raises it again.

    :param seconds: after which the copy is ended, and has not come to its end.
    """
    with warnings.catch_warnings():
        # The copy has this thread alone. If another one held a lock, the copy may wait until its time is up.
        warnings.simplefilter("ignore", DeprecationWarning)
        child = os.fork()
    if not child:
        try:
            _prepare(seconds)
            with suppress(BaseException):
                read()
        finally:
            os._exit(0)
    return os.waitpid(child, 0)[1] == 0


def _prepare(seconds: int) -> None:
    """Make the copy die alone and in time, and say nothing: the reading that follows says it."""
    for number in _FOR_THE_RUN:
        signal.signal(number, signal.SIG_IGN)
    signal.signal(signal.SIGALRM, signal.SIG_DFL)
    signal.alarm(seconds)
    logging.disable()
    with suppress(OSError):  # only Linux has it
        Path("/proc/self/oom_score_adj").write_text(_TAKEN_FIRST, "ascii")

"""The time that one page or listing may take to be read; what takes longer is taken for an attack."""

from __future__ import annotations

import ctypes
import signal
import threading
import time
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable

Read = TypeVar("Read")

_AGAIN = 0.5
"""Seconds until an interruption that was lost, as in a destructor, comes once more."""

_LEAST = 0.01
"""Seconds between two looks at the clock of a thread that uses no time."""


class TooSlow(BaseException):
    """Reading took longer than it may.

    It is no ``Exception``: nothing that reads a page may take it for a fault of one value and go on.
    """


def read_within(seconds: float, read: Callable[[], Read]) -> Read | None:
    """Call a reader; None where it takes longer than it may.

    Time is that of the processor, so that a busy machine rejects nothing. In the main thread a regular
    expression is interrupted, too; in another one the reader is, as soon as the expression has ended.

    :param seconds: of the processor, of this whole process or of the other thread; 0 for no bound.
    """
    if not seconds:
        return read()
    if threading.current_thread() is threading.main_thread():
        return _by_signal(seconds, read)
    return _by_watcher(seconds, read)


def _by_signal(seconds: float, read: Callable[[], Read]) -> Read | None:
    before = signal.getsignal(signal.SIGVTALRM)
    try:
        signal.signal(signal.SIGVTALRM, _interrupt)
        signal.setitimer(signal.ITIMER_VIRTUAL, seconds, _AGAIN)
        try:
            return read()
        finally:
            signal.setitimer(signal.ITIMER_VIRTUAL, 0)
    except TooSlow:
        return None
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)  # the signal may have come just before it was switched off
        signal.signal(signal.SIGVTALRM, before)


def _interrupt(*_: object) -> None:
    raise TooSlow


def _by_watcher(seconds: float, read: Callable[[], Read]) -> Read | None:
    watcher = _Watcher(seconds)
    watcher.start()
    try:
        try:
            return read()
        finally:
            watcher.stop()
    except TooSlow:
        return None
    finally:
        watcher.stop()  # it may have interrupted just before it was stopped


class _Watcher(threading.Thread):
    """Interrupts the thread that made it, once that has used its time."""

    def __init__(self, seconds: float) -> None:
        super().__init__(daemon=True)
        self._read_by = threading.get_ident()
        self._clock = time.pthread_getcpuclockid(self._read_by)
        self._end = time.clock_gettime(self._clock) + seconds
        self._is_over = threading.Event()

    def run(self) -> None:
        """Wait for the time to be used; interrupt until the reader has noticed."""
        left = self._left()
        while not self._is_over.wait(max(left, _LEAST) if left > 0 else _AGAIN):
            left = self._left()
            if left <= 0:
                _raise_in(self._read_by, TooSlow)

    def _left(self) -> float:
        return self._end - time.clock_gettime(self._clock)

    def stop(self) -> None:
        """Interrupt no more, and take back what has not been noticed."""
        self._is_over.set()
        self.join()
        _raise_in(self._read_by, None)


def _raise_in(thread: int, error: type[BaseException] | None) -> None:
    """Raise an error in another thread, at its next step in Python; None takes back one that waits."""
    ctypes.pythonapi.PyThreadState_SetAsyncExc(ctypes.c_ulong(thread), error and ctypes.py_object(error))

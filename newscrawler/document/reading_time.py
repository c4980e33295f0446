"""The time that one page or listing may take to be read; what takes longer is taken for an attack."""

from __future__ import annotations

import signal
import threading
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable

Read = TypeVar("Read")

_AGAIN = 0.5
"""Seconds until a signal that was lost, as in a destructor, is sent once more."""


class TooSlow(BaseException):
    """Reading took longer than it may.

    It is no ``Exception``: nothing that reads a page may take it for a fault of one value and go on.
    """


def read_within(seconds: float, read: Callable[[], Read]) -> Read | None:
    """Call a reader; None where it takes longer than it may.

    Time is that of the processor, so that a busy machine rejects nothing. Only the main thread can be
    interrupted: in another one there is no bound, and none where ``seconds`` is 0.

    :param seconds: of the processor, of this whole process.
    """
    if not seconds or threading.current_thread() is not threading.main_thread():
        return read()
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

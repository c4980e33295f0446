"""Interruption: long work before the event loop can answer still heeds SIGINT and SIGTERM."""

from __future__ import annotations

import signal
import threading
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from types import FrameType

_SIGNALS = (signal.SIGINT, signal.SIGTERM)


@contextmanager
def heeding_signals() -> Iterator[Callable[[], bool]]:
    """Give a function that tells whether a signal has come; who was to be told of it before is told as well.

    Scrapy answers a signal through the event loop, which long synchronous work keeps from running. Outside of
    the main thread no signal can be heeded, and the function says no.
    """
    came: list[int] = []
    if threading.current_thread() is not threading.main_thread():
        yield lambda: False
        return
    before: dict[int, Any] = {number: signal.getsignal(number) for number in _SIGNALS}

    def note(number: int, frame: FrameType | None) -> None:
        came.append(number)
        if callable(before[number]):
            before[number](number, frame)

    for number in _SIGNALS:
        signal.signal(number, note)
    try:
        yield lambda: bool(came)
    finally:
        for number in _SIGNALS:
            # a handler that was told of a signal may have put another one in its place
            if signal.getsignal(number) is note:
                signal.signal(number, before[number])

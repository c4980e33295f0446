"""LiveLine: the one line of a terminal that is drawn anew while the log goes on above it."""

from __future__ import annotations

import logging
import sys
from typing import TYPE_CHECKING

from newscrawler.text.printable import printable

if TYPE_CHECKING:
    import asyncio
    from collections.abc import Callable

REFRESH = 0.5
"""Seconds between two redraws."""
CLEAR = "\r\x1b[2K"


class _ClearLine(logging.Filter):
    """Wipe the line before a log record is written over it."""

    def filter(self, record: logging.LogRecord) -> bool:
        sys.stderr.write(CLEAR)
        return True


class LiveLine:
    """A line on stderr, from ``start`` to ``stop``."""

    def __init__(self, text: Callable[[], str]) -> None:
        """Make a line; nothing is drawn yet.

        :param text: gives what the line says now.
        """
        self._text = text
        self._filter = _ClearLine()
        self._timer: asyncio.TimerHandle | None = None

    def start(self, loop: asyncio.AbstractEventLoop) -> None:
        """Begin to draw, as soon as the loop runs."""
        for handler in logging.root.handlers:
            handler.addFilter(self._filter)
        self._timer = loop.call_later(0, self._draw, loop)

    def stop(self) -> None:
        """Stop drawing, and wipe the line."""
        if self._timer is None:
            return
        self._timer.cancel()
        self._timer = None
        sys.stderr.write(CLEAR)
        for handler in logging.root.handlers:
            handler.removeFilter(self._filter)

    def _draw(self, loop: asyncio.AbstractEventLoop) -> None:
        sys.stderr.write(CLEAR + printable(self._text()))
        sys.stderr.flush()
        self._timer = loop.call_later(REFRESH, self._draw, loop)

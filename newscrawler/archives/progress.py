"""Progress: how far a long reading is; a live line on a terminal, elsewhere a line now and then."""

from __future__ import annotations

import sys
import time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

_TERMINAL_SECONDS = 0.5
_LOG_SECONDS = 30.0
_CLEAR = "\r\x1b[2K"


class Progress:
    """Shows figures, not too often."""

    def __init__(self, say: Callable[[str], None], clock: Callable[[], float] = time.monotonic) -> None:
        """Begin.

        :param say: writes a line to the operator.
        """
        self._say, self._clock = say, clock
        self._began = self._said = clock()

    def rate(self, count: int) -> float:
        """Return how many a second that makes since the beginning."""
        return count / max(self._clock() - self._began, 0.001)

    def show(self, figures: Callable[[], str]) -> None:
        """Show the figures if it is time."""
        live = sys.stderr.isatty()
        if self._clock() - self._said < (_TERMINAL_SECONDS if live else _LOG_SECONDS):
            return
        self._said = self._clock()
        if live:
            sys.stderr.write(_CLEAR + figures())
            sys.stderr.flush()
        else:
            self._say(figures())

    def clear(self) -> None:
        """Take the live line off the terminal."""
        if sys.stderr.isatty():
            sys.stderr.write(_CLEAR)
            sys.stderr.flush()

"""A line that is drawn anew, and wiped where the log goes on."""

from __future__ import annotations

import asyncio
import io
from typing import TYPE_CHECKING

from newscrawler.extensions import live_line
from newscrawler.extensions.live_line import CLEAR, LiveLine

if TYPE_CHECKING:
    import pytest


async def test_it_is_drawn_until_it_is_stopped(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(live_line, "REFRESH", 0.001)
    terminal = io.StringIO()
    monkeypatch.setattr("sys.stderr", terminal)
    numbers = iter(range(1000))
    drawn = asyncio.Event()

    def text() -> str:
        if (number := next(numbers)) == 2:
            drawn.set()
        return f"{number} sites\x1b"

    line = LiveLine(text)
    line.stop()  # before it was begun
    line.start(asyncio.get_running_loop())
    await drawn.wait()
    line.stop()
    shown = terminal.getvalue()
    assert shown.startswith(f"{CLEAR}0 sites\\x1b{CLEAR}1 sites")
    assert shown.endswith(CLEAR)
    await asyncio.sleep(0.005)
    assert terminal.getvalue() == shown

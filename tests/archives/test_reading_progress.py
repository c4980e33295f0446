"""Figures are shown now and then, and say how fast it goes."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from newscrawler.archives.progress import Progress

if TYPE_CHECKING:
    import pytest


class Clock:
    now = 100.0

    def __call__(self) -> float:
        return self.now


def test_a_line_each_half_minute() -> None:
    said: list[str] = []
    clock = Clock()
    progress = Progress(said.append, clock)
    for second in range(1, 100):
        clock.now = 100.0 + second
        progress.show(lambda: f"{progress.rate(500):.0f} a second")
    assert said == ["17 a second", "8 a second", "6 a second"]
    progress.clear()


def test_a_live_line_on_a_terminal(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    said: list[str] = []
    clock = Clock()
    progress = Progress(said.append, clock)
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    for _ in range(4):
        clock.now += 0.3
        progress.show(lambda: "some")
    progress.clear()
    assert said == []
    assert capsys.readouterr().err == "\r\x1b[2Ksome\r\x1b[2Ksome\r\x1b[2K"

"""Signals are heeded while the event loop cannot run, and whoever was told of them before is told."""

from __future__ import annotations

import os
import signal
import threading

from newscrawler.run.interruption import heeding_signals


def test_a_signal_is_noted_and_handed_on() -> None:
    told: list[int] = []
    before = signal.signal(signal.SIGTERM, lambda number, _: told.append(number))
    try:
        with heeding_signals() as interrupted:
            assert not interrupted()
            os.kill(os.getpid(), signal.SIGTERM)
            assert interrupted()
        assert told == [signal.SIGTERM]
        os.kill(os.getpid(), signal.SIGTERM)
        assert told == [signal.SIGTERM] * 2
    finally:
        signal.signal(signal.SIGTERM, before)


def test_another_thread_heeds_none() -> None:
    answers: list[bool] = []

    def work() -> None:
        with heeding_signals() as interrupted:
            answers.append(interrupted())

    thread = threading.Thread(target=work)
    thread.start()
    thread.join()
    assert answers == [False]

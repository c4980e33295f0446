"""One host's queue: slowed, held back, emptied as a whole."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest
from scrapy import Request
from scrapy.core.downloader import Slot
from twisted.internet.defer import Deferred
from twisted.internet.task import Clock

from newscrawler.download import slots
from newscrawler.exceptions import Left

KEY = "times.example"


def slot(delay: float = 1.0) -> Slot:
    return Slot(concurrency=8, delay=delay, jitter=0.5)


def crawler(of: dict[str, Slot]) -> Any:
    downloader = SimpleNamespace(slots=of, per_slot_settings={}, _latercall=lambda slot: None)
    return SimpleNamespace(engine=SimpleNamespace(downloader=downloader))


@pytest.mark.parametrize("alone", [True, False])
def test_a_host_is_slowed_now_and_later(alone: bool) -> None:
    used = slot()
    crawl = crawler({KEY: used})
    slots.slow_down(crawl, KEY, 7.0, alone=alone)
    assert used.delay == 7.0
    assert (used.concurrency == 1) is alone
    later = crawl.engine.downloader.per_slot_settings[KEY]
    assert later["delay"] == 7.0
    assert ("concurrency" in later) is alone


def test_a_host_without_a_slot_is_slowed_when_it_gets_one() -> None:
    crawl = crawler({})
    slots.slow_down(crawl, KEY, 7.0, alone=False)
    slots.slow_down(crawl, KEY, 8.0, alone=True)
    assert crawl.engine.downloader.per_slot_settings[KEY] == {"delay": 8.0, "concurrency": 1, "jitter": 0.0}


def test_a_host_is_held_back(monkeypatch: pytest.MonkeyPatch) -> None:
    clock = Clock()
    monkeypatch.setattr(slots, "call_later", clock.callLater)
    used = slot()
    woken: list[Slot] = []
    crawl = crawler({KEY: used})
    crawl.engine.downloader._latercall = woken.append
    slots.hold(crawl, KEY, 30)
    slots.hold(crawl, "other.example", 30)
    clock.advance(29)
    assert woken == []
    clock.advance(2)
    assert woken == [used]


def test_what_waits_is_dropped() -> None:
    used = slot()
    failed: list[Any] = []
    for number in range(3):
        waiting: Deferred[Any] = Deferred()
        waiting.addErrback(failed.append)
        used.queue.append((Request(f"https://{KEY}/{number}"), waiting))
    assert slots.drop_waiting(used, lambda: Left("stopped")) == 3
    assert not used.queue
    assert [failure.value.reason for failure in failed] == ["stopped"] * 3


def test_the_delay_counts_from_the_sending(monkeypatch: pytest.MonkeyPatch) -> None:
    used = slot()
    used.lastseen = 100.0
    monkeypatch.setattr(slots, "monotonic", lambda: 100.7)
    crawl = crawler({KEY: used})
    crawl.engine.downloader.get_slot_key = lambda request: KEY
    slots.note_sending(crawl, Request(f"https://{KEY}/"))
    assert used.lastseen == 100.7

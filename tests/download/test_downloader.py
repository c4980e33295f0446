"""The downloader: a transfer is counted at once, and what waits is dropped when the crawl ends."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest
from scrapy import Request
from scrapy.core.downloader import Slot
from twisted.internet.defer import Deferred

from newscrawler.download import downloader as downloader_module
from newscrawler.settings import DOWNLOADER

DOWNLOADER_CLASS = getattr(downloader_module, DOWNLOADER.rpartition(".")[2])
URL = "https://times.example/"


def downloader(*, closing: bool) -> Any:
    """Make one without an engine, which the two methods under test do not need."""
    made = DOWNLOADER_CLASS.__new__(DOWNLOADER_CLASS)
    state = SimpleNamespace(closing=Deferred() if closing else None)
    made.crawler = SimpleNamespace(engine=SimpleNamespace(_slot=state))
    made.slots = {"times.example": Slot(concurrency=1, delay=0, jitter=0)}
    return made


async def test_a_transfer_is_counted_before_its_task_runs() -> None:
    made = downloader(closing=False)
    (slot,) = made.slots.values()
    request = Request(URL)
    waiting = made._wait_for_download(slot, request, Deferred())
    assert request in slot.transferring
    assert slot.free_transfer_slots() == 0
    waiting.close()


@pytest.mark.parametrize("closing", [True, False])
def test_what_waits_is_dropped_only_when_the_crawl_ends(closing: bool) -> None:
    made = downloader(closing=closing)
    (slot,) = made.slots.values()
    failed: list[Any] = []
    waiting: Deferred[Any] = Deferred()
    waiting.addErrback(failed.append)
    slot.queue.append((Request(URL), waiting))
    made._drop_when_closing()
    assert [failure.value.reason for failure in failed] == ["stopped"] * closing
    assert bool(slot.queue) is not closing


def test_a_crawl_that_has_no_engine_any_more_drops_nothing() -> None:
    made = downloader(closing=True)
    made.crawler.engine = None
    made._drop_when_closing()
    assert len(made.slots) == 1

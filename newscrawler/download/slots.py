"""Scrapy's downloader slots: one host's queue, held back, slowed or emptied as a whole."""

from __future__ import annotations

from time import monotonic
from typing import TYPE_CHECKING

from scrapy.utils.asyncio import call_later
from twisted.python.failure import Failure

if TYPE_CHECKING:
    from collections.abc import Callable

    from scrapy import Request
    from scrapy.core.downloader import Downloader, Slot
    from scrapy.crawler import Crawler


def downloader_of(crawler: Crawler) -> Downloader:
    """Return the downloader of a running crawl."""
    assert crawler.engine is not None
    return crawler.engine.downloader


def slot_key(crawler: Crawler, request: Request) -> str:
    """Return the name of the slot that a request goes to: its host."""
    return downloader_of(crawler).get_slot_key(request)


def slow_down(crawler: Crawler, key: str, delay: float, *, alone: bool) -> None:
    """Set a host's delay, for its present slot and for those that Scrapy makes later.

    :param delay: seconds.
    :param alone: one request at a time, and no jitter, because the host itself asked for this delay.
    """
    downloader = downloader_of(crawler)
    declared = {"delay": delay, **({"concurrency": 1, "jitter": 0.0} if alone else {})}
    downloader.per_slot_settings[key] = {**downloader.per_slot_settings.get(key, {}), **declared}
    slot = downloader.slots.get(key)
    if slot is not None:
        slot.delay = delay
        if alone:
            slot.concurrency = 1
            slot.jitter = 0.0


def note_sending(crawler: Crawler, request: Request) -> None:
    """Count a host's delay from now on.

    Scrapy counts it from the moment at which a slot lets a request go. A process that is busy then sends it
    later, and the next one in time: the host sees less than its delay between the two.
    """
    slot = downloader_of(crawler).slots.get(slot_key(crawler, request)) if crawler.engine else None
    if slot is not None:
        slot.lastseen = monotonic()


def hold(crawler: Crawler, key: str, seconds: float) -> None:
    """Send nothing to a host for some seconds."""
    downloader = downloader_of(crawler)
    slot = downloader.slots.get(key)
    if slot is None:
        return
    slot.close()  # cancels the call that would send the next request
    slot.latercall = call_later(seconds, downloader._latercall, slot)


def drop_waiting(slot: Slot, error: Callable[[], Exception]) -> int:
    """End every request that waits in a slot with an error; return how many."""
    dropped = 0
    while slot.queue:
        _, waiting = slot.queue.popleft()
        waiting.errback(Failure(error()))  # type: ignore[no-untyped-call]  # Twisted's is not typed
        dropped += 1
    return dropped

"""A first signal gives up what waits and bounds the rest; a second one leaves the run's record at once."""

from __future__ import annotations

import asyncio
import os
import signal
from collections import deque
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

import pytest
from scrapy.crawler import CrawlerProcessBase
from scrapy.utils.test import get_crawler

from newscrawler.exceptions import Left
from newscrawler.extensions import quick_stop
from newscrawler.extensions.quick_stop import QuickStop
from newscrawler.extensions.run_record import RunRecord
from newscrawler.run.signals import stopping

if TYPE_CHECKING:
    from collections.abc import Iterator

    from scrapy.crawler import Crawler


class Process(CrawlerProcessBase):
    """Scrapy's process, as far as it answers signals."""

    crawl = start = _stop_dfd = None  # type: ignore[assignment]  # nothing is crawled

    def __init__(self) -> None:
        self.told: list[str] = []

    def first(self, number: int, frame: object) -> None:
        self.told.append("first")
        signal.signal(signal.SIGTERM, self.second)

    def second(self, number: int, frame: object) -> None:
        self.told.append("second")


class Waiting:
    """A request in a slot."""

    error: Any = None

    def errback(self, failure: Any) -> None:
        self.error = failure.value


@pytest.fixture(autouse=True)
def handlers() -> Iterator[None]:
    before = {number: signal.getsignal(number) for number in (signal.SIGTERM, signal.SIGINT)}
    yield
    for number, handler in before.items():
        signal.signal(number, handler)


@pytest.fixture
def waiting() -> Waiting:
    return Waiting()


@pytest.fixture
def events() -> list[str]:
    return []


@pytest.fixture
def crawler(waiting: Waiting, events: list[str], monkeypatch: pytest.MonkeyPatch) -> Crawler:
    crawler = get_crawler()
    slot = SimpleNamespace(queue=deque([(None, waiting)]))
    crawler.engine = SimpleNamespace(downloader=SimpleNamespace(slots={"press.example": slot}))
    record = SimpleNamespace(is_open=True, end=lambda reason: events.append(f"record {reason}"))
    monkeypatch.setattr(crawler, "get_extension", {RunRecord: record}.get)

    def commit() -> None:
        events.append("commit")

    crawler.signals.connect(commit, stopping, weak=False)
    return crawler


async def send(number: int = signal.SIGTERM) -> None:
    os.kill(os.getpid(), number)
    for _ in range(3):
        await asyncio.sleep(0)


async def test_two_signals(crawler: Crawler, waiting: Waiting, events: list[str]) -> None:
    process = Process()
    signal.signal(signal.SIGTERM, process.first)
    QuickStop.from_crawler(crawler).spider_opened()
    await send()
    assert process.told == ["first"]
    assert isinstance(waiting.error, Left)
    assert (waiting.error.reason, events) == ("shutdown", ["commit"])
    await send()
    assert process.told == ["first", "second"]
    assert events == ["commit", "commit", "record shutdown"]


async def test_after_the_grace_it_is_as_if_a_second_signal_came(
    crawler: Crawler, events: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(quick_stop, "GRACE", 0.0)
    ended = asyncio.Event()
    monkeypatch.setattr(crawler.get_extension(RunRecord), "end", lambda reason: ended.set())
    process = Process()
    signal.signal(signal.SIGTERM, process.first)
    QuickStop.from_crawler(crawler).spider_opened()
    os.kill(os.getpid(), signal.SIGTERM)
    await ended.wait()
    assert process.told == ["first", "second"]
    assert events == ["commit", "commit"]


async def test_handlers_of_another_program_stay(crawler: Crawler) -> None:
    told: list[int] = []

    def own(number: int, frame: object) -> None:
        told.append(number)

    signal.signal(signal.SIGTERM, own)
    QuickStop.from_crawler(crawler).spider_opened()
    assert signal.getsignal(signal.SIGTERM) is own


async def test_two_crawls_in_one_process_are_both_told(crawler: Crawler, events: list[str]) -> None:
    process = Process()
    signal.signal(signal.SIGTERM, process.first)
    QuickStop.from_crawler(crawler).spider_opened()
    QuickStop.from_crawler(crawler).spider_opened()
    await send()
    assert process.told == ["first"]
    assert events == ["commit", "commit"]

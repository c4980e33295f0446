"""A site that refuses is left, after a share of the latest answers and not before."""

from __future__ import annotations

from collections import deque
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

import pytest
from scrapy.statscollectors import MemoryStatsCollector
from scrapy.utils.test import get_crawler

from newscrawler.exceptions import Left
from newscrawler.run.refusals import Refusals

if TYPE_CHECKING:
    from scrapy.crawler import Crawler


class Waiting:
    """A request in a slot."""

    def __init__(self) -> None:
        self.error: Any = None

    def errback(self, failure: Any) -> None:
        self.error = failure.value


@pytest.fixture
def closed() -> list[str]:
    return []


@pytest.fixture
def waiting() -> Waiting:
    return Waiting()


@pytest.fixture
def crawler(closed: list[str], waiting: Waiting, monkeypatch: pytest.MonkeyPatch) -> Crawler:
    async def close_spider_async(*, reason: str) -> None:
        closed.append(reason)

    slot = SimpleNamespace(queue=deque([(None, waiting)]))
    engine = SimpleNamespace(
        downloader=SimpleNamespace(slots={"press.example": slot}),
        spider=object(),
        close_spider_async=close_spider_async,
    )
    crawler = get_crawler(settings_dict={"REFUSALS_MAX": 4, "CHALLENGES_MAX": 2})
    crawler.stats = MemoryStatsCollector(crawler)
    monkeypatch.setattr(crawler, "_engine", engine, raising=False)
    monkeypatch.setattr(type(crawler), "engine", property(lambda self: self._engine), raising=False)
    return crawler


async def test_a_site_that_refuses_half_of_the_latest_answers_is_left(
    crawler: Crawler, closed: list[str], waiting: Waiting
) -> None:
    refusals = Refusals(crawler)
    for _ in range(3):
        refusals.answered("http-403")
        refusals.answered()
    assert not refusals.stopped
    refusals.answered("http-403")
    assert refusals.stopped
    assert isinstance(waiting.error, Left)
    assert crawler.stats.get_value("newscrawler/refusals/http-403") == 4


async def test_refusals_now_and_then_are_none_of_the_sites_ways(crawler: Crawler) -> None:
    refusals = Refusals(crawler)
    for number in range(100):
        refusals.answered("http-403" if number % 3 == 0 else None)
    assert not refusals.stopped


async def test_few_challenges_are_enough(crawler: Crawler) -> None:
    refusals = Refusals(crawler)
    refusals.answered("challenge", challenge=True)
    assert not refusals.stopped
    refusals.answered("challenge", challenge=True)
    assert refusals.stopped


async def test_no_bound(crawler: Crawler) -> None:
    crawler.settings.frozen = False
    crawler.settings.setdict({"REFUSALS_MAX": 0, "CHALLENGES_MAX": 0}, "cmdline")
    refusals = Refusals(crawler)
    for _ in range(1000):
        refusals.answered("challenge", challenge=True)
    assert not refusals.stopped

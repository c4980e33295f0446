"""What is told of many crawls while they run, and what one that cannot start means for the others."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest
from scrapy.settings import Settings
from scrapy.utils.test import get_crawler

from newscrawler.commands import site_crawls
from newscrawler.commands.ended_crawl import code_of, line_of
from newscrawler.commands.site_crawls import SiteCrawls
from newscrawler.exceptions import Busy, OutputError, WrongArgument
from newscrawler.news_spider import NewsSpider
from newscrawler.run.run import run_of


class Press(NewsSpider):
    name = "press"
    allowed_domains = ("press.example",)


class Process:
    """Starts no crawl: each ends when the test says so."""

    def __init__(self) -> None:
        self.tasks: list[asyncio.Future[None]] = []
        self.crawlers: list[Any] = []

    def create_crawler(self, name: str) -> Any:
        if name == "odd":
            raise RuntimeError("odd")
        self.crawlers.append(get_crawler(Press, {"OUTPUT_DIR": "output"}))
        return self.crawlers[-1]

    def crawl(self, crawler: Any, **_: str) -> asyncio.Future[None]:
        self.tasks.append(asyncio.get_running_loop().create_future())
        return self.tasks[-1]


@pytest.fixture
def said() -> list[str]:
    return []


def begun(process: Process, said: list[str], monkeypatch: pytest.MonkeyPatch, *sites: str) -> SiteCrawls:
    def check(name: str, *_: object) -> None:
        if name == "wrong":
            raise WrongArgument("wrong: not so")

    monkeypatch.setattr(site_crawls, "check_crawl", check)
    monkeypatch.setattr(site_crawls, "ending_of", lambda name, *_: (130 if name == "stopped" else 0, ""))
    crawls = SiteCrawls(process, Settings(), sites, {}, said.append)  # type: ignore[arg-type]  # a stand-in
    crawls.begin(2)
    return crawls


async def test_the_next_begins_when_one_has_ended(said: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    process = Process()
    crawls = begun(process, said, monkeypatch, "a", "wrong", "b", "odd", "c")
    assert len(process.tasks) == 2
    run_of(process.crawlers[0]).account.enter("https://press.example/1")
    run_of(process.crawlers[0]).account.settle("https://press.example/1", "new")
    assert crawls.line() == "1 of 5 sites, 2 running: 1 article, 0 pages, 0 errors"
    process.tasks[0].set_result(None)
    await asyncio.sleep(0)
    assert len(process.tasks) == 3
    assert said == ["wrong: wrong: not so", "odd: the crawl did not start: RuntimeError: odd"]
    for task in process.tasks[1:]:
        task.set_result(None)
    await asyncio.sleep(0)
    crawls.end()
    assert crawls.codes == {"wrong": 2, "a": 0, "odd": 1, "b": 0, "c": 0}
    assert crawls.summary() == "5 sites: 3 good, 1 wrong, 1 failed; 1 new, 0 revised"


async def test_a_signal_is_for_all(said: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    process = Process()
    crawls = begun(process, said, monkeypatch, "stopped", "b", "c", "d")
    process.tasks[0].set_result(None)
    await asyncio.sleep(0)
    assert len(process.tasks) == 2
    crawls.end()
    assert crawls.codes == {"stopped": 130, "b": 0}
    assert "; 2 not begun;" in crawls.summary()


@pytest.mark.parametrize(
    ("error", "code", "line"),
    [
        (Busy("press: another run"), 75, "press: another run"),
        (WrongArgument("not so"), 2, "press: not so"),
        (OutputError("no room"), 1, "press: no room"),
        (KeyError("x"), 1, "press: the crawl did not start: KeyError: 'x'"),
    ],
)
def test_how_a_crawl_ended_that_did_not_start(error: Exception, code: int, line: str) -> None:
    assert (code_of(error), line_of("press", error)) == (code, line)

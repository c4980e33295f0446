"""The life of browsers: started when needed, renewed, replaced, ended with their last page. Without one."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any, cast

import pytest
from scrapy.exceptions import NotSupported

from newscrawler.rendering import browser as module
from newscrawler.rendering.browser import BrowserError, IsolatedBrowserProvider
from newscrawler.rendering.choice import NoBrowser
from newscrawler.rendering.endings import BrowserGone, NotStarted
from newscrawler.rendering.processes import Process

if TYPE_CHECKING:
    from playwright.async_api import BrowserContext
    from scrapy_playwright.handler import Config

SEVEN, EIGHT = Process(7, 0), Process(8, 0)


@dataclass(eq=False)
class StartedBrowser:
    """Answers or hangs."""

    connected: bool = True
    hangs: bool = False
    closed: bool = False
    stopped: bool = False
    fails: Exception | None = None

    def is_connected(self) -> bool:
        return self.connected

    async def close(self) -> None:
        if self.hangs:
            await asyncio.sleep(60)
        if self.fails is not None:
            raise self.fails
        self.closed = True

    async def stop(self) -> None:
        """End as a driver."""
        self.stopped = True


@dataclass
class Machine:
    """What was started and killed on it."""

    browsers: list[StartedBrowser] = field(default_factory=list)
    drivers: list[StartedBrowser] = field(default_factory=list)
    killed: list[Process] = field(default_factory=list)
    fails: Exception | None = None
    start_seconds: float = 0
    """How long a browser takes to start."""

    async def start_driver(self) -> Any:
        self.drivers.append(StartedBrowser())
        return self.drivers[-1]

    async def start_browser(self, playwright: Any, config: Config) -> Any:
        if self.fails:
            raise self.fails
        await asyncio.sleep(self.start_seconds)
        self.browsers.append(StartedBrowser())
        return self.browsers[-1]

    def children(self, parent: int) -> set[Process]:
        return {Process(100 + len(self.browsers), 0)}


@pytest.fixture
def machine(monkeypatch: pytest.MonkeyPatch) -> Machine:
    made = Machine()
    monkeypatch.setattr(module, "start_driver", made.start_driver)
    monkeypatch.setattr(module, "start_browser", made.start_browser)
    monkeypatch.setattr(module, "children", made.children)
    monkeypatch.setattr(module, "kill_with_group", made.killed.append)
    monkeypatch.setattr(module, "CLOSE_SECONDS", 0.05)
    monkeypatch.setattr(module, "PAGE_SECONDS", 0.05)
    monkeypatch.setattr(module, "LAUNCH_SECONDS", 0.05)
    return made


def provider(renew_after: int = 0) -> IsolatedBrowserProvider:
    return IsolatedBrowserProvider(cast("Config", SimpleNamespace()), renew_after)


async def test_nothing_is_started_before_it_is_needed(machine: Machine) -> None:
    ours = provider()
    await ours.start()
    await ours.close()
    assert not machine.browsers


async def test_one_browser_serves_many_pages(machine: Machine) -> None:
    ours = provider()
    assert await ours.launch_browser() is await ours.launch_browser()
    assert ours.starts == 1
    await ours.close()
    assert machine.browsers[0].closed


async def test_it_is_renewed_and_ends_with_its_last_page(machine: Machine) -> None:
    ours = provider(renew_after=2)
    first = await ours.running()
    first.served, first.open = 2, 1
    assert await ours.running() is not first
    assert not machine.browsers[0].closed
    await ours.leave(first)
    assert machine.browsers[0].closed


async def test_one_that_has_gone_is_replaced_and_its_processes_are_ended(machine: Machine) -> None:
    ours = provider()
    first = await ours.running()
    first.processes = {SEVEN}
    machine.browsers[0].connected = False
    assert await ours.running() is not first
    assert machine.drivers[0].stopped
    assert machine.killed == [SEVEN], "a browser that was cut off may live on"


async def test_one_that_hangs_is_killed(machine: Machine) -> None:
    ours = provider()
    first = await ours.running()
    first.processes = {SEVEN}
    with pytest.raises(BrowserGone, match="TimeoutError"):
        await ours.in_time(first, asyncio.sleep(60))
    await ours.close()
    assert machine.killed == [SEVEN]


async def test_one_that_does_not_close_is_killed(machine: Machine) -> None:
    ours = provider()
    first = await ours.running()
    first.processes, machine.browsers[0].hangs = {SEVEN, EIGHT}, True
    await ours.close()
    assert machine.killed == [EIGHT, SEVEN]


@pytest.mark.parametrize("error", [BrowserError("Target closed"), RuntimeError("the handler is closed")])
async def test_one_that_fails_to_close_is_killed(machine: Machine, error: Exception) -> None:
    ours = provider()
    first = await ours.running()
    first.processes, machine.browsers[0].fails = {SEVEN}, error
    await ours.close()
    assert machine.killed == [SEVEN]


async def test_a_context_that_does_not_close_tells_of_a_browser_that_hangs(machine: Machine) -> None:
    ours = provider()
    first = await ours.running()
    hanging = cast("BrowserContext", StartedBrowser(hangs=True))
    assert await ours.close_context(first, cast("BrowserContext", StartedBrowser()))
    assert not await ours.close_context(first, hanging)
    assert await ours.running() is not first


async def test_a_context_has_gone_with_its_browser(machine: Machine) -> None:
    ours = provider()
    first = await ours.running()
    machine.browsers[0].connected = False
    assert await ours.close_context(first, cast("BrowserContext", StartedBrowser(hangs=True)))


@pytest.mark.parametrize("error", [BrowserError("Target closed"), RuntimeError("the handler is closed")])
async def test_an_error_of_a_browser_retires_it(machine: Machine, error: Exception) -> None:
    async def crash() -> None:
        raise error

    ours = provider()
    first = await ours.running()
    with pytest.raises(BrowserGone):
        await ours.in_time(first, crash())
    assert await ours.running() is not first


async def test_the_next_page_gets_a_fresh_one_when_asked(machine: Machine) -> None:
    ours = provider()
    first = await ours.running()
    ours.abandon()
    assert await ours.running() is not first
    assert ours.starts == 2


async def test_one_that_does_not_start(machine: Machine) -> None:
    machine.fails = BrowserGone("it could not be started")
    ours = provider()
    with pytest.raises(BrowserGone):
        await ours.running()
    assert ours.starts == 0


async def test_one_that_ends_whenever_it_is_started_is_none(machine: Machine) -> None:
    machine.fails = NotStarted("/bin/false could not be started")
    ours = provider()
    for wanted in (NotStarted, NotStarted, NoBrowser):
        with pytest.raises(wanted, match="/bin/false could not be started"):
            await ours.running()


async def test_one_that_was_there_may_come_again(machine: Machine) -> None:
    ours = provider()
    await ours.running()
    ours.abandon()
    machine.fails = NotStarted("it could not be started")
    for _ in range(4):
        with pytest.raises(NotStarted):
            await ours.running()


async def test_a_driver_that_does_not_start_one(machine: Machine) -> None:
    machine.start_seconds = 60
    ours = provider()
    with pytest.raises(BrowserGone, match="its driver does not start it"):
        await asyncio.wait_for(ours.running(), 5)
    machine.start_seconds = 0
    await ours.running()
    assert [driver.stopped for driver in machine.drivers] == [True, False]


async def test_no_state_is_kept_on_the_disk() -> None:
    with pytest.raises(NotSupported):
        await provider().launch_persistent_context({"user_data_dir": "profile"})

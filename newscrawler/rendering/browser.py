"""The browser: started when it is needed, renewed after some pages, replaced when it crashes or hangs."""

from __future__ import annotations

import asyncio
import os
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, TypeVar

from playwright.async_api import Error as BrowserError
from playwright.async_api import Page, Request, Route
from playwright.async_api import TimeoutError as BrowserTimeout
from scrapy.exceptions import NotSupported

from newscrawler.rendering.choice import NoBrowser
from newscrawler.rendering.endings import BrowserGone, NotStarted
from newscrawler.rendering.launch import start_browser, start_driver
from newscrawler.rendering.memory import bound_pages
from newscrawler.rendering.processes import Process, children, has_ended, kill_with_group

if TYPE_CHECKING:
    from collections.abc import Awaitable

    from playwright.async_api import Browser, BrowserContext, Playwright
    from scrapy_playwright.handler import Config

__all__ = [
    "CUT_OFF",
    "BrowserError",
    "BrowserTimeout",
    "IsolatedBrowserProvider",
    "Page",
    "Request",
    "Route",
    "Running",
]

T = TypeVar("T")

CUT_OFF: tuple[type[Exception], ...] = (BrowserError, RuntimeError, ConnectionError)
"""What a question to the browser raises where its page or the whole of it has gone.

Where the driver has ended and Playwright does not know it yet, the pipe raises: uvloop's a RuntimeError.
"""
NO_ANSWER: tuple[type[Exception], ...] = (*CUT_OFF, TimeoutError)
LAUNCH_SECONDS = 45.0
"""For a browser's start; the driver has 30 seconds of its own for it, and may hang itself."""
PAGE_SECONDS = 30.0
"""For a context and a page: a sound browser makes them at once, except on a loaded machine."""
CLOSE_SECONDS = 5.0
STARTS = 3
"""How often a browser may end as soon as it is started before it is given up."""


@dataclass(eq=False)
class Running:
    """One started browser with its driver; both end together."""

    playwright: Playwright
    browser: Browser
    processes: set[Process]
    """The driver, and below it the browser."""
    drivers: set[Process] = field(default_factory=set)
    served: int = 0
    """Pages so far."""
    open: int = 0
    """Pages now."""
    retired: bool = False
    """It gets no further page."""
    hangs: bool = False
    """It did not answer in time, so that it need not be asked to close."""

    def is_there(self) -> bool:
        """Tell whether browser and driver run: of a driver's end Playwright knows from a question to it."""
        return self.browser.is_connected() and not any(map(has_ended, self.drivers))


class IsolatedBrowserProvider:
    """Own the life of the browsers that scrapy-playwright uses: start, renewal, replacement, end.

    It has the methods of scrapy-playwright's ``BrowserProvider``.
    """

    def __init__(self, config: Config, renew_after: int = 0) -> None:
        """Make a provider; nothing is started before it is needed.

        :param renew_after: pages that one browser serves; 0: all.
        """
        self.config = config
        self.renew_after = renew_after
        self.starts = 0
        self._broken = 0
        self._running: Running | None = None
        self._retired: list[Running] = []
        self._lock = asyncio.Lock()

    async def start(self) -> None:
        """Do nothing: a crawl whose pages never come needs no browser."""

    async def launch_browser(self) -> Browser:
        """Return the browser for the next page."""
        return (await self.running()).browser

    async def launch_persistent_context(self, context_kwargs: dict[str, Any]) -> BrowserContext:
        """Refuse a context that keeps state on the disk."""
        raise NotSupported("a page's state does not outlive it: no user_data_dir")

    async def running(self) -> Running:
        """Return the browser for the next page, and start one where there is none or it is worn.

        :raises NoBrowser: there is none to start.
        :raises BrowserGone: it does not start.
        """
        async with self._lock:
            running = self._running
            if running is not None and (
                not running.is_there() or (self.renew_after and running.served >= self.renew_after)
            ):
                self._retire(running)
                if not running.open:
                    await self._end(running)
            if self._running is None:
                self._running = await self._start()
            return self._running

    async def in_time(self, running: Running, answer: Awaitable[T]) -> T:
        """Wait for what a sound browser does at once.

        :raises BrowserGone: it does not.
        """
        try:
            return await asyncio.wait_for(answer, PAGE_SECONDS)
        except NO_ANSWER as error:
            if isinstance(error, TimeoutError):
                self.give_up(running)
            self._retire(running)
            raise BrowserGone(f"it gives no page: {type(error).__name__}") from error

    async def close_context(self, running: Running, context: BrowserContext) -> bool:
        """Close a page's context; False if the browser hangs: a page alone that hangs can be closed."""
        if not running.browser.is_connected():
            self._retire(running)  # the context has gone with it
            return True
        if await _quietly(context.close()):
            return True
        self.give_up(running)
        return False

    async def close_page(self, page: Page) -> None:
        """Close a page; where its browser hangs, another will know."""
        await _quietly(page.close())

    def give_up(self, running: Running) -> None:
        """Take note that a browser does not answer: it gets no further page, and is killed."""
        running.hangs = True
        self._retire(running)

    async def leave(self, running: Running) -> None:
        """Take note that a page has been closed; a retired browser ends with its last page."""
        running.open -= 1
        if running.retired and not running.open:
            await self._end(running)

    def abandon(self) -> None:
        """Start another browser for the next page: this one has crashed or hangs."""
        if self._running is not None:
            self._retire(self._running)

    async def close(self) -> None:
        """End every browser that was started."""
        async with self._lock:
            if self._running is not None:
                self._retire(self._running)
            for running in list(self._retired):
                await self._end(running)

    def _retire(self, running: Running) -> None:
        running.retired = True
        if running is self._running:
            self._running = None
        if running not in self._retired:
            self._retired.append(running)

    async def _start(self) -> Running:
        before = children(os.getpid())
        try:
            playwright = await start_driver()
        except BrowserGone:
            _kill(children(os.getpid()) - before)
            raise
        drivers = children(os.getpid()) - before
        try:
            browser = await asyncio.wait_for(start_browser(playwright, self.config), LAUNCH_SECONDS)
        except BaseException as error:
            started = _with_children(drivers)
            if not await _quietly(playwright.stop()):
                _kill(started)
            self._check_starts(error)
            if isinstance(error, TimeoutError):
                raise BrowserGone(f"its driver does not start it in {LAUNCH_SECONDS:g} s") from error
            raise
        self.starts += 1
        bound_pages(drivers)
        return Running(playwright, browser, _with_children(drivers), drivers)

    def _check_starts(self, error: BaseException) -> None:
        """Give up a browser that ends whenever it is started: no page of this run can be read.

        :raises NoBrowser: it has ended so several times, and was never there.
        """
        self._broken += isinstance(error, NotStarted)
        if self._broken >= STARTS and not self.starts:
            raise NoBrowser(str(error)) from error

    async def _end(self, running: Running) -> None:
        """Close a browser and its driver; what does not end by itself is killed."""
        if running not in self._retired:
            return
        self._retired.remove(running)
        connected = running.browser.is_connected()
        closed = not running.hangs and (not connected or await _quietly(running.browser.close()))
        stopped = closed and await _quietly(running.playwright.stop())
        if not (connected and stopped):  # a browser that was cut off may live on without its driver
            _kill(running.processes)


def _with_children(drivers: set[Process]) -> set[Process]:
    return drivers | {process for driver in drivers for process in children(driver.number)}


def _kill(processes: set[Process]) -> None:
    for process in sorted(processes, reverse=True):
        kill_with_group(process)


async def _quietly(closing: Awaitable[None]) -> bool:
    """Close something that may have gone already; tell whether it answered in time."""
    try:
        await asyncio.wait_for(closing, CLOSE_SECONDS)
    except Exception:  # noqa: BLE001 - a broken connection to the driver has many names
        return False
    return True

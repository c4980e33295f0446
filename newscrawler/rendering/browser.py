"""The browser: started when it is needed, renewed after some pages, replaced when it crashes or hangs."""

from __future__ import annotations

import asyncio
import logging
import os
from contextlib import suppress
from dataclasses import dataclass
from operator import attrgetter
from typing import TYPE_CHECKING, Any, TypeVar

from playwright.async_api import Error as BrowserError
from playwright.async_api import Page, Request, Route, async_playwright
from scrapy.exceptions import NotSupported

from newscrawler.rendering.choice import Choice, choose
from newscrawler.rendering.processes import children, kill_with_group

if TYPE_CHECKING:
    from collections.abc import Awaitable

    from playwright.async_api import Browser as Chromium
    from playwright.async_api import BrowserContext, Playwright
    from scrapy_playwright.handler import Config

__all__ = [
    "BrowserError",
    "BrowserGone",
    "IsolatedBrowserProvider",
    "Page",
    "Request",
    "Route",
    "Running",
]

logger = logging.getLogger(__name__)

T = TypeVar("T")

START_SECONDS = 30.0
PAGE_SECONDS = 10.0
CLOSE_SECONDS = 5.0
HEAP_MB = 512  # of one tab; a page that takes more crashes, instead of the machine

ARGUMENTS = (
    # The browser connects to nothing: no name resolves, and there is no such proxy. The crawl's own
    # downloader brings what a page needs.
    "--host-resolver-rules=MAP * ~NOTFOUND",
    "--force-webrtc-ip-handling-policy=disable_non_proxied_udp",
    "--disable-quic",
    "--dns-prefetch-disable",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    "--no-pings",
    "--disable-gpu",
    "--mute-audio",
    "--disable-dev-shm-usage",  # /dev/shm has 64 MB in a container
    f"--js-flags=--max-old-space-size={HEAP_MB}",
)
NO_PROXY_OF_THAT_NAME = "http://no-network.invalid:1"


class BrowserGone(Exception):
    """The browser crashed, hangs or could not be started; another one may do better."""


@dataclass(eq=False)
class Running:
    """One started browser with its driver; both end together."""

    playwright: Playwright
    chromium: Chromium
    processes: set[int]
    """The driver, and below it the browser."""
    served: int = 0
    open: int = 0
    retired: bool = False
    hangs: bool = False
    """It did not answer in time, so that it need not be asked to close."""


class IsolatedBrowserProvider:
    """Own the life of the browsers that scrapy-playwright uses: start, renewal, replacement, end.

    It has the methods of scrapy-playwright's ``BrowserProvider``. The launch options name the browser in
    ``executable_path``; empty: Playwright's own or the system's.
    """

    def __init__(self, config: Config, renew_after: int = 0) -> None:
        """Make a provider; nothing is started before it is needed.

        :param renew_after: pages that one browser serves; 0: all.
        """
        self.options = dict(config.launch_options)
        self.path = str(self.options.pop("executable_path", ""))
        self.renew_after = renew_after
        self.starts = 0
        self._running: Running | None = None
        self._retired: list[Running] = []
        self._lock = asyncio.Lock()

    async def start(self) -> None:
        """Do nothing: a crawl whose pages never come needs no browser."""

    async def launch_browser(self) -> Chromium:
        """Return the browser for the next page."""
        return (await self.running()).chromium

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
                not running.chromium.is_connected()
                or (self.renew_after and running.served >= self.renew_after)
            ):
                self._retire(running)
                if not running.open:
                    await self._end(running)
            if self._running is None:
                self._running = await self._launch()
            return self._running

    async def in_time(self, running: Running, answer: Awaitable[T]) -> T:
        """Wait for what a sound browser does at once.

        :raises BrowserGone: it does not.
        """
        try:
            return await asyncio.wait_for(answer, PAGE_SECONDS)
        except (BrowserError, TimeoutError) as error:
            running.hangs = running.hangs or isinstance(error, TimeoutError)
            self._retire(running)
            raise BrowserGone(f"it gives no page: {type(error).__name__}") from error

    async def close_context(self, running: Running, context: BrowserContext) -> bool:
        """Close a page's context; False if the browser hangs: a page alone that hangs can be closed."""
        if not running.chromium.is_connected():
            self._retire(running)  # the context has gone with it
            return True
        if await _quietly(context.close()):
            return True
        running.hangs = True
        self._retire(running)
        return False

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

    async def _launch(self) -> Running:
        before = children(os.getpid())
        context_manager = async_playwright()
        try:
            playwright = await asyncio.wait_for(context_manager.start(), START_SECONDS)
        except Exception as error:  # the driver's end while it starts is a plain Exception
            raise BrowserGone(f"its driver could not be started: {error or type(error).__name__}") from error
        _look_at_its_end(context_manager)
        drivers = children(os.getpid()) - before
        try:
            choice = choose(self.path, playwright.chromium.executable_path)
            options: dict[str, Any] = {"timeout": START_SECONDS * 1000} | self.options
            chromium = await playwright.chromium.launch(
                **options,
                executable_path=choice.executable,
                args=[*ARGUMENTS, *_as_root()],
                proxy={"server": NO_PROXY_OF_THAT_NAME},
                handle_sigint=False,  # a signal stops the crawl, and the crawl its browser
                handle_sigterm=False,
                handle_sighup=False,
            )
        except BrowserError as error:
            await _quietly(playwright.stop())
            raise BrowserGone(f"it could not be started: {error.message.splitlines()[0]}") from error
        except BaseException:
            await _quietly(playwright.stop())
            raise
        browsers = {process for driver in drivers for process in children(driver)}
        self.starts += 1
        logger.info("Browser: %s %s (%s)", choice.executable, chromium.version, choice.found)
        return Running(playwright, chromium, drivers | browsers)

    async def _end(self, running: Running) -> None:
        """Close a browser and its driver; what does not end by itself is killed."""
        if running not in self._retired:
            return
        self._retired.remove(running)
        answers = running.chromium.is_connected() and not running.hangs
        closed = answers and await _quietly(running.chromium.close())
        stopped = await _quietly(running.playwright.stop()) if closed else False
        if not (closed and stopped):
            for process in sorted(running.processes, reverse=True):
                kill_with_group(process)


def installed(path: str) -> tuple[Choice, str]:
    """Start the browser that would be used and end it again: the choice and its version.

    :raises NoBrowser: there is none.
    :raises BrowserGone: it does not start.
    """

    async def start_and_end() -> tuple[Choice, str]:
        async with async_playwright() as playwright:
            choice = choose(path, playwright.chromium.executable_path)
            try:
                chromium = await playwright.chromium.launch(
                    executable_path=choice.executable, args=[*ARGUMENTS, *_as_root()]
                )
            except BrowserError as error:
                raise BrowserGone(f"{choice.executable}: {error.message.splitlines()[0]}") from error
            version = chromium.version
            await chromium.close()
            return choice, version

    loop = asyncio.new_event_loop()  # asyncio.run would take away the loop that Scrapy has set
    try:
        return loop.run_until_complete(start_and_end())
    finally:
        loop.close()


def _as_root() -> list[str]:
    """Chromium refuses to start as root with its sandbox; for any other user the sandbox stays on."""
    return ["--no-sandbox"] if hasattr(os, "geteuid") and os.geteuid() == 0 else []


def _look_at_its_end(manager: object) -> None:
    """Take note of the end of a driver: Playwright 1.65 looks at it while the driver starts only.

    If it is killed later, asyncio would log "Future exception was never retrieved" at the end of the crawl.
    That it has gone is known from the next question to it. There is no public way to that future.
    """
    with suppress(AttributeError):
        ended: asyncio.Future[None] = attrgetter("_client._transport.on_error_future")(manager)
        ended.add_done_callback(lambda future: future.cancelled() or future.exception())


async def _quietly(closing: Awaitable[None]) -> bool:
    """Close something that may have gone already; tell whether it answered in time."""
    with suppress(BrowserError):
        try:
            await asyncio.wait_for(closing, CLOSE_SECONDS)
        except TimeoutError:
            return False
        except Exception:  # noqa: BLE001 - a broken connection to the driver has many names
            return False
    return True

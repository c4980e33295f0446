"""The browser: started when it is needed, renewed after some pages, replaced when it crashes or hangs.

The one file of the project that names Playwright.
"""

from __future__ import annotations

import asyncio
import logging
import os
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field
from operator import attrgetter
from typing import TYPE_CHECKING, Any

from playwright.async_api import Error as BrowserError
from playwright.async_api import Page, Request, Route, async_playwright

from newscrawler.rendering.choice import Choice, choose
from newscrawler.rendering.processes import children, kill_with_group

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Awaitable

    from playwright.async_api import Browser as Chromium
    from playwright.async_api import BrowserContext, Playwright

__all__ = ["Browser", "BrowserError", "BrowserGone", "Page", "Request", "Route"]

logger = logging.getLogger(__name__)

START_SECONDS = 30.0
PAGE_SECONDS = 10.0
CLOSE_SECONDS = 5.0
VIEWPORT = (1280, 1024)
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


@dataclass
class _Running:
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


@dataclass
class Browser:
    """Give fresh pages, each in a context of its own, so that they share no cookie, cache or permission."""

    path: str
    """Setting ``BROWSER_PATH``."""
    user_agent: str
    language: str | None
    timezone: str | None
    """IANA zone in which scripts print times: the site's, not this machine's."""
    renew_after: int
    """Pages that one browser serves."""
    starts: int = 0
    _running: _Running | None = None
    _retired: list[_Running] = field(default_factory=list)
    _lock: asyncio.Lock = field(default_factory=asyncio.Lock)

    @asynccontextmanager
    async def page(self) -> AsyncIterator[Page]:
        """Open a page; it is closed with its context on every way out.

        :raises NoBrowser: there is none to start.
        :raises BrowserGone: it does not answer.
        """
        running = await self._start()
        running.open += 1
        running.served += 1
        try:
            context = await self._in_time(running, self._context(running))
            try:
                yield await self._in_time(running, context.new_page())
            except BaseException as error:
                closed = await self._close_context(running, context)
                if not closed and isinstance(error, Exception):
                    raise BrowserGone("it does not close a page") from error
                raise
            else:
                await self._close_context(running, context)
        finally:
            running.open -= 1
            if running.retired and not running.open:
                await self._end(running)

    async def close(self) -> None:
        """End every browser that was started."""
        async with self._lock:
            if self._running is not None:
                self._retired.append(self._running)
                self._running = None
            for running in list(self._retired):
                await self._end(running)

    def abandon(self) -> None:
        """Start another browser for the next page: this one has crashed or hangs."""
        if self._running is not None:
            self._retire(self._running)

    async def _start(self) -> _Running:
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

    def _retire(self, running: _Running) -> None:
        running.retired = True
        if running is self._running:
            self._running = None
        if running not in self._retired:
            self._retired.append(running)

    async def _launch(self) -> _Running:
        before = children(os.getpid())
        manager = async_playwright()
        playwright = await manager.start()
        _look_at_its_end(manager)
        drivers = children(os.getpid()) - before
        try:
            choice = choose(self.path, playwright.chromium.executable_path)
            chromium = await playwright.chromium.launch(
                executable_path=choice.executable,
                args=[*ARGUMENTS, *_as_root()],
                proxy={"server": NO_PROXY_OF_THAT_NAME},
                timeout=START_SECONDS * 1000,
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
        return _Running(playwright, chromium, drivers | browsers)

    async def _context(self, running: _Running) -> BrowserContext:
        return await running.chromium.new_context(
            user_agent=self.user_agent,
            locale=self.language or "en",
            timezone_id=self.timezone or "UTC",
            viewport={"width": VIEWPORT[0], "height": VIEWPORT[1]},
            accept_downloads=False,
            service_workers="block",
            bypass_csp=True,  # what a page may load is decided by us, not by its headers
            permissions=[],
        )

    async def _in_time(self, running: _Running, answer: Awaitable[Any]) -> Any:
        try:
            return await asyncio.wait_for(answer, PAGE_SECONDS)
        except (BrowserError, TimeoutError) as error:
            running.hangs = running.hangs or isinstance(error, TimeoutError)
            self._retire(running)
            raise BrowserGone(f"it gives no page: {type(error).__name__}") from error

    async def _close_context(self, running: _Running, context: BrowserContext) -> bool:
        """Close a page's context; False if the browser hangs: a page alone that hangs can be closed."""
        if await _quietly(context.close()):
            return True
        running.hangs = True
        self._retire(running)
        return False

    async def _end(self, running: _Running) -> None:
        """Close a browser and its driver; what does not end by itself is killed."""
        if running not in self._retired:
            return
        self._retired.remove(running)
        closed = not running.hangs and await _quietly(running.chromium.close())
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

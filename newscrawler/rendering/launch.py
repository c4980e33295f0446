"""Start a browser: one of this machine, which gets no network, or a remote one, where it is let in."""

from __future__ import annotations

import asyncio
import logging
import os
from typing import TYPE_CHECKING, Any

from playwright.async_api import Error as BrowserError
from playwright.async_api import TimeoutError as BrowserTimeout
from playwright.async_api import async_playwright

from newscrawler.rendering.choice import Choice, NoBrowser, choose
from newscrawler.rendering.endings import BrowserGone, NotStarted

if TYPE_CHECKING:
    from playwright.async_api import Browser, Playwright
    from scrapy_playwright.handler import Config

logger = logging.getLogger(__name__)

START_SECONDS = 30.0
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


async def start_driver() -> Playwright:
    """Start Playwright's own process, which talks to the browser.

    :raises BrowserGone: it does not start.
    """
    logging.getLogger("asyncio").addFilter(is_worth_logging)  # it is added once
    try:
        return await asyncio.wait_for(async_playwright().start(), START_SECONDS)
    except Exception as error:  # its end while it starts is a plain Exception
        raise BrowserGone(f"its driver could not be started: {str(error) or type(error).__name__}") from error


async def start_browser(playwright: Playwright, config: Config) -> Browser:
    """Start the browser of this machine, or connect to a remote one.

    :param config: ``executable_path`` of its launch options names the browser; empty: Playwright's own or the
        system's.
    :raises NoBrowser: there is none to start.
    :raises NotStarted: it ends at once.
    :raises BrowserGone: it does not answer in time.
    """
    which = remote = config.cdp_url or config.connect_url
    try:
        if remote:
            return await _connect(playwright, config)
        options: dict[str, Any] = {"timeout": START_SECONDS * 1000} | config.launch_options
        choice = choose(
            str(options.pop("executable_path", "")),
            playwright.chromium.executable_path,
            headless=bool(options.get("headless", True)),
        )
        which = choice.executable
        browser = await playwright.chromium.launch(
            **options,
            executable_path=choice.executable,
            args=[*ARGUMENTS, *_as_root()],
            proxy={"server": NO_PROXY_OF_THAT_NAME},
            handle_sigint=False,  # a signal stops the crawl, and the crawl its browser
            handle_sigterm=False,
            handle_sighup=False,
        )
    except BrowserTimeout as error:
        raise BrowserGone(f"{which} does not start: {error.message.splitlines()[0]}") from error
    except BrowserError as error:
        said = error.message.splitlines()[0]
        if remote:
            raise NotStarted(f"there is no browser at {which}: {said}") from error
        advice = "scrapy doctor tries it, BROWSER_PATH names another"
        raise NotStarted(f"{which} could not be started: {said}; {advice}") from error
    logger.info("Browser: %s %s (%s)", choice.executable, browser.version, choice.found)
    return browser


async def _connect(playwright: Playwright, config: Config) -> Browser:
    try:
        return await _connected(playwright, config)
    except TypeError as error:  # an option that there is not
        name = "PLAYWRIGHT_CDP_KWARGS" if config.cdp_url else "PLAYWRIGHT_CONNECT_KWARGS"
        raise NoBrowser(f"{name}: {error}") from error


async def _connected(playwright: Playwright, config: Config) -> Browser:
    if config.cdp_url:
        options = {"timeout": START_SECONDS * 1000} | config.cdp_kwargs
        browser = await playwright.chromium.connect_over_cdp(config.cdp_url, **options)
    else:
        kind = getattr(playwright, config.browser_type_name)
        options = {"timeout": START_SECONDS * 1000} | config.connect_kwargs
        browser = await kind.connect(config.connect_url, **options)
    logger.info("Browser: remote %s %s", config.browser_type_name, browser.version)
    return browser


def installed(path: str) -> tuple[Choice, str]:
    """Start the browser that would be used and end it again: the choice and its version.

    :raises NoBrowser: there is none.
    :raises BrowserGone: it does not start.
    """

    async def start_and_end() -> tuple[Choice, str]:
        async with async_playwright() as playwright:
            choice = choose(path, playwright.chromium.executable_path)
            try:
                browser = await playwright.chromium.launch(
                    executable_path=choice.executable, args=[*ARGUMENTS, *_as_root()]
                )
            except BrowserError as error:
                raise BrowserGone(f"{choice.executable}: {error.message.splitlines()[0]}") from error
            version = browser.version
            await browser.close()
            return choice, version

    loop = asyncio.new_event_loop()  # asyncio.run would take away the loop that Scrapy has set
    try:
        return loop.run_until_complete(start_and_end())
    finally:
        loop.close()


def _as_root() -> list[str]:
    """Chromium refuses to start as root with its sandbox; for any other user the sandbox stays on."""
    return ["--no-sandbox"] if hasattr(os, "geteuid") and os.geteuid() == 0 else []


SAID_OTHERWISE = (
    "Connection.send_message_to_server",  # it is killed in the moment in which it is written to
    "Connection.initialize_playwright",  # it is killed while it starts, since that takes too long
    "Connection closed while reading from the driver",
)
"""Signs of what asyncio logs where a driver ends. That it has gone is known from the next question to it."""


def is_worth_logging(record: logging.LogRecord) -> bool:
    """Leave out what asyncio logs of a driver's end: Playwright's own callbacks and tasks raise then."""
    return not any(sign in record.getMessage() for sign in SAID_OTHERWISE)

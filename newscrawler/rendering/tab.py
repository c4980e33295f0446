"""One page while it is rendered: what it is waited for, and what ends it before its time."""

from __future__ import annotations

import asyncio
import logging
import re
from dataclasses import replace
from time import monotonic
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from newscrawler.discovery.pagers.more_button import MORE
from newscrawler.exceptions import Failed, Left
from newscrawler.rendering.browser import BrowserError, BrowserTimeout
from newscrawler.rendering.endings import ScriptRedirect, TabCrashed
from newscrawler.rendering.rows import Rows
from newscrawler.rendering.scripts import FIND_BUTTON, FIND_ROWS, QUIET, SHOWN

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Coroutine, Mapping, Sequence

    from newscrawler.rendering import Rendering
    from newscrawler.rendering.browser import Page
    from newscrawler.rendering.network import Network

logger = logging.getLogger(__name__)

WATCH = 0.2
"""Seconds between two looks at what a page has come to."""
ROUNDS = 10
"""How often a page that never rests is looked at before its state is taken as it is."""

NO_SELECTOR = "is not a valid selector"
"""What the browser says of CSS that it does not understand: it stands in a declaration, not in the page."""
SCRIPT_ERROR = re.compile(r"\b(Type|Reference|Range|Syntax|Security)Error: ")
"""What the browser says where a page's scripts have replaced what every page has: ``Promise``…"""
LED_ON = ("context was destroyed", "page is navigating")
"""What the browser says when the page gets another document while it is asked."""


class Tab:
    """A browser page with the document of one response."""

    def __init__(
        self,
        page: Page,
        network: Network,
        how: Rendering,
        seconds: float,
        *,
        goto_options: Mapping[str, Any] | None = None,
        page_methods: Sequence[Callable[[], Awaitable[None]]] = (),
    ) -> None:
        """Make a tab.

        :param seconds: how long the page may work between two signs of progress; the time in which its
            requests wait for the site does not count: there are bounds for that.
        :param goto_options: ``wait_until`` and ``timeout`` (milliseconds) of the request itself.
        :param page_methods: what the request itself wants done when the page has come to rest.
        """
        self.page = page
        self.network = network
        self.navigation = network.navigation
        self.how = how
        self.seconds = seconds
        self.goto_options: dict[str, Any] = {"wait_until": "commit", "timeout": 0} | dict(goto_options or {})
        self.page_methods = page_methods
        self.errors: list[str] = []
        """Errors of the page's own scripts."""
        self.pressed = 0
        self.rows: Rows | None = None
        self._worked = 0.0
        self._crashed = False

    # What the page is asked

    async def ask(self, script: str, argument: Any = None) -> Any:
        """Run a function in the page."""
        self._check()
        return await self.page.evaluate(script, argument)

    async def settle(self, quiet: int) -> None:
        """Wait until the page waits for nothing and adds nothing for some milliseconds of its own time."""
        for _ in range(ROUNDS):
            await self.network.idle()
            before = self.network.awaited
            try:
                rests = await self.ask(QUIET, quiet)
            except BrowserError as error:
                if not any(sign in error.message for sign in LED_ON):
                    raise
                continue  # with the document that the page has now
            if rests and before == self.network.awaited:
                return

    def progress(self) -> None:
        """Give the page its whole time again: it has brought something."""
        self._worked = 0.0

    def _check(self) -> None:
        """Raise what ends the page.

        Where it wanted to go does not matter to a listing whose rows are there: it has not gone.
        """
        if self.navigation.redirect and not (self.rows and self.rows.count):
            method, url = self.navigation.redirect
            if method != "GET":
                raise Failed("navigated_away", f"{method} {url}")
            raise ScriptRedirect(url)
        self.network.check()

    # The whole

    async def read(self, url: str, most: int, stopping: Callable[[], bool]) -> str:
        """Load the document and what belongs to it; the page's HTML at the end.

        :param url: of the document.
        :raises Failed: ``render_timeout``, ``navigated_away``, ``not_ready``, ``render_requests``,
            ``wrong_selector``, ``page_method``; or why a document that a page method led to could not be had.
        :raises ScriptRedirect: its own script led it on before it was at rest.
        :raises TabCrashed: the page's process has ended.
        """
        self.page.on("crash", self._crash)
        self.page.on("pageerror", lambda error: self.errors.append(str(error).splitlines()[0][:200]))
        try:
            await self._watched(self._load(url, most), stopping)
        except TimeoutError:
            if self.rows is None or not self.rows.count:
                raise Failed("render_timeout", f"{self.seconds:g} s without progress") from None
            self.rows.gave_up = "render_timeout"
        try:
            return str(await self._watched(self._content(), stopping))
        except TimeoutError:
            raise Failed("render_timeout", "the page does not answer") from None
        finally:
            self.navigation.at_rest = True  # from now on a callback may have it

    async def _load(self, url: str, most: int) -> None:
        try:
            await self.page.goto(url, **self.goto_options)
        except BrowserTimeout as error:
            raise Failed("render_timeout", error.message.splitlines()[0]) from error
        if self.how.find:
            await self._find()
        if self.how.rows is not None:
            self.rows = Rows(self.how)
            await self.rows.load(self, most)
        else:
            await self._rest()
        if not _is_web(self.page.url):
            raise Failed("navigated_away", self.page.url[:200])
        self.navigation.at_rest = bool(self.page_methods)
        for method in self.page_methods:
            await self._call(method)

    async def _rest(self) -> None:
        """Wait until the page has what must be there."""
        for quiet in (500, 1000, 2000):
            await self.settle(quiet)
            if self.how.ready is None or await self.ask(SHOWN, self.how.ready):
                self._check()
                return
        reason = self.network.problems[-1] if self.network.problems else self.how.ready
        raise Failed("not_ready", str(reason))

    async def _call(self, method: Callable[[], Awaitable[None]]) -> None:
        """Call a page method.

        :raises Failed: ``page_method``: it raised, closed the page or led it out of the web.
        """
        try:
            await method()
        except BrowserError as error:
            self._check()
            self._check_open()
            gone = self._crashed or self.page.is_closed()
            if gone or not (isinstance(error, BrowserTimeout) or await self._answers()):
                raise
            raise Failed("page_method", error.message.splitlines()[0]) from error
        except Exception as error:
            logger.exception("%s: a page method raised", document_of(self.page))
            raise Failed("page_method", f"{type(error).__name__}: {error}") from error
        self._check_open()
        await self.settle(500)
        self._check()
        if not _is_web(self.page.url):
            raise Failed("page_method", f"it has led the page to {self.page.url}")

    def _check_open(self) -> None:
        """Raise if a page method has closed the page: its browser is there, and nothing crashed."""
        if self.page.is_closed() and not self._crashed and self.network.is_connected():
            raise Failed("page_method", "it has closed the page")

    async def _answers(self) -> bool:
        try:
            return bool(await self.page.evaluate("true"))
        except BrowserError:
            return False

    async def _find(self) -> None:
        """Find rows and a button where none are declared."""
        await self.settle(1000)
        rows = self.how.rows or await self.ask(FIND_ROWS)
        button = self.how.load_more or await self.ask(FIND_BUTTON, MORE)
        self.how = replace(self.how, rows=rows, load_more=button, scroll=self.how.scroll or not button)

    async def _content(self) -> str:
        content = self.rows.content(self) if self.rows else self.page.content()
        return await asyncio.wait_for(content, self.seconds)

    async def _watched(self, work: Coroutine[Any, Any, Any], stopping: Callable[[], bool]) -> Any:
        """Do something while the page lives, has time and is where it was."""
        task = asyncio.ensure_future(work)
        before = monotonic()
        try:
            while True:
                done, _ = await asyncio.wait({task}, timeout=WATCH)
                if done:
                    return self._result(task)
                now = monotonic()
                if not self.network.fetching:
                    self._worked += now - before
                before = now
                if self._crashed or self.page.is_closed():  # with its driver, whose end is no "crash"
                    raise TabCrashed(document_of(self.page))
                if stopping():
                    raise Left("shutdown")
                self._check()
                if self._worked > self.seconds:
                    raise TimeoutError
        finally:
            if not task.done():
                task.cancel()
                await asyncio.wait({task}, timeout=1)

    def _result(self, task: asyncio.Future[Any]) -> Any:
        try:
            return task.result()
        except BrowserError as error:
            self._check()
            said = error.message.splitlines()[0]
            if NO_SELECTOR in said:
                raise Failed("wrong_selector", said) from error
            if SCRIPT_ERROR.search(said) and not self._crashed and not self.page.is_closed():
                raise Failed("script_error", said) from error
            raise TabCrashed(said) from error

    def _crash(self, _: Page) -> None:
        self._crashed = True


def _is_web(url: str) -> bool:
    return urlsplit(url).scheme in {"http", "https"}


def document_of(page: Page) -> str:
    """Return the URL of a page, empty if the page has gone."""
    try:
        return page.url
    except BrowserError:
        return ""

"""Turns: how many pages are open at once, and which of them a callback has kept for too long."""

from __future__ import annotations

import asyncio
import logging
from contextlib import suppress
from dataclasses import dataclass, field
from time import monotonic
from typing import TYPE_CHECKING

from newscrawler.exceptions import Left
from newscrawler.rendering.browser import CUT_OFF

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from newscrawler.rendering.browser import Page

logger = logging.getLogger(__name__)

LOOK = 1.0
CLOSE_SECONDS = 5.0


@dataclass(frozen=True, slots=True)
class Held:
    """A page that a callback has."""

    page: Page
    is_there: Callable[[], bool]
    """Tells whether the page's browser is."""
    leave: Callable[[], Awaitable[object]]
    """What is done once when the page has been closed, by whomever; it gives the turn back."""
    since: float = field(default_factory=monotonic)


class Turns:
    """Places for open pages. A page that a callback has keeps its place until the callback closes it."""

    def __init__(self, places: int, kept_seconds: float = 300, look: float = LOOK) -> None:
        """Make turns.

        :param kept_seconds: how long a callback may have its page while others wait and no place is free.
        :param look: seconds between two looks at whether the crawl ends, or a page is kept for too long.
        """
        self._places, self._kept_seconds, self._look = max(1, places), kept_seconds, look
        self._free = asyncio.Semaphore(self._places)
        self._kept: dict[str, Held] = {}

    async def take(self, stopping: Callable[[], bool]) -> None:
        """Wait for a turn.

        :raises Left: ``shutdown``: the crawl ends.
        """
        turn = asyncio.ensure_future(self._free.acquire())
        try:
            while not (await asyncio.wait({turn}, timeout=self._look))[0]:
                if stopping():
                    raise Left("shutdown")
                await self._take_back()
        except BaseException:
            if not turn.cancel():
                self._free.release()  # it came in the same moment
            raise

    def keep(self, name: str, held: Held) -> None:
        """Take note that a page is a callback's now."""
        self._kept[name] = held

        async def left(_: Page) -> None:
            await self._leave(name)

        held.page.on("close", left)

    def give_back(self) -> None:
        """Let the next page in: one has been closed."""
        self._free.release()

    async def _leave(self, name: str) -> None:
        if (held := self._kept.pop(name, None)) is not None:
            await held.leave()

    async def _take_back(self) -> None:
        """Close the page that was kept longest, where nothing else would ever go on."""
        for name in [name for name, held in self._kept.items() if not held.is_there()]:
            await self._leave(name)  # of its browser's end no event has come
        if len(self._kept) < self._places:
            return
        name, held = min(self._kept.items(), key=lambda kept: kept[1].since)
        if monotonic() - held.since < self._kept_seconds:
            return
        logger.warning(
            "%s: its callback has not closed the page (playwright_include_page) for %.0f s, and others wait: "
            "it is closed",
            held.page.url,
            self._kept_seconds,
        )
        with suppress(*CUT_OFF, TimeoutError):
            await asyncio.wait_for(held.page.close(), CLOSE_SECONDS)
        await self._leave(name)  # where the driver has ended, the page does not say that it is closed

"""The rows of a listing, loaded to their end; every wait is for a condition, never for a time alone."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from newscrawler.rendering.scripts import FITS, PRESS, RESTORE, ROWS, SCROLL, SHOWN

if TYPE_CHECKING:
    from newscrawler.rendering import Rendering
    from newscrawler.rendering.tab import Tab

TRIES = 2
"""Answered tries in a row that bring no row before a listing is believed to have ended."""


@dataclass(slots=True)
class Rows:
    """How far a listing has been loaded."""

    how: Rendering
    count: int = 0
    """Different rows."""
    batches: int = 0
    end: str | None = None
    """By what its end was recognised: ``button``, ``marker``, ``server``, ``no_more`` (answer without rows),
    ``short`` (a batch smaller than others, and no question after it), ``fits`` (nothing to scroll),
    ``pages``,
    ``selection``."""
    gave_up: str | None = None
    """Why there may be more rows than these."""
    button: str = "none"
    """What became of the button when it was last looked for."""
    _latest: int = 0
    """Rows of the latest batch."""
    _largest: int = 0
    _html: list[tuple[str, str]] = field(default_factory=list)

    async def load(self, tab: Tab, most: int) -> None:
        """Load until the end, or until a bound.

        :param most: rows.
        """
        assert self.how.rows
        await self._first(tab)
        tries = 0
        while self.end is None and self.gave_up is None:
            before = self.count
            if tries == 0 and await self._is_enough(tab, most):
                return
            if tries == 0:
                tab.network.forget()
                tab.errors.clear()
            tab.network.batch += 1
            if not await self._ask_for_more(tab):
                return
            if await self._grown(tab, before):
                tries = 0
                self.batches += 1
                self._latest = self.count - before
                self._largest = max(self._largest, self._latest)
                continue
            tries += 1
            await self._judge(tab, tries)

    async def content(self, tab: Tab) -> str:
        """Get the page's HTML with every row, those that the page itself took away again first."""
        found = await tab.ask(RESTORE, [self.how.rows, self._html])
        tab.network.count("newscrawler/render/rows_restored", found["restored"])
        return str(found["html"])

    async def _first(self, tab: Tab) -> None:
        """Wait for the first rows; without them nothing is pressed."""
        for patience in (1, 4, 8):
            if await self._grown(tab, 0, patience):
                self.batches = 1
                self._latest = self._largest = self.count
                return
            if await self._at_marker(tab):
                self.end = "marker"
                return
        self.gave_up = tab.network.problems[-1] if tab.network.problems else "no rows"

    async def _is_enough(self, tab: Tab, most: int) -> bool:
        if not (self.how.load_more or self.how.scroll):
            self.end = "no_more"
        elif await self._at_marker(tab):
            self.end = "marker"
        elif self.how.pages and self.batches >= self.how.pages:
            self.end = "pages"
        elif not self._wants_more():
            self.end = "selection"
        elif tab.network.exceeded:
            self.gave_up = "render_requests"
        elif tab.navigation.redirect:
            self.gave_up = "navigated_away"
        elif most and self.count >= most:
            self.gave_up = "listing_items"
        return self.end is not None or self.gave_up is not None

    def _wants_more(self) -> bool:
        wanted, latest = self.how.wants_more, self._html[-self._latest :] if self._latest else []
        return wanted is None or wanted([html for _, html in latest])

    async def _ask_for_more(self, tab: Tab) -> bool:
        """Press or scroll; False at the end of a listing whose button has gone."""
        assert self.how.rows
        if self.how.load_more:
            self.button = await tab.ask(PRESS, self.how.load_more)
            if self.button == "pressed":
                tab.pressed += 1
                return True
            if not self.how.scroll:
                self._ends("button")
                return False
        await tab.ask(SCROLL, self.how.rows)
        return True

    async def _grown(self, tab: Tab, before: int, patience: int = 1) -> bool:
        """Wait until there are more rows, or until the page has come to rest without."""
        for quiet in (150, 300 * patience, 1000 * patience):
            await tab.settle(quiet)
            found = await tab.ask(ROWS, self.how.rows)
            self._html += [(key, html) for key, html in found["fresh"]]
            self.count = int(found["count"])
            if self.count > before:
                tab.progress()
                return True
        return False

    async def _judge(self, tab: Tab, tries: int) -> None:
        """Decide what it means that no rows came."""
        network = tab.network
        if network.problems:
            self.gave_up = network.problems[-1]
        elif tab.navigation.redirect:
            self.gave_up = "navigated_away"
        elif await self._at_marker(tab):
            self.end = "marker"
        elif network.ended and not tab.errors:
            self._ends("server")
        elif tries < TRIES:
            return
        elif network.answered:
            self._ends("no_more")
        elif self._latest < self._largest:
            self._ends("short")
        elif self.how.scroll and not tab.errors and await tab.ask(FITS):
            self._ends("fits")
        else:
            self.gave_up = tab.errors[-1] if tab.errors else "nothing is asked for any more"

    def _ends(self, sign: str) -> None:
        """End by another sign than the marker, which is no end where a marker is declared."""
        if self.how.end_marker:
            self.gave_up = f"no end marker ({sign})"
        else:
            self.end = sign

    async def _at_marker(self, tab: Tab) -> bool:
        return bool(self.how.end_marker) and bool(await tab.ask(SHOWN, self.how.end_marker))

"""By which signs a listing ends in the browser, and when it is given up."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any, cast

import pytest

from newscrawler.rendering import Rendering
from newscrawler.rendering.rows import Rows
from newscrawler.rendering.scripts import FITS, PRESS, RESTORE, ROWS, SCROLL, SHOWN

if TYPE_CHECKING:
    from newscrawler.rendering.tab import Tab

MORE = Rendering(rows="a.row", load_more="#more")
SCROLLED = Rendering(rows="a.row", scroll=True)


@dataclass
class Asked:
    """What the network of a page has seen since the last batch."""

    problems: list[str] = field(default_factory=list)
    answered: int = 0
    ended: bool = False
    exceeded: bool = False
    batch: int = 0
    counts: Counter[str] = field(default_factory=Counter)

    def forget(self) -> None:
        """Keep what was set: it is what each batch brings."""

    def count(self, what: str, number: int) -> None:
        self.counts[what] += number


@dataclass
class Going:
    """Where the page wanted to go."""

    redirect: tuple[str, str] | None = None


@dataclass
class ListingTab:
    """A page that shows further rows as often as it is pressed or scrolled."""

    batches: list[int]
    """Rows of each batch, the first one included."""
    network: Asked = field(default_factory=Asked)
    navigation: Going = field(default_factory=Going)
    errors: list[str] = field(default_factory=list)
    pressed: int = 0
    shown: bool = False
    fits: bool = False
    button: str = "pressed"
    """What it says when all batches are there."""
    _loaded: int = 1
    _told: int = 0

    @property
    def count(self) -> int:
        return sum(self.batches[: self._loaded])

    async def settle(self, quiet: int) -> None:
        """Have nothing to wait for."""

    def progress(self) -> None:
        """Take no note."""

    async def ask(self, script: str, argument: Any = None) -> Any:
        if script == ROWS:
            fresh = [(str(n), f"<a>{n}</a>") for n in range(self._told, self.count)]
            self._told = self.count
            return {"count": self.count, "fresh": fresh}
        if script == RESTORE:
            return {"restored": 2, "html": "".join(html for _, html in argument[1])}
        if script in {PRESS, SCROLL}:
            there = self._loaded < len(self.batches)
            self._loaded += there
            return "pressed" if there else self.button
        return {SHOWN: self.shown, FITS: self.fits}[script]


async def load(how: Rendering, tab: ListingTab, most: int = 0) -> Rows:
    rows = Rows(how)
    await rows.load(cast("Tab", tab), most)
    return rows


@pytest.mark.parametrize(
    ("tab", "how", "end"),
    [
        (ListingTab([3]), Rendering(rows="a.row"), "no_more"),
        (ListingTab([3, 3, 1], button="off"), MORE, "button"),
        (ListingTab([3, 3], network=Asked(ended=True)), MORE, "server"),
        (ListingTab([3, 3], network=Asked(answered=1)), MORE, "no_more"),
        (ListingTab([3, 1]), MORE, "short"),
        (ListingTab([3], fits=True), SCROLLED, "fits"),
        (ListingTab([3, 3, 3]), replace(MORE, pages=2), "pages"),
        (ListingTab([3, 3]), replace(MORE, wants_more=lambda rows: False), "selection"),
        (ListingTab([3, 3], shown=True), replace(MORE, end_marker=".end"), "marker"),
        (ListingTab([0], shown=True), replace(MORE, end_marker=".end"), "marker"),
    ],
    ids=["all at once", "button", "server", "no more", "short", "fits", "pages", "since", "marker", "none"],
)
async def test_it_ends(tab: ListingTab, how: Rendering, end: str) -> None:
    rows = await load(how, tab)
    assert (rows.end, rows.gave_up) == (end, None)
    assert rows.count == tab.count


@pytest.mark.parametrize(
    ("tab", "how", "most", "why"),
    [
        (ListingTab([0]), MORE, 0, "no rows"),
        (ListingTab([3, 3]), MORE, 0, "nothing is asked for any more"),
        (ListingTab([3], errors=[]), SCROLLED, 0, "nothing is asked for any more"),
        (ListingTab([3], network=Asked(problems=["http-503"])), MORE, 0, "http-503"),
        (ListingTab([3], navigation=Going(("GET", "/2"))), MORE, 0, "navigated_away"),
        (ListingTab([3], network=Asked(exceeded=True)), MORE, 0, "render_requests"),
        (ListingTab([3, 3, 3]), MORE, 5, "listing_items"),
        (ListingTab([3, 1]), replace(MORE, end_marker=".end"), 0, "no end marker (short)"),
        (ListingTab([3], button="none"), replace(MORE, end_marker=".end"), 0, "no end marker (button)"),
    ],
    ids=["none", "dead", "still", "failed", "leaves", "asks", "bound", "unmarked", "no button"],
)
async def test_it_gives_up(tab: ListingTab, how: Rendering, most: int, why: str) -> None:
    rows = await load(how, tab, most)
    assert (rows.end, rows.gave_up) == (None, why)


async def test_rows_that_the_page_took_away_are_read() -> None:
    tab = ListingTab([2, 2], button="off")
    rows = await load(MORE, tab)
    assert await rows.content(cast("Tab", tab)) == "<a>0</a><a>1</a><a>2</a><a>3</a>"
    assert tab.network.counts == {"newscrawler/render/rows_restored": 2}
    assert tab.pressed == 1

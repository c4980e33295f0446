"""Places for pages: who waits, who is let in, and what becomes of pages that nobody closes."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Any, cast

import pytest

from newscrawler.exceptions import Left
from newscrawler.rendering.browser import BrowserError
from newscrawler.rendering.turns import Held, Turns

if TYPE_CHECKING:
    from newscrawler.rendering.browser import Page


class KeptPage:
    """A page that a callback has; ``fails``: it does not let itself be closed, as without its driver."""

    url = "https://gazette.invalid/1"

    def __init__(self, turns: Turns, *, fails: bool = False) -> None:
        self.turns, self.fails = turns, fails
        self.closed = self.left = 0
        self.gone = False
        self.listener: Any = None

    def on(self, event: str, listener: Any) -> None:
        assert event == "close"
        self.listener = listener

    def is_there(self) -> bool:
        return not self.gone

    async def close(self) -> None:
        self.closed += 1
        if self.fails:
            raise BrowserError("no")
        self.gone = True
        await self.listener(self)

    async def leave(self) -> None:
        self.left += 1
        self.turns.give_back()

    def keep(self, name: str) -> None:
        self.turns.keep(name, Held(cast("Page", self), self.is_there, self.leave))


def goes_on() -> bool:
    return False


async def test_the_next_page_waits_for_a_place() -> None:
    turns = Turns(1, look=0.001)
    await turns.take(goes_on)
    waiting = asyncio.ensure_future(turns.take(goes_on))
    await asyncio.sleep(0.01)
    assert not waiting.done()
    turns.give_back()
    await waiting


async def test_a_crawl_that_ends_waits_no_longer_and_takes_no_place() -> None:
    turns = Turns(1, look=0.001)
    await turns.take(goes_on)
    with pytest.raises(Left, match="shutdown"):
        await turns.take(lambda: True)
    turns.give_back()
    await turns.take(goes_on)


@pytest.mark.parametrize("fails", [False, True])
async def test_a_page_that_a_callback_keeps_for_too_long_is_closed(
    fails: bool, caplog: pytest.LogCaptureFixture
) -> None:
    turns = Turns(2, kept_seconds=0, look=0.001)
    pages = [KeptPage(turns, fails=fails) for _ in range(2)]
    for number, page in enumerate(pages):
        await turns.take(goes_on)
        page.keep(str(number))
    await turns.take(goes_on)
    assert [page.closed for page in pages] == [1, 0], "the one that was kept longest"
    assert [page.left for page in pages] == [1, 0], "its turn is given back, once"
    assert "its callback has not closed the page" in caplog.text


async def test_a_page_is_left_to_its_callback_while_others_are_being_read() -> None:
    turns = Turns(2, kept_seconds=0, look=0.001)
    page = KeptPage(turns)
    for _ in range(2):
        await turns.take(goes_on)
    page.keep("kept")
    waiting = asyncio.ensure_future(turns.take(goes_on))
    await asyncio.sleep(0.01)
    assert (page.closed, waiting.done()) == (0, False)
    turns.give_back()
    await waiting


async def test_a_page_that_goes_with_its_browser_gives_its_turn_back() -> None:
    turns = Turns(1, kept_seconds=600, look=0.001)
    page = KeptPage(turns)
    await turns.take(goes_on)
    page.keep("kept")
    page.gone = True  # and no event says so
    await asyncio.wait_for(turns.take(goes_on), 5)
    assert (page.closed, page.left) == (0, 1)

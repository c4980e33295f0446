"""Places for pages: who waits, who is let in, and what becomes of pages that nobody closes."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, cast

import pytest

from newscrawler.exceptions import Left
from newscrawler.rendering.browser import BrowserError
from newscrawler.rendering.turns import Turns

if TYPE_CHECKING:
    from newscrawler.rendering.browser import Page


class KeptPage:
    """A page that a callback has; ``fails``: it does not let itself be closed."""

    url = "https://gazette.invalid/1"

    def __init__(self, turns: Turns, name: str, *, fails: bool = False) -> None:
        self.turns, self.name, self.fails = turns, name, fails
        self.closed = 0

    async def close(self) -> None:
        self.closed += 1
        if self.fails:
            raise BrowserError("no")
        self.turns.give_back(self.name)


def goes_on() -> bool:
    return False


async def test_the_next_page_waits_for_a_place() -> None:
    turns = Turns(1, look=0.001)
    await turns.take(goes_on)
    waiting = asyncio.ensure_future(turns.take(goes_on))
    await asyncio.sleep(0.01)
    assert not waiting.done()
    turns.give_back("one")
    await waiting


async def test_a_crawl_that_ends_waits_no_longer_and_takes_no_place() -> None:
    turns = Turns(1, look=0.001)
    await turns.take(goes_on)
    with pytest.raises(Left, match="shutdown"):
        await turns.take(lambda: True)
    turns.give_back("one")
    await turns.take(goes_on)


@pytest.mark.parametrize("fails", [False, True])
async def test_a_page_that_a_callback_keeps_for_too_long_is_closed(
    fails: bool, caplog: pytest.LogCaptureFixture
) -> None:
    turns = Turns(2, kept_seconds=0, look=0.001)
    pages = [KeptPage(turns, str(number), fails=fails and not number) for number in range(2)]
    for page in pages:
        await turns.take(goes_on)
        turns.keep(page.name, cast("Page", page))
    await turns.take(goes_on)
    assert [page.closed for page in pages] == ([1, 1] if fails else [1, 0]), "the one that was kept longest"
    assert "its callback has not closed the page" in caplog.text


async def test_a_page_is_left_to_its_callback_while_others_are_being_read() -> None:
    turns = Turns(2, kept_seconds=0, look=0.001)
    page = KeptPage(turns, "kept")
    for _ in range(2):
        await turns.take(goes_on)
    turns.keep("kept", cast("Page", page))
    waiting = asyncio.ensure_future(turns.take(goes_on))
    await asyncio.sleep(0.01)
    assert (page.closed, waiting.done()) == (0, False)
    turns.give_back("read")
    await waiting

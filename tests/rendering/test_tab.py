"""A page while it is rendered, without a browser: what ends it, and under which name."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, cast

import pytest
from scrapy.http import HtmlResponse

from newscrawler.exceptions import Failed, Left
from newscrawler.rendering import Rendering
from newscrawler.rendering.browser import BrowserError
from newscrawler.rendering.tab import NO_SELECTOR, Tab, TabCrashed

if TYPE_CHECKING:
    from newscrawler.rendering.browser import Page
    from newscrawler.rendering.network import Network

DOCUMENT = HtmlResponse("https://gazette.invalid/1", body=b"<p>One</p>", encoding="utf-8")


@dataclass
class ScriptedPage:
    """Answers as it is told; it is closed from the first answer on, if it ``dies``."""

    url: str = DOCUMENT.url
    answer: Any = True
    dies: bool = False
    gone: bool = False
    listeners: dict[str, Any] = field(default_factory=dict)

    def on(self, event: str, listener: Any) -> None:
        self.listeners[event] = listener

    def is_closed(self) -> bool:
        return self.gone

    async def goto(self, url: str, **_: Any) -> None:
        self.gone = self.dies

    async def evaluate(self, script: str, argument: Any = None) -> Any:
        if isinstance(self.answer, Exception):
            raise self.answer
        return self.answer

    async def content(self) -> str:
        return "<p>Two</p>"


class QuietNetwork:
    """A page's network, of which nothing is asked; ``waits``: an answer never arrives at the page."""

    def __init__(self, *, waits: bool = False) -> None:
        self.awaited = self.fetching = 0
        self.problems: list[str] = []
        self.delivered = asyncio.Event()
        if not waits:
            self.delivered.set()

    async def attach(self, page: Page) -> None:
        """Stand nowhere."""

    async def idle(self) -> None:
        await self.delivered.wait()

    def check(self) -> None:
        """Find nothing wrong."""


async def read(
    page: ScriptedPage,
    network: QuietNetwork,
    how: Rendering | None = None,
    seconds: float = 20,
    *,
    stopping: bool = False,
) -> str:
    tab = Tab(cast("Page", page), cast("Network", network), how or Rendering(), seconds)
    return await tab.read(DOCUMENT, 0, lambda: stopping)


async def test_a_page_at_rest_is_read() -> None:
    assert await read(ScriptedPage(), QuietNetwork()) == "<p>Two</p>"


async def test_a_page_that_goes_with_its_driver_has_crashed_and_is_not_waited_for() -> None:
    with pytest.raises(TabCrashed):
        await read(ScriptedPage(dies=True), QuietNetwork(waits=True))


async def test_a_page_that_waits_for_ever_ends_by_its_time() -> None:
    with pytest.raises(Failed, match="render_timeout"):
        await read(ScriptedPage(), QuietNetwork(waits=True), seconds=0.1)


async def test_a_crawl_that_stops_leaves_the_page() -> None:
    with pytest.raises(Left, match="shutdown"):
        await read(ScriptedPage(), QuietNetwork(waits=True), stopping=True)


async def test_what_must_be_there_and_is_not() -> None:
    with pytest.raises(Failed, match="not_ready"):
        await read(ScriptedPage(answer=False), QuietNetwork(), Rendering(ready="article p"))


@pytest.mark.parametrize(
    ("said", "raised"),
    [(f"'p:has(' {NO_SELECTOR}", "wrong_selector"), ("Target closed", "Target closed")],
)
async def test_an_error_of_the_browser(said: str, raised: str) -> None:
    with pytest.raises((Failed, TabCrashed), match=raised):
        await read(ScriptedPage(answer=BrowserError(said)), QuietNetwork())

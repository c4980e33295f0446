"""A page while it is rendered, without a browser: what ends it, and under which name."""

from __future__ import annotations

import asyncio
import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, cast

import pytest
from scrapy.http import HtmlResponse

from newscrawler.exceptions import Failed, Left
from newscrawler.rendering import Rendering
from newscrawler.rendering.browser import BrowserError
from newscrawler.rendering.endings import ScriptRedirect, TabCrashed
from newscrawler.rendering.navigation import Navigation
from newscrawler.rendering.tab import LED_ON, NO_SELECTOR, Tab

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
    answers: list[Any] = field(default_factory=list)
    """Come before ``answer``."""
    listeners: dict[str, Any] = field(default_factory=dict)

    def on(self, event: str, listener: Any) -> None:
        self.listeners[event] = listener

    def is_closed(self) -> bool:
        return self.gone

    async def goto(self, url: str, **_: Any) -> None:
        self.gone = self.dies

    async def evaluate(self, script: str, argument: Any = None) -> Any:
        answer = self.answers.pop(0) if self.answers else self.answer
        if isinstance(answer, Exception):
            raise answer
        return answer

    async def content(self) -> str:
        return "<p>Two</p>"


class QuietNetwork:
    """A page's network, of which nothing is asked; ``waits``: an answer never arrives at the page."""

    connected = True

    def __init__(self, *, waits: bool = False) -> None:
        self.awaited = self.fetching = 0
        self.problems: list[str] = []
        self.navigation = Navigation(DOCUMENT, 5)
        self.delivered = asyncio.Event()
        if not waits:
            self.delivered.set()

    async def idle(self) -> None:
        await self.delivered.wait()

    def is_connected(self) -> bool:
        return self.connected

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
    return await tab.read(DOCUMENT.url, 0, lambda: stopping)


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
    ("method", "raised"), [("GET", ScriptRedirect), ("POST", Failed)], ids=["followed", "not followed"]
)
async def test_where_a_script_leads_before_the_page_is_at_rest(method: str, raised: type[Exception]) -> None:
    network = QuietNetwork()
    network.navigation.redirect = (method, "https://gazette.invalid/2")
    with pytest.raises(raised, match=re.escape("https://gazette.invalid/2")):
        await read(ScriptedPage(), network)


async def test_a_page_method_that_leads_on_is_waited_for() -> None:
    page = ScriptedPage()
    called = []

    async def press() -> None:
        called.append(page.url)
        page.answers.append(BrowserError(f"Execution {LED_ON[0]}"))

    tab = Tab(
        cast("Page", page), cast("Network", QuietNetwork()), Rendering(), 20, page_methods=[press, press]
    )
    await tab.read(DOCUMENT.url, 0, lambda: False)
    assert len(called) == 2


async def test_a_page_method_that_fails_is_no_crash() -> None:
    async def press() -> None:
        raise BrowserError("no such element")

    tab = Tab(
        cast("Page", ScriptedPage()), cast("Network", QuietNetwork()), Rendering(), 20, page_methods=[press]
    )
    with pytest.raises(Failed, match="page_method: no such element"):
        await tab.read(DOCUMENT.url, 0, lambda: False)


@pytest.mark.parametrize(
    ("said", "raised"),
    [
        (f"'p:has(' {NO_SELECTOR}", "wrong_selector"),
        ("Target closed", "Target closed"),
        ("Page.evaluate: TypeError: Promise is not a constructor", "script_error"),
    ],
)
async def test_an_error_of_the_browser(said: str, raised: str) -> None:
    with pytest.raises((Failed, TabCrashed), match=raised):
        await read(ScriptedPage(answer=BrowserError(said)), QuietNetwork())


@pytest.mark.parametrize("said", [None, "Target page, context or browser has been closed"])
@pytest.mark.parametrize(("connected", "raised"), [(True, Failed), (False, TabCrashed)])
async def test_a_page_method_that_closes_the_page_is_no_crash(
    connected: bool, raised: type[Exception], said: str | None
) -> None:
    page, network = ScriptedPage(), QuietNetwork()
    network.connected = connected

    async def close() -> None:
        page.gone = True
        if said:
            raise BrowserError(said)

    tab = Tab(cast("Page", page), cast("Network", network), Rendering(), 20, page_methods=[close])
    page.answers = [True, BrowserError("Target closed")]
    with pytest.raises(raised):
        await tab.read(DOCUMENT.url, 0, lambda: False)


@pytest.mark.parametrize("url", ["about:blank", "blob:https://gazette.invalid/5"])
async def test_a_script_that_leads_out_of_the_web(url: str) -> None:
    with pytest.raises(Failed, match=f"navigated_away: {url}"):
        await read(ScriptedPage(url=url), QuietNetwork())


async def test_a_page_that_does_not_answer_when_it_is_read() -> None:
    class Silent(ScriptedPage):
        async def content(self) -> str:
            await asyncio.sleep(60)
            return ""

    with pytest.raises(Failed, match="render_timeout"):
        await read(Silent(), QuietNetwork(), seconds=0.3)


async def test_without_page_methods_a_page_that_is_read_leads_nowhere() -> None:
    network, seen = QuietNetwork(), []

    class Leaving(ScriptedPage):
        async def content(self) -> str:
            seen.append(network.navigation.at_rest)
            return ""

    await read(Leaving(), network)
    assert seen == [False]
    assert network.navigation.at_rest, "a callback may have it"


@pytest.mark.parametrize("url", ["about:blank", "data:text/html,x"])
async def test_a_page_method_that_leads_out_of_the_web(url: str) -> None:
    page = ScriptedPage()

    async def leave() -> None:
        page.url = url

    tab = Tab(cast("Page", page), cast("Network", QuietNetwork()), Rendering(), 20, page_methods=[leave])
    with pytest.raises(Failed, match="page_method: it has led the page to"):
        await tab.read(DOCUMENT.url, 0, lambda: False)


async def test_a_function_that_raises_is_logged(caplog: pytest.LogCaptureFixture) -> None:
    async def raises() -> None:
        raise KeyError("price")

    tab = Tab(
        cast("Page", ScriptedPage()), cast("Network", QuietNetwork()), Rendering(), 20, page_methods=[raises]
    )
    with pytest.raises(Failed, match="page_method: KeyError: 'price'"):
        await tab.read(DOCUMENT.url, 0, lambda: False)
    assert "Traceback" in caplog.text

"""A browser that hangs while a page is opened: whatever it was asked, the page's turn ends, and the browser.
Without one."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

import pytest
from scrapy import Request, Spider
from scrapy.core.downloader.handlers.http11 import HTTP11DownloadHandler
from scrapy.http import HtmlResponse
from scrapy.utils.test import get_crawler

from newscrawler.rendering import Rendering, browser, handler
from newscrawler.rendering.endings import BrowserGone
from newscrawler.rendering.handler import RenderingHandler
from newscrawler.rendering.visit import Visit
from tests.defaults import DEFAULTS

if TYPE_CHECKING:
    from scrapy.crawler import Crawler

    from newscrawler.rendering.browser import Page

HOME = "https://gazette.invalid/1"
STAGES = (
    "new_context",
    "new_page",
    "context.route",
    "page.route",
    "context.route_web_socket",
    "init_callback",
)


@dataclass(eq=False)
class Asked:
    """Answers what a browser, its context and its page are asked, up to the stage at which it hangs."""

    hangs_at: str
    part: str = ""
    asked: list[str] = field(default_factory=list)
    ended: bool = False

    def of(self, part: str) -> Asked:
        return Asked(self.hangs_at, part, self.asked)

    async def answer(self, stage: str) -> None:
        self.asked.append(stage)
        if stage == self.hangs_at:
            await asyncio.sleep(60)

    # browser

    def is_connected(self) -> bool:
        return True

    async def new_context(self, **_: Any) -> Asked:
        await self.answer("new_context")
        return self.of("context")

    # context and page

    @property
    def pages(self) -> list[Asked]:
        return []

    @property
    def context(self) -> Asked:
        return self.of("context")

    async def new_page(self) -> Asked:
        await self.answer("new_page")
        return self.of("page")

    def on(self, event: str, _: object) -> None:
        """Take note of no listener."""

    async def route(self, *_: object) -> None:
        await self.answer(f"{self.part}.route")

    async def route_web_socket(self, *_: object) -> None:
        await self.answer(f"{self.part}.route_web_socket")

    async def close(self) -> None:
        await self.answer(f"{self.part}.close")

    async def stop(self) -> None:
        """End as a driver."""


class Gazette(Spider):
    name = "gazette"
    allowed_domains = ("gazette.invalid",)


async def initialize(page: Any, _: Request) -> None:
    await page.answer("init_callback")


def with_no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    """Leave out the part of Scrapy's handler that downloads: it would take this process's reactor."""

    def begin(self: Any, crawler: Crawler) -> None:
        self._crawler = crawler

    monkeypatch.setattr("scrapy_playwright.handler.verify_installed_reactor", lambda _: None)
    monkeypatch.setattr(HTTP11DownloadHandler, "__init__", begin)


@pytest.mark.parametrize("stage", STAGES)
async def test_a_browser_that_hangs_while_a_page_is_opened(
    stage: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    started: list[Asked] = []

    async def start_driver() -> Any:
        return Asked("")

    async def start_browser(playwright: Any, config: Any) -> Any:
        started.append(Asked(stage))
        return started[-1]

    with_no_network(monkeypatch)
    monkeypatch.setattr(browser, "start_driver", start_driver)
    monkeypatch.setattr(browser, "start_browser", start_browser)
    monkeypatch.setattr(browser, "PAGE_SECONDS", 0.05)
    monkeypatch.setattr(browser, "CLOSE_SECONDS", 0.05)
    monkeypatch.setattr(handler, "INIT_SECONDS", 0.05)
    crawler = get_crawler(Gazette, DEFAULTS)
    crawler.spider = Gazette()
    ours = RenderingHandler(crawler, language=None, timezone=None)
    request = Request(HOME, meta={"playwright": True, "playwright_page_init_callback": initialize})
    document = HtmlResponse(HOME, body=b"<p>One</p>", encoding="utf-8", request=request)
    visit = Visit(request, document, Rendering(), lambda: False)
    for _ in range(2):  # a turn that is not given back would let no second page in
        with pytest.raises(BrowserGone):
            await asyncio.wait_for(ours.render(visit), 5)
    assert len(started) == 2, "the second page had another browser"
    assert stage in started[0].asked


async def test_a_page_of_an_earlier_answer_that_does_not_close(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(browser, "CLOSE_SECONDS", 0.05)
    provider = browser.IsolatedBrowserProvider(SimpleNamespace())  # type: ignore[arg-type]
    page: Page = Asked("page.close", "page")  # type: ignore[assignment]
    await asyncio.wait_for(provider.close_page(page), 5)

"""A plain Scrapy spider whose requests ask the browser for what cannot be."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import psutil
from scrapy import Request
from scrapy_playwright.page import PageMethod

from tests.browser.own_spiders import OwnSpider

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from scrapy.http import Response


async def raises(page: Any) -> None:
    """Raise, as a user's own function may."""
    raise KeyError("price")


class OddSpider(OwnSpider):
    name = "odd"

    async def start(self) -> AsyncIterator[Any]:
        yield self.asked("kwargs", "sound", playwright_context_kwargs=["viewport"])
        yield self.asked("viewport", "sound", playwright_context_kwargs={"viewport": "big"})
        yield self.asked("zone", "sound", playwright_context_kwargs={"timezone_id": "Nowhere/Land"})
        yield self.asked("goto", "sound", playwright_page_goto_kwargs={"wait_until": "always"})
        yield self.asked("handlers", "sound", playwright_page_event_handlers=["console"])
        yield self.asked("raises", "sound", playwright_page_methods=[PageMethod(raises)])
        yield self.asked("closes", "sound", playwright_page_methods=[PageMethod("close")])
        yield self.asked("blank", "sound", playwright_page_methods=[PageMethod("goto", "about:blank")])
        yield self.asked("no page", "sound", playwright_page="a page")
        place = PageMethod("evaluate", "location.hash")
        yield self.asked("fragment", "sound#/politics", playwright_page_methods={"title": place})


class KeepingSpider(OwnSpider):
    """Never closes the pages that it gets."""

    name = "keeping"

    async def start(self) -> AsyncIterator[Any]:
        for number in range(4):
            yield self.asked(str(number), "sound", playwright_include_page=True)

    async def parse(self, response: Response, page: str) -> AsyncIterator[Any]:
        assert "playwright_page" in response.meta
        yield {"page": page}


class SilentSpider(OwnSpider):
    """Has no errback: what is not rendered stands in the log alone."""

    name = "silent"

    async def start(self) -> AsyncIterator[Any]:
        yield Request(f"{self.base}/article/sound", meta={"playwright": True, "playwright_proxy": "x"})


class MistakenSpider(OwnSpider):
    """Has functions that raise, and functions that are none; one page after the other."""

    name = "mistaken"

    async def start(self) -> AsyncIterator[Any]:
        handlers = dict.fromkeys(("request", "response", "console"), "stumble")
        yield self.asked("stumbles", "sound", playwright_page_event_handlers=handlers)
        for number in range(3):
            yield self.asked(f"beside {number}", "sound")
        yield self.asked("no init", "sound", playwright_page_init_callback="nowhere.at_all")
        yield self.asked("plain init", "sound", playwright_page_init_callback=print)
        yield self.asked("one method", "sound", playwright_page_methods=PageMethod("reload"))

    def stumble(self, event: Any) -> None:
        """Raise, as a user's own function may."""
        raise KeyError(event.url)


class DyingSpider(OwnSpider):
    """Ends the browser's driver while it has a page, which it never closes."""

    name = "dying"

    async def start(self) -> AsyncIterator[Any]:
        for number in range(3):
            yield self.asked(str(number), "sound", playwright_include_page=not number)

    async def parse(self, response: Response, page: str) -> AsyncIterator[Any]:
        if "playwright_page" in response.meta:
            for child in psutil.Process().children():
                child.kill()
        yield {"page": page}


class RestlessSpider(OwnSpider):
    """Asks for pages that never rest, or that cannot be looked at."""

    name = "restless"

    async def start(self) -> AsyncIterator[Any]:
        said = {"title": PageMethod("evaluate", "document.querySelector('#text p').textContent")}
        yield self.asked("hogs", "hogs", playwright_page_methods=said)
        for page in ("floods", "polls", "blanks", "breaks", "sound"):
            yield self.asked(page, page)

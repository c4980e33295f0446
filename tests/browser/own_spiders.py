"""A plain Scrapy spider that asks for pages as scrapy-playwright's documentation says."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from scrapy import Request, Spider
from scrapy_playwright.page import PageMethod

from newscrawler.exceptions import NotFetched

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterator

    from scrapy.http import Response


class OwnSpider(Spider):
    name = "own"

    def __init__(self, base: str, **arguments: str) -> None:
        super().__init__(**arguments)
        self.base = base
        self.allowed_domains = ["127.0.0.1"]

    async def start(self) -> AsyncIterator[Any]:
        change = PageMethod("evaluate", "document.title = 'changed'")
        ready = PageMethod("wait_for_selector", "#text p")
        yield self.asked("sound", playwright_page_methods=[ready, change])
        yield self.asked("forbidden", playwright_page_methods=[PageMethod("wait_for_selector", "#text p")])
        yield self.asked("popups", playwright_include_page=True)
        yield self.asked("goto", playwright_page_goto_kwargs={"wait_until": "load"})

    def asked(self, page: str, **meta: Any) -> Request:
        slug = "sound" if page == "goto" else page
        return Request(
            f"{self.base}/article/{slug}", callback=self.parse, errback=self.failed, dont_filter=True,
            meta={"playwright": True, **meta}, cb_kwargs={"page": page},
        )  # fmt: skip

    async def parse(self, response: Response, page: str) -> AsyncIterator[Any]:
        kept = response.meta.get("playwright_page")
        headline = None
        if kept is not None:
            headline = await kept.inner_text("h1")
            await kept.close()
        yield {
            "page": page,
            "paragraphs": len(response.css("#text p")),
            "title": "changed" if response.css("title::text").get() == "changed" else None,
            "kept": headline,
        }

    def failed(self, failure: Any) -> Iterator[Any]:
        assert isinstance(failure.value, NotFetched)
        yield {"page": failure.request.cb_kwargs["page"], "failed": failure.value.reason}

"""A plain Scrapy spider that asks for pages as scrapy-playwright's documentation says."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from scrapy import Request, Spider
from scrapy_playwright.page import PageMethod

from newscrawler.exceptions import NotFetched
from newscrawler.rendering.options import ANSWERS

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from scrapy.http import Response

ASK_BOTH = "() => Promise.all(['/mine', '/nowhere'].map(u => fetch(u).then(r => r.text(), () => 'failed')))"
READY = PageMethod("wait_for_selector", "#text p")


async def mark(page: Any, request: Request) -> None:
    """Let the page know that it was prepared, and answer one URL in the place of the site."""
    await page.add_init_script(f"window.prepared = {request.cb_kwargs['page']!r}")
    await page.route("**/mine", lambda route: route.fulfill(body="mine"))
    await page.route("**/nowhere", lambda route: route.continue_())


async def note_title(page: Any) -> str:
    """Return the title of a page: a callable as a page method."""
    return str(await page.title())


async def go_past(page: Any) -> None:
    """Ask for something past the page's own routes."""
    await page.unroute_all()
    for ask, url in (
        (page.request.get, page.url.replace("/article/sound", "/secret")),
        (page.goto, page.url.replace("127.0.0.1", "127.0.0.3")),
    ):
        try:
            await ask(url, timeout=2000)
        except Exception:  # noqa: BLE001 - each must fail, and the next be tried
            continue
        raise AssertionError(url)


class OwnSpider(Spider):
    name = "own"
    render_domains = ("127.0.0.3",)

    def __init__(self, base: str, **arguments: str) -> None:
        super().__init__(**arguments)
        self.base = base
        self.allowed_domains = ["127.0.0.1"]
        self.heard: list[str] = []

    async def start(self) -> AsyncIterator[Any]:
        change = PageMethod("evaluate", "document.title = 'changed'")
        yield self.asked("methods", "sound", playwright_page_methods=[READY, change])
        yield self.asked("dict", "sound", playwright_page_methods={"title": PageMethod(note_title)})
        yield self.asked("forbidden", "forbidden", playwright_page_methods=[READY])
        yield self.asked("include", "popups", playwright_include_page=True)
        yield self.asked("again", "sound", playwright_include_page=True)
        yield self.asked("goto", "sound", playwright_page_goto_kwargs={"wait_until": "networkidle"})
        yield self.asked("referer", "sound", playwright_page_goto_kwargs={"referer": "https://example.org/"})
        yield self.asked("init", "sound", playwright_page_init_callback=mark, playwright_include_page=True)
        speak = [PageMethod("evaluate", "console.log('a word')")]
        handlers = {"console": "hear"}
        yield self.asked(
            "events", "sound", playwright_page_event_handlers=handlers, playwright_page_methods=speak
        )
        phone = {"viewport": {"width": 320, "height": 600}, "locale": "de-DE"}
        yield self.asked(
            "phone", "sound",
            playwright_context="phone", playwright_context_kwargs=phone, playwright_include_page=True,
        )  # fmt: skip
        yield self.asked("leaves", "leaves")
        absent = PageMethod("click", "#absent", timeout=200)
        yield self.asked("absent", "sound", playwright_page_methods=[absent], playwright_include_page=True)
        yield self.asked("past", "sound", playwright_page_methods=[PageMethod(go_past)])
        for name in ("on", "out", "no"):
            yield self.asked(name, "links", playwright_page_methods=[PageMethod("click", f"#{name}"), READY])

    def asked(self, page: str, article: str, **meta: Any) -> Request:
        return Request(
            f"{self.base}/article/{article}", callback=self.parse, errback=self.failed, dont_filter=True,
            meta={"playwright": True, **meta}, cb_kwargs={"page": page},
        )  # fmt: skip

    def hear(self, message: Any) -> None:
        """Take note of what the page says."""
        self.heard.append(message.text)

    async def parse(self, response: Response, page: str) -> AsyncIterator[Any]:
        item = {
            "page": page,
            "url": response.url.removeprefix(self.base),
            "paragraphs": len(response.css("#text p")),
            "title": response.css("title::text").get(),
            "heard": list(self.heard),
            "set": sorted(name for name in response.meta if name in ANSWERS),
        }
        methods = response.meta.get("playwright_page_methods")
        if isinstance(methods, dict):
            item["said"] = methods["title"].result
        kept = response.meta.get("playwright_page")
        if kept is not None:
            item["inside"] = await kept.evaluate(
                "() => [window.prepared ?? null, innerWidth, navigator.language]"
            )
            if page == "init":
                item["routes"] = await kept.evaluate(ASK_BOTH)
            if page == "again":
                # reuse, as the documentation shows it: the page is closed, and another one is made
                yield Request(
                    f"{self.base}/article/state", callback=self.parse, cb_kwargs={"page": "reused"},
                    meta={"playwright": True, "playwright_page": kept},
                )  # fmt: skip
            else:
                await kept.close()
        yield item

    async def failed(self, failure: Any) -> AsyncIterator[Any]:
        assert isinstance(failure.value, NotFetched), failure
        request = failure.request
        item = {
            "page": request.cb_kwargs["page"],
            "failed": f"{failure.value.outcome} {failure.value.reason}",
        }
        if request.meta.get("playwright_include_page"):
            await request.meta["playwright_page"].close()  # as the documentation says; it is closed already
            item["closed"] = True
        yield item


class PatienceSpider(OwnSpider):
    """Asks a page to go where no answer comes."""

    name = "patience"
    custom_settings: ClassVar = {"PLAYWRIGHT_DEFAULT_NAVIGATION_TIMEOUT": 1000}

    async def start(self) -> AsyncIterator[Any]:
        leave = PageMethod("goto", f"{self.base}/article/never")
        yield self.asked("never", "sound", playwright_page_methods=[leave])


class BudgetSpider(OwnSpider):
    """Asks for a page that asks without end."""

    name = "budget"

    async def start(self) -> AsyncIterator[Any]:
        yield self.asked("asks", "asks")

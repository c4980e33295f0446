"""scrapy-playwright's download handler, with pages whose life, network and end are ours."""

from __future__ import annotations

from itertools import count
from typing import TYPE_CHECKING, Any

from scrapy import Request
from scrapy.utils.misc import load_object
from scrapy_playwright.handler import ScrapyPlaywrightDownloadHandler

from newscrawler.rendering.browser import BrowserError, BrowserGone, IsolatedBrowserProvider
from newscrawler.rendering.options import launch_options, page_options

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from scrapy import Spider
    from scrapy.crawler import Crawler
    from scrapy.http import Response
    from scrapy_playwright.handler import BrowserContextWrapper

    from newscrawler.rendering.browser import Page, Running

VIEWPORT = (1280, 1024)
WORK = "render_work"
"""Key of the meta of a request to the handler: what is done with the page."""


class RenderingHandler(ScrapyPlaywrightDownloadHandler):
    """Give each request a page in a context of its own, in a browser that is watched.

    The middleware calls it with an answer that has been downloaded already; it holds no downloader slot.
    """

    browser_provider: IsolatedBrowserProvider

    def __init__(self, crawler: Crawler, *, language: str | None, timezone: str | None) -> None:
        """Make the handler.

        :param timezone: IANA zone in which scripts print times: the site's, not this machine's.
        """
        options = launch_options(crawler.settings)
        super().__init__(crawler)
        self.config.launch_options = options
        self.config.target_closed_max_retries = 0  # the middleware tries again, in a fresh browser at last
        self.browser_provider = IsolatedBrowserProvider(self.config, crawler.settings.getint("RENDER_RENEW"))
        self._context_options = {
            "user_agent": crawler.settings.get("USER_AGENT"),
            "locale": language or "en",
            "timezone_id": timezone or "UTC",
            "viewport": {"width": VIEWPORT[0], "height": VIEWPORT[1]},
        }
        self._used: dict[str, Running] = {}
        self._numbers = count(1)

    async def render(
        self, response: Response, meta: dict[str, Any], work: Callable[[Page], Awaitable[Response]]
    ) -> Response:
        """Do something with a new page; it is closed with its context on every way out.

        :param meta: of the request: its keys of scrapy-playwright are heeded.
        :raises NoBrowser: there is none to start.
        :raises BrowserGone: it does not answer.
        """
        options = page_options(meta)
        wanted = options.get("playwright_context_kwargs") or {}
        name = f"page {next(self._numbers)}"
        request = Request(
            response.url,
            meta=options | {
                "playwright": True,
                "playwright_context": name,
                "playwright_context_kwargs": self._context_options | wanted | {
                    "accept_downloads": False,
                    "service_workers": "block",
                    "bypass_csp": True,  # what a page may load is decided by us, not by its headers
                    "permissions": [],
                },
                "playwright_include_page": True,  # it is closed here, where a browser that hangs is known
                "playwright_page_init_callback": None,
                WORK: work,
            },
        )  # fmt: skip
        try:
            answer = await self.download_request(request)
        except BrowserError as error:
            await self._leave(name)
            raise BrowserGone(error.message.splitlines()[0]) from error
        except Exception as error:
            if not await self._leave(name):
                raise BrowserGone("it does not close a page") from error
            raise
        except BaseException:
            await self._leave(name)
            raise
        if options.get("playwright_include_page"):
            # the callback has the page now, and its context ends with it
            request.meta["playwright_page"].on("close", lambda _: self._leave(name))
            meta["playwright_page"] = request.meta["playwright_page"]
        else:
            await self._leave(name)
        return answer

    async def _leave(self, name: str) -> bool:
        """Close a page's context; False if the browser hangs."""
        running, wrapper = self._used.pop(name, None), self.context_wrappers.pop(name, None)
        if running is None:
            return True
        try:
            return wrapper is None or await self.browser_provider.close_context(running, wrapper.context)
        finally:
            await self.browser_provider.leave(running)

    async def _launch(self) -> None:
        """Start nothing with the crawl: the first page starts the browser."""

    async def _close(self) -> None:
        await self.browser_provider.close()

    async def _create_browser_context(
        self, name: str, context_kwargs: dict[str, Any] | None, spider: Spider | None = None
    ) -> BrowserContextWrapper:
        running = await self.browser_provider.running()
        running.open += 1
        running.served += 1
        self._used[name] = running
        return await self.browser_provider.in_time(running, self._context_in(running, name, context_kwargs))

    async def _context_in(
        self, running: Running, name: str, context_kwargs: dict[str, Any] | None
    ) -> BrowserContextWrapper:
        self.browser = running.chromium  # scrapy-playwright asks it at once for a context
        return await super()._create_browser_context(name, context_kwargs)

    async def _create_page(self, request: Request, spider: Spider) -> Page:
        """Open a page; its context is made first, without the lock that all contexts would share."""
        name = request.meta["playwright_context"]
        await self._create_browser_context(name, request.meta["playwright_context_kwargs"])
        return await self.browser_provider.in_time(self._used[name], super()._create_page(request, spider))

    async def _download_request_with_page(self, request: Request, page: Page, spider: Spider) -> Response:
        """Do our work: scrapy-playwright's own waits for ``load``, which some pages never reach."""
        request.meta["playwright_page"] = page
        work: Callable[[Page], Awaitable[Response]] = request.meta[WORK]
        return await work(page)

    async def init_page(self, page: Page, request: Request) -> None:
        """Call the request's own callback for a new page, before it is loaded."""
        if callback := request.meta.get("playwright_page_init_callback"):
            await load_object(callback)(page, request)

    async def apply_page_methods(self, page: Page, request: Request) -> None:
        """Call the page methods of a request, one after the other."""
        if request.meta.get("playwright_page_methods"):
            assert self._crawler.spider is not None
            await self._apply_page_methods(page, request, self._crawler.spider)

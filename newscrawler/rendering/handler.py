"""scrapy-playwright's download handler, with pages whose life, network and end are ours."""

from __future__ import annotations

import asyncio
from functools import partial
from itertools import count
from typing import TYPE_CHECKING, Any, TypeVar

from scrapy import Request
from scrapy.http import HtmlResponse
from scrapy_playwright._utils import _attach_page_event_handlers
from scrapy_playwright.handler import ScrapyPlaywrightDownloadHandler

from newscrawler.exceptions import Failed
from newscrawler.rendering.browser import (
    CUT_OFF,
    BrowserError,
    BrowserTimeout,
    IsolatedBrowserProvider,
    Page,
)
from newscrawler.rendering.endings import BrowserGone
from newscrawler.rendering.kept import Kept
from newscrawler.rendering.network import Network
from newscrawler.rendering.options import launch_options, page_options
from newscrawler.rendering.own_functions import guarded_handlers, initializing, page_methods
from newscrawler.rendering.tab import Tab
from newscrawler.rendering.turns import Held, Turns

if TYPE_CHECKING:
    from collections.abc import Awaitable, Mapping

    from scrapy import Spider
    from scrapy.crawler import Crawler
    from scrapy.http import Response
    from scrapy_playwright.handler import BrowserContextWrapper

    from newscrawler.rendering.browser import Running
    from newscrawler.rendering.visit import Visit

T = TypeVar("T")

VIEWPORT = (1280, 1024)
INIT_SECONDS = 60.0
"""How long the `playwright_page_init_callback` of a user's request may take, in seconds."""
GONE = "has been closed"
"""What Playwright says of a page whose browser has ended."""
VISIT = "visit"
"""Key of the meta of a request to the handler: what is done with the page."""


class RenderingHandler(ScrapyPlaywrightDownloadHandler):
    """Give each request a page in a context of its own, in a browser that is watched.

    The middleware calls it with an answer that has been downloaded already; it holds no downloader slot.

    Settings: ``RENDER_PAGES`` (at once), ``RENDER_TIMEOUT``, ``RENDER_RENEW``, ``RENDER_KEPT_SECONDS``,
    ``LISTING_MAX_ITEMS``, ``DOWNLOAD_MAXSIZE``, those of scrapy-playwright as far as ``options`` lets them
    through.
    """

    browser_provider: IsolatedBrowserProvider

    def __init__(self, crawler: Crawler, *, language: str | None, timezone: str | None) -> None:
        """Make the handler.

        :param timezone: IANA zone in which scripts print times: the site's, not this machine's.
        :raises WrongArgument: a setting would give the browser a network.
        """
        settings = crawler.settings
        options = launch_options(settings)
        super().__init__(crawler)
        self.config.launch_options = options
        self.config.target_closed_max_retries = 0  # the middleware tries again, in a fresh browser at last
        self.browser_provider = IsolatedBrowserProvider(self.config, settings.getint("RENDER_RENEW"))
        self.seconds = settings.getfloat("RENDER_TIMEOUT")
        self.most_rows = settings.getint("LISTING_MAX_ITEMS")
        self.max_size = settings.getint("DOWNLOAD_MAXSIZE")
        self._context_options = {
            "user_agent": settings.get("USER_AGENT"),
            "locale": language or "en",
            "timezone_id": timezone or "UTC",
            "viewport": {"width": VIEWPORT[0], "height": VIEWPORT[1]},
        }
        self._turns = Turns(settings.getint("RENDER_PAGES"), settings.getfloat("RENDER_KEPT_SECONDS"))
        self._kept = Kept()
        self._used: dict[str, Running] = {}
        self._with_options: set[str] = set()
        """Contexts that a request has options for: what is wrong with them is no fault of the browser."""
        self._numbers = count(1)

    async def render(self, visit: Visit) -> Response:
        """Return what a page's scripts make of a document.

        The page is closed with its context on every way out. With ``playwright_include_page`` that is when
        the callback closes it; it counts among ``RENDER_PAGES`` until then.

        :raises NoBrowser: there is none to start.
        :raises BrowserGone: it does not answer.
        :raises TabCrashed: the page's process has ended.
        :raises ScriptRedirect: the page's script went to another URL.
        :raises Failed: ``playwright_meta``, ``too_large``, and what ``Tab.read`` raises.
        """
        meta = visit.request.meta
        options = page_options(meta)
        given = meta.pop("playwright_page", None)
        if isinstance(given, Page) and not given.is_closed():
            await self.browser_provider.close_page(given)  # each request has one of its own
        await self._turns.take(visit.stopping)
        name = f"page {next(self._numbers)}"
        try:
            answer = await self.download_request(self._request(visit, name, options))
        except BrowserError as error:
            await self._leave(name)
            raise BrowserGone(error.message.splitlines()[0]) from error
        except Exception as error:
            running = self._used.get(name)
            if not await self._leave(name) and not _is_its_own_doing(error):
                raise BrowserGone("it does not close a page") from error
            if isinstance(error, CUT_OFF) and running is not None and not running.browser.is_connected():
                raise BrowserGone(str(error)) from error
            raise
        except BaseException:
            await self._leave(name)
            raise
        if options.get("playwright_include_page"):
            held = Held(meta["playwright_page"], self._used[name].is_there, partial(self._leave, name))
            self._turns.keep(name, held)
        else:
            await self._leave(name)
        return answer

    def _request(self, visit: Visit, name: str, options: Mapping[str, Any]) -> Request:
        """Return the request that scrapy-playwright gets for a visit."""
        wanted = options.get("playwright_context_kwargs") or {}
        if wanted:
            self._with_options.add(name)
        return Request(
            visit.document.url,
            meta={
                **options,
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
                VISIT: visit,
            },
        )  # fmt: skip

    async def _leave(self, name: str) -> bool:
        """Close a page's context, and give its turn to the next page; False if the browser hangs."""
        self._turns.give_back()
        self._with_options.discard(name)
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
        context = self._as_asked(name, self._context_in(running, name, context_kwargs))
        return await self.browser_provider.in_time(running, context)

    async def _context_in(
        self, running: Running, name: str, context_kwargs: dict[str, Any] | None
    ) -> BrowserContextWrapper:
        self.browser = running.browser  # scrapy-playwright asks it at once for a context
        return await super()._create_browser_context(name, context_kwargs)

    async def _create_page(self, request: Request, spider: Spider) -> Page:
        """Open a page; its context is made first, without the lock that all contexts would share."""
        name = request.meta["playwright_context"]
        await self._create_browser_context(name, request.meta["playwright_context_kwargs"])
        page = self._as_asked(name, super()._create_page(request, spider))
        return await self.browser_provider.in_time(self._used[name], page)

    async def _as_asked(self, name: str, made: Awaitable[T]) -> T:
        """Make a context or a page with the options of its request.

        :raises Failed: ``playwright_meta``: the browser is sound, and does not know what is asked for.
        """
        try:
            return await made
        except BrowserError as error:
            is_sound = self._used[name].browser.is_connected() and GONE not in error.message
            if name in self._with_options and is_sound and not isinstance(error, BrowserTimeout):
                said = f"playwright_context_kwargs: {error.message.splitlines()[0]}"
                raise Failed("playwright_meta", said) from error
            raise

    async def _download_request_with_retry(self, request: Request, spider: Spider) -> Response:
        """Open a page and read it.

        scrapy-playwright's own first asks the browser for a route, and waits for that without a bound. No
        request ever comes to that route: the page's network answers each.
        """
        visit: Visit = request.meta[VISIT]
        name = request.meta["playwright_context"]
        page = await self._create_page(request, spider)
        request.meta["playwright_page"] = page
        visit.opened = True
        own = visit.request.meta
        if own.get("playwright_include_page"):
            own["playwright_page"] = page  # for the errback, too, which finds it closed
        handlers = request.meta.get("playwright_page_event_handlers") or {}
        request.meta["playwright_page_event_handlers"] = guarded_handlers(handlers, spider, visit.url)
        _attach_page_event_handlers(page=page, request=request, spider=spider, context_name=name)
        network = Network(self._crawler, visit.how, visit.document, self._kept)
        network.exchanges = visit.exchanges
        running = self._used[name]
        await self.browser_provider.in_time(running, network.attach(page))
        if callback := own.get("playwright_page_init_callback"):
            # its routes are asked before the network's
            await self._initialize(running, initializing(callback, page, visit.request))
        return await self._read(visit, page, network, spider)

    async def _initialize(self, running: Running, initializing: Awaitable[None]) -> None:
        """Wait for a request's own ``playwright_page_init_callback``, which asks the browser.

        :raises BrowserGone: it does not end in time.
        """
        try:
            await asyncio.wait_for(initializing, INIT_SECONDS)
        except TimeoutError as error:
            self.browser_provider.give_up(running)
            said = f"playwright_page_init_callback does not end in {INIT_SECONDS:g} s"
            raise BrowserGone(said) from error

    async def _read(self, visit: Visit, page: Page, network: Network, spider: Spider) -> Response:
        """Read a page: scrapy-playwright's own waits for ``load``, which some pages never reach."""
        own = visit.request.meta
        methods = [partial(self._call, page, method, spider) for method in page_methods(own)]
        goto = own.get("playwright_page_goto_kwargs")
        tab = Tab(page, network, visit.how, self.seconds, goto_options=goto, page_methods=methods)
        html = (await tab.read(visit.url, self.most_rows, visit.stopping)).encode()
        if self.max_size and len(html) > self.max_size:
            raise Failed("too_large", f"{len(html)} bytes after its scripts ran")
        visit.how, visit.rows, visit.pressed = tab.how, tab.rows, tab.pressed
        return rendered(visit.document, network.navigation.document, html)

    async def _call(self, page: Page, method: Any, spider: Spider) -> None:
        """Call one page method of a request, as scrapy-playwright does."""
        await self._apply_page_methods(
            page, Request(page.url, meta={"playwright_page_methods": [method]}), spider
        )


def _is_its_own_doing(error: Exception) -> bool:
    """Tell whether a page keeps its browser from answering by all that it asks for: another would, too."""
    return isinstance(error, Failed) and error.reason == "render_requests"


def rendered(document: Response, latest: Response, html: bytes) -> Response:
    """Return the response of a rendered page.

    :param document: what was downloaded for the request.
    :param latest: the document that the page has now: another one, if a page method led it on.
    """
    headers = latest.headers.copy()
    headers["Content-Type"] = "text/html; charset=utf-8"
    return HtmlResponse(
        latest.url,
        status=latest.status,
        headers=headers,
        body=html,
        flags=[*document.flags, "rendered"],
        request=document.request,
        certificate=latest.certificate,
        ip_address=latest.ip_address,
        protocol=latest.protocol,
        encoding="utf-8",
    )

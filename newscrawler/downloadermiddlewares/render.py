"""Render the answers that need a browser, after redirects, refusals and bad statuses have been dealt with."""

from __future__ import annotations

import asyncio
import logging
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from scrapy import signals
from scrapy.http import HtmlResponse
from scrapy.utils.misc import load_object

from newscrawler.exceptions import Failed, Left, WrongArgument
from newscrawler.rendering import Rendered, Rendering
from newscrawler.rendering.choice import NoBrowser
from newscrawler.run.errand import errand_of
from newscrawler.run.run import run_of
from newscrawler.run.spider import Renders

if TYPE_CHECKING:
    from typing import Self

    from scrapy import Request
    from scrapy.crawler import Crawler
    from scrapy.http import Response

    from newscrawler.rendering.browser import Page
    from newscrawler.rendering.handler import RenderingHandler
    from newscrawler.rendering.tab import Tab

logger = logging.getLogger(__name__)

TRIES = 3
"""How often a page is rendered whose tab or browser crashes; the last time alone with a fresh browser."""


@dataclass(slots=True)
class _Visit:
    """One try to read a page."""

    request: Request
    response: Response
    how: Rendering
    opened: bool = False


class RenderMiddleware:
    """Render the answers to requests that want it; where none does, no package of the browser is imported.

    Settings: ``BROWSER_PATH``, ``RENDER_PAGES`` (at once), ``RENDER_TIMEOUT`` (seconds that a page may work
    without progress), ``RENDER_MAX_REQUESTS`` (of one page), ``RENDER_RENEW`` (pages that one browser
    serves), ``LISTING_MAX_ITEMS``, ``DOWNLOAD_MAXSIZE``.
    """

    def __init__(self, crawler: Crawler) -> None:
        settings = crawler.settings
        self.crawler = crawler
        self.seconds = settings.getfloat("RENDER_TIMEOUT")
        self.most_rows = settings.getint("LISTING_MAX_ITEMS")
        self.max_size = settings.getint("DOWNLOAD_MAXSIZE")
        self._turns = asyncio.Semaphore(max(1, settings.getint("RENDER_PAGES")))
        self._buttons = {"pressed": 0, "none": 0}
        self.handler: RenderingHandler | None = None
        spider: object = crawler.spidercls
        if isinstance(spider, Renders) and spider.render:
            self._start()  # so that what is missing or wrong is said before the first request

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Make the middleware.

        :raises NoBrowser: the spider's pages are rendered, and a package is missing.
        :raises WrongArgument: a setting would give the browser a network.
        """
        middleware = cls(crawler)
        crawler.signals.connect(middleware.spider_idle, signals.spider_idle)
        crawler.signals.connect(middleware.engine_stopped, signals.engine_stopped)
        return middleware

    def _start(self) -> RenderingHandler:
        """Make the handler; this imports scrapy-playwright."""
        if self.handler is not None:
            return self.handler
        try:
            handler = load_object("newscrawler.rendering.handler.RenderingHandler")
            self._tab = load_object("newscrawler.rendering.tab.Tab")
            self._network = load_object("newscrawler.rendering.network.Network")
            self._crashed = load_object("newscrawler.rendering.tab.TabCrashed")
            self._gone = load_object("newscrawler.rendering.browser.BrowserGone")
            self._kept = load_object("newscrawler.rendering.kept.Kept")()
        except ImportError as error:
            raise NoBrowser(
                "this site needs a browser, and the package that drives it is not installed: "
                "pip install 'newscrawler[browser]'"
            ) from error
        spider: object = self.crawler.spidercls
        declared = spider if isinstance(spider, Renders) else None
        made: RenderingHandler = handler(
            self.crawler,
            language=declared.language if declared else None,
            timezone=declared.timezone if declared else None,
        )
        self.handler = made
        return made

    async def process_response(self, request: Request, response: Response) -> Response:
        """Replace an answer by what its scripts make of it.

        A request is rendered whose errand says so, or whose meta has ``playwright``, as scrapy-playwright
        takes it. The errand's ``rendered`` says whether the rows of a listing are all there.

        :raises Failed: ``render_timeout``, ``tab_crashed``, ``navigated_away``, ``not_ready``, ``too_large``…
        """
        errand = errand_of(request)
        how = errand.render if errand is not None else None
        if how is None and not request.meta.get("playwright"):
            return response
        if response.status != 200 or not isinstance(response, HtmlResponse):
            return response
        try:
            self._start()
        except (NoBrowser, WrongArgument) as error:
            self._stop(str(error))
            raise Left("no_browser", str(error)) from error
        async with self._turns:
            return await self._rendered(request, response, how or Rendering())

    async def _rendered(self, request: Request, response: Response, how: Rendering) -> Response:
        assert self.handler is not None
        last = ""
        tries = refused = 0
        while tries < TRIES and refused < TRIES:
            if self._stopping():
                raise Left("shutdown")
            if tries or refused:
                self._count("tried_again")
            visit = _Visit(request, response, how)
            try:
                return await self.handler.render(response, request.meta, partial(self._read, visit))
            except self._crashed as error:
                last = "tab_crashed"
                logger.info("%s: the page's process has ended (%s)", response.url, error)
                await asyncio.sleep(0.3)  # if the browser has gone with it, its end is known by then
            except NoBrowser as error:
                self._stop(str(error))
                raise Left("no_browser", str(error)) from error
            except self._gone as error:
                last = "browser_gone"
                logger.warning("%s: the browser is of no use any more: %s", response.url, error)
            if not visit.opened:
                refused += 1  # no try of this page: its end was not known yet when it was asked
                continue
            tries += 1
            if tries == TRIES - 1:
                self.handler.browser_provider.abandon()
        self._count(last)
        raise Failed(last, response.url)

    async def _read(self, visit: _Visit, page: Page) -> Response:
        assert self.handler is not None
        visit.opened = True
        request, response, how = visit.request, visit.response, visit.how
        errand = errand_of(request)
        await self.handler.init_page(page, request)
        network = self._network(self.crawler, how, response, self._kept)
        if errand is not None:
            network.exchanges = errand.exchanges
        methods = partial(self.handler.apply_page_methods, request=request)
        tab: Tab = self._tab(page, network, how, self.seconds, methods)
        html = (await tab.read(response, self.most_rows, self._stopping)).encode()
        self._count("pages")
        if self.max_size and len(html) > self.max_size:
            raise Failed("too_large", f"{len(html)} bytes after its scripts ran")
        if errand is not None and errand.render is not None:
            errand.rendered = self._judge(response, tab)
        headers = response.headers.copy()
        headers["Content-Type"] = "text/html; charset=utf-8"
        return response.replace(
            body=html, headers=headers, encoding="utf-8", flags=[*response.flags, "rendered"]
        )

    def _stop(self, why: str) -> None:
        """End the run: without a browser nothing of this site can be read."""
        run = run_of(self.crawler)
        if not run.failure:
            run.fail(why, "no_browser")
            run.stop("no_browser")

    def _judge(self, response: Response, tab: Tab) -> Rendered:
        """Say what was found, and how a listing ended."""
        rows = tab.rows
        if rows is None:
            return Rendered(tab.how, found_what_was_asked=bool(tab.how.ready))
        if tab.pressed:
            self._buttons["pressed"] += 1
        elif rows.end == "button" and rows.button == "none":
            self._buttons["none"] += 1
        self._count(f"listing_end/{rows.end or 'gave_up'}")
        if rows.gave_up:
            logger.error("%s: gave up at %d rows: %s", response.url, rows.count, rows.gave_up)
        # a short list below a consent layer is a list: nobody need guess what this page is
        return Rendered(tab.how, bool(rows.count), gave_up_at=rows.count if rows.gave_up else None)

    def spider_idle(self) -> None:
        """Notice a button that is declared and that no listing of the run has."""
        if self._buttons["none"] and not self._buttons["pressed"]:
            run_of(self.crawler).account.listing_failures["no_load_more_button"] += 1
            self._buttons["none"] = 0

    async def engine_stopped(self) -> None:
        """End the browser."""
        if self.handler is None:
            return
        await self.handler.close()
        if starts := self.handler.browser_provider.starts:
            assert self.crawler.stats is not None
            self.crawler.stats.set_value("newscrawler/render/browsers", starts)

    def _stopping(self) -> bool:
        return not self.crawler.crawling

    def _count(self, what: str) -> None:
        assert self.crawler.stats is not None
        self.crawler.stats.inc_value(f"newscrawler/render/{what}")

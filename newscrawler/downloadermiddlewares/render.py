"""Render the answers that need a browser, after redirects, refusals and bad statuses have been dealt with."""

from __future__ import annotations

import asyncio
import logging
from typing import TYPE_CHECKING

from scrapy import signals
from scrapy.exceptions import NotConfigured
from scrapy.http import HtmlResponse
from scrapy.utils.misc import load_object

from newscrawler.downloadermiddlewares.redirect import ScriptRedirects
from newscrawler.exceptions import Failed, Left
from newscrawler.rendering import Rendered, Rendering
from newscrawler.rendering.choice import NoBrowser
from newscrawler.rendering.endings import BrowserGone, ScriptRedirect, TabCrashed
from newscrawler.rendering.options import check_handlers, launch_options, names
from newscrawler.rendering.visit import Visit
from newscrawler.run.errand import errand_of
from newscrawler.run.run import run_of
from newscrawler.run.spider import Renders
from newscrawler.text.counted import some

if TYPE_CHECKING:
    from typing import Self

    from scrapy import Request
    from scrapy.crawler import Crawler
    from scrapy.http import Response

    from newscrawler.rendering.handler import RenderingHandler

logger = logging.getLogger(__name__)

TRIES = 3
"""How often a page is rendered whose tab or browser crashes; the last time with a fresh browser."""
AFTER_CRASH = 0.3
"""Seconds after which it is known whether the browser has gone with its tab."""


class RenderMiddleware:
    """Render the answers to requests that want it; where none does, no package of the browser is imported.

    Settings: those of ``RenderingHandler``; ``REDIRECT_ENABLED``, ``REDIRECT_MAX_TIMES``.
    """

    def __init__(self, crawler: Crawler) -> None:
        check_handlers(crawler.settings)
        launch_options(crawler.settings)  # before the first request, whichever spider will want the browser
        self.crawler = crawler
        self.handler: RenderingHandler | None = None
        try:
            self._redirects: ScriptRedirects | None = ScriptRedirects.from_crawler(crawler)
        except NotConfigured:
            self._redirects = None
        self._buttons = {"pressed": 0, "none": 0}
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

    async def process_response(self, request: Request, response: Response) -> Request | Response:
        """Replace an answer by what its scripts make of it, or follow where they lead to.

        A request is rendered whose errand says so, or whose meta has ``playwright``, as scrapy-playwright
        takes it. The errand's ``rendered`` says whether the rows of a listing are all there.

        :raises Failed: ``render_timeout``, ``tab_crashed``, ``browser_gone``, ``not_ready``, ``too_large``…
        :raises Refused: where its script leads to is not of the site.
        """
        errand = errand_of(request)
        how = errand.render if errand is not None else None
        if how is None and request.meta.get("playwright"):
            how = Rendering(domains=names(getattr(self.crawler.spider, "render_domains", None)))
        if how is None or response.status != 200 or not isinstance(response, HtmlResponse):
            return response
        try:
            handler = self._start()
            return await self._rendered(handler, request, response, how)
        except NoBrowser as error:
            self._stop(str(error))
            raise Left("no_browser", str(error)) from error
        except Failed as error:
            if errand is None:  # no account has it, and Scrapy does not log what is left out
                logger.warning("%s: not rendered: %s", response.url, error)
            raise
        except ScriptRedirect as redirect:
            if self._redirects is None or request.meta.get("dont_redirect"):
                raise Failed("navigated_away", redirect.url) from redirect
            return self._redirects.follow(request, response, redirect.url)

    async def _rendered(
        self, handler: RenderingHandler, request: Request, response: Response, how: Rendering
    ) -> Response:
        """Try until the page is read, or has been tried often enough."""
        errand = errand_of(request)
        exchanges = errand.exchanges if errand is not None else None
        last = ""
        tries = refused = 0
        while tries < TRIES and refused < TRIES:
            if self._stopping():
                raise Left("shutdown")
            if tries or refused:
                self._count("tried_again")
            visit = Visit(request, response, how, self._stopping, exchanges)
            try:
                answer = await handler.render(visit)
            except TabCrashed as error:
                last = "tab_crashed"
                logger.info("%s: the page's process has ended (%s)", response.url, error)
                await asyncio.sleep(AFTER_CRASH)
            except BrowserGone as error:
                last = "browser_gone"
                logger.warning("%s: the browser is of no use any more: %s", response.url, error)
            else:
                self._count("pages")
                if errand is not None and errand.render is not None:
                    errand.rendered = self._judge(visit)
                return answer
            if not visit.opened:
                refused += 1  # no try of this page: its end was not known yet when it was asked
                continue
            tries += 1
            if tries == TRIES - 1:
                handler.browser_provider.abandon()
        self._count(last)
        raise Failed(last, response.url)

    def _stop(self, why: str) -> None:
        """End the run: without a browser nothing of this site can be read."""
        run = run_of(self.crawler)
        if not run.failure:
            run.fail(why, "no_browser")
            run.stop("no_browser")

    def _judge(self, visit: Visit) -> Rendered:
        """Say what was found, and how a listing ended."""
        rows = visit.rows
        if rows is None:
            return Rendered(visit.how, found_what_was_asked=bool(visit.how.ready))
        if visit.pressed:
            self._buttons["pressed"] += 1
        elif rows.end == "button" and rows.button == "none":
            self._buttons["none"] += 1
        self._count(f"listing_end/{rows.end or 'gave_up'}")
        if rows.gave_up:
            logger.error("%s: gave up at %s: %s", visit.document.url, some(rows.count, "row"), rows.gave_up)
        # a short list below a consent layer is a list: nobody need guess what this page is
        return Rendered(visit.how, bool(rows.count), gave_up_at=rows.count if rows.gave_up else None)

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

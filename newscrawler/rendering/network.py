"""What a page asks for and gets: through the crawl's own downloader, or not at all."""

from __future__ import annotations

import asyncio
import logging
from inspect import isawaitable
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from scrapy import Request
from scrapy.http.request import NO_CALLBACK
from scrapy.utils.misc import load_object

from newscrawler.exceptions import Failed, Refused
from newscrawler.rendering import Exchange, Rendering
from newscrawler.rendering.answers import as_data, as_document
from newscrawler.rendering.browser import BrowserError
from newscrawler.rendering.end_signs import says_the_end
from newscrawler.rendering.gone import close_socket, dismiss, unless_gone
from newscrawler.rendering.navigation import Navigation
from newscrawler.rendering.options import names
from newscrawler.rendering.polls import Polls, Question
from newscrawler.run.failures import outcome_of
from newscrawler.urls import in_domains

if TYPE_CHECKING:
    from collections.abc import Awaitable

    from scrapy.crawler import Crawler
    from scrapy.http import Response

    from newscrawler.rendering.browser import Page, Route
    from newscrawler.rendering.browser import Request as PageRequest
    from newscrawler.rendering.kept import Kept

logger = logging.getLogger(__name__)

DATA = frozenset({"xhr", "fetch"})
KEPT = frozenset({"script", "stylesheet"})
"""Kinds that are the same for every page of a site: asked for once in a run."""
LET_THROUGH = DATA | KEPT
"""Images, media, fonts, frames, beacons, sockets and whatever comes later are not needed to read a page."""

FROM_PAGE = ("accept", "content-type", "origin", "referer", "x-requested-with", "authorization")
"""Headers that the page's own request may set; the rest is the crawl's."""


class Network:
    """Everything that one page asks for. Its state says whether the page still waits for something.

    Settings: ``RENDER_MAX_REQUESTS``, ``REDIRECT_MAX_TIMES`` (of one page), ``PLAYWRIGHT_ABORT_REQUEST``.
    """

    def __init__(self, crawler: Crawler, how: Rendering, document: Response, kept: Kept) -> None:
        assert crawler.stats is not None
        self.crawler = crawler
        self.count = crawler.stats.inc_value
        self.how = how
        declared = getattr(crawler.spider, "allowed_domains", None)  # Scrapy's own
        self.site = names(declared) or (urlsplit(document.url).hostname or "",)
        self.navigation = Navigation(document, crawler.settings.getint("REDIRECT_MAX_TIMES"))
        self.kept = kept
        self.most = crawler.settings.getint("RENDER_MAX_REQUESTS")
        abort = crawler.settings.get("PLAYWRIGHT_ABORT_REQUEST")
        self.abort_request = load_object(abort) if abort else None
        self.page: Page | None = None
        self.exchanges: list[Exchange] | None = None
        self.batch = 0
        self.fetching = 0
        """Requests that wait for their turn or their answer: the page can do nothing about it."""
        self._idle = asyncio.Event()
        self._idle.set()
        self._under_way: set[PageRequest] = set()
        self.asked = 0
        self.awaited = 0
        """Requests so far that are worth waiting for."""
        self.answered = 0
        """Answers with data since ``forget``."""
        self.problems: list[str] = []
        """Reasons of data that could not be had since ``forget``."""
        self.ended = False
        """The latest answer said that nothing follows."""
        self.exceeded = False
        self._polls = Polls()

    async def idle(self) -> None:
        """Wait until the page waits for nothing."""
        await self._idle.wait()

    def is_connected(self) -> bool:
        """Tell whether the page's browser is there."""
        browser = self.page.context.browser if self.page is not None else None
        return browser is not None and browser.is_connected()

    def forget(self) -> None:
        """Start to count anew: what comes now belongs to the next batch of rows."""
        self.answered = 0
        self.problems.clear()

    async def attach(self, page: Page) -> None:
        """Stand between a page and the world."""
        self.page = page
        page.on("requestfinished", self._delivered)
        page.on("requestfailed", self._delivered)
        page.context.on("page", self._close_other)
        page.on("download", self._cancel)
        page.on("dialog", dismiss)
        await page.context.route("**/*", self._route)  # for pop-ups
        await page.route("**/*", self._route)  # asked before scrapy-playwright's own, which connects
        await page.context.route_web_socket("**/*", close_socket)

    def _delivered(self, request: PageRequest) -> None:
        self._under_way.discard(request)
        if not self._under_way:
            self._idle.set()

    async def _close_other(self, page: Page) -> None:
        if page is not self.page:
            self.count("newscrawler/render/popups")
            await unless_gone(page.close())

    async def _cancel(self, download: Any) -> None:
        self.count("newscrawler/render/downloads")
        await unless_gone(download.cancel())

    async def _route(self, route: Route) -> None:
        """Answer a request, whoever asks.

        :raises CancelledError: the page has gone meanwhile. Playwright waits for ever for a route that was
            given no answer, and asyncio would log that task as an error at the end of the crawl; so it ends,
            too.
        """
        if not await self._respond(route):
            raise asyncio.CancelledError

    async def _respond(self, route: Route) -> bool:
        """Answer a request; False if the page that asked has gone."""
        request = route.request
        if not self._is_ours(request):
            return await unless_gone(route.abort("blockedbyclient"))
        if request.is_navigation_request():
            return await self._navigate(route)
        refusal = self._refusal(request) or await self._unwanted(request)
        if refusal is not None:
            self.count(f"newscrawler/render/blocked/{refusal}")
            if refusal == "too_many":
                return False  # thousands of answers would keep the browser from its other pages
            return await unless_gone(route.abort("blockedbyclient"))
        return await self._fetch(route)

    def _is_ours(self, request: PageRequest) -> bool:
        """Tell whether a request is of the page itself: not of a pop-up, a frame, a worker."""
        try:
            return self.page is not None and request.frame == self.page.main_frame
        except BrowserError:
            return False  # no frame: of a worker, or of a page that is not there yet

    async def _navigate(self, route: Route) -> bool:
        request = route.request
        if (document := self.navigation.take(request.url)) is not None:
            return await unless_gone(route.fulfill(**as_document(document)))
        if not self.navigation.at_rest:
            self.navigation.redirect = self.navigation.redirect or (request.method, request.url)
            return await unless_gone(route.abort("aborted"))
        self._begin(request)
        try:
            answer = self.navigation.answer(request.url, await self._document(request))
        except Exception as error:  # noqa: BLE001 - whatever it was, the page does not get there
            self.navigation.lost = error
            return await self._delivers(request, route.abort("failed"))
        return await self._delivers(request, route.fulfill(**answer))

    async def _document(self, request: PageRequest) -> Response:
        """Ask for a further document of the page.

        :raises Refused: ``scheme``, ``offsite``, or what the crawl's middlewares say.
        :raises Failed: ``redirects``: the page has had too many.
        """
        if urlsplit(request.url).scheme not in {"http", "https"}:
            raise Refused("scheme", request.url)
        if not in_domains(request.url, self.site):
            raise Refused("offsite", request.url)
        self.navigation.further += 1
        if self.navigation.further > self.navigation.most:
            raise Failed("redirects", f"more than {self.navigation.most} documents of one page")
        return await self._answer(request, request.post_data_buffer or b"")

    def _refusal(self, request: PageRequest) -> str | None:
        """Return why a request is not sent, None if it is."""
        if urlsplit(request.url).scheme not in {"http", "https"}:
            return "scheme"
        if request.resource_type not in LET_THROUGH:
            return str(request.resource_type)
        if not in_domains(request.url, (*self.site, *self.how.domains)):
            return "third_party"
        self.asked += 1
        if self.most and self.asked > self.most:
            self.exceeded = True
            return "too_many"
        return None

    async def _unwanted(self, request: PageRequest) -> str | None:
        """Ask ``PLAYWRIGHT_ABORT_REQUEST``, which may forbid further requests."""
        if self.abort_request is None:
            return None
        try:
            aborts = self.abort_request(request)
            unwanted = await aborts if isawaitable(aborts) else aborts
        except Exception as error:
            logger.exception("PLAYWRIGHT_ABORT_REQUEST raised for %s", request.url)
            self.navigation.lost = Failed("abort_request", f"{type(error).__name__}: {error}")
            return "abort_request"
        return "abort_request" if unwanted else None

    async def _fetch(self, route: Route) -> bool:
        request = route.request
        data = request.resource_type in DATA
        question = Question(request.method, request.url, request.post_data_buffer or b"")
        awaited = not self._polls.is_one(question)
        if awaited:
            self._begin(request)
        try:
            response = await self._answer(request, question.body)
        except Exception as error:  # noqa: BLE001 - whatever it was, the page's request has failed
            outcome, reason = outcome_of(error)
            self.count(f"newscrawler/render/{outcome}/{reason}")
            logger.debug("%s of the page: %s (%s)", request.url, outcome, reason)
            if reason == "timeout":
                self._polls.held(question)
            if data and awaited:
                self.problems.append(reason)
            return await self._delivers(request, route.abort("failed"))
        self._polls.answered(question, response)
        if data and awaited:
            self._note(question, response)
        return await self._delivers(request, route.fulfill(**as_data(response)))

    def _begin(self, request: PageRequest) -> None:
        self.awaited += 1
        self._under_way.add(request)
        self._idle.clear()

    async def _delivers(self, request: PageRequest, answer: Awaitable[None]) -> bool:
        """Give an answer to the page; what cannot be delivered is not waited for."""
        delivered = await unless_gone(answer)
        if not delivered:
            self._delivered(request)
        return delivered

    async def _answer(self, request: PageRequest, body: bytes) -> Response:
        """Ask as the crawl asks: guard, robots.txt, delay and budget are its middlewares."""
        keeps = request.resource_type in KEPT and request.method == "GET"
        if keeps and (known := self.kept.get(request.url)):
            return known
        assert self.crawler.engine is not None
        headers = {name: value for name, value in request.headers.items() if name in FROM_PAGE}
        self.count(f"newscrawler/render/requests/{request.resource_type}")
        asked = Request(
            request.url,
            callback=NO_CALLBACK,
            method=request.method,
            headers=headers,
            body=body,
            # retries wait for their turn, too, and the page waits with them: two are enough
            meta={"allow_offsite": not in_domains(request.url, self.site), "max_retry_times": 2},
        )
        self.fetching += 1
        try:
            response = await self.crawler.engine.download_async(asked)
        finally:
            self.fetching -= 1
        if keeps:
            self.kept.keep(request.url, response)
        return response

    def _note(self, question: Question, response: Response) -> None:
        if response.status >= 400:
            self.problems.append(f"http-{response.status}")
            return
        self.answered += 1
        self.ended = says_the_end(response.body)
        if self.exchanges is not None:
            self.exchanges.append(Exchange(*question, response.body, self.batch))

    def check(self) -> None:
        """Raise what ends a page.

        :raises Failed: ``render_requests``; or why a document that the page was led to could not be had.
        """
        if self.exceeded and self.how.rows is None:
            raise Failed("render_requests", f"more than {self.most}")
        if (lost := self.navigation.lost) is not None:
            raise lost

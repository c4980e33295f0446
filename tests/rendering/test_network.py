"""What a page asks for and gets: through the crawl's downloader, or not at all. Without a browser."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, cast

import pytest
from scrapy import Request, Spider
from scrapy.exceptions import DownloadTimeoutError
from scrapy.http import HtmlResponse, Response
from scrapy.utils.test import get_crawler

from newscrawler.exceptions import Failed, Refused
from newscrawler.rendering import Exchange, Rendering
from newscrawler.rendering.browser import BrowserError
from newscrawler.rendering.kept import Kept
from newscrawler.rendering.network import Network
from tests.defaults import DEFAULTS

if TYPE_CHECKING:
    from newscrawler.rendering.browser import Page, Route

HOME = "https://gazette.invalid"
DOCUMENT = HtmlResponse(f"{HOME}/1", body=b"<p>One</p>", encoding="utf-8")
FRAME = object()


class Gazette(Spider):
    name = "gazette"
    allowed_domains = ("gazette.invalid",)


@dataclass
class Downloader:
    """The crawl's engine: answers with what it is told, or raises it."""

    answer: Any = field(default_factory=lambda: Response(HOME, body=b'{"hasMore": false}'))
    asked: list[Request] = field(default_factory=list)

    async def download_async(self, request: Request) -> Response:
        self.asked.append(request)
        if isinstance(self.answer, Exception):
            raise self.answer
        answer: Response = self.answer
        return answer.replace(url=request.url) if answer.url == HOME else answer


@dataclass(eq=False)
class PageRequest:
    url: str
    resource_type: str = "fetch"
    method: str = "GET"
    frame: object = FRAME
    headers: dict[str, str] = field(default_factory=dict)
    post_data_buffer: bytes | None = None

    def is_navigation_request(self) -> bool:
        return self.resource_type == "document"


@dataclass
class Asking:
    """A route: notes what it is answered."""

    request: PageRequest
    gone: Exception | None = None
    said: str = ""
    given: dict[str, Any] = field(default_factory=dict)

    async def abort(self, why: str) -> None:
        self._raise()
        self.said = why

    async def fulfill(self, **answer: Any) -> None:
        self._raise()
        self.said, self.given = "fulfilled", answer

    def _raise(self) -> None:
        if self.gone is not None:
            raise self.gone


class OpenPage:
    """A page whose context takes note of nothing."""

    main_frame = FRAME

    def __init__(self) -> None:
        self.context = self
        self.listeners: dict[str, Any] = {}
        self.asks: Any = None

    def on(self, event: str, listener: Any) -> None:
        self.listeners[event] = listener

    async def route(self, pattern: str, route: Any) -> None:
        self.asks = route

    async def route_web_socket(self, pattern: str, socket: Any) -> None:
        self.listeners["socket"] = socket


class Asker:
    """A page's network, and a short way to ask it."""

    def __init__(
        self, how: Rendering | None = None, downloader: Downloader | None = None, **settings: Any
    ) -> None:
        self.crawler = get_crawler(Gazette, {**DEFAULTS, **settings})
        self.crawler.spider = Gazette()
        self.engine = downloader or Downloader()
        self.crawler.engine = self.engine  # type: ignore[assignment]  # all of it that is needed
        self.page = OpenPage()
        self.network = Network(self.crawler, how or Rendering(), DOCUMENT, Kept())

    async def ask(
        self, url: str, kind: str = "fetch", *, gone: Exception | None = None, **request: Any
    ) -> Asking:
        if self.network.page is None:
            await self.network.attach(cast("Page", self.page))
            assert (await self.ask(DOCUMENT.url, "document")).given["body"] == DOCUMENT.body
        route = Asking(PageRequest(url, kind, **request), gone)
        await self.page.asks(cast("Route", route))
        return route


async def test_data_come_through_the_crawls_downloader() -> None:
    asker = Asker()
    headers = {"accept": "application/json", "cookie": "a=b", "user-agent": "Mozilla"}
    route = await asker.ask(f"{HOME}/api", method="POST", post_data_buffer=b"n=1", headers=headers)
    assert route.given["body"] == b'{"hasMore": false}'
    (request,) = asker.engine.asked
    assert (request.method, request.body) == ("POST", b"n=1")
    assert request.headers.to_unicode_dict() == {"Accept": "application/json"}
    assert asker.network.ended
    assert asker.network.answered == 1


@pytest.mark.parametrize(
    ("url", "kind"),
    [
        (f"{HOME}/photo.jpg", "image"),
        (f"{HOME}/beacon", "ping"),
        ("https://tracker.invalid/t.js", "script"),
        ("ftp://gazette.invalid/data", "fetch"),
    ],
)
async def test_what_no_page_needs_is_not_asked_for(url: str, kind: str) -> None:
    asker = Asker()
    assert (await asker.ask(url, kind)).said == "blockedbyclient"
    assert not asker.engine.asked


async def test_a_declared_host_is_asked() -> None:
    asker = Asker(Rendering(domains=("cdn.invalid",)))
    assert (await asker.ask("https://static.cdn.invalid/a.js", "script")).said == "fulfilled"
    assert asker.engine.asked[0].meta["allow_offsite"] is True


async def test_a_frame_or_worker_gets_nothing() -> None:
    asker = Asker()
    assert (await asker.ask(f"{HOME}/frame", "document", frame=object())).said == "blockedbyclient"


async def test_a_script_is_asked_for_once() -> None:
    asker = Asker()
    for _ in range(2):
        assert (await asker.ask(f"{HOME}/app.js", "script")).said == "fulfilled"
    assert len(asker.engine.asked) == 1


async def test_there_is_an_end_to_asking() -> None:
    asker = Asker(RENDER_MAX_REQUESTS=1)
    await asker.ask(f"{HOME}/api?1")
    with pytest.raises(asyncio.CancelledError):  # nor is it answered
        await asker.ask(f"{HOME}/api?2")
    with pytest.raises(Failed, match="render_requests"):
        asker.network.check()


async def test_a_refusal_is_the_pages_problem() -> None:
    asker = Asker(downloader=Downloader(Refused("robots")))
    assert (await asker.ask(f"{HOME}/api")).said == "failed"
    assert asker.network.problems == ["robots"]
    asker.network.forget()
    assert asker.network.problems == []


async def test_before_rest_a_script_leads_nowhere() -> None:
    asker = Asker()
    assert (await asker.ask(f"{HOME}/2", "document")).said == "aborted"
    assert asker.network.navigation.redirect == ("GET", f"{HOME}/2")
    assert not asker.engine.asked


async def test_at_rest_a_page_is_led_on_within_the_bounds() -> None:
    asker = Asker(downloader=Downloader(HtmlResponse(HOME, body=b"<p>Two</p>")), REDIRECT_MAX_TIMES=1)
    await asker.ask(f"{HOME}/api")
    asker.network.navigation.at_rest = True
    assert (await asker.ask(f"{HOME}/2", "document")).given["body"] == b"<p>Two</p>"
    asker.network.check()
    assert (await asker.ask(f"{HOME}/3", "document")).said == "failed"
    with pytest.raises(Failed, match="redirects"):
        asker.network.check()


@pytest.mark.parametrize(
    ("url", "reason"), [("https://elsewhere.invalid/", "offsite"), ("ftp://gazette.invalid/", "scheme")]
)
async def test_at_rest_it_stays_on_the_site(url: str, reason: str) -> None:
    asker = Asker()
    await asker.ask(f"{HOME}/api")
    asker.network.navigation.at_rest = True
    assert (await asker.ask(url, "document")).said == "failed"
    with pytest.raises(Refused, match=reason):
        asker.network.check()


async def test_without_allowed_domains_the_site_is_the_documents_host() -> None:
    asker = Asker()
    asker.crawler.spider = Spider("own")
    network = Network(asker.crawler, Rendering(), DOCUMENT, Kept())
    assert network.site == ("gazette.invalid",)


async def test_the_operators_own_refusals() -> None:
    asker = Asker(PLAYWRIGHT_ABORT_REQUEST=lambda request: request.url.endswith("/ads"))
    assert (await asker.ask(f"{HOME}/ads")).said == "blockedbyclient"
    assert (await asker.ask(f"{HOME}/api")).said == "fulfilled"


async def test_the_operators_own_mistake_ends_the_page() -> None:
    asker = Asker(PLAYWRIGHT_ABORT_REQUEST=lambda request: request.nothing)
    assert (await asker.ask(f"{HOME}/api")).said == "blockedbyclient"
    assert not asker.engine.asked
    with pytest.raises(Failed, match="abort_request: AttributeError"):
        asker.network.check()


async def test_long_polling_is_not_waited_for() -> None:
    asker = Asker(downloader=Downloader(DownloadTimeoutError("15 s")))
    route = await asker.ask(f"{HOME}/live?t=1")
    asker.page.listeners["requestfailed"](route.request)
    asker.engine.answer = Response(HOME, body=b"{}")
    await asker.ask(f"{HOME}/live?t=2")
    await asyncio.wait_for(asker.network.idle(), 1)


GONE = (
    BrowserError("Target closed"),
    RuntimeError("unable to perform operation on <WriteUnixTransport>; the handler is closed"),  # uvloop's
    BrokenPipeError("[Errno 32] Broken pipe"),
)
"""What Playwright raises where the page has gone, or its driver, in the moment before it is known."""


@pytest.mark.parametrize("gone", GONE)
async def test_idle_when_answers_are_delivered_or_cannot_be(gone: Exception) -> None:
    asker = Asker()
    route = await asker.ask(f"{HOME}/api")
    with pytest.raises(TimeoutError):
        await asyncio.wait_for(asker.network.idle(), 0.01)
    asker.page.listeners["requestfinished"](route.request)
    await asyncio.wait_for(asker.network.idle(), 1)
    with pytest.raises(asyncio.CancelledError):
        await asker.ask(f"{HOME}/api?2", gone=gone)
    await asyncio.wait_for(asker.network.idle(), 1)


class Closing:
    """A dialog or a socket of a page that has gone."""

    def __init__(self, gone: Exception) -> None:
        self.gone = gone

    async def dismiss(self) -> None:
        raise self.gone

    cancel = close = dismiss


@pytest.mark.parametrize("gone", GONE)
@pytest.mark.parametrize("event", ["dialog", "download", "socket"])
async def test_what_a_page_leaves_behind_is_no_error(event: str, gone: Exception) -> None:
    asker = Asker()
    await asker.ask(f"{HOME}/api")
    await asker.page.listeners[event](Closing(gone))


async def test_questions_are_collected_for_those_who_want_them() -> None:
    asker = Asker()
    asker.network.exchanges = []
    await asker.ask(f"{HOME}/api")
    assert asker.network.exchanges == [Exchange("GET", f"{HOME}/api", b"", b'{"hasMore": false}', 0)]

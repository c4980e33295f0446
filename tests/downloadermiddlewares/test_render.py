"""Which answers are rendered, how often a page is tried, and what becomes of where it leads; no browser."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

import pytest
from scrapy import Request, Spider
from scrapy.http import HtmlResponse, Response
from scrapy.utils.test import get_crawler

from newscrawler.downloadermiddlewares import render as module
from newscrawler.downloadermiddlewares.render import RenderMiddleware
from newscrawler.exceptions import Failed, Left, WrongArgument
from newscrawler.rendering import Rendered, Rendering
from newscrawler.rendering.choice import NoBrowser
from newscrawler.rendering.endings import BrowserGone, ScriptRedirect, TabCrashed
from newscrawler.rendering.rows import Rows
from newscrawler.run.errand import Errand
from newscrawler.run.run import run_of
from tests.defaults import DEFAULTS

if TYPE_CHECKING:
    from newscrawler.rendering.handler import RenderingHandler
    from newscrawler.rendering.visit import Visit

URL = "https://gazette.invalid/1"
ANSWER = HtmlResponse(URL, body=b"<p>One</p>", encoding="utf-8")
READ = HtmlResponse(URL, body=b"<p>Two</p>", encoding="utf-8")


class Gazette(Spider):
    name = "gazette"
    allowed_domains = ("gazette.invalid",)


class Tries:
    """A handler that does one thing after the other."""

    def __init__(self, *doings: Any, rows: Rows | None = None, opens: bool = True) -> None:
        self.doings = list(doings)
        self.rows = rows
        self.opens = opens
        self.visits: list[Visit] = []
        self.abandoned = 0
        self.browser_provider = self

    def abandon(self) -> None:
        self.abandoned += 1

    async def render(self, visit: Visit) -> Response:
        self.visits.append(visit)
        visit.opened, visit.rows = self.opens, self.rows
        doing = self.doings.pop(0) if len(self.doings) > 1 else self.doings[0]
        if isinstance(doing, Exception):
            raise doing
        return cast("Response", doing)


def middleware(tries: Tries, monkeypatch: pytest.MonkeyPatch, **settings: Any) -> RenderMiddleware:
    monkeypatch.setattr(module, "AFTER_CRASH", 0)
    crawler = get_crawler(Gazette, {**DEFAULTS, **settings})
    crawler.spider, crawler.crawling = Gazette(), True
    made = RenderMiddleware.from_crawler(crawler)
    made.handler = cast("RenderingHandler", tries)
    return made


def wanted(how: Rendering | None = None) -> Request:
    return Request(URL, meta=Errand(render=how or Rendering()).meta())


@pytest.mark.parametrize(
    ("request_", "answer"),
    [
        (Request(URL), ANSWER),
        (wanted(), HtmlResponse(URL, status=404)),
        (wanted(), Response(URL, body=b"%PDF")),
    ],
    ids=["not wanted", "no good status", "no HTML"],
)
async def test_what_is_not_rendered(
    request_: Request, answer: Response, monkeypatch: pytest.MonkeyPatch
) -> None:
    tries = Tries(READ)
    assert await middleware(tries, monkeypatch).process_response(request_, answer) is answer
    assert not tries.visits


async def test_an_errand_or_meta_that_wants_it(monkeypatch: pytest.MonkeyPatch) -> None:
    tries = Tries(READ)
    ours = middleware(tries, monkeypatch)
    monkeypatch.setattr(ours.crawler.spider, "render_domains", ["cdn.invalid"], raising=False)
    asked = wanted(Rendering(ready="p"))
    assert await ours.process_response(asked, ANSWER) is READ
    assert asked.meta["errand"].rendered == Rendered(Rendering(ready="p"), found_what_was_asked=True)
    assert await ours.process_response(Request(URL, meta={"playwright": True}), ANSWER) is READ
    assert [visit.how.domains for visit in tries.visits] == [(), ("cdn.invalid",)]


@pytest.mark.parametrize(
    ("error", "reason"), [(TabCrashed("x"), "tab_crashed"), (BrowserGone("x"), "browser_gone")]
)
async def test_three_tries_the_last_one_in_a_fresh_browser(
    error: Exception, reason: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    tries = Tries(error)
    with pytest.raises(Failed, match=reason):
        await middleware(tries, monkeypatch).process_response(wanted(), ANSWER)
    assert (len(tries.visits), tries.abandoned) == (3, 1)


async def test_a_page_that_is_read_at_the_third_try(monkeypatch: pytest.MonkeyPatch) -> None:
    tries = Tries(TabCrashed("x"), BrowserGone("x"), READ)
    assert await middleware(tries, monkeypatch).process_response(wanted(), ANSWER) is READ


async def test_what_could_not_be_opened_is_no_try_of_the_page(monkeypatch: pytest.MonkeyPatch) -> None:
    tries = Tries(BrowserGone("x"), opens=False)
    with pytest.raises(Failed, match="browser_gone"):
        await middleware(tries, monkeypatch).process_response(wanted(), ANSWER)
    assert (len(tries.visits), tries.abandoned) == (3, 0)


async def test_a_crawl_that_ends_tries_no_more(monkeypatch: pytest.MonkeyPatch) -> None:
    ours = middleware(Tries(READ), monkeypatch)
    ours.crawler.crawling = False
    with pytest.raises(Left, match="shutdown"):
        await ours.process_response(wanted(), ANSWER)


async def test_where_a_script_leads_is_asked_for_with_the_same_errand(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    ours = middleware(Tries(ScriptRedirect("https://gazette.invalid/2")), monkeypatch)
    monkeypatch.setattr(ours.crawler, "get_downloader_middleware", lambda kind: None)
    asked = wanted()
    followed = await ours.process_response(asked, ANSWER)
    assert isinstance(followed, Request)
    assert followed.url == "https://gazette.invalid/2"
    assert followed.meta["errand"] is asked.meta["errand"]
    assert followed.meta["redirect_urls"] == [URL]
    assert followed.meta["redirect_reasons"] == ["script"]


@pytest.mark.parametrize(
    ("target", "meta", "settings", "reason"),
    [
        (f"{URL}#top", {}, {}, "redirect_loop"),
        ("https://gazette.invalid/2", {"redirect_times": 2}, {"REDIRECT_MAX_TIMES": 2}, "redirects"),
        ("https://gazette.invalid/2", {"dont_redirect": True}, {}, "navigated_away"),
        ("https://gazette.invalid/2", {}, {"REDIRECT_ENABLED": False}, "navigated_away"),
    ],
)
async def test_bounds_of_where_a_script_leads(
    target: str, meta: dict[str, Any], settings: dict[str, Any], reason: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    ours = middleware(Tries(ScriptRedirect(target)), monkeypatch, **settings)
    monkeypatch.setattr(ours.crawler, "get_downloader_middleware", lambda kind: None)
    with pytest.raises(Failed, match=reason):
        await ours.process_response(wanted().replace(meta={**wanted().meta, **meta}), ANSWER)


async def test_rows_of_a_listing_that_was_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    rows = Rows(Rendering(rows="a"), count=41, gave_up="http-503")
    asked = wanted(Rendering(rows="a"))
    await middleware(Tries(READ, rows=rows), monkeypatch).process_response(asked, ANSWER)
    assert asked.meta["errand"].rendered.gave_up_at == 41


async def test_a_button_that_no_listing_has_is_a_failure_of_the_run(monkeypatch: pytest.MonkeyPatch) -> None:
    rows = Rows(Rendering(rows="a"), count=3, end="button")
    ours = middleware(Tries(READ, rows=rows), monkeypatch)
    await ours.process_response(wanted(Rendering(rows="a")), ANSWER)
    ours.spider_idle()
    ours.spider_idle()
    assert run_of(ours.crawler).account.listing_failures["no_load_more_button"] == 1


async def test_without_a_browser_the_run_fails(monkeypatch: pytest.MonkeyPatch) -> None:
    ours = middleware(Tries(NoBrowser("there is none: install it")), monkeypatch)
    stopped: list[str] = []
    monkeypatch.setattr(run_of(ours.crawler), "stop", stopped.append)
    with pytest.raises(Left, match="no_browser"):
        await ours.process_response(wanted(), ANSWER)
    assert stopped == ["no_browser"]
    assert run_of(ours.crawler).failure == "there is none: install it"


@pytest.mark.parametrize(
    ("setting", "value"),
    [
        ("DOWNLOAD_HANDLERS", {"https": "scrapy_playwright.handler.ScrapyPlaywrightDownloadHandler"}),
        ("PLAYWRIGHT_CDP_URL", "http://127.0.0.1:9222"),
    ],
)
def test_what_would_go_past_the_crawl_is_refused_at_the_start(setting: str, value: Any) -> None:
    with pytest.raises(WrongArgument, match=setting):
        RenderMiddleware.from_crawler(get_crawler(Gazette, {**DEFAULTS, setting: value}))

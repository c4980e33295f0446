"""A page in place of what was asked for is a refusal, whatever its status; a site that is left is left."""

from __future__ import annotations

from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

import pytest
from scrapy import Request
from scrapy.http import HtmlResponse, Response
from scrapy.statscollectors import MemoryStatsCollector
from scrapy.utils.test import get_crawler

from newscrawler.downloadermiddlewares.refusals import RefusalsMiddleware
from newscrawler.exceptions import Failed, Left, OutputError, Refused
from newscrawler.items import ListedArticle
from newscrawler.rendering import Rendering
from newscrawler.run.errand import ArticleErrand, RobotsErrand
from newscrawler.run.run import Run, run_of
from tests.document.test_reading_time import never_ends

if TYPE_CHECKING:
    from scrapy.crawler import Crawler

URL = "https://press.example/1"
CHALLENGE = "<title>Just a moment...</title><p>Checking your browser before accessing press.example.</p>"
NOT_FOUND = "<title>Page not found</title><h1>Page not found</h1><p>The page you asked for is not here.</p>"
STORY = (
    "<title>Harbour opens</title><h1>Harbour opens</h1>"
    + "<p>The harbour was opened again on Monday.</p>" * 9
)


@pytest.fixture
def crawler() -> Crawler:
    crawler = get_crawler(settings_dict={"REFUSALS_MAX": 0, "CHALLENGES_MAX": 0})
    crawler.stats = MemoryStatsCollector(crawler)
    return crawler


def answer(html: str, status: int = 200, **headers: str) -> Response:
    return HtmlResponse(URL, status=status, body=html, encoding="utf-8", headers=headers)


def passed(crawler: Crawler, response: Response, meta: dict[str, Any] | None = None) -> bool:
    middleware = RefusalsMiddleware.from_crawler(crawler)
    return middleware.process_response(Request(URL, meta=meta), response) is response


def test_an_article_passes(crawler: Crawler) -> None:
    assert passed(crawler, answer(STORY))
    assert not crawler.stats.get_stats()


class Mark:
    """A mark by which the runs have died at every page, or that cannot be written."""

    def __init__(self, error: OutputError | None = None) -> None:
        self.error = error

    def condemns(self, _: str) -> bool:
        if self.error:
            raise self.error
        return True


def test_a_page_that_has_killed_is_not_looked_at(crawler: Crawler, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(vars(run_of(crawler)), "reading_mark", Mark())
    assert passed(crawler, answer(CHALLENGE))
    with pytest.raises(Refused, match="http-403"):
        passed(crawler, answer(CHALLENGE, 403))


def test_a_mark_that_cannot_be_written_ends_the_run(
    crawler: Crawler, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(vars(run_of(crawler)), "reading_mark", Mark(OutputError("the disk is full")))
    monkeypatch.setattr(Run, "stop", lambda self, reason: None)
    with pytest.raises(Left, match="output_error"):
        passed(crawler, answer(STORY))
    assert run_of(crawler).failure == "the disk is full"


@pytest.mark.parametrize("status", [200, 403, 503])
def test_a_challenge_is_one_at_any_status(crawler: Crawler, status: int) -> None:
    with pytest.raises(Refused) as caught:
        passed(crawler, answer(CHALLENGE, status))
    assert caught.value.reason == "challenge"
    assert crawler.stats.get_value("newscrawler/refusals/challenge") == 1


def test_a_challenge_that_only_a_header_tells(crawler: Crawler) -> None:
    with pytest.raises(Refused) as caught:
        passed(crawler, answer(STORY, 403, **{"Cf-Mitigated": "challenge"}))
    assert caught.value.reason == "challenge"


@pytest.mark.parametrize("status", [401, 403, 451])
def test_a_status_that_refuses(crawler: Crawler, status: int) -> None:
    with pytest.raises(Refused) as caught:
        passed(crawler, answer(STORY, status))
    assert caught.value.reason == f"http-{status}"
    assert crawler.stats.get_value(f"newscrawler/refusals/http-{status}") == 1


def test_not_found_at_status_200_is_a_failure(crawler: Crawler) -> None:
    with pytest.raises(Failed) as caught:
        passed(crawler, answer(NOT_FOUND))
    assert caught.value.reason == "soft_404"


def test_where_the_status_says_not_found_it_counts(crawler: Crawler) -> None:
    assert passed(crawler, answer(NOT_FOUND, 404))
    assert not crawler.stats.get_stats()


@pytest.mark.parametrize("status", [206, 226])
def test_a_part_of_a_page(crawler: Crawler, status: int) -> None:
    with pytest.raises(Failed) as caught:
        passed(crawler, answer(STORY, status))
    assert caught.value.reason == "partial"


def test_robots_txt_and_redirects_are_not_looked_at(crawler: Crawler) -> None:
    assert passed(crawler, answer(CHALLENGE, 403), RobotsErrand().meta())
    assert passed(crawler, answer(CHALLENGE, 302))


@pytest.mark.parametrize("found", [True, False])
def test_a_rendered_page_that_shows_what_was_asked_for(crawler: Crawler, *, found: bool) -> None:
    errand = ArticleErrand(listed=ListedArticle(URL, URL), render=Rendering())
    errand.rendered = SimpleNamespace(found_what_was_asked=found)  # type: ignore[assignment]
    if found:
        assert passed(crawler, answer(CHALLENGE), errand.meta())
    else:
        with pytest.raises(Refused):
            passed(crawler, answer(CHALLENGE), errand.meta())


def test_a_site_that_is_left_is_asked_nothing_more(crawler: Crawler) -> None:
    middleware = RefusalsMiddleware.from_crawler(crawler)
    middleware.process_request(Request(URL))
    run_of(crawler).refusals.stopped = True
    with pytest.raises(Left) as caught:
        middleware.process_request(Request(URL))
    assert caught.value.reason == "refused"


def test_a_look_that_takes_too_long_ends(crawler: Crawler, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("newscrawler.downloadermiddlewares.refusals.recognise", lambda *_: never_ends())
    crawler.settings.frozen = False
    crawler.settings.set("PAGE_MAX_SECONDS", 1)
    with pytest.raises(Failed) as caught:
        passed(crawler, answer(STORY))
    assert caught.value.reason == "too_slow"

"""A 304 stands for the answer that the ledger keeps; only listings are asked so; liars are found out."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from scrapy import Request, Spider
from scrapy.http import HtmlResponse, Response, TextResponse
from scrapy.utils.test import get_crawler

from newscrawler.downloadermiddlewares.not_modified import LARGEST, NotModifiedMiddleware
from newscrawler.items import ListedArticle
from newscrawler.ledger import Batch
from newscrawler.rendering import Rendering
from newscrawler.run.errand import ArticleErrand, ListingErrand
from newscrawler.run.run import run_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from scrapy.crawler import Crawler

URL = "https://press.example/politics"
PAGE = "<html><a href=/1>Проба</a></html>".encode("cp1251")
HEADERS = {
    "ETag": 'W/"1"',
    "Last-Modified": "Fri, 20 Nov 2026 10:00:00 GMT",
    "Content-Type": "text/html; charset=windows-1251",
}


class PressSpider(Spider):
    name = "press"


@pytest.fixture
def crawler(tmp_path: Path) -> Iterator[Crawler]:
    crawler = get_crawler(PressSpider, {"OUTPUT_DIR": str(tmp_path), "VERIFY_NOT_MODIFIED": 0})
    crawler.spider = PressSpider()
    yield crawler
    run_of(crawler).close_ledger()


def listing(url: str = URL, **changes: Any) -> Request:
    return Request(url, **{"meta": ListingErrand(kind="section").meta(), **changes})


def page(body: bytes = PAGE, **headers: str) -> Response:
    return HtmlResponse(URL, body=body, headers={**HEADERS, **headers})


def commit(crawler: Crawler) -> None:
    run = run_of(crawler)
    run.ledger.write(run.batch)
    run.batch = Batch()


def asked(middleware: NotModifiedMiddleware, request: Request) -> tuple[bytes | None, bytes | None]:
    middleware.process_request(request)
    return request.headers.get("If-None-Match"), request.headers.get("If-Modified-Since")


def test_not_modified_is_the_kept_answer(crawler: Crawler) -> None:
    middleware = NotModifiedMiddleware.from_crawler(crawler)
    request = listing()
    assert asked(middleware, request) == (None, None)
    assert middleware.process_response(request, page()).body == PAGE
    commit(crawler)
    request = listing("http://press.example/politics")
    assert asked(middleware, request) == (b'W/"1"', b"Fri, 20 Nov 2026 10:00:00 GMT")
    answer = middleware.process_response(request, Response(URL, status=304, headers={"ETag": 'W/"1"'}))
    assert isinstance(answer, TextResponse)
    assert (answer.status, answer.body, answer.encoding) == (200, PAGE, "cp1251")
    assert answer.css("a::text").get() == "Проба"
    assert "not-modified" in answer.flags
    assert crawler.stats.get_value("newscrawler/listing/not_modified") == 1


def test_a_changed_answer_is_kept_instead(crawler: Crawler) -> None:
    middleware = NotModifiedMiddleware.from_crawler(crawler)
    middleware.process_response(listing(), page())
    commit(crawler)
    request = listing()
    asked(middleware, request)
    middleware.process_response(request, page(b"<html>new</html>", ETag='"2"'))
    commit(crawler)
    request = listing()
    assert asked(middleware, request)[0] == b'"2"'
    answer = middleware.process_response(request, Response(URL, status=304))
    assert answer.body == b"<html>new</html>"


@pytest.mark.parametrize(
    "request_",
    [
        listing(meta=ArticleErrand(listed=ListedArticle(URL, URL)).meta()),
        listing(meta={}),
        listing(meta=ListingErrand(kind="section", render=Rendering()).meta()),
        listing(method="POST", body=b"x"),
    ],
)
def test_others_are_asked_plainly(crawler: Crawler, request_: Request) -> None:
    middleware = NotModifiedMiddleware.from_crawler(crawler)
    middleware.process_response(listing(), page())
    assert asked(middleware, request_) == (None, None)
    assert middleware.process_response(request_, Response(URL, status=304)).status == 304


@pytest.mark.parametrize(
    "answer",
    [
        HtmlResponse(URL, body=PAGE),
        page(**{"Cache-Control": "private, no-store"}),
        page(b"x" * (LARGEST + 1)),
        HtmlResponse(URL, body=PAGE, status=404, headers=HEADERS),
    ],
    ids=["no validators", "no-store", "too large", "404"],
)
def test_answers_that_are_not_kept(crawler: Crawler, answer: Response) -> None:
    middleware = NotModifiedMiddleware.from_crawler(crawler)
    assert middleware.process_response(listing(), answer) is answer
    assert asked(middleware, listing()) == (None, None)


def test_a_redirect_does_not_take_the_validators_along(crawler: Crawler) -> None:
    middleware = NotModifiedMiddleware.from_crawler(crawler)
    middleware.process_response(listing(), page())
    request = listing()
    assert asked(middleware, request)[0]
    moved = request.replace(url="https://press.example/elsewhere")
    assert asked(middleware, moved) == (None, None)


def test_one_in_so_many_is_asked_plainly_and_a_liar_is_remembered(tmp_path: Path) -> None:
    for kept in (True, False):
        output = tmp_path / str(kept)
        crawler = get_crawler(PressSpider, {"OUTPUT_DIR": str(output), "VERIFY_NOT_MODIFIED": 4})
        crawler.spider = PressSpider()
        middleware = NotModifiedMiddleware.from_crawler(crawler)
        middleware.process_response(listing(), page())
        plain = 0
        for _ in range(12):
            request = listing()
            if asked(middleware, request) == (None, None):
                plain += 1
                body = PAGE if kept else b"<html>another</html>"
                assert middleware.process_response(request, page(body)).body == body
            else:
                middleware.process_response(request, Response(URL, status=304))
            commit(crawler)
        assert crawler.stats.get_value("newscrawler/listing/false_validators") == (None if kept else 1)
        if kept:
            assert plain == 6  # never seen to tell a change, every other one
        else:
            assert asked(middleware, listing()) == (None, None)
        run_of(crawler).close_ledger()


def test_a_server_that_never_tells_a_change_is_found_out_after_two_runs(tmp_path: Path) -> None:
    crawler = get_crawler(PressSpider, {"OUTPUT_DIR": str(tmp_path), "VERIFY_NOT_MODIFIED": 20})
    crawler.spider = PressSpider()
    middleware = NotModifiedMiddleware.from_crawler(crawler)
    for run in range(3):  # the first one has nothing to ask with
        request = listing()
        is_conditional = asked(middleware, request) != (None, None)
        body = f"<html>{run}</html>".encode()
        answer = Response(URL, status=304) if is_conditional else page(body)
        middleware.process_response(request, answer)
        commit(crawler)
    assert crawler.stats.get_value("newscrawler/listing/false_validators") == 1
    assert asked(middleware, listing()) == (None, None)
    run_of(crawler).close_ledger()

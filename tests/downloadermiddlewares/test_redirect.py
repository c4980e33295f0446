"""A redirect is followed on the site and within bounds; one that is not says why."""

from __future__ import annotations

from typing import Any

import pytest
from scrapy import Request, Spider
from scrapy.downloadermiddlewares.offsite import OffsiteMiddleware
from scrapy.http import HtmlResponse, Response
from scrapy.utils.test import get_crawler

from newscrawler.downloadermiddlewares.redirect import FollowMetaRefreshMiddleware, FollowRedirectsMiddleware
from newscrawler.exceptions import Failed, Refused
from newscrawler.run.errand import RobotsErrand

URL = "https://press.example/1"
NEXT = "https://press.example/2"


class PressSpider(Spider):
    name = "press"
    allowed_domains = ("press.example",)


@pytest.fixture
def middlewares(
    monkeypatch: pytest.MonkeyPatch,
) -> tuple[FollowRedirectsMiddleware, FollowMetaRefreshMiddleware]:
    crawler = get_crawler(PressSpider, {"REDIRECT_MAX_TIMES": 3})
    crawler.spider = PressSpider()
    offsite = OffsiteMiddleware.from_crawler(crawler)
    offsite.spider_opened(crawler.spider)
    monkeypatch.setattr(crawler, "get_downloader_middleware", {OffsiteMiddleware: offsite}.get)
    return FollowRedirectsMiddleware.from_crawler(crawler), FollowMetaRefreshMiddleware.from_crawler(crawler)


@pytest.fixture
def follow(middlewares: tuple[FollowRedirectsMiddleware, FollowMetaRefreshMiddleware]) -> Any:
    """Return what becomes of an answer that leads elsewhere: by Location, meta refresh, Refresh header."""

    def asked(by: str, target: str, **changes: Any) -> Request | Response:
        request = Request(URL, **changes)
        if by == "location":
            answer = Response(URL, status=301, headers={"Location": target})
            return middlewares[0].process_response(request, answer)
        if by == "header":
            page = HtmlResponse(
                URL, headers={"Refresh": f"0; url={target}"}, body="<p>It has moved.</p>", encoding="utf-8"
            )
            return middlewares[1].process_response(request, page)
        body = f'<meta http-equiv="refresh" content="0; url={target}">'
        return middlewares[1].process_response(request, HtmlResponse(URL, body=body, encoding="utf-8"))

    return asked


each = pytest.mark.parametrize("by", ["location", "refresh", "header"])


@each
def test_followed_on_the_site(follow: Any, by: str) -> None:
    moved = follow(by, "/2", headers={"Referer": URL})
    assert isinstance(moved, Request)
    assert moved.url == NEXT
    assert moved.meta["redirect_urls"] == [URL]
    assert "Referer" not in moved.headers


@each
@pytest.mark.parametrize("dont_filter", [False, True])
def test_another_site_is_refused_whatever_the_request_allows_itself(
    follow: Any, by: str, *, dont_filter: bool
) -> None:
    with pytest.raises(Refused) as caught:
        follow(by, "https://other.example/", dont_filter=dont_filter)
    assert (caught.value.reason, caught.value.detail) == ("offsite", "https://other.example/")


@each
def test_another_site_where_the_request_may_leave(follow: Any, by: str) -> None:
    moved = follow(by, "https://other.example/", meta={"allow_offsite": True})
    assert moved.url == "https://other.example/"


@each
@pytest.mark.parametrize("target", [NEXT, f"{NEXT}#part"])
def test_a_circle(follow: Any, by: str, target: str) -> None:
    with pytest.raises(Failed) as caught:
        follow(by, target, meta={"redirect_urls": [NEXT], "redirect_times": 1})
    assert caught.value.reason == "redirect_loop"


@each
def test_a_chain_that_is_too_long(follow: Any, by: str) -> None:
    assert follow(by, NEXT, meta={"redirect_times": 2}).url == NEXT
    with pytest.raises(Failed) as caught:
        follow(by, NEXT, meta={"redirect_times": 3})
    assert (caught.value.reason, caught.value.detail) == ("redirects", "more than 3")


@pytest.mark.parametrize("target", ["file:///etc/passwd", " JavaScript:alert(1)", "ftp://press.example/1"])
def test_other_schemes_are_refused(follow: Any, target: str) -> None:
    with pytest.raises(Refused) as caught:
        follow("location", target)
    assert caught.value.reason == "scheme"


@pytest.mark.parametrize("target", ["http://[press.example/", "https://press.example:port/"])
def test_what_is_no_url(follow: Any, target: str) -> None:
    with pytest.raises(Failed) as caught:
        follow("location", target)
    assert caught.value.reason == "redirect_url"


def test_a_page_that_reloads_itself_is_no_redirect(follow: Any) -> None:
    for target in (URL, f"{URL}#top"):
        assert isinstance(follow("refresh", target), HtmlResponse)
        assert isinstance(follow("header", target), HtmlResponse)


@pytest.mark.parametrize("stated", ["300", "300; url=/2", "soon", "0; url=", ""])
def test_a_header_that_leads_nowhere_now(middlewares: Any, stated: str) -> None:
    page = HtmlResponse(URL, headers={"Refresh": stated}, body="<p>A live page.</p>", encoding="utf-8")
    assert middlewares[1].process_response(Request(URL), page) is page


def test_a_header_of_a_request_that_may_not_be_led_on(follow: Any) -> None:
    assert isinstance(follow("header", NEXT, meta={"dont_redirect": True}), HtmlResponse)


def test_a_location_that_leads_to_its_own_page_is_a_circle(follow: Any) -> None:
    with pytest.raises(Failed) as caught:
        follow("location", f"{URL}#top")
    assert caught.value.reason == "redirect_loop"


@each
def test_a_request_that_wants_to_see_the_redirect(follow: Any, by: str) -> None:
    assert isinstance(follow(by, "/2", meta={"dont_redirect": True}), Response)


def test_a_circle_that_sets_a_cookie_is_left_with_it_once(
    middlewares: tuple[FollowRedirectsMiddleware, FollowMetaRefreshMiddleware],
) -> None:
    answer = Response(URL, status=302, headers={"Location": URL, "Set-Cookie": "seen=1"})
    request = Request(URL, meta=RobotsErrand().meta())
    again = middlewares[0].process_response(request, answer)
    assert isinstance(again, Request)
    assert (again.url, again.headers["Cookie"], again.dont_filter) == (URL, b"seen=1", True)
    with pytest.raises(Failed, match="redirect_loop"):
        middlewares[0].process_response(again, answer)


def test_a_redirect_that_goes_on_gets_no_cookie(
    middlewares: tuple[FollowRedirectsMiddleware, FollowMetaRefreshMiddleware],
) -> None:
    answer = Response(URL, status=302, headers={"Location": NEXT, "Set-Cookie": "seen=1"})
    onward = middlewares[0].process_response(Request(URL, meta=RobotsErrand().meta()), answer)
    assert isinstance(onward, Request)
    assert "Cookie" not in onward.headers

"""A chain of redirects gets its cookies back once, and nobody else gets them."""

import pytest
from scrapy import Request
from scrapy.http import Response

from newscrawler.download.chain_cookies import ChainCookies

URL = "https://press.example/world/1"


def chain(cookie: str, url: str = URL) -> ChainCookies:
    found = ChainCookies()
    found.take(Request(url), Response(url, 302, headers={"Set-Cookie": cookie, "Location": URL}))
    return found


def test_a_cookie_goes_back_and_not_a_second_time() -> None:
    cookies, request = chain("seen=1; Path=/"), Request(URL)
    assert cookies.change(request)
    assert request.headers["Cookie"] == b"seen=1"
    assert not cookies.change(request)
    cookies.take(request, Response(URL, 302, headers={"Set-Cookie": "too=2"}))
    assert cookies.change(request), "it has another one now"


@pytest.mark.parametrize(
    ("cookie", "url"),
    [
        ("seen=1; Path=/sport", URL),
        ("seen=1", "https://other.example/"),
        ("seen=1; Domain=other.example", URL),
        ("seen=1; Max-Age=0", URL),
    ],
)
def test_a_cookie_that_is_not_for_the_url(cookie: str, url: str) -> None:
    assert not chain(cookie, url).change(request := Request(URL))
    assert "Cookie" not in request.headers

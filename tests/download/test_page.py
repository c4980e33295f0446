"""A Scrapy response as the pure rooms read it."""

from __future__ import annotations

from scrapy import Request
from scrapy.http import Response

from newscrawler.download.page import page_of

URL = "https://times.example/b"


def test_it_knows_where_it_was_asked_for() -> None:
    request = Request(URL, meta={"redirect_urls": ["https://times.example/a"]})
    page = page_of(Response(URL, request=request, body=b"news"))
    assert (page.url, page.requested_url, page.body) == (URL, "https://times.example/a", b"news")


def test_headers_of_one_name_are_joined() -> None:
    response = Response(URL, headers={"X-Robots-Tag": [b"noai", b"noindex"]}, request=Request(URL))
    assert [value for name, value in page_of(response).headers.items() if name.lower() == "x-robots-tag"] == [
        "noai, noindex"
    ]

"""What a page is given of an answer, and what not."""

from __future__ import annotations

from scrapy.http import Response

from newscrawler.rendering.answers import as_data, as_document

HEADERS = {
    "Content-Type": "text/html; charset=koi8-r",
    "Content-Security-Policy": "default-src 'none'",
    "Set-Cookie": "a=b",
    "X-Total": "41",
    "Access-Control-Allow-Origin": "*",
}
ANSWER = Response("https://gazette.invalid/1", status=203, headers=HEADERS, body=b"One")


def test_a_document_has_its_type_alone() -> None:
    assert as_document(ANSWER) == {
        "status": 203,
        "headers": {"content-type": "text/html; charset=koi8-r"},
        "body": b"One",
    }
    assert as_document(Response(ANSWER.url))["headers"] == {"content-type": "text/html"}


def test_data_has_what_scripts_look_at() -> None:
    headers = {name.lower(): value for name, value in as_data(ANSWER)["headers"].items()}
    assert headers == {
        "content-type": "text/html; charset=koi8-r",
        "x-total": "41",
        "access-control-allow-origin": "*",
    }

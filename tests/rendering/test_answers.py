"""What a page is given of an answer, and what not."""

from __future__ import annotations

import pytest
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


KOREAN = "<p>바다가 들어오고 바다가 나가고 서기가 그것을 적었다. 오늘도 항구는 조용하다.</p>"


def test_a_document_has_its_type_alone() -> None:
    text = "Прилив пришёл, и прилив ушёл".encode("koi8-r")
    assert as_document(ANSWER.replace(body=text)) == {
        "status": 203,
        "headers": {"content-type": "text/html; charset=koi8-r"},
        "body": text,
    }
    assert as_document(Response(ANSWER.url))["headers"] == {"content-type": "text/html; charset=utf-8"}


@pytest.mark.parametrize(
    ("body", "declared", "charset"),
    [
        ("<p>Zürich, „größte“ Straße</p>".encode(), "text/html; charset=iso-8859-1", "utf-8"),
        (KOREAN.encode("cp949"), "text/html; charset=euc-kr", "windows-949"),
        (KOREAN.encode("cp949"), "application/xhtml+xml", "windows-949"),
    ],
)
def test_its_charset_is_the_one_in_which_it_is_read_without_a_browser(
    body: bytes, declared: str, charset: str
) -> None:
    answer = Response(ANSWER.url, headers={"Content-Type": declared}, body=body)
    kind = declared.partition(";")[0]
    assert as_document(answer)["headers"] == {"content-type": f"{kind}; charset={charset}"}


def test_data_has_what_scripts_look_at() -> None:
    headers = {name.lower(): value for name, value in as_data(ANSWER)["headers"].items()}
    assert headers == {
        "content-type": "text/html; charset=koi8-r",
        "x-total": "41",
        "access-control-allow-origin": "*",
    }

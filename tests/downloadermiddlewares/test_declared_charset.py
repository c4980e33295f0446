"""What a site declares as charset hangs nothing and raises nothing, whoever decodes the page."""

from __future__ import annotations

import pytest
from scrapy import Request
from scrapy.http import HtmlResponse, Response, TextResponse
from scrapy.utils.response import get_meta_refresh

from newscrawler.downloadermiddlewares.charset import CharsetMiddleware
from tests.cpu import cpu_within

URL = "https://press.example/world/1"
NO_CHARSETS = [
    "idna", "punycode", "undefined", "unicode_escape", "raw_unicode_escape", "UTF-7", "mbcs", "oem",
    "charmap",
    "base64", "base64_codec", "rot13", "rot_13", "zlib", "zlib_codec", "zip", "Hex", "bz2", "quopri",
    "quotedprintable", "uu",
]  # fmt: skip
PARAGRAPH = "<p>Déjà vu à l’été, dit le préfet.</p>"
REFRESH = '<meta http-equiv="refresh" content="0; url=/world/2">'


def answer(charset: str, where: str, paragraphs: int = 300) -> HtmlResponse:
    """A page that declares a charset in its header, or in itself."""
    headers = {"Content-Type": f"text/html; charset={charset}" if where == "header" else "text/html"}
    meta = f'<meta charset="{charset}">' if where == "page" else ""
    text = PARAGRAPH * paragraphs
    return HtmlResponse(URL, body=f"<html><head>{meta}{REFRESH}</head>{text}".encode(), headers=headers)


@pytest.mark.parametrize("where", ["header", "page"])
@pytest.mark.parametrize("charset", NO_CHARSETS)
def test_what_is_no_charset_is_not_decoded_by(charset: str, where: str) -> None:
    response = CharsetMiddleware().process_response(Request(URL), answer(charset, where))
    assert isinstance(response, TextResponse)
    assert "Déjà vu à l’été" in response.text
    assert response.css("p::text").get() == "Déjà vu à l’été, dit le préfet."
    assert get_meta_refresh(response) == (0.0, "https://press.example/world/2")


@pytest.mark.parametrize("where", ["header", "page"])
@cpu_within(10)
def test_a_page_of_megabytes_is_decoded_in_a_moment(where: str) -> None:
    response = CharsetMiddleware().process_response(Request(URL), answer("punycode", where, 60_000))
    assert isinstance(response, TextResponse)
    assert response.text.count("Déjà vu à l’été") == 60_000


@pytest.mark.parametrize("charset", ["utf-8", "iso-8859-1", "windows-1251", "no-such-charset"])
def test_what_is_a_charset_stays(charset: str) -> None:
    declared = answer(charset, "header")
    assert CharsetMiddleware().process_response(Request(URL), declared) is declared


def test_an_answer_that_is_no_text_stays() -> None:
    picture = Response(URL, body=b"\x89PNG", headers={"Content-Type": "image/png; charset=punycode"})
    assert CharsetMiddleware().process_response(Request(URL), picture) is picture

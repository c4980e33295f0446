"""Bodies are inflated as Scrapy does it, but a cut, oversized or wrongly declared one is never taken for
whole."""

from __future__ import annotations

import gzip
import zlib
from types import SimpleNamespace
from typing import Any

import brotli  # type: ignore[import-untyped]  # it has no stubs
import pytest
from backports import zstd
from scrapy import Request, Spider
from scrapy.downloadermiddlewares.httpcompression import HttpCompressionMiddleware
from scrapy.exceptions import NotConfigured, ResponseDataLossError
from scrapy.http import HtmlResponse, Response
from scrapy.utils.test import get_crawler

from newscrawler.downloadermiddlewares.decompress import DecompressMiddleware
from newscrawler.exceptions import Failed, Left, OutputError
from newscrawler.run.run import Run

PAGE = b"<html><p>The harbour reopened.</p></html>" * 50
URL = "https://news.example/a"


def middleware(**settings: Any) -> DecompressMiddleware:
    crawler = get_crawler(Spider, {"ENCODINGS_MAX": 2, "DOWNLOAD_MAXSIZE": 100_000, **settings})
    crawler.spider = crawler._create_spider("news")
    return DecompressMiddleware.from_crawler(crawler)


def answer(body: bytes, encoding: str) -> Response:
    return Response(URL, body=body, headers={"Content-Encoding": encoding, "Content-Type": "text/html"})


@pytest.mark.parametrize(
    ("encoding", "body"),
    [
        ("gzip", gzip.compress(PAGE, mtime=0)),
        ("X-GZIP", gzip.compress(PAGE, mtime=0)),
        ("deflate", zlib.compress(PAGE)),
        ("identity, gzip", gzip.compress(PAGE, mtime=0)),
        ("deflate, gzip", gzip.compress(zlib.compress(PAGE), mtime=0)),
        ("identity", PAGE),
        ("utf-8, gzip", gzip.compress(PAGE, mtime=0)),
    ],
    ids=["gzip", "x-gzip", "deflate", "identity, gzip", "deflate, gzip", "identity", "utf-8, gzip"],
)
def test_inflated_and_counted(encoding: str, body: bytes) -> None:
    strict = middleware()
    found = strict.process_response(Request(URL), answer(body, encoding))
    assert isinstance(found, HtmlResponse)
    assert found.body == PAGE
    assert "Content-Encoding" not in found.headers
    assert strict.stats is not None
    assert strict.stats.get_value("httpcompression/response_bytes") == len(PAGE)
    assert isinstance(strict, HttpCompressionMiddleware)


@pytest.mark.parametrize(
    "stated",
    [
        *("none", "UTF-8", "utf8", "binary", "8bit", "7bit", "ISO-8859-1", "windows-1251", "charset=utf-8"),
        *("text/html", "Shift_JIS", '"identity"', "null", "chunked", "none, utf-8", " "),
    ],
)
def test_what_is_no_encoding_leaves_the_body_as_it_is(stated: str) -> None:
    found = middleware().process_response(Request(URL), answer(PAGE, stated))
    assert isinstance(found, Response)
    assert found.body == PAGE


def test_a_cut_body_is_asked_for_again_and_then_an_error() -> None:
    cut = answer(gzip.compress(PAGE, mtime=0)[:-9], "gzip")
    assert isinstance(middleware().process_response(Request(URL), cut), Request)
    with pytest.raises(ResponseDataLossError):
        middleware().process_response(Request(URL, meta={"dont_retry": True}), cut)


@pytest.mark.parametrize(
    ("encoding", "body", "reason"),
    [
        ("gzip", gzip.compress(b"a" * 200_000), "too_large"),
        ("gzip", PAGE, "encoding"),
        ("zip", PAGE, "encoding"),
        ("gzip, gzip, gzip", PAGE, "encoding"),
    ],
)
def test_what_is_not_as_declared_fails(encoding: str, body: bytes, reason: str) -> None:
    with pytest.raises(Failed) as failure:
        middleware().process_response(Request(URL), answer(body, encoding))
    assert failure.value.reason == reason


def test_a_head_request_has_no_body() -> None:
    head = answer(b"", "gzip, gzip, gzip")
    assert middleware().process_response(Request(URL, method="HEAD"), head) is head


def test_switched_off() -> None:
    with pytest.raises(NotConfigured):
        middleware(COMPRESSION_ENABLED=False)


def test_what_has_killed_is_not_inflated(monkeypatch: pytest.MonkeyPatch) -> None:
    strict = middleware()
    mark = SimpleNamespace(condemns=lambda url: url == URL)
    monkeypatch.setitem(vars(strict.run), "reading_mark", mark)
    with pytest.raises(Failed) as caught:
        strict.process_response(Request(URL), answer(gzip.compress(PAGE), "gzip"))
    assert caught.value.reason == "killed_the_reader"
    plain = HtmlResponse(URL, body=PAGE)
    assert strict.process_response(Request(URL), plain) is plain


def test_a_mark_that_cannot_be_written_ends_the_run(monkeypatch: pytest.MonkeyPatch) -> None:
    def condemns(_: str) -> bool:
        raise OutputError("the disk is full")

    strict = middleware()
    monkeypatch.setitem(vars(strict.run), "reading_mark", SimpleNamespace(condemns=condemns))
    monkeypatch.setattr(Run, "stop", lambda self, reason: None)
    with pytest.raises(Left, match="output_error"):
        strict.process_response(Request(URL), answer(gzip.compress(PAGE), "gzip"))
    assert strict.run.failure == "the disk is full"


def unstated(body: bytes, content_type: str | None = "text/html") -> Response:
    return Response(URL, body=body, headers={"Content-Type": content_type} if content_type else {})


@pytest.mark.parametrize("compress", [gzip.compress, zlib.compress, brotli.compress, zstd.compress])
@pytest.mark.parametrize("content_type", ["text/html; charset=utf-8", "application/xhtml+xml", None])
def test_an_encoding_that_no_header_states(compress: Any, content_type: str | None) -> None:
    found = middleware().process_response(Request(URL), unstated(compress(PAGE), content_type))
    assert isinstance(found, Response)
    assert found.body == PAGE
    assert "Content-Encoding" not in found.headers


@pytest.mark.parametrize(
    ("body", "content_type"),
    [
        (PAGE, "text/html"),
        (PAGE.decode().encode("utf-16"), "text/html"),
        (gzip.compress(PAGE), "application/gzip"),
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x01\x02", "text/html"),
        (b"x\x9c\x01\x02 not deflated", "text/html"),
        (brotli.compress(b"no markup \x01"), "text/html"),
    ],
    ids=["plain", "UTF-16", "a file", "picture", "damaged", "no page"],
)
def test_what_is_not_compressed_stays_as_it_is(body: bytes, content_type: str) -> None:
    found = middleware().process_response(Request(URL), unstated(body, content_type))
    assert isinstance(found, Response)
    assert found.body == body


def test_what_no_header_states_has_the_same_bounds() -> None:
    with pytest.raises(Failed) as failure:
        middleware().process_response(Request(URL), unstated(gzip.compress(b"a" * 200_000)))
    assert failure.value.reason == "too_large"
    cut = unstated(gzip.compress(PAGE, mtime=0)[:-9])
    assert isinstance(middleware().process_response(Request(URL), cut), Request)

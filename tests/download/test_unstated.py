"""A compressed body is told from a text, and its encoding from its bytes."""

from __future__ import annotations

import gzip
import zlib
from typing import Any

import brotli  # type: ignore[import-untyped]  # it has no stubs
import pytest
from backports import zstd

from newscrawler.download.unstated import may_be_compressed, unstated_encoding

PAGE = b"<html><p>The harbour reopened.</p></html>" * 50


@pytest.mark.parametrize(
    ("compress", "name"),
    [(gzip.compress, "gzip"), (zlib.compress, "deflate"), (brotli.compress, "br"), (zstd.compress, "zstd")],
)
def test_the_encoding_of_bytes(compress: Any, name: str) -> None:
    body = compress(PAGE)
    assert may_be_compressed(body, "text/html")
    assert unstated_encoding(body, 0) == name


@pytest.mark.parametrize("charset", ["utf-8", "cp1251", "gb18030", "iso2022_jp", "shift_jis"])
def test_a_text_in_any_charset_is_not_compressed(charset: str) -> None:
    assert not may_be_compressed("<p>Гавань 港\r\n\f".encode(charset, "ignore"), "text/html")


def test_utf_16_may_be_and_is_not() -> None:
    body = ("<p>Гавань снова открыта" * 20).encode("utf-16")
    assert may_be_compressed(body, "text/html")
    assert unstated_encoding(body, 0) is None


def test_files_are_left_to_those_who_read_them() -> None:
    body = gzip.compress(PAGE)
    assert not may_be_compressed(body, "application/x-gzip")
    assert not may_be_compressed(body, "application/octet-stream")
    assert may_be_compressed(body, "")


def test_what_is_no_page_when_inflated_is_not_compressed() -> None:
    assert unstated_encoding(zlib.compress(b"harbour"), 0) is None
    assert unstated_encoding(zlib.compress(PAGE), 10) is None

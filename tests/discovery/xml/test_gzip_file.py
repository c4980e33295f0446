"""Gzip files among feeds and sitemaps."""

from __future__ import annotations

import gzip
from dataclasses import replace

import pytest

from newscrawler.bounds import Bounds
from newscrawler.discovery.xml.gzip_file import gunzipped
from newscrawler.exceptions import Failed

DATA = gzip.compress(b"x" * 1000, mtime=0)


def test_known_by_its_first_bytes() -> None:
    assert gunzipped(DATA, Bounds()) == b"x" * 1000
    assert gunzipped(b"<rss/>", Bounds()) == b"<rss/>"


@pytest.mark.parametrize(("body", "size"), [(DATA, 999), (DATA[:-9], 0), (b"\x1f\x8bno", 0)])
def test_too_large_or_damaged(body: bytes, size: int) -> None:
    with pytest.raises(Failed):
        gunzipped(body, replace(Bounds(), sitemap_size=size))


@pytest.mark.parametrize(
    ("body", "why"), [(DATA[:-9], "the compressed data ends too early"), (b"\x1f\x8bno", "damaged: ")]
)
def test_what_is_wrong_is_said(body: bytes, why: str) -> None:
    with pytest.raises(Failed, match=why) as failed:
        gunzipped(body, Bounds())
    assert failed.value.reason == "truncated"

"""Extraction of anything at all: an article or a named refusal, never an exception, always the same, within
bounds."""

import time
from dataclasses import asdict
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from newscrawler.bounds import DEFAULT
from newscrawler.extract import NotAnArticle, extract
from newscrawler.items import Article
from newscrawler.output.line import to_line
from tests.characters import CHARACTERS

URL = "https://news.example.org/politics/4711"
PAGES = [path.read_bytes() for path in sorted((Path(__file__).parent / "pages").rglob("*.html"))[:12]]
RICH = b"""<html lang="en"><head><title>Harbour reopens | Example</title><meta charset="utf-8">
<script type="application/ld+json">{"@type":"NewsArticle","headline":"Harbour reopens","datePublished":"2024-05-03T10:00:00Z",
"author":[{"@type":"Person","name":"Anna Example"}],"image":{"url":"/a.jpg"},"keywords":"a,b"}</script></head>
<body><article itemscope itemtype="http://schema.org/NewsArticle"><h1 itemprop="headline">Harbour reopens</h1>
<p class="byline">By <a rel="author">Anna Example</a> 3 May 2024 10:00</p><time datetime="2024-05-03">x</time>
<figure><img src="/b.jpg"><figcaption>Ships / AFP</figcaption></figure><p>The harbour of the town opened again on Tuesday.</p>
<ul><li><a href="/x">Other</a> 1 May 2024</li></ul></article></body></html>"""
FRAGMENTS = [
    b"<", b">", b"\0", b"\xff", b"\xc3", b"</p>", b"<p>", b"<div>", b"<!--", b"]]>", b"<script>", b"</script>", b'"', b"{{x}}",
    b"<h1>", b"<time datetime='x'>", b'<script type="application/ld+json">', b"{", b"[", b'{"@type":"NewsArticle","author":',
    b"<meta property='article:published_time' content='2024-13-99T99:99'>", b"<base href='http://['>", b"<link rel=canonical href='//['>",
    b"<svg>", b"<template>", b"<table><tr>", "\u202e\u200f\ufeff\ud7ff".encode(), b"&#xD800;", b"&#0;", b"<a href='http://[::1'>x</a>",
]  # fmt: skip


def check(html: bytes | str) -> None:
    found = extract(html, URL)
    assert isinstance(found, (Article, NotAnArticle))
    if isinstance(found, Article):
        assert asdict(found) == asdict(extract(html, URL))  # type: ignore[call-overload]
        to_line(found)
    else:
        assert found.kind
        assert not found


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.binary(max_size=2_000))
def test_any_bytes(html: bytes) -> None:
    check(html)


@settings(max_examples=80, deadline=None)
@given(st.text(CHARACTERS, max_size=500))
def test_any_text(html: str) -> None:
    check(html)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.data())
def test_pages_cut_and_broken_anywhere(data: st.DataObject) -> None:
    html = data.draw(st.sampled_from([RICH, *PAGES]))
    for _ in range(data.draw(st.integers(0, 4))):
        place = data.draw(st.integers(0, len(html)))
        skipped = data.draw(st.integers(0, 40))
        html = html[:place] + data.draw(st.sampled_from(FRAGMENTS)) + html[place + skipped :]
    check(html[: data.draw(st.integers(0, len(html)))])


@pytest.mark.parametrize("cut", range(0, len(RICH), 61))
def test_truncated(cut: int) -> None:
    check(RICH[:cut])


@pytest.mark.parametrize(
    "html",
    [
        b"<div>" * 50_000,
        b"<p>" * (DEFAULT.page_tags + 10),
        b"<span itemprop='author' itemscope>" * 20_000,
        b"<h1>" + b"word " * 2_000_000,
        b'<script type="application/ld+json">' + b"[" * 1_000_000 + b"</script><p>x",
        b"<a href=/x>text of a link</a>" * 300_000,
        b"<time>" * 100_000 + b"2024",
        b"<p>1234 12:34 " * 100_000,
        b"\0" * 10_000_000,
        b"\xff" * 3_000_000,
        "ф" * 1_000_000,
    ],
    ids=lambda html: repr(html[:12]),
)
def test_hostile_sizes_take_bounded_time(html: bytes | str) -> None:
    begin = time.process_time()
    check(html)
    assert time.process_time() - begin < 15


@pytest.mark.parametrize(
    "url", ["", "x", "http://", "http://[", "https://news.example.org/\0", "https://пример.рф/а", "//x/y"]
)
def test_any_url(url: str) -> None:
    assert isinstance(extract(RICH, url), (Article, NotAnArticle))

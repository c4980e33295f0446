"""Edges of what is no article: how few words a notice has, how much text a video or a listing, which bytes no page."""

from __future__ import annotations

import pytest

from newscrawler.document import parse_document
from newscrawler.extraction.not_an_article import (
    _count_words,
    _is_front_page,
    _is_listing,
    _visible,
    find_no_page,
    judge,
    recognise,
)
from newscrawler.items import Article

URL = "https://press.example/world/quay-opens"
FEW_WORDS, MANY_WORDS, SHORT_BODY, SMALL_PAGE = 150, 300, 250, 40_960
"""Written down here once more: a bound that is moved is noticed."""
HTML = {"content-type": "text/html; charset=utf-8"}


def article(size: int, **values: str) -> Article:
    return Article(url=URL, body="a" * size, **values)


@pytest.mark.parametrize(
    ("heading", "kind", "most"),
    [
        ("Just a moment...", "challenge", FEW_WORDS),
        ("Before you continue", "consent", MANY_WORDS),
        ("Page not found", "soft_404", MANY_WORDS),
    ],
)
def test_how_many_words_a_notice_has(heading: str, kind: str, most: int) -> None:
    for words, is_one in ((most, True), (most + 1, False)):
        page = f"<html><title>{heading}</title><body>{'word ' * words}</body></html>"
        found = recognise(page, URL, HTML)
        assert (found is not None and found.kind == kind) == is_one


def test_how_large_the_page_of_a_notice_is() -> None:
    trace = b"<html><title>x</title><script src=/cdn-cgi/challenge-platform/h></script>"
    for size, is_one in ((SMALL_PAGE, True), (SMALL_PAGE + 1, False)):
        assert (recognise(trace.ljust(size), URL, HTML) is not None) == is_one


def test_a_script_that_sets_a_cookie() -> None:
    page = "<html><script>document.cookie='a=b'</script><body>{}</body></html>"
    found = recognise(page.format("one two"), URL, HTML)
    assert found is not None
    assert found.kind == "challenge"
    assert recognise(page.format("word " * 10), URL, HTML) is None
    assert recognise(page.format("word " * 9), URL, HTML) is not None
    assert recognise(page.replace("cookie", "title").format("one two"), URL, HTML) is None
    assert recognise(page.replace("script", "object").format("one two"), URL, HTML) is None
    assert recognise(page.format("one two").ljust(8191), URL, HTML) is not None
    assert recognise(page.format("one two").ljust(8192), URL, HTML) is None


@pytest.mark.parametrize(
    ("page", "seen"),
    [
        (b"<p>a<script>b<c</script>d", b"a d"),
        (b"<p>a<!-- b<c --> d", b"a d"),
        (b"<p>a<!--b--><i>c", b"a c"),
        (b"<p>a<STYLE>b</STYLE>c", b"a c"),
        (b"<p>a<svg>b</svg><template>c</template><title>d</title>e", b"a   e"),
    ],
)
def test_what_is_seen_of_a_page(page: bytes, seen: bytes) -> None:
    assert _visible(page).split() == seen.split()


def test_what_is_seen_without_scripts() -> None:
    page = b"<p>a<noscript>b</noscript><script>c</script>"
    assert _visible(page).split() == [b"a"]
    assert _visible(page, noscript=True).split() == [b"a", b"b"]


def test_two_signs_are_a_word_where_none_are_spaced() -> None:
    assert [_count_words(text) for text in ("a b", "港", "港港", "港港港港", "ที่")] == [2, 1, 2, 3, 2]


@pytest.mark.parametrize(
    ("body", "stated", "is_one"),
    [
        (SHORT_BODY - 1, "video.other", True),
        (SHORT_BODY, "video.other", False),
        (SHORT_BODY - 1, "VIDEO", True),
        (SHORT_BODY - 1, "website", False),
    ],
)
def test_how_much_text_stands_with_a_video(body: int, stated: str, is_one: bool) -> None:
    page = parse_document(f"<head><meta property=og:type content='{stated}'></head><body><h1>Quay</h1>", URL)
    found = judge(page, article(body, headline="Quay"))
    assert (found is not None and found.kind == "video") == is_one


@pytest.mark.parametrize(("body", "is_one"), [(SHORT_BODY - 1, True), (SHORT_BODY, False)])
def test_a_video_that_is_stated_as_data(body: int, is_one: bool) -> None:
    data = '<script type="application/ld+json">{"@type": "VideoObject"}</script>'
    page = parse_document(f"<head>{data}</head><body><h1>Quay</h1></body>", URL)
    found = judge(page, article(body, headline="Quay"))
    assert (found is not None and found.kind == "video") == is_one


@pytest.mark.parametrize(
    ("og_type", "kinds", "count", "body", "is_one"),
    [
        ("", {"collectionpage"}, 0, 8 * SHORT_BODY - 1, True),
        ("", {"collectionpage"}, 0, 8 * SHORT_BODY, False),
        ("", {"searchresultspage"}, 0, 0, True),
        ("website", {"itemlist"}, 0, 0, True),
        ("object", {"itemlist"}, 0, 0, True),
        ("", {"itemlist"}, 0, 0, False),
        ("website", set(), 0, 0, False),
        ("article", {"collectionpage"}, 5, 0, False),
        ("", set(), 5, 2 * SHORT_BODY - 1, True),
        ("", set(), 5, 2 * SHORT_BODY, False),
        ("", set(), 4, 0, False),
    ],
)
def test_a_page_that_lists_stories(
    og_type: str, kinds: set[str], count: int, body: int, is_one: bool
) -> None:
    page = parse_document(f"<body>{'<article>a</article>' * count}</body>", URL)
    assert _is_listing(page, article(body), og_type, kinds) == is_one
    dated = article(body, published_at="2026-05-04")
    assert not _is_listing(page, dated, og_type, kinds)


@pytest.mark.parametrize("path", [
    "tag/quay", "tags/quay", "category/quay", "categories/quay", "author/ann", "authors/ann", "topic/quay",
    "topics/quay", "search", "world/search", "tag/quay/page/2", "SEARCH", "Tag/quay",
])  # fmt: skip
def test_the_path_of_a_listing(path: str) -> None:
    page = parse_document("<body></body>", f"https://press.example/{path}?a=1")
    assert _is_listing(page, article(0, published_at="2026-05-04"), "", set())


@pytest.mark.parametrize(
    ("url", "is_one"),
    [
        ("https://press.example", True),
        ("https://press.example/", True),
        ("https://press.example/#top", True),
        ("https://press.example/?p=7", False),
        ("https://press.example/en", True),
        ("https://press.example/en-GB/", True),
        ("https://press.example/index.html", True),
        ("https://press.example/Default.aspx", True),
        ("https://press.example/home", True),
        ("https://press.example/world", False),
    ],
)
def test_the_front_page(url: str, is_one: bool) -> None:
    assert _is_front_page(url) == is_one


@pytest.mark.parametrize(
    ("html", "content_type", "detail"),
    [
        (b"", None, "no content"),
        (b" \n", "text/html", "no content"),
        (b"<p>a", "text/html; charset=utf-8", None),
        (b"<p>a", "application/xhtml+xml", None),
        (b"<p>a", "text/plain", None),
        (b"<p>a", "application/octet-stream", None),
        (b"<p>a", "unknown/unknown", None),
        (b"<p>a", "*/*", None),
        (b"<p>a", "image/png", "content type image/png"),
        (b"<!DOCTYPE html><p>a", "image/png", None),
        (b"\xef\xbb\xbf <HTML><p>a", "image/png", None),
        *((start + b"x", None, "binary file") for start in (
            b"%PDF", b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"PK\x03\x04", b"\x1f\x8b", b"ID3",
        )),
        *((b"<?xml version='1.0'?>" + root, None, "a feed or sitemap") for root in (
            b"<rss>", b"<feed>", b"<urlset>", b"<sitemapindex>", b"<rdf:rdf>",
        )),
        *((root, None, "a feed or sitemap") for root in (b"<rss>", b"<feed>", b"<urlset>", b"<sitemapindex>")),
        (b"<?xml version='1.0'?><html>", None, None),
        (b'{"a": 1}', None, "JSON"),
        (b"[1]", None, "JSON"),
        (b"[1] <p>a", None, None),
        (b"{} <html>", None, None),
    ],
)  # fmt: skip
def test_what_is_no_page(html: bytes, content_type: str | None, detail: str | None) -> None:
    found = find_no_page(html, content_type)
    assert (None if found is None else found.reason) == detail

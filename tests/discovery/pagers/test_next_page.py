"""The next page of a listing, however its pager is built."""

from __future__ import annotations

import pytest

from newscrawler.discovery.pagers.next_page import next_page
from newscrawler.discovery.rows.html_rows import read_html
from newscrawler.discovery.rows.page_links import read_links
from newscrawler.document import parse_document
from newscrawler.publication.listing_layout import HtmlListing
from tests.cpu import cpu_within

URL = "https://news.example.org/harbour/"
TWO = "https://news.example.org/harbour/page/2/"


@pytest.mark.parametrize(
    "pager",
    [
        '<a rel="next" href="page/2/">x</a>',
        '<link rel="next" href="/harbour/page/2/">',
        '<a class="next page-numbers" href="/harbour/page/2/">Next</a>',
        '<a class="carousel-control-next" href="/x">›</a><a class="next" href="page/2/">Next</a>',
        '<div class="slick-list"><a class="next" href="/x">›</a></div><a href="page/2/">Next page »</a>',
        '<a class="next-event" href="/calendar/">Regatta</a><a aria-label="Next page" href="page/2/">»</a>',
        (
            '<div class="nav-previous"><a href="page/2/">Older posts</a></div><div class="nav-next"><a '
            'href="/y">Newer</a></div>'
        ),
        '<a title="Next page" href="page/2/">»</a>',
        '<a class="btn" href="page/2/">Older articles →</a>',
        "<a href='page/2/'>Nächste Seite ›</a>",
        "<a href='page/2/'>次へ</a>",
        "<a href='page/2/'>Следующая</a>",
        "<span>1</span><a href='page/2/'>2</a><a href='page/3/'>3</a>",
        '<base href="/harbour/page/"><a rel="next" href="2/">x</a>',
    ],
    ids=range(14),
)
def test_found(pager: str) -> None:
    root = parse_document(f"<html><body>{pager}", URL).root
    assert next_page(root, URL) == TWO


@pytest.mark.parametrize(
    ("own", "pager", "following"),
    [
        ("", "<a href=?page=41>Older</a>", "?page=41"),
        ("?page=41", "<a href=?page=42>Newer</a><a href=?page=40>Older</a>", "?page=40"),
        ("?page=1", "<a href=?page=2>Newer</a>", "?page=2"),
        ("?page=4", "<a href=?page=5>Older</a><a href=?page=3>Newer</a>", "?page=5"),
        ("?page=4", "<a href=?page=3>Next</a>", None),
    ],
)
def test_pages_that_are_counted_from_the_oldest(own: str, pager: str, following: str | None) -> None:
    root = parse_document(f"<body>{pager}", URL + own).root
    assert next_page(root, URL + own) == (URL + following if following else None)


@pytest.mark.parametrize(
    "names", ["next", "nav-previous", "older-posts", "pager__item--next", "load-more", "pagination-next"]
)
def test_a_class_tells_where_no_word_and_no_number_does(names: str) -> None:
    link = '<a href="/harbour/?before=417">Eldri fréttir</a>'
    for pager in (f'<div class="x {names}">{link}</div>', link.replace("<a", f'<a class="{names}"')):
        root = parse_document(f"<html><body>{pager}", URL).root
        assert next_page(root, URL) == f"{URL}?before=417", pager
    root = parse_document(f"<html><body><div class='x'>{link}</div>", URL).root
    assert next_page(root, URL) is None


@pytest.mark.parametrize(
    ("url", "pager", "following"),
    [
        ("?page=2", "<a href='?page=1'>1</a><b>2</b><a href='?page=3'>3</a>", "?page=3"),
        ("page/2/", "<a href='/harbour/'>1</a><a href='/harbour/page/3/'>3</a>", "page/3/"),
    ],
)
def test_by_number(url: str, pager: str, following: str) -> None:
    root = parse_document(f"<html><body>{pager}", URL + url).root
    assert next_page(root, URL + url) == URL + following


@pytest.mark.parametrize(
    "pager",
    [
        "<a href='#'>Next</a>",
        "<a rel='next' href='https://other.example/2'>Next</a>",
        "<a href='/2026/11/23/next'>Next week the quay opens</a>",
        "<a href='/top'>2</a>",
        "",
    ],
)
def test_none(pager: str) -> None:
    assert next_page(parse_document(f"<html><body>{pager}", URL).root, URL) is None


def test_links_are_relative_to_the_base_of_the_page() -> None:
    html = '<base href="/"><h2><a href="2026/11/23/quay-opens-again-today">Quay opens</a></h2>'
    root = parse_document(f"<html><head>{html}", URL).root
    expected = ["https://news.example.org/2026/11/23/quay-opens-again-today"]
    assert [link.url for link in read_links(root, URL, ["example.org"]).links] == expected
    assert [link.url for link in read_html(root, URL, HtmlListing(row="h2")).links] == expected


HOME = "https://paper.example"
STORY = '<h2><a href="/harbour/2026/11/21/quay-story-number-1">Story 1 of the quay</a></h2>'


def found(pager: str, path: str = "/harbour/", head: str = "") -> str | None:
    page = parse_document(f"<html><head>{head}</head><body>{STORY}{pager}</body></html>", HOME + path)
    url = next_page(page.root, page.url)
    return url.removeprefix(HOME) if url else None


@pytest.mark.parametrize(
    ("pager", "following"),
    [
        ('<a rel="next nofollow" href="/h?x=1">more</a>', "/h?x=1"),
        ('<a class="next page-numbers" href="/harbour/page/2/">Next</a>', "/harbour/page/2/"),
        ('<div class="nav-previous"><a href="/harbour/page/2/">Older posts</a></div>', "/harbour/page/2/"),
        (
            '<ul><li class="active">1</li><li><a href="?page=2">2</a><li><a href="?page=3">3</a></ul>',
            "/harbour/?page=2",
        ),
        ('<a href="?page=1">2</a> <a href="?page=2">3</a>', "/harbour/?page=1"),
        ('<a href="/harbour/?start=40">3</a><a href="/harbour/?start=20">2</a>', "/harbour/?start=20"),
        ('<a href="/harbour/2">2</a>', "/harbour/2"),
        ('<a aria-label="Next page" href="/list/c2f">»</a>', "/list/c2f"),
        ('<button><a href="/harbour/p2.html">Load more</a></button>', "/harbour/p2.html"),
    ],
)
def test_shapes_of_pagers(pager: str, following: str) -> None:
    assert found(pager) == following


@pytest.mark.parametrize(
    "label",
    [
        *("Older →", "Nächste Seite", "Weiter »", "Suivant", "Page suivante", "Siguiente", "Próxima página"),
        *("Volgende", "Nästa sida", "Starsze wpisy", "Следующая страница", "Далее", "Старіші записи"),
        *("次へ", "次のページ", "下一页", "다음 페이지", "التالي", "הבא", "अगला पेज", "ถัดไป", "Sonraki sayfa"),
    ],
)
def test_languages(label: str) -> None:
    assert found(f'<a href="/list/c2f">{label}</a>') == "/list/c2f"


def test_a_link_element_in_the_head() -> None:
    assert found("", head='<link rel="next" href="/harbour/page/2/">') == "/harbour/page/2/"


@pytest.mark.parametrize(
    "trap",
    [
        '<div class="slider"><a class="carousel-control-next" href="#slides">›</a></div>',
        '<div class="slick-list"><a class="next" href="/slide/2">›</a></div>',
        '<a class="next-event" href="/calendar/regatta/">Regatta</a>',
        '<a rel="next" href="https://elsewhere.example/2">Next</a>',
        '<a href="/harbour/a">weiter</a> <a href="/harbour/b">weiter</a>',
        '<a href="/harbour/c">Next week the quay opens</a>',
        '<a href="/harbour/">Next</a>',
        '<a href="/harbour/2026">2026</a><a href="/weather/page/2/">2</a>',
        '<div class="gallery"><a href="/harbour/?page=2">2</a></div>',
    ],
)
def test_traps(trap: str) -> None:
    assert found(trap) is None


def test_the_way_back_is_never_taken() -> None:
    pager = '<div class="nav-next"><a href="/harbour/page/2/">Newer posts</a></div>'
    assert found(pager, "/harbour/page/3/") is None
    older = '<div class="nav-previous"><a href="/harbour/page/4/">Older posts</a></div>'
    assert found(older + pager, "/harbour/page/3/") == "/harbour/page/4/"
    assert found('<a href="/section/6">Sport</a>', "/section/5") is None


def test_a_pager_may_state_what_the_first_page_omits() -> None:
    pager = '<ul><li><a href="/harbour/?s=0&amp;p=1">1</a><li><a href="/harbour/?s=0&amp;p=2">2</a></ul>'
    assert found(pager) == "/harbour/?s=0&p=2"
    assert found(pager.replace(">2<", ">Archive<")) is None
    assert found(pager.replace("/harbour/", "/weather/")) is None
    assert found('<a href="/harbour/?p=2">2</a>', "/harbour/?s=0&p=1") is None, "it leaves this selection"


@cpu_within(3)
def test_many_links_deep_in_the_page_are_read_in_linear_time() -> None:
    links = "".join(f'<a href="/harbour/story-{number}.html">Story</a>' for number in range(4000))
    deep = f"<div class='{'box ' * 200}'>" * 400
    root = parse_document(f'<html><body>{deep}{links}<a class="next" href="page/2/">Next</a>', URL).root
    assert next_page(root, URL) == TWO

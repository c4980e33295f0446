"""Traps are recognised by the shape of URLs; ordinary URLs have none; a shape without articles is closed."""

from __future__ import annotations

from urllib.parse import urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scrapy.settings import Settings

from newscrawler.run.traps import Traps, repeats, shape, without_session
from tests.characters import CHARACTERS
from tests.cpu import cpu_within
from tests.defaults import DEFAULTS

ORDINARY = [
    "https://example.org/",
    "https://example.org/politics/1107890",
    "https://example.org/2026/11/11/eleven-elevens-in-a-row",
    "https://example.org/news/2011/11/11/11/11",
    "https://example.org/article.php?id=7&p=2",
    "https://example.org/world/europe/france/paris/2026/story-of-a-city-123456.html",
    "https://example.org/amp/news/amp/story",
    "https://example.org/s/2f3a9b1c4d5e6f708192a3b4c5d6e7f8/photo.html",
    "https://example.org/новости/мир/1",
    "https://example.org/a/a/story",
]


@pytest.mark.parametrize("url", ORDINARY)
def test_ordinary_urls_are_no_traps(url: str) -> None:
    assert not repeats(url)
    assert without_session(url) is None


@pytest.mark.parametrize(
    "url",
    [
        "http://x/a/a/a/",
        "http://x/a/b/a/b/a/b",
        "http://x/n/calendar/view/calendar/view/calendar/view",
        "http://x/a//a//a",
    ],
)
def test_growing_paths(url: str) -> None:
    assert repeats(url)


@pytest.mark.parametrize(
    ("url", "plain"),
    [
        ("http://x/(S(abcdefgh0123456789abcdef))/news/1", "http://x/news/1"),
        ("http://x/news/1;jsessionid=ABCDEF0123456789", "http://x/news/1"),
        ("http://x/news/1;jsessionid=AB12?page=2", "http://x/news/1?page=2"),
        ("http://x/sid-0123456789abcdef/news/1", "http://x/news/1"),
    ],
)
def test_sessions(url: str, plain: str) -> None:
    assert without_session(url) == plain


def test_one_shape() -> None:
    assert (
        len(
            {
                shape(f"http://x/calendar/{year}/{month}?v={year}")
                for year in (1999, 2026)
                for month in (1, 12)
            }
        )
        == 1
    )
    assert (
        len({shape(f"http://x/a/{slug}") for slug in ("one-two-three-4", "five-six-seven", "a-b-c-d-e")}) == 1
    )
    assert shape("http://x/sport") != shape("http://x/world") != shape("http://x/world?a=1")


@given(st.text(CHARACTERS, max_size=200))
def test_any_path(path: str) -> None:
    url = "http://example.org/" + path.replace("?", "").replace("#", "")
    try:
        urlsplit(url)
    except ValueError:
        return
    repeats(url)
    shape(url)
    without_session(url)


@cpu_within(5)
@pytest.mark.parametrize("part", ["a/", "1/", "a-", "-_", "0a", "(S(", ";sid=", "/"])
def test_long_urls_take_no_time(part: str) -> None:
    url = "http://x/" + part * 1000
    for _ in range(20):
        repeats(url)
        shape(url)
        without_session(url)


def day(number: int) -> str:
    return f"https://press.example/calendar/2026/{number}"


def test_a_shape_without_articles_is_closed_until_one_of_it_leads_to_one() -> None:
    traps = Traps(Settings({**DEFAULTS, "TRAP_PAGES": 3, "TRAP_ARTICLES": 2}))
    for number in range(3):
        assert traps.closed(day(number), article=False) is None
        traps.count_barren(day(number), article=False)
    assert traps.closed(day(3), article=False) == "trap_pages"
    assert traps.closed("https://press.example/politics", article=False) is None
    assert traps.closed(day(3), article=True) is None
    traps.count_fruitful(day(4), article=False)
    assert traps.closed(day(3), article=False) is None


def test_articles_are_counted_for_themselves() -> None:
    traps = Traps(Settings({**DEFAULTS, "TRAP_PAGES": 3, "TRAP_ARTICLES": 2}))
    for number in range(2):
        traps.count_barren(day(number), article=True)
    assert traps.closed(day(2), article=True) == "trap_articles"
    assert traps.closed(day(2), article=False) is None
    assert traps.barren() == 0


def test_many_listings_of_many_shapes_without_articles_are_a_trap_too() -> None:
    traps = Traps(Settings({**DEFAULTS, "TRAP_PAGES": 3}))
    for letters in range(12):
        traps.count_barren(f"https://press.example/{'a' * (letters + 1)}", article=False)
    assert traps.closed("https://press.example/politics", article=False) == "trap_pages"
    traps.count_fruitful("https://press.example/world", article=False)
    assert traps.closed("https://press.example/politics", article=False) is None


def test_no_bound() -> None:
    traps = Traps(Settings({**DEFAULTS, "TRAP_PAGES": 0, "TRAP_ARTICLES": 0}))
    for article in (True, False):
        for number in range(5000):
            traps.count_barren(day(number), article=article)
        assert traps.closed(day(1), article=article) is None


def test_the_same_url_in_another_session() -> None:
    traps = Traps(Settings(DEFAULTS))
    first, second = (f"https://press.example/a;jsessionid=0A1B2C3D4E5F{n}" for n in (1, 2))
    assert not traps.is_other_session(first)
    assert traps.is_other_session(second)
    assert not traps.is_other_session("https://press.example/a")


def test_how_many_pages_of_a_shape_led_to_no_article() -> None:
    traps = Traps(Settings(DEFAULTS))
    for number in range(3):
        traps.count_barren(f"https://press.example/a/{number}", article=False)
    traps.count_barren("https://press.example/a/7", article=True)
    assert traps.barren("https://press.example/a/9") == 3
    assert traps.barren("https://press.example/a/9", article=True) == 1
    assert traps.barren("https://press.example/words/b") == 0
    assert traps.barren() == 3

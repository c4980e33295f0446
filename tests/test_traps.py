"""Traps are recognised by the shape of addresses; ordinary addresses have none."""

from urllib.parse import urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newscrawler.middlewares.traps import repeats, shape, without_session

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
def test_ordinary_addresses_are_no_traps(url: str) -> None:
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


@given(st.text(max_size=200))
def test_any_path(path: str) -> None:
    url = "http://example.org/" + path.replace("?", "").replace("#", "")
    try:
        urlsplit(url)
    except ValueError:
        return
    repeats(url)
    shape(url)
    without_session(url)


@pytest.mark.timeout(5)
@pytest.mark.parametrize("part", ["a/", "1/", "a-", "-_", "0a", "(S(", ";sid=", "/"])
def test_long_addresses_take_no_time(part: str) -> None:
    url = "http://x/" + part * 1000
    for _ in range(20):
        repeats(url)
        shape(url)
        without_session(url)

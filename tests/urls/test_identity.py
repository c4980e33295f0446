"""Identity: one article has one id under all its URLs, two articles have two."""

from __future__ import annotations

import re

import pytest

from newscrawler.urls.identity import article_id, article_key, article_number

NUMBER = r"/[a-z-]+/(\d+)(?:/amp)?/?$"


@pytest.mark.parametrize(
    "url",
    [
        "https://tass.com/sport/944692",
        "http://tass.com/sports/944692",
        "http://www.tass.com/politics/944692/",
        "https://tass.com/politics/944692/amp",
        "https://tass.com/politics/944692?utm_source=google.com&utm_medium=organic",
        "https://tass.com/politics/944692#photo",
        "http://itar-tass.com/en/politics/944692",
        "http://127.0.0.1:8080/politics/944692",
    ],
)
def test_one_article_under_all_its_urls(url: str) -> None:
    assert article_number(url, NUMBER) == "944692"
    assert article_key("tass", url, NUMBER) == "tass:944692"
    assert article_id("tass", url, NUMBER, "tass.com") == "tass:944692"


def test_a_url_without_number() -> None:
    assert article_number("https://tass.com/politics", NUMBER) is None
    assert article_number("https://tass.com/politics/1", None) is None
    assert article_key("tass", "https://tass.com/politics#top", NUMBER) == "tass.com/politics"


def test_id_from_the_url_does_not_know_scheme_www_or_the_base_that_stands_for_the_site() -> None:
    ids = {
        article_id("times", url, None, "times.example", base_url=base)
        for url, base in [
            ("https://times.example/2026/final", None),
            ("http://www.times.example/2026/final?utm_source=rss#top", None),
            ("http://127.0.0.1:8080/2026/final", "http://127.0.0.1:8080"),
            ("http://127.0.0.1:9999/2026/final", None),
            ("http://localhost:9999/2026/final", None),
            ("http://[::1]:9999/2026/final", None),
            ("https://mirror.net/2026/final", "https://mirror.net"),
        ]
    }
    assert len(ids) == 1
    assert re.fullmatch(r"times:[0-9a-f]{16}", ids.pop())


def test_id_from_the_url_keeps_different_articles_apart() -> None:
    urls = [
        "https://times.example/final",
        "https://times.example/final?page=2",
        "https://sport.times.example/final",
        "https://times.example/final/",
        "https://mirror.net/final",
    ]
    assert len({article_id("times", url, None, "times.example") for url in urls}) == len(urls)
    # Without a declared home every host is itself.
    assert article_id("a", "http://127.0.0.1/x", None, None) != article_id(
        "a", "http://127.0.0.2/x", None, None
    )

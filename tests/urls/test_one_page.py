"""Which URLs may lead to one page, where texts are the same."""

from __future__ import annotations

import pytest

from newscrawler.urls.one_page import keep_one_name, may_be_one_page

BASE = "https://paper.example"


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("/quay-opens-again?ref=home-1", "/quay-opens-again?ref=home-2"),
        ("/quay?pos=1", "/quay?pos=12&list=top"),
        ("/Article.aspx?ID=5100", "/article.aspx?id=5100"),
        ("/quay-opens-again", "/print/70001"),
        ("/noticia/z0baec38adf2/quay", "/local/noticia/z0baec38adf2/quay-again"),
        ("/news/991234/mayor-may-go", "/news/991234/mayor-goes"),
    ],
)
def test_one_page(a: str, b: str) -> None:
    assert may_be_one_page(BASE + a, BASE + b)
    assert may_be_one_page(BASE + b, BASE + a)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("/quay?id=811", "/quay?id=812"),
        ("/quay", "/ships"),
        ("/?a=1", "/?a=2"),
        ("/2026/11/27/20261127/quay", "/2026/11/27/20261127/ships"),
        ("/news/991234/mayor", "/news/991235/mayor"),
        ("/news/harbours/quay", "/news/harbours/ships"),
    ],
)
def test_two_pages(a: str, b: str) -> None:
    assert not may_be_one_page(BASE + a, BASE + b)


def test_of_two_hosts_no_name_is_one() -> None:
    assert not keep_one_name(f"{BASE}/news/991234/a", "https://other.example/news/991234/a")

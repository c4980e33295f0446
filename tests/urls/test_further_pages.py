"""Whether a URL is a further page of the article at another."""

from __future__ import annotations

import pytest

from newscrawler.urls.canonical import believe_canonical
from newscrawler.urls.further_pages import continues, page_after

URL = "https://press.example/world/harbour-opens-again"


@pytest.mark.parametrize(
    ("there", "is_page"),
    [
        ("/2", True), ("/2/", True), (",2", True), ("_2.html", True), ("/page/2", True), ("?page=2", True),
        ("?seite=12", True), ("-page-3.html", True),
        ("", False), ("-2", False), ("/200", False), ("?id=2", False), ("?page=2&id=3", False),
    ],
)  # fmt: skip
def test_a_further_page_of_an_article(there: str, *, is_page: bool) -> None:
    assert continues(URL, URL + there) is is_page
    assert not continues(URL, f"https://other.example/world/harbour-opens-again{there}")


@pytest.mark.parametrize(
    ("own", "there", "is_next"),
    [
        ("", "/2", True), ("/2", "/3", True), ("?page=2", "?page=3", True), ("/page/2/", "/page/3/", True),
        ("", "/3", False), ("/2", "/2", False), ("/3", "/2", False),
        ("?a=1", "?a=1&page=2", True), ("?a=1&page=2", "?a=2&page=3", False),
    ],
)  # fmt: skip
def test_the_page_after_a_page(own: str, there: str, *, is_next: bool) -> None:
    assert page_after(URL + own, URL + there) is is_next


def test_the_canonical_link_of_a_further_page_leads_to_the_first() -> None:
    assert believe_canonical(f"{URL}/2/", URL) == URL
    assert believe_canonical("https://press.example/world/12", "https://press.example/world") is None

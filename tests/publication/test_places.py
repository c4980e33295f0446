"""The parts of a site by host and path prefix: of several places the narrowest."""

from __future__ import annotations

import pytest

from newscrawler.publication.places import place_at, place_of
from newscrawler.publication.site import Site

PLACES = ("/news", "/news/uk/", "sport.press.example", "press.example/en/", "press.example")


@pytest.mark.parametrize(
    ("url", "place"),
    [
        ("https://www.press.example/news/1", "/news"),
        ("https://press.example/News/UK/1", "/news/uk/"),
        ("https://press.example/news", "/news"),
        ("https://press.example/newsroom/1", "press.example"),
        ("https://sport.press.example/1", "sport.press.example"),
        ("https://live.sport.press.example/1", "sport.press.example"),
        ("https://press.example/en/1", "press.example/en/"),
        ("https://other.example/en/1", None),
        ("https://notpress.example/", None),
    ],
)
def test_the_narrowest_place(url: str, place: str | None) -> None:
    assert place_at(url, PLACES) == place


@pytest.mark.parametrize(
    ("page", "place"),
    [
        ("https://press.example/politik/", "/politik"),
        ("https://www.press.example/nachrichten/welt/index.html", "/nachrichten/welt"),
        ("https://press.example/en/news/world.html", "/en/news/world"),
        ("https://sport.press.example", "sport.press.example"),
        ("https://sport.press.example/rugby/", "sport.press.example/rugby"),
        ("https://press.example/", None),
    ],
)
def test_the_place_of_a_sections_page(page: str, place: str | None) -> None:
    assert place_of(page, "https://www.press.example") == place


def test_language_and_section_by_place() -> None:
    site = Site("press", language="uk", languages={"/rus/": "ru"}, section_places={"/rus/sport": "Спорт"})
    assert site.language_at("https://press.example/rus/news/1") == "ru"
    assert site.language_at("https://press.example/news/1") == "uk"
    assert site.section_at("https://press.example/rus/sport/1") == "Спорт"
    assert site.section_at("https://press.example/rus/1") is None


def test_what_is_no_url_lies_at_no_place() -> None:
    assert place_at("http://[", ["/sport/", "example.org"]) is None

"""Objects of JSON with a title and a URL of the site are rows, whatever their keys are called."""

from __future__ import annotations

from typing import Any

import pytest

from newscrawler.bounds import DEFAULT
from newscrawler.discovery.listed_link import ListingPage
from newscrawler.discovery.rows.json_rows import objects, take_link, take_row

URL = "https://paper.example/latest"
STORY = "https://paper.example/2026/11/20/quay"


def taken(found: dict[str, Any], take: Any = take_row) -> list[tuple[str, str | None, str | None]]:
    page = ListingPage()
    take(page, found, URL, ("paper.example",), DEFAULT)
    rows = [*page.links, *(each.link for each in page.candidates)]
    return [(row.url, row.headline, row.published_at) for row in rows]


@pytest.mark.parametrize(
    ("found", "row"),
    [
        ({"title": "Quay", "url": STORY}, (STORY, "Quay", None)),
        ({"headline": {"rendered": "Quay"}, "permalink": "/2026/11/20/quay"}, (STORY, "Quay", None)),
        (
            {"name": "Quay", "path": "/i/ab1", "publishedAt": "2026-11-20T08:00:00Z"},
            ("https://paper.example/i/ab1", "Quay", "2026-11-20T08:00:00+00:00"),
        ),
    ],
)
def test_a_row(found: dict[str, Any], row: tuple[str, str, str | None]) -> None:
    assert taken(found) == [row]


@pytest.mark.parametrize(
    "found",
    [
        {"title": "Quay"},
        {"title": "Quay", "url": "https://elsewhere.example/2026/11/20/quay"},
        {"title": "Quay", "url": "not a path"},
        {"title": " ", "url": STORY},
        {"title": "Log in", "url": "/login"},
    ],
)
def test_no_row(found: dict[str, Any]) -> None:
    assert taken(found) == []


def test_a_url_that_is_too_long_is_none() -> None:
    longest = DEFAULT.url_length
    for size, rows in ((longest, 1), (longest + 1, 0)):
        url = STORY + "a" * (size - len(STORY))
        assert len(taken({"title": "Quay", "url": url})) == rows
        assert len(taken({"url": url}, take=take_link)) == rows


def test_a_link_needs_no_title() -> None:
    assert taken({"url": STORY}) == []
    assert taken({"url": STORY}, take_link) == [(STORY, None, None)]


def test_objects_come_from_all_depths_the_outer_ones_first() -> None:
    assert list(objects({"a": [{"b": {}}, 1, "x"]})) == [{"a": [{"b": {}}, 1, "x"]}, {"b": {}}, {}]
    deep: dict[str, Any] = {}
    for _ in range(50):
        deep = {"in": deep}
    assert len(list(objects(deep))) == 13, "as deep as data are, and no deeper"

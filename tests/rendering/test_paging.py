"""What is declared of a JSON listing loses no row: it begins with the newest, however the page began."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest

from newscrawler.discovery.listed_link import ListingPage
from newscrawler.discovery.listing import Listing
from newscrawler.discovery.pagers.more_button import MORE
from newscrawler.discovery.rows.json_api import ask, read_json
from newscrawler.rendering import Exchange
from newscrawler.rendering.endpoints import find_endpoints

PAGE = "https://press.example/world"
STORIES = [{"id": 900 - n, "url": f"/world/story-{n}", "title": f"Story number {n}"} for n in range(40)]
ROWS = [(f"https://press.example{story['url']}", str(story["title"])) for story in STORIES]


def by_offset(params: dict[str, Any]) -> dict[str, Any]:
    begin = int(params.get("offset") or 0)
    return {"items": STORIES[begin : begin + 8]}


def by_cursor(params: dict[str, Any]) -> dict[str, Any]:
    before = int(params.get("before") or 10_000)
    rows = [story for story in STORIES if int(str(story["id"])) < before][:8]
    return {"items": rows, "last": rows[-1]["id"] if rows else None}


@pytest.mark.parametrize(
    "text",
    [
        "Show more",
        "Mehr laden",
        "Показать ещё",
        "もっと見る",
        "加载更多",
        "더 보기",
        "المزيد",
        "Więcej",
        "Fler nyheter",
    ],
)
def test_a_button_for_more_says_so_in_any_language(text: str) -> None:
    assert re.search(MORE, text, re.IGNORECASE)


@pytest.mark.parametrize("text", ["Subscribe", "Menü", "Поиск", "検索", "登录"])
def test_another_button_does_not(text: str) -> None:
    assert not re.search(MORE, text, re.IGNORECASE)


@pytest.mark.parametrize("shown", [0, 8], ids=["script shows all", "page shows the first"])
@pytest.mark.parametrize(
    ("serve", "first"),
    [(by_offset, {"offset": "8"}), (by_cursor, {"before": "893"})],
    ids=["offset", "cursor"],
)
def test_every_row_comes_by_what_is_declared(serve: Any, first: dict[str, str], shown: int) -> None:
    asked = [
        first,
        {name: str(int(value) + (8 if name == "offset" else -8)) for name, value in first.items()},
    ]
    exchanges = [
        Exchange(
            "GET", f"https://press.example/api?{name}={value}", b"", json.dumps(serve(each)).encode(), batch
        )
        for batch, each in enumerate(asked)
        for name, value in each.items()
    ]
    (found, *_) = find_endpoints(exchanges, ROWS, PAGE)
    listing = Listing("section", "world", PAGE)
    page = read_json(json.dumps({"items": STORIES[:shown]}).encode(), PAGE, found.listing)
    listing.enter(page)
    seen = {link.url for link in page.links}
    cursor = None
    for _ in range(12):
        question = ask(found.listing, "https://press.example/", {}, cursor, listing.api_rows)
        params = dict(part.split("=") for part in question.url.partition("?")[2].split("&") if part)
        page = read_json(json.dumps(serve(params)).encode(), PAGE, found.listing)
        listing.enter(page)
        seen |= {link.url for link in page.links}
        cursor = page.cursor
        if not page.links:
            break
    assert len(seen) == len(STORIES)
    assert isinstance(page, ListingPage)


def test_an_offset_that_was_asked_for_once_is_none_for_ever() -> None:
    answer = json.dumps(by_offset({"offset": 8})).encode()
    exchange = Exchange("GET", "https://press.example/api?offset=8&lang=en", b"", answer, 1)
    (found,) = find_endpoints([exchange], ROWS, PAGE)
    assert found.listing.offset_param == "offset"
    assert found.listing.params == {"lang": "en"}
    assert found.notes

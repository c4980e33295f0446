"""The URLs of data are read from attributes and scripts, with the parameters that scripts append."""

from __future__ import annotations

import pytest

from newscrawler.drafts.asked_urls import asked_urls

PAGE = "https://gazette.example/town/"


@pytest.mark.parametrize(
    ("text", "url", "paging"),
    [
        ("<div data-src='/api/stories?section=7&amp;cursor='>", "/api/stories?section=7", ["cursor"]),
        ("fetch('/api/stories?topic=' + id + '&offset=' + n)", "/api/stories?topic=4", ["offset"]),
        ("get('/api/rows?topic='+t+'&limit=5&offset=0')", "/api/rows?topic=4&limit=5", ["offset"]),
        ("fetch(`/v2/${slug}/list.json?after=${a}`)", "/v2/town/list.json", ["after"]),
        ("get('/ajax/section/')", "/ajax/section/town", []),
        ("x = '/data/rows?section=' + s", "/data/rows?section=town", []),
    ],
)
def test_urls(text: str, url: str, paging: list[str]) -> None:
    (asked,) = asked_urls(text, f'<main data-topic="4">{text}</main>', PAGE)
    assert asked.first() == f"https://gazette.example{url}"
    assert asked.paging == paging


@pytest.mark.parametrize("text", ["'/api/app.js'", "'https://other.example/api/x'", "'/about/us'"])
def test_no_urls_of_data(text: str) -> None:
    assert list(asked_urls(text, "", PAGE)) == []

"""The next page of an article by the pager on its page."""

from __future__ import annotations

import pytest

from newscrawler.document import parse_document
from newscrawler.sources.body.article_pager import next_of_article

URL = "https://press.example/world/harbour-opens-again"
PAGER = f"<a href={URL}>1</a> <a href={URL}?page=2>2</a> <a href={URL}?page=3>3</a>"


def following(markup: str, url: str = URL, stated: str | None = None) -> str | None:
    return next_of_article(parse_document(f"<body>{markup}", url), stated)


@pytest.mark.parametrize(
    "markup",
    [
        PAGER,
        "<nav><a class=next-page href=?page=2>On</a></nav>",
        "<a rel=next href='?page=2'>Continue</a>",
        "<a href=?page=2>Page 2: the costs</a>",
    ],
)
def test_the_second_page(markup: str) -> None:
    assert following(markup) == f"{URL}?page=2"


def test_later_pages_and_the_last() -> None:
    assert following(PAGER, f"{URL}?page=2") == f"{URL}?page=3"
    assert following(PAGER, f"{URL}?page=3") is None
    assert following("<a href=2/>2</a><a href=3/>3</a>", f"{URL}/") == f"{URL}/2/"


@pytest.mark.parametrize(
    "markup",
    [
        f"<section class=comments>{PAGER}</section>",
        f"<div id=gallery-1>{PAGER}</div>",
        f"<aside>{PAGER}</aside>",
        "<a href=?page=1>2</a><a href=?page=2>3</a>",
        "<a href=/world/harbour-opens-again-2>2</a>",
        "<a href=?page=2>Older comments</a>",
        "<a href='?page=2'></a>",
    ],
    ids=["comments", "gallery", "aside", "counted from 0", "another story", "says no number", "says nothing"],
)
def test_pages_of_something_else(markup: str) -> None:
    assert following(markup) is None


def test_what_the_head_states_comes_first_where_it_is_of_the_article() -> None:
    other = "https://press.example/world/another-story"
    assert following(PAGER, stated=f"{URL}/2") == f"{URL}/2"
    assert following(PAGER, stated=other) == f"{URL}?page=2"
    assert following("", stated=other) == other

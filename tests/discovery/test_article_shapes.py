"""A few links of each unknown shape are tried; what they are decides on the others."""

from __future__ import annotations

import pytest

from newscrawler.discovery.article_shapes import (
    MOST_MISSES,
    MOST_UNLIKELY,
    MOST_WAITING,
    PROVEN,
    TRIED,
    ArticleShapes,
    shape_of,
)
from newscrawler.discovery.listed_link import ListedLink
from newscrawler.discovery.listing import Listing

SITE = "https://paper.example"
FRONT = Listing("index", None, SITE)


def nobody(url: str) -> bool:
    return False


def offered(shapes: ArticleShapes, count: int, folder: str = "i") -> None:
    for number in range(count):
        shapes.offer(ListedLink(f"{SITE}/{folder}/ab{number}c", number + 1), FRONT, 1)


def taken(shapes: ArticleShapes) -> list[str]:
    return [link.url for link, *_ in shapes.take(nobody)]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("/articles/AS202611281030.html", "/articles/AS202611290900.html"),
        ("/news/articles/c4g0zy1lmx2o", "/news/articles/c8rk2xj9p0wo"),
        ("/world/2026/nov/28/budget", "/world/2025/dec/01/election"),
        ("/nyheter/i/abc123/", "/nyheter/i/9x8y7z"),
        ("/view?storyID=12345", "/view?storyID=7"),
        ("/?fArticleId=7", "/?fArticleId=123"),
        ("/news/岸壁が再び開く", "/news/春の洪水"),
        ("/a/the-quay-opens", "/a/bread-is-dearer-again"),
    ],
)
def test_articles_of_one_kind_have_one_shape(one: str, other: str) -> None:
    assert shape_of(SITE + one) == shape_of(SITE + other)


@pytest.mark.parametrize(
    ("one", "other"),
    [("/i/ab12c", "/tag/ab12c"), ("/i/ab12c", "/i/about"), ("/i/ab12c", "/i"), ("/i/1", "/i/1?print=1")],
)
def test_other_pages_have_another(one: str, other: str) -> None:
    assert shape_of(SITE + one) != shape_of(SITE + other)


def test_a_few_are_tried_and_none_more_where_these_are_no_articles() -> None:
    shapes = ArticleShapes()
    offered(shapes, 20)
    tried = taken(shapes)
    assert len(tried) == TRIED
    assert taken(shapes) == []
    for url in tried:
        shapes.learn(url, is_article=False)
    assert taken(shapes) == []


def test_every_article_opens_the_way_for_others_until_all_are_asked_for() -> None:
    shapes = ArticleShapes()
    offered(shapes, 100)
    asked: list[str] = []
    while new := taken(shapes):
        asked += new
        for url in new:
            shapes.learn(url, is_article=True)
    assert len(set(asked)) == len(asked) == 100
    assert shapes.is_proven(asked[0])


def test_the_likeliest_are_tried_first_and_what_is_asked_otherwise_is_no_trial() -> None:
    shapes = ArticleShapes()
    offered(shapes, 5)
    shapes.offer(ListedLink(f"{SITE}/i/ab9c", 9), FRONT, 4)
    shapes.offer(ListedLink(f"{SITE}/i/ab9c", 10), FRONT, 9)  # the same again
    assert [link.url[-4:] for link, *_ in shapes.take(lambda url: url.endswith("ab0c"))] == [
        "ab9c", "ab1c", "ab2c"
    ]  # fmt: skip


def test_a_link_for_which_nothing_speaks_waits_for_others_of_its_shape() -> None:
    shapes = ArticleShapes()
    shapes.offer(ListedLink(f"{SITE}/i/ab9c", 1), FRONT, 0)
    assert taken(shapes) == []
    shapes.offer(ListedLink(f"{SITE}/i/ab8c", 2), FRONT, 1)
    assert taken(shapes) == [f"{SITE}/i/ab8c"]
    shapes.learn(f"{SITE}/i/ab8c", is_article=True)
    assert [(link.url, is_sure) for link, _, is_sure in shapes.take(nobody)] == [(f"{SITE}/i/ab9c", False)]
    shapes = ArticleShapes({"i/code": (PROVEN, PROVEN), "a/code": (PROVEN, 0)})
    for folder in "ia":
        shapes.offer(ListedLink(f"{SITE}/{folder}/ab1c", 1), FRONT, 0)
        shapes.offer(ListedLink(f"{SITE}/{folder}/ab2c", 1), FRONT, 1)
    assert [(link.url[-6:], is_sure) for link, _, is_sure in shapes.take(nobody)] == [
        ("i/ab2c", True), ("a/ab2c", True), ("a/ab1c", False),
    ]  # fmt: skip


def test_few_links_are_tried_at_a_time_for_which_only_their_shape_speaks() -> None:
    shapes = ArticleShapes({"i/code": (PROVEN, 0)})
    for number in range(50):
        shapes.offer(ListedLink(f"{SITE}/i/ab{number}c", number), FRONT, 0)
    first = taken(shapes)
    assert len(first) == MOST_UNLIKELY
    for url in first:
        shapes.learn(url, is_article=False)
    assert taken(shapes) == []


def test_what_earlier_runs_have_learned_holds() -> None:
    shapes = ArticleShapes({"i/code": (PROVEN, 0), "tag/code": (0, TRIED), "go/code": (1, TRIED + 9)})
    for folder, wanted in (("i", 9), ("tag", 0), ("go", 0)):
        offered(shapes, 9, folder)
        assert len(taken(shapes)) == wanted


def test_an_answer_that_does_not_tell_leaves_room_for_another_try() -> None:
    shapes = ArticleShapes()
    offered(shapes, 9)
    first = taken(shapes)
    shapes.learn(first[0], is_article=None)
    assert len(taken(shapes)) == 1


def test_misses_of_one_run_are_bounded() -> None:
    shapes = ArticleShapes()
    asked = 0
    for folder in range(100):
        offered(shapes, TRIED, f"folder-{'x' * folder}")
        for url in taken(shapes):
            asked += 1
            shapes.learn(url, is_article=False)
    assert MOST_MISSES <= asked <= MOST_MISSES + TRIED


def test_what_waits_is_bounded_and_what_is_proven_does_not_wait() -> None:
    shapes = ArticleShapes()
    offered(shapes, MOST_WAITING + 7)
    offered(shapes, 5)
    assert (len(taken(shapes)), shapes.dropped) == (TRIED, 7)
    known = ArticleShapes({"i/code": (PROVEN, 0)})
    offered(known, MOST_WAITING + 7)
    assert (len(taken(known)), known.dropped) == (MOST_WAITING + 7, 0)

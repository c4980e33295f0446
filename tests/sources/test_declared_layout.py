"""A site's layout names the places of a page, and what lies there is read as it stands."""

from __future__ import annotations

from typing import Any

import pytest

from newscrawler.document import parse_document
from newscrawler.items import Image, RelatedStory
from newscrawler.publication.article_layout import ImageRule, Layout
from newscrawler.sources.declared import DeclaredPage

URL = "https://press.example/harbour/wall-4711"


def declared(markup: str, head: str = "", **fields: Any) -> DeclaredPage:
    document = parse_document(f"<html><head>{head}</head><body>{markup}</body></html>", URL)
    return DeclaredPage(
        document, [Layout("other", "#other"), Layout("now", "h1", **fields), Layout("old", "h1")]
    )


def test_the_first_layout_whose_marker_is_on_the_page() -> None:
    page = declared("<h1>The wall</h1>", headline="h1")
    assert page.layout is not None
    assert page.layout.name == "now"
    none = declared("<h2>The wall</h2>", headline="h2", body="p")
    assert (none.layout, none.read(), none.has_body_place(), none.next_page()) == (None, {}, True, None)


@pytest.mark.parametrize(
    ("selector", "texts"),
    [
        ("h1", ["The wall"]),
        ("p", ["One", "Two"]),
        ("p.b, h1", ["The wall", "Two"]),
        ("time@datetime", ["2017-05-04"]),
        ("b@title, time@datetime, p@class", ["2017-05-04"]),
        ("i", None),
    ],
)
def test_texts(selector: str, texts: list[str] | None) -> None:
    body = "<h1>The wall</h1><p class=a>One</p><p class=b>Two</p><time datetime=2017-05-04>4 May</time>"
    assert declared(body, topics=selector).read().get("topics") == texts


def test_of_several_times_the_first_and_authors_are_lines() -> None:
    body = "<h1>T</h1><i>4  May</i><i>5 May</i><u>Ann Example</u><u>Bob Sample</u>"
    assert declared(body, published_at="i", authors="u").read() == {
        "published_at": ["4 May"],
        "bylines": ["Ann Example", "Bob Sample"],
    }


def test_what_only_the_title_says() -> None:
    title = "<title>The wall - Harbour - Press</title>"
    fields = {"title": r"- (?P<section>\w+) - Press$", "headline": "h1"}
    assert declared("<h1>The wall</h1>", title, **fields).read()["section"] == ["Harbour"]
    assert "section" not in declared("<h1>A wall of Harbour</h1>", title, **fields).read()
    assert declared("<h1>T</h1><b>World</b>", title, **fields, section="b").read()["section"] == ["World"]


def test_the_body_without_what_is_none() -> None:
    text = "The harbour was opened again on Monday."
    body = f"<h1>T</h1><div class=t><p>{text}</p><p class=ad>Buy a boat.</p><h2>After</h2><p>{text}</p></div>"
    page = declared(body, body=".t", not_body=(".ad",))
    assert page.read()["body"] == [f"{text}\n\nAfter\n\n{text}"]
    assert page.has_body_place()
    assert not declared("<h1>T</h1>", body=".t").has_body_place()


def test_a_second_story_below_is_not_read() -> None:
    one = "<h1>{0}</h1><div class=t><p>Text of {0}, which is long enough.</p></div><b>{0}</b>"
    page = declared(one.format("One") + one.format("Two"), headline="h1", body=".t", topics="b")
    found = page.read()
    assert (found["headline"], found["topics"]) == (["One"], ["One"])
    assert found["body"] == ["Text of One, which is long enough."]


def test_images() -> None:
    body = (
        "<h1>T</h1><figure><img src=/a.jpg><i>The wall © Ann Example</i></figure>"
        "<figure><img src='{{url}}' data-src=b.jpg><i>A ship</i></figure><figure><img src=/a.jpg></figure>"
        "<figure><img src=data:image/gif;base64,R0></figure>"
        "<figure style=\"background-image: url('/c.jpg')\"><i></i></figure>"
    )
    rules = (
        ImageRule("figure", "img@src, img@data-src", caption="i", credit="i"),
        ImageRule("body", "figure@style"),
    )
    assert declared(body, images=rules).read()["images"] == [
        Image("https://press.example/a.jpg", "The wall", "Ann Example"),
        Image("https://press.example/harbour/b.jpg", "A ship", None),
        Image("https://press.example/c.jpg", None, None),
    ]


def test_related_stories_once_each() -> None:
    body = (
        "<h1>T</h1><div class=r><a href=/1><img src=/1.jpg></a>A ship</div>"
        "<div class=r><a href=/1><b class=title>The ship</b> today</a></div>"
        "<div class=r><a href=/2><img src=/2.jpg>A crane</a></div><div class=r></div>"
    )
    assert declared(body, related=".r").read()["related"] == [
        RelatedStory("https://press.example/1", "The ship"),
        RelatedStory("https://press.example/2", "A crane"),
    ]


def test_the_next_page() -> None:
    head = "<link rel=next href=/2>"
    assert declared("<h1>T</h1><a href=?page=2>more</a>", head, next_page="a").next_page() == f"{URL}?page=2"
    assert declared("<h1>T</h1>", head).next_page() == "https://press.example/2"
    assert declared("<h1>T</h1>").next_page() is None

"""schema.org: what the object of an article says, field by field."""

from typing import Any

import pytest

from newscrawler.items import Access, Image
from newscrawler.sources.metadata.schema_org import (
    _authors,
    access_of,
    read_node,
    split_keywords,
    text_of,
    texts_of,
    types,
)


@pytest.mark.parametrize(
    ("declared", "expected"),
    [
        ("NewsArticle", {"newsarticle"}),
        ("https://schema.org/NewsArticle", {"newsarticle"}),
        ("schema:NewsArticle", {"newsarticle"}),
        ("http://schema.org#Report", {"report"}),
        (["NewsArticle", "Report", 7], {"newsarticle", "report"}),
        (None, set()),
        (7, set()),
    ],
)
def test_types(declared: Any, expected: set[str]) -> None:
    assert types({"@type": declared}) == expected


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("Cat &amp; mouse", "Cat & mouse"),
        ("<b>Cat</b> and mouse", "Cat and mouse"),
        ("Cat<br>mouse", "Cat mouse"),
        (["first", "second"], "first"),
        ({"@value": "value"}, "value"),
        ({"name": "name"}, "name"),
        (7, "7"),
        (True, None),
        ([], None),
        ("  ", None),
        (None, None),
    ],
)
def test_text_of(value: Any, text: str | None) -> None:
    assert text_of(value) == text


def test_lists_of_texts() -> None:
    assert texts_of(["a", {"name": "b"}, None, ["c", "d"]]) == ["a", "b", "c"]
    assert texts_of("a") == ["a"]
    assert split_keywords("a; b, c; d") == ["a", "b, c", "d"]
    assert split_keywords("a | b") == ["a", "b"]
    assert split_keywords(" ") == []
    assert split_keywords("Arts, Media, & Sports") == ["Arts, Media, & Sports"]
    assert split_keywords("a, b, c, d & e") == ["a", "b", "c", "d & e"]


def test_the_fields_of_an_article() -> None:
    node = {
        "@type": "NewsArticle",
        "headline": "The wall",
        "description": ["A lead", "another"],
        "datePublished": "2017-05-04",
        "articleSection": ["Harbour"],
        "keywords": "wall, harbour",
        "author": [
            {"@type": "Person", "name": "Ann Example"},
            {"@type": "Organization", "name": "AFP"},
            "Bob Sample",
        ],
        "image": [{"@id": "#i"}, "https://press.example/2.jpg"],
        "inLanguage": {"@type": "Language", "alternateName": "en"},
        "isAccessibleForFree": True,
    }
    picture = {"@id": "#i", "@type": "ImageObject", "url": "https://press.example/1.jpg", "caption": "A wall"}
    values = read_node(node, [picture])
    assert values["headline"] == ["The wall"]
    assert values["description"] == ["A lead"]
    assert values["topics"] == ["wall", "harbour"]
    assert (values["authors"], values["organisations"], values["bylines"]) == (
        ["Ann Example"],
        ["AFP"],
        ["Bob Sample"],
    )
    assert values["images"] == [
        Image("https://press.example/1.jpg", "A wall", None),
        Image("https://press.example/2.jpg", None, None),
    ]
    assert values["language"] == ["en"]
    assert "body" not in values


@pytest.mark.parametrize(
    ("picture", "image"),
    [
        ({"url": "/1.jpg", "caption": "A wall", "creditText": "AFP"}, Image("/1.jpg", "A wall", "AFP")),
        ({"contentUrl": "/1.jpg", "copyrightNotice": "Ann Example"}, Image("/1.jpg", None, "Ann Example")),
        (
            {"url": "/1.jpg", "contentUrl": "/2.jpg", "creditText": "AFP", "copyrightNotice": "x"},
            Image("/1.jpg", None, "AFP"),
        ),
        ({"caption": "A wall"}, None),
        ("/1.jpg", Image("/1.jpg", None, None)),
        (7, None),
    ],
)
def test_what_a_picture_says(picture: object, image: Image | None) -> None:
    node = {"@type": "NewsArticle", "headline": "The wall", "image": [picture]}
    assert read_node(node, []).get("images", []) == ([image] if image else [])


def test_access_is_stated() -> None:
    values = read_node({"@type": "NewsArticle", "headline": "The wall", "isAccessibleForFree": True}, [])
    assert values["access"][0].state == "free"


@pytest.mark.parametrize(
    ("declared", "names"),
    [
        (["https://a.example/1", "Ann", 7, "Ben"], (["Ann", "Ben"], [])),
        ([{"@type": "Person", "name": "Ann"}, 7, {"@type": "Person", "name": "Ben"}], (["Ann", "Ben"], [])),
        ([{"@type": "Organization", "name": "The Press"}, "Ann"], (["Ann"], ["The Press"])),
        ([["Ann"], [["Ben"]]], (["Ann", "Ben"], [])),
        (["#ann", "http://a.example/1", "Ann &amp; Ben"], (["Ann & Ben"], [])),
    ],
)
def test_each_of_several_authors(declared: Any, names: tuple[list[str], list[str]]) -> None:
    people, bylines, organisations = _authors({"author": declared}, {})
    assert ([*people, *bylines], organisations) == names


@pytest.mark.parametrize(
    ("node", "access"),
    [
        ({}, []),
        ({"isAccessibleForFree": True}, [Access("free", "json-ld isAccessibleForFree")]),
        ({"isAccessibleForFree": "https://schema.org/True"}, [Access("free", "json-ld isAccessibleForFree")]),
        ({"isAccessibleForFree": "FALSE"}, [Access("locked", "json-ld isAccessibleForFree")]),
        ({"isAccessibleForFree": "maybe"}, []),
        (
            {"isAccessibleForFree": False, "hasPart": [{"isAccessibleForFree": True}]},
            [Access("partial", "json-ld isAccessibleForFree")],
        ),
        (
            {"isAccessibleForFree": False, "hasPart": {"isAccessibleForFree": "False"}},
            [Access("locked", "json-ld isAccessibleForFree")],
        ),
        (
            {"isAccessibleForFree": True, "hasPart": ["x", {"isAccessibleForFree": False}]},
            [Access("partial", "json-ld hasPart isAccessibleForFree")],
        ),
        ({"hasPart": [{"isAccessibleForFree": True}]}, []),
    ],
)
def test_what_a_node_says_of_access(node: dict[str, Any], access: list[Access]) -> None:
    assert access_of(node) == access


@pytest.mark.parametrize(
    ("node", "field", "found"),
    [
        ({"headline": "H", "name": "N"}, "headline", ["H"]),
        ({"name": "N"}, "headline", ["N"]),
        ({"description": ["D", "E"]}, "description", ["D"]),
        ({"datePublished": "2026-05-04"}, "published_at", ["2026-05-04"]),
        ({"dateModified": "2026-05-04"}, "modified_at", ["2026-05-04"]),
        ({"articleSection": ["World", "Ports"]}, "section", ["World", "Ports"]),
        ({"author": {"@type": "Person", "name": "Ann"}}, "authors", ["Ann"]),
        ({"creator": {"@type": "Person", "name": "Ann"}}, "authors", ["Ann"]),
        ({"author": "Ann"}, "bylines", ["Ann"]),
        ({"author": {"@type": "Organization", "name": "Times"}}, "organisations", ["Times"]),
        ({"keywords": "ships; harbours"}, "topics", ["ships", "harbours"]),
        ({"keywords": ["ships", "harbours"]}, "topics", ["ships", "harbours"]),
        ({"articleBody": ["B", "C"]}, "body", ["B"]),
        ({"inLanguage": "en"}, "language", ["en"]),
        ({"inLanguage": "e"}, "language", None),
        ({"inLanguage": {"name": "English", "alternateName": "en"}}, "language", ["en"]),
        ({"inLanguage": {"name": "English"}}, "language", ["English"]),
        ({"url": ["https://a.example/1", "https://a.example/2"]}, "canonical_url", ["https://a.example/1"]),
        ({"isAccessibleForFree": True}, "access", [Access("free", "json-ld isAccessibleForFree")]),
        ({"image": "/1.jpg"}, "images", [Image("/1.jpg")]),
        (
            {"image": {"url": "/1.jpg", "caption": "C", "creditText": "T", "copyrightNotice": "N"}},
            "images",
            [Image("/1.jpg", "C", "T")],
        ),
        (
            {"image": [7, {"contentUrl": "/1.jpg", "copyrightNotice": "N"}]},
            "images",
            [Image("/1.jpg", None, "N")],
        ),
        ({"image": {"caption": "C"}}, "images", None),
    ],
)
def test_each_field_of_a_node(node: dict[str, Any], field: str, found: Any) -> None:
    assert read_node(node).get(field) == found
    assert read_node({}) == {}

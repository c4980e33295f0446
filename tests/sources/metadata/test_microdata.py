"""Microdata: which values the properties of a page have, and whose they are."""

from __future__ import annotations

import pytest

from newscrawler.document import Document, parse_document
from newscrawler.sources.metadata import microdata

URL = "https://news.example/a"
ARTICLE = "itemscope itemtype='https://schema.org/NewsArticle'"


def page(body: str) -> Document:
    return parse_document(f"<html><body>{body}</body></html>", URL)


@pytest.mark.parametrize(
    ("element", "value"),
    [
        ("<a itemprop=url href=/b>text</a>", f"{URL[:-1]}b"),
        ("<a itemprop=author href=/b>Ann  Example</a>", "Ann Example"),
        ("<link itemprop=image href=/b>", f"{URL[:-1]}b"),
        ("<img itemprop=image src=/b>", f"{URL[:-1]}b"),
        ("<source itemprop=image src=/b>", f"{URL[:-1]}b"),
        ("<iframe itemprop=video src=/b></iframe>", f"{URL[:-1]}b"),
        ("<object itemprop=video data=/b></object>", f"{URL[:-1]}b"),
        ("<map><area itemprop=image href=/b></map>", f"{URL[:-1]}b"),
        ("<meta itemprop=headline content='Quay  opens'>", "Quay  opens"),
        ("<a itemprop=url href=/b content=c>text</a>", "c"),
        ("<time itemprop=datePublished datetime=2026-05-04>today</time>", "2026-05-04"),
        ("<time itemprop=datePublished>today</time>", "today"),
        ("<b itemprop=name datetime=2026-05-04>today</b>", "today"),
        ("<b itemprop=keywords><a>Quays</a> <a>Ferries and\nmore</a></b>", ["Quays", "Ferries and more"]),
        ("<b itemprop=keywords><a>Quays</a>, Ferries</b>", "Quays, Ferries"),
        ("<b itemprop=keywords content=Quays><a>1</a><a>2</a></b>", "Quays"),
        (f"<b itemprop=description>{'x' * 2001}</b>", "x" * 2000),
    ],
)
def test_the_value_of_a_property(element: str, value: str | list[str]) -> None:
    (node,) = microdata.nodes(page(f"<div {ARTICLE}>{element}</div>"))
    del node["@type"]
    assert list(node.values()) == [value]


@pytest.mark.parametrize("name", ["articleBody", "reviewBody", "text"])
def test_a_long_text_is_read_elsewhere(name: str) -> None:
    (node,) = microdata.nodes(page(f"<div {ARTICLE}><p itemprop='{name}'>text</p></div>"))
    assert node == {"@type": ["https://schema.org/NewsArticle"]}
    (node,) = microdata.nodes(page(f"<div {ARTICLE}><p itemprop='{name} headline'>text</p></div>"))
    assert "headline" not in node


def test_an_empty_property_says_nothing() -> None:
    (node,) = microdata.nodes(page(f"<div {ARTICLE}><p itemprop=headline> </p><p itemprop>x</p></div>"))
    assert node == {"@type": ["https://schema.org/NewsArticle"]}


def test_items_in_items() -> None:
    inner = "<div itemprop=publisher itemscope itemid=urn:1><b itemprop=name>Times</b></div>"
    outer, publisher = microdata.nodes(page(f"<div {ARTICLE}>{inner}<b itemprop=headline>Quay</b></div>"))
    assert publisher == {"@type": ["Thing"], "@id": "urn:1", "name": "Times"}
    assert outer == {
        "@type": ["https://schema.org/NewsArticle"],
        "publisher": publisher,
        "headline": "Quay",
    }


def test_a_property_that_stands_more_than_once() -> None:
    tags = "".join(f"<b itemprop='about topic'>{name}</b>" for name in ("Quays", "Ferries", "Towns"))
    (node,) = microdata.nodes(page(f"<div {ARTICLE}>{tags}</div>"))
    assert node["about"] == node["topic"] == ["Quays", "Ferries", "Towns"]


@pytest.mark.parametrize("name", ["headline", "datePublished"])
def test_properties_without_an_item_are_those_of_an_article(name: str) -> None:
    assert microdata.nodes(page(f"<b itemprop={name}>x</b>")) == [{"@type": "Article", name: "x"}]
    assert microdata.nodes(page("<b itemprop=name>x</b>")) == []


@pytest.mark.parametrize(
    "names",
    [
        "class=comment", "class=comments", "class='x comment-list'", "class=comments-area", "id=comment-body",
        "class=comment-content", "class=comment-item", "class=comment-meta", "class=comment-author",
        "class=comment-wrapper", "id=disqus_thread", "class=Comments",
    ],
)  # fmt: skip
def test_who_comments_is_no_author(names: str) -> None:
    author = "<b itemprop=author>Ann Example</b>"
    (node,) = microdata.nodes(page(f"<div {ARTICLE}><div {names}><p>{author}</p></div></div>"))
    assert "author" not in node
    (node,) = microdata.nodes(page(f"<div {ARTICLE}><div {names}><b itemprop=headline>x</b></div></div>"))
    assert "headline" in node


@pytest.mark.parametrize("names", ["class=comments-enabled", "class=nocomment", "id=commented-on"])
def test_who_writes_beside_comments_is_one(names: str) -> None:
    author = "<b itemprop=author>Ann Example</b>"
    (node,) = microdata.nodes(page(f"<div {ARTICLE}><div {names}><p>{author}</p></div></div>"))
    assert node["author"] == "Ann Example"
    inner = f"<div {ARTICLE}>{author}</div>"
    (node,) = microdata.nodes(parse_document(f"<html class=comment><body class=comments>{inner}", URL))
    assert node["author"] == "Ann Example"


def test_the_author_of_another_article_element_is_not_this_ones() -> None:
    first = "<article><b itemprop=author>Ann Example</b><b itemprop=author>Bob Sample</b></article>"
    other = "<article><b itemprop=author>Carl Other</b></article>"
    (node,) = microdata.nodes(page(f"<div {ARTICLE}>{first}{other}<b itemprop=author>Dan</b></div>"))
    assert node["author"] == ["Ann Example", "Bob Sample"]


def test_so_many_properties_are_read() -> None:
    body = "<b itemprop=name>x</b>" * 2_999 + "<b itemprop=headline>y</b><b itemprop=section>z</b>"
    (node,) = microdata.nodes(page(body))
    assert set(node) == {"@type", "name", "headline"}


def test_a_page_without_an_article_gives_nothing() -> None:
    assert microdata.read(page("<p>x</p>")) == {}
    assert microdata.read(page("<div itemscope><b itemprop=name>x</b></div>")) == {}
    assert microdata.read(page(f"<div {ARTICLE}><b itemprop=headline>x</b></div>"))["headline"] == ["x"]


def test_microdata_scopes_nest() -> None:
    document = parse_document(
        '<div itemscope itemtype="https://schema.org/NewsArticle"><h1 itemprop="headline">Harbour reopens</h1>'
        '<div itemprop="publisher" itemscope itemtype="https://schema.org/Organization"><span itemprop="name">Example</span></div>'
        '<a itemprop="author" href="/a">Anna Example</a><img itemprop="image" src="/1.jpg"></div>',
        "https://news.example.org/a/1",
    )
    values = microdata.read(document)
    assert (values["headline"], values["bylines"]) == (["Harbour reopens"], ["Anna Example"])
    assert [image.url for image in values["images"]] == ["https://news.example.org/1.jpg"]


def test_items_of_a_listing_are_not_the_pages_own() -> None:
    item = (
        "<div itemscope itemtype='https://schema.org/BlogPosting'><meta itemprop=author content='{}'>{}</div>"
    )
    others = "".join(item.format(name, "") for name in ("Ann Example", "Bob Sample"))
    assert microdata.read(page(others)) == {}
    assert microdata.read(page(item.format("Ann Example", "")))["bylines"] == ["Ann Example"]
    headline = "<meta itemprop=headline content='Quay opens'>"
    assert microdata.read(page(others + item.format("Cy Test", headline)))["bylines"] == ["Cy Test"]

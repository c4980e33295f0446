"""Topics that a page links: its own labels, not those of menus, boxes and other stories."""

import pytest

from newscrawler.document import Document, parse_document
from newscrawler.sources.sections.topic_links import topic_links


def page(body: str) -> Document:
    return parse_document(f"<body>{body}</body>", "https://press.example/harbour/wall-4711")


def test_links_to_topics() -> None:
    body = (
        "<a rel=tag href=/a>Harbour</a><a href=/tag/ferry> Ferry </a><a href=/thema/wall>Wall</a>"
        "<a href=/topic/x></a><a href=/world/1>A story</a><nav><a href=/tag/all>All</a></nav>"
    )
    assert topic_links(page(body)) == ["Harbour", "Ferry", "Wall"]


@pytest.mark.parametrize(
    "link",
    [
        "<p>The port said <a href=/tag/works>what the works will cost</a> when it was asked by the council.</p>",
        "<p><a href=/thema/harbour>All about the harbour and its works.</a></p>",
    ],
)
def test_a_link_of_the_text_is_no_topic(link: str) -> None:
    assert topic_links(
        page(f"<h1>T</h1>{link}<p>Topics: <a href=/tag/a>Ports</a>, <a href=/tag/b>Ships</a></p>")
    ) == [
        "Ports",
        "Ships",
    ]


@pytest.mark.parametrize(
    "block", ["div", "section", "article", "ul><li", "ol><li", "dl><dd", "table><tr><td"]
)
def test_a_list_in_a_paragraph_is_none_of_its_text(block: str) -> None:
    text = "The port said what the works will cost when it was asked by the council."
    assert topic_links(page(f"<main><p>{text}<{block}><a href=/tag/a>Ports</a>")) == ["Ports"]


@pytest.mark.parametrize(
    "body",
    [
        "<article><p>Text</p><footer><a rel=tag href=/x/a>Ports</a></footer></article>",
        "<div class='post hentry'><div class=post-footer><a rel=tag href=/search/a>Ports</a></div></div>",
        "<div class='field field--name-field-tags'><div><a href=/stikkord/a>Ports</a></div></div>",
        "<section class=related-topics><h3>Related Topics</h3><p><a href=/ports>Ports</a></p></section>",
        "<div class='u-tags u-tags--big'><nav><ul><li><a href=/ports>Ports</a></li></ul></nav></div>",
        "<div class=tagList_x1><a href=/ports>Ports</a></div>",
    ],
)
def test_topics_in_the_foot_of_the_article_and_in_lists_that_are_named_so(body: str) -> None:
    assert topic_links(page(body)) == ["Ports"]


@pytest.mark.parametrize(
    "body",
    [
        "<footer><a rel=tag href=/x/a>Ports</a></footer>",
        "<article><aside><a rel=tag href=/x/a>Ports</a></aside></article>",
        "<div class=tags><a href=/ports>Ports</a> <a href=https://sharer.example/>Facebook</a></div>",
        "<div class=trending-topics><a href=/ports>Ports</a></div>",
        "<div class=header-topics><a href=/ports>Ports</a></div>",
        "<aside><div class=tags><a href=/ports>Ports</a></div></aside>",
        "<div class=tags><a href=/b>The council of Aldine rebuilds the western wall before the winter</a></div>",
    ],
)
def test_labels_beside_the_article_are_none_of_its_topics(body: str) -> None:
    assert topic_links(page(body)) == []


def test_a_category_is_a_topic_where_there_are_no_others() -> None:
    category = "<a rel='category tag' href=/category/local>Local</a>"
    assert topic_links(page(f"<article>{category}</article>")) == ["Local"]
    assert topic_links(page(f"<article>{category}<a rel=tag href=/x/a>Ports</a></article>")) == ["Ports"]


@pytest.mark.parametrize(("depth", "found"), [(0, ["Ports"]), (3, ["Ports"]), (4, [])])
def test_how_far_around_a_link_the_name_of_its_list_is_looked_for(depth: int, found: list[str]) -> None:
    link = f"{'<span>' * depth}<a href=/ports>Ports</a>{'</span>' * depth}"
    assert topic_links(page(f"<div class=tags>{link}</div>")) == found

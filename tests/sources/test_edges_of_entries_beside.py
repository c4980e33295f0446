"""Edges of other stories beside a time: how far from it their links may be, and how many of a kind there are."""

import pytest

from newscrawler.document import parse_document
from newscrawler.document.node import elements
from newscrawler.sources.story_entries import StoryEntries, short_text
from tests.sources.stand_ins import element

URL = "https://press.example/world/harbour?a=1"
LINK = "<a href=/world/other>A title of another story of the harbour</a>"


def has(html: str) -> bool:
    root = parse_document(f"<body>{html}</body>", URL).root
    return StoryEntries(URL).has(next(elements(root, "time")))


@pytest.mark.parametrize("tag", ["li", "tr", "article", "dl"])
def test_an_entry_ends_the_search(tag: str) -> None:
    inner = "<time>4 May 2017</time>"
    boxes = {
        "li": f"<ul><li>{inner}</li></ul>",
        "tr": f"<table><tr><td>{inner}</td></tr></table>",
        "article": f"<article>{inner}</article>",
        "dl": f"<dl><dt>{inner}</dt></dl>",
    }
    assert not has(f"<div>{boxes[tag]}{LINK}</div>")
    assert has(f"<div><section>{inner}</section>{LINK}</div>")


@pytest.mark.parametrize("tag", ["main", "header"])
def test_boxes_of_the_page_are_not_looked_into(tag: str) -> None:
    assert not has(f"<{tag}><time>4 May 2017</time>{LINK}</{tag}>")
    assert not has(f"<time>4 May 2017</time>{LINK}")


def test_how_far_above_a_time_its_link_may_be() -> None:
    time = "<time>4 May 2017</time>"
    for depth, found in ((1, True), (3, True), (4, False)):
        assert has(f"{'<div>' * depth}{time}{'</div>' * (depth - 1)}{LINK}</div>") == found, depth


def test_a_link_of_a_time_that_is_no_other_story() -> None:
    for link in (
        "<a href=/world/other rel=author>A title of another story of the harbour</a>",
        "<a href=/world/other class=author>A title of another story of the harbour</a>",
        "<a href=/author/ann>A title of another story of the harbour</a>",
        "<a href=/world/harbour>A title of another story of the harbour</a>",
        "<a href=/world/harbour?b=2>A title of another story of the harbour</a>",
        "<a href=/world/other>World</a>",
    ):
        assert not has(f"<div><time>4 May 2017</time>{link}</div>"), link
    assert has(f"<div><time>4 May 2017</time>{LINK}</div>")


@pytest.mark.parametrize(("size", "is_short"), [(400, True), (401, False)])
def test_a_box_that_is_short(size: int, is_short: bool) -> None:
    assert (short_text(element(f"<p>{'a' * size}</p>", "p"), 400) is not None) == is_short

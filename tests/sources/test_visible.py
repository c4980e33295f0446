"""What stands around a headline, and what stands beside the article."""

from __future__ import annotations

import pytest

from newscrawler.document import Document, parse_document
from newscrawler.document.node import first
from newscrawler.sources.visible import is_aside, is_below_story, is_shown, near, within_aside

URL = "https://press.example/harbour/wall-4711"


def page(body: str) -> Document:
    return parse_document(f"<body>{body}</body>", URL)


def ids_near(body: str) -> list[str]:
    """Return the ids of the elements around the headline."""
    document = page(body)
    return [name for element in near(document, first(document.root, "h1")) if (name := element.attr("id"))]


def test_what_follows_the_headline_comes_first() -> None:
    body = "<p id=a></p><div><p id=b></p><h1>T</h1><p id=c><i id=d></i></p></div><p id=e></p>"
    assert ids_near(body) == ["c", "d", "b", "e", "a"]


@pytest.mark.parametrize(
    "part",
    [
        "<aside><p id=x></aside>",
        "<nav><p id=x></nav>",
        "<div class=related><p id=x></div>",
        "<div id=most-read><p id=x></div>",
        "<p hidden id=x>",
        "</article><article><p id=x>",
    ],
)
def test_what_is_not_near(part: str) -> None:
    assert ids_near(f"<article><h1>T</h1><p id=a></p>{part}</article>") == ["a"]


def test_a_story_beside_that_of_the_headline_is_not_near() -> None:
    other = "<article><p id=x></article>"
    assert ids_near(f"{other}<article><h1>T</h1><p id=a></p></article>{other}") == ["a"]


def test_the_papers_own_head_is_not_near() -> None:
    assert ids_near("<header><p id=x></p></header><main><h1>T</h1><p id=a></p></main>") == ["a"]


@pytest.mark.parametrize(
    ("head", "found"),
    [
        ("<div><i id=x>Monday</i><a href='/'>Paper</a></div>", []),
        ("<p id=x>Monday</p><div><a href='/'>Paper</a></div>", []),
        ("<p id=x>Monday</p><nav><a href='https://press.example/'>Paper</a></nav>", []),
        ("<p id=x>Monday</p><div><a href='/wall'>Walls</a></div>", ["x"]),
        ("<p id=x>Monday</p><div><a href=''>Top</a><a>Top</a></div>", ["x"]),
        ("<div><a href='/'>Home</a></div><p id=x>Monday</p>", ["x"]),
        ("<div><a href='/'>Paper</a> <b id=x>Monday, 12 May 2025</b></div>", []),
        ("<div><a href='/index.html'>Paper</a> <b id=x>Monday, 12 May 2025</b></div>", []),
        ("<div><a href='/'>Paper</a> <b id=x>12 May 2025, 10:31</b></div>", ["x"]),
    ],
)
def test_what_stands_above_the_link_to_the_front_page_is_the_papers_head(head: str, found: list[str]) -> None:
    assert ids_near(f"{head}<div><h1>T</h1></div>") == found


@pytest.mark.parametrize(
    ("body", "is_below"),
    [
        ("<div><h1>T</h1>{text}{text}</div><div><p id=x></p></div>", True),
        ("<div><h1>T</h1>{text}</div><div><p id=x></p></div>", False),
        ("<div><h1>T</h1>{text}{text}<p id=x></p></div>", False),
        ("<div><p id=x></p></div><div><h1>T</h1>{text}{text}</div>", False),
        ("<div><h1>T</h1></div><div>{text}{text}</div><p id=x></p>", False),
    ],
)
def test_a_column_below_the_story(body: str, is_below: bool) -> None:
    document = page(body.format(text="<p>" + "The wall will be rebuilt before winter. " * 5 + "</p>"))
    headline, element = first(document.root, "h1"), document.root.select_one("#x")
    assert headline is not None
    assert element is not None
    assert is_below_story(element, headline) is is_below


def test_only_so_many_are_looked_at() -> None:
    document = page(f"<h1>T</h1>{'<p>x</p>' * 1000}")
    assert len(near(document, first(document.root, "h1"))) == 240
    assert near(document, None) == []


@pytest.mark.parametrize(
    ("attributes", "expected"),
    [
        ("class='story related'", True),
        ("class=most-read", True),
        ("id=comments", True),
        ("class=unrelated", False),
        ("class=story", False),
        ("", False),
    ],
)
def test_named_as_something_beside(attributes: str, *, expected: bool) -> None:
    element = first(page(f"<div {attributes}>x</div>").root, "div")
    assert element is not None
    assert is_aside(element) is expected


@pytest.mark.parametrize(
    ("body", "beside", "shown"),
    [
        ("<div><p><b>x</b></p></div>", False, True),
        ("<footer><p><b>x</b></p></footer>", True, False),
        ("<div class=sidebar><p><b>x</b></p></div>", True, False),
        ("<div hidden><b>x</b></div>", False, False),
    ],
)
def test_within_something_beside(body: str, *, beside: bool, shown: bool) -> None:
    document = page(body)
    element = first(document.root, "b")
    assert element is not None
    assert (within_aside(element), is_shown(document, element)) == (beside, shown)


@pytest.mark.parametrize("tag", ["nav", "footer", "aside", "form", "button"])
def test_each_element_that_nothing_is_looked_for_in(tag: str) -> None:
    assert ids_near(f"<{tag}><i id=x></i></{tag}><h1>T</h1><{tag}><i id=y></i></{tag}><p id=a></p>") == ["a"]

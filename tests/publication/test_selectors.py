"""Selectors of declarations: CSS and XPath, checked when they are declared."""

from __future__ import annotations

import pytest

from newscrawler.document import parse_document
from newscrawler.publication.selectors import compile_selector, select, value

ROOT = parse_document(
    "<!doctype html><html amp><body><div class='a b' data-x=1>"
    "<p id=q>One <b>two</b></p><a href=/x title=t> </a></div>"
    "<p class=a>three</p></body></html>",
    "https://news.example.org/",
).root
DIV = select(ROOT, "div")[0]


@pytest.mark.parametrize(
    ("selector", "tags"),
    [
        ("p, div", ["div", "p", "p"]),
        (".a", ["div", "p"]),
        ("div.a.b > p#q", ["p"]),
        ("html[amp], html[⚡]", ["html"]),
        ("div:has(> a)", ["div"]),
        ("p:not(.a)", ["p"]),
        ("[data-x='1'] + p", ["p"]),
        ("//p[b]/..", ["div"]),
        ("//p/text()", []),
        (".nowhere", []),
    ],
)
def test_select(selector: str, tags: list[str]) -> None:
    assert [element.tag for element in select(ROOT, selector)] == tags


def test_the_element_itself_is_one_of_those_within() -> None:
    assert select(DIV, ".a") == [DIV]
    assert [element.tag for element in select(DIV, "p, div")] == ["div", "p"]


@pytest.mark.parametrize(
    ("selector", "text"),
    [
        ("p", "One two"),
        ("a@href", "/x"),
        ("a", None),
        ("i@x", None),
        ("img@title, a@title", "t"),
        (".a@data-x", "1"),
    ],
)
def test_value(selector: str, text: str | None) -> None:
    assert value(DIV, selector) == text


@pytest.mark.parametrize("selector", ["p >", "..a", "p::nowhere(", "//p[", "a@href, b@title", "!!"])
def test_what_is_no_selector_is_said_so(selector: str) -> None:
    with pytest.raises(ValueError, match=r"not a CSS|not an XPath|one attribute"):
        compile_selector(selector)

"""The elements in which a byline may stand."""

import pytest

from tests.sources.bylines.test_bylines import read

ELEMENTS = ("p", "div", "span", "address", "cite", "em", "strong", "small", "font", "i", "b", "h4")

NAMED = (
    *("a", "span", "div", "p", "address", "ul", "cite", "h2", "h3", "h4", "h5", "h6", "strong", "b", "em"),
    *("i", "dl", "header", "footer", "aside", "small"),
)


@pytest.mark.parametrize("tag", NAMED)
def test_a_class_names_a_byline_in_any_element(tag: str) -> None:
    assert read(f"<{tag} class='byline'>Ann Example</{tag}>").authors == ["Ann Example"]


@pytest.mark.parametrize(
    "line",
    [
        *(f"<{tag}>By Ann Example</{tag}>" for tag in ELEMENTS),
        "<ul><li>By Ann Example</li></ul>",
        "<table><tr><td>By Ann Example</td></tr></table>",
        "<dl>By Ann Example</dl>",
    ],
)
def test_a_labelled_line_may_be_in_any_element_of_a_line(line: str) -> None:
    assert read(line).authors == ["Ann Example"]


@pytest.mark.parametrize("verb", ["says:", " wrote:", "schrieb:", "说："])
def test_a_name_that_speaks_is_that_of_a_reader(verb: str) -> None:
    assert read(f"<div><span class='author'>Ann Example</span> {verb} <p>Thank you.</p></div>").authors == []

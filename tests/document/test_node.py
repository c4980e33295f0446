"""Steps through the tree."""

import pytest

from newscrawler.document import parse_document
from newscrawler.document.node import (
    above,
    after,
    before,
    children,
    class_of,
    elements,
    first,
    names_of,
    parent,
)

ROOT = parse_document(
    "<body><i>1</i>text<p id=p><b>2</b></p><!-- c --><u>3</u></body>", "https://a.example/"
).root
P = next(elements(ROOT, "p"))


def test_around_and_within() -> None:
    assert [element.tag for element in above(P)] == ["body", "html"]
    assert [element.tag for element in elements(P)] == ["p", "b"]
    assert [element.tag for element in children(P)] == ["b"]
    assert parent(ROOT) is None
    assert parent(P) == next(elements(ROOT, "body"))


def test_beside() -> None:
    assert [element.tag for element in after(P)] == ["u"]
    assert [element.tag for element in before(P)] == ["i"]


def test_first() -> None:
    assert first(ROOT, "p") is P
    assert first(P, "p", "b") is P
    assert first(P, "u") is None


@pytest.mark.parametrize(
    ("attributes", "names"),
    [
        ("", ""),
        ("class='Story big'", "Story big"),
        ("id=top", "top"),
        ("class=story id=top", "story top"),
        ("class id", ""),
        (f"class={'a' * 2000}b id={'c' * 2000}d", f"{'a' * 2000} {'c' * 2000}"),
    ],
)
def test_the_names_of_an_element(attributes: str, names: str) -> None:
    element = first(parse_document(f"<body><p {attributes}>text</p>", "https://press.example/").root, "p")
    assert element is not None
    assert names_of(element) == names
    assert class_of(element) == (names.rpartition(" ")[0] if "id=" in attributes else names)

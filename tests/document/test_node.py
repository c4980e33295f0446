"""Steps through the tree."""

from newscrawler.document import parse_document
from newscrawler.document.node import above, after, before, children, elements, first, parent

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

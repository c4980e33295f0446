"""Signature: the name above or below a text, told from subheads and from those whom it is about."""

import pytest

from newscrawler.document import parse_document
from newscrawler.sources.signature import signature

URL = "https://press.example/harbour/wall-4711"
LONG = "The council wants the wall to stand before winter. " * 4


@pytest.mark.parametrize(
    ("signed", "names"),
    [
        ("<p><strong>Anna Example</strong></p>", ["Anna Example"]),
        ("<p><strong>Anna Example/Ben Muster</strong></p>", ["Anna Example", "Ben Muster"]),
        ("<p><strong>Anna Example/Anna Harbour</strong></p>", []),
        ("<p><strong>Anna Example/Sports</strong></p>", []),
        ("<p><strong><a href='/authors/anna'>Anna Example</a></strong></p>", ["Anna Example"]),
        ("<p><strong><a href='/quiet-summer-rooms/'>Quiet Summer Rooms</a></strong></p>", []),
        ("<p>알딘=홍길산 기자 hong@daily.example</p>", ["홍길산"]),
        ("<p>Anna Example</p>", []),
        ("<p><strong>The end</strong></p>", []),
        ("<p><strong>Anna Wall</strong></p>", []),
        ("<p><strong>Anna Harbour</strong></p>", []),
        (f"<p><strong>Quiet Summer</strong></p><p>{LONG}</p>", ["Quiet Summer"]),
        (f"<p>{LONG}</p><p><strong>Quiet Summer</strong></p><p>{LONG}</p>", []),
        (f"<p>{LONG}</p><p><strong>Anna Example</strong></p>", ["Anna Example"]),
    ],
)
def test_who_signs_the_text(signed: str, names: list[str]) -> None:
    body = f"<p>The Harbour is open.</p>{signed}"
    assert (
        signature(parse_document(body, URL).root, "The Harbour is open. Anna Harbour", "Aldine builds a Wall")
        == names
    )


@pytest.mark.parametrize("tag", ["strong", "b", "em", "i"])
def test_a_name_that_is_set_off_signs_the_text(tag: str) -> None:
    body = f"<p>The Harbour is open.</p><p><{tag}>Anna Example</{tag}></p>"
    root = parse_document(body, URL).root
    assert signature(root, "The Harbour is open.", "Aldine builds a wall") == ["Anna Example"]

"""Signature: the name above or below a text, told from subheads and from those whom it is about."""

import pytest

from newscrawler.document import parse_document
from newscrawler.sources.bylines.signature import signature

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


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("防波堤明年开工。（记者 王小明 通讯员 陈立）", ["王小明"]),
        ("（港口日报记者王小明、张文）", ["王小明", "张文"]),
        ("港口日报记者 王小明 张文攀", ["王小明", "张文攀"]),
        ("本报记者王小明发自北京", ["王小明"]),
        ("[作者：王小明]", ["王小明"]),
        ("作者：王小明 江苏南通 职员", ["王小明"]),
        ("来源：港口日报（ID：gang） 作者：王小明", ["王小明"]),
        ("（记者王小明摄）", []),
        ("（图/港口日报记者 王小明）", []),
        ("（作者系评论员）", []),
        ("本报记者调查", []),
        ("记者从港务委员会获悉，防波堤明年开工。", []),
    ],
)
def test_a_chinese_reporter_signs_in_brackets_or_in_a_line(line: str, names: list[str]) -> None:
    body = f"港务委员会决定修建新的防波堤。\n\n渔民希望码头继续开放。\n\n{line}"
    assert signature(parse_document("<p>港</p>", URL).root, body, "防波堤") == names


def test_a_line_that_is_no_part_of_the_text_signs_it() -> None:
    text = "港务委员会决定修建新的防波堤。"
    root = parse_document(f"<p>{text}</p><p>（记者 王小明）</p>", URL).root
    assert signature(root, text, "防波堤") == ["王小明"]


@pytest.mark.parametrize(
    "paragraph",
    [
        "<p><span>Anna Example</span></p>",
        "<p><strong>Anna</strong> Example</p>",
        "<p><strong>Anna</strong> <strong>Example</strong></p>",
        "<p><a href='/story/1'><strong>Anna Example</strong></a></p>",
        "<p><strong><a href='/story/1'>Anna Example</a></strong></p>",
    ],
)
def test_what_is_not_set_off_as_a_whole_signs_nothing(paragraph: str) -> None:
    root = parse_document(f"<p>The Harbour is open.</p>{paragraph}", URL).root
    assert signature(root, "The Harbour is open.", "Aldine builds a wall") == []

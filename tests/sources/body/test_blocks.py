"""Blocks: text of elements in the order of the page, whole, and without what is no text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from turbohtml import Element, Text

from newscrawler.document.tree import parse_fragment
from newscrawler.sources.body.blocks import Block, blocks, body_text, walk


def read(markup: str, **options) -> list[Block]:
    return blocks([parse_fragment(markup)], **options)


def texts(markup: str, **options) -> list[str]:
    return [block.text for block in read(markup, **options)]


def test_order_and_kinds():
    found = read(
        "<h2>One</h2><p>Two <b>three</b>.</p><ul><li>Four</li><li><p>Five</p></li></ul>"
        "<blockquote><p>Six</p></blockquote><pre>Seven</pre>Eight<div>Nine</div>Ten"
    )
    assert [(block.kind, block.text) for block in found] == [
        ("subhead", "One"),
        ("paragraph", "Two three."),
        ("item", "Four"),
        ("item", "Five"),
        ("quote", "Six"),
        ("pre", "Seven"),
        ("paragraph", "Eight"),
        ("paragraph", "Nine"),
        ("paragraph", "Ten"),
    ]


@pytest.mark.parametrize(
    "card", ["tooltiptext", "tooltip-content", "person-rollover-block", "HoverCard_body__x1", "popup-box"]
)
def test_what_opens_over_a_word_is_no_part_of_the_line(card: str) -> None:
    line = f"<span class=tooltip>The mayor<span class='{card}'><a href=/p>Mayor</a> More of her</span></span>"
    assert texts(f"<p>{line} was there.</p>") == ["The mayor was there."]


def test_text_of_links_is_kept_and_measured():
    (block,) = read('<p>The <a href="/x">harbour</a> froze.</p>')
    assert block.text == "The harbour froze."
    assert block.link_chars == len("harbour")
    assert block.link_share == pytest.approx(7 / 18)


def test_one_break_is_a_space_and_two_end_the_paragraph():
    assert texts("<div>One<br>two<br><br>three<br> <br>four</div>") == ["One two", "three", "four"]


def test_any_number_of_breaks_ends_the_paragraph_once():
    for count in range(2, 7):
        assert texts(f"<div>One two.{'<br>' * count}Three<br>four.{'<br> ' * count}Five.</div>") == [
            "One two.", "Three four.", "Five.",
        ]  # fmt: skip


def test_inline_elements_neither_add_nor_lose_spaces():
    assert texts("<p><span>Kö</span><span>ln</span> <em>am</em>\n<em>Rhein</em>,<i> heute</i></p>") == [
        "Köln am Rhein, heute"
    ]


@pytest.mark.parametrize(
    "unseen",
    [
        "<script>var a = 1</script>",
        "<style>p {}</style>",
        "<noscript>Turn it on</noscript>",
        "<template>Later</template>",
        "<span hidden>Secret</span>",
        "<span style='display: none'>Secret</span>",
        "<span class='sr-only'>Opens in a new tab</span>",
        "<span style='clip: rect(0, 0, 0, 0); position: absolute'>Opens in a new tab</span>",
        "<button>Share</button>",
        "<!-- note -->",
    ],
)
def test_what_no_reader_sees_is_left_out_and_what_follows_is_kept(unseen):
    assert texts(f"<p>Before {unseen}after</p>") == ["Before after"]


def test_hidden_blocks_are_left_out():
    assert texts("<p>Seen</p><div hidden><p>Not seen</p></div><p style='visibility:hidden'>Nor this</p>") == [
        "Seen"
    ]


def test_hidden_on_some_screens_only_is_seen():
    assert texts("<p class='hidden md:block'>Seen</p>") == ["Seen"]


def test_unrendered_templates_are_left_out():
    assert texts("<p>{{item.title}}</p><p>Seen</p>") == ["Seen"]


def test_soft_hyphens_and_zero_width_marks_are_gone():
    assert texts("<p>Stjórn\u00admála\u200bmenn\ufeff</p>") == ["Stjórnmálamenn"]


def test_dropped_elements_are_left_out_but_not_the_text_after_them():
    root = parse_fragment("<p>One <b>two</b> three</p><aside>Four</aside>Five")
    bold, aside = root.select_one("b"), root.select_one("aside")
    assert [b.text for b in blocks([root], [bold, aside])] == ["One three", "Five"]
    assert [b.text for b in blocks([root], lambda element: element.tag == "p")] == ["Four", "Five"]


def test_element_within_another_is_read_once():
    root = parse_fragment("<p>One</p>")
    assert [b.text for b in blocks([root, root[0], root])] == ["One"]


def test_text_after_the_element_is_not_its_own():
    root = parse_fragment("<p>One</p>Two")
    assert [b.text for b in blocks([root[0]])] == ["One"]


def test_drop_cap_rejoins_its_word():
    outer = '<span class="initial-letter-outer"><span class="initial-letter">N</span></span>'
    assert texts(f"<p>{outer} <span>a endlich!</span></p>") == ["Na endlich!"]
    assert texts('<p><span class="dropcap">A</span> <span>nd so it went.</span></p>') == ["And so it went."]


def test_single_letter_word_without_the_sign_of_a_drop_cap_stays_apart():
    assert texts("<p><span>A</span> <span>man</span> came.</p>") == ["A man came."]


def test_body_text_has_a_blank_line_between_blocks_and_is_none_without_text():
    assert body_text(read("<h3>One</h3><p>Two</p>")) == "One\n\nTwo"
    assert body_text([]) is None


def test_nodes_are_numbered_in_order_and_know_their_extent():
    nodes, _ = walk(parse_fragment("<section><p>a</p><p>b</p></section><p>c</p>"))
    assert [(node.tag, node.index, node.end) for node in nodes] == [
        ("div", 0, 5),
        ("section", 1, 4),
        ("p", 2, 3),
        ("p", 3, 4),
        ("p", 4, 5),
    ]


def test_deep_nesting_needs_no_recursion():
    top = inner = Element("div")
    for _ in range(5_000):
        outer, inner = inner, Element("div")
        outer.append(inner)
    inner.append(Text("Down here"))
    # not through blocks(): the point is the walk
    assert [block.text for block in walk(top)[1]] == ["Down here"]


_TAGS = st.sampled_from(
    ["p", "div", "span", "a", "b", "br", "li", "ul", "h2", "blockquote", "td", "script", "x-y"]
)
_TEXT = st.text(alphabet="ab \n\u00ad{}é中.", max_size=8)


@st.composite
def trees(draw, depth=4):
    names = st.sampled_from(["caption", "related", "body", "dropcap", "hidden", "x"])
    element = Element(draw(_TAGS), {"class": draw(names)} if draw(st.booleans()) else None)
    element.append(Text(draw(_TEXT)))
    if depth:
        for _ in range(draw(st.integers(0, 3))):
            element.append(draw(trees(depth=depth - 1)))
            element.append(Text(draw(_TEXT)))
    return element


@given(trees())
def test_any_tree_is_read_in_order_without_change_and_alike_each_time(tree):
    before = tree.html
    first = [(block.kind, block.text, block.link_chars) for block in blocks([tree])]
    assert tree.html == before
    assert first == [(block.kind, block.text, block.link_chars) for block in blocks([tree])]
    whole = "".join(tree.text.replace("\u00ad", "").split())
    position = 0
    for _, text, _ in first:
        assert text
        assert text == " ".join(text.split())
        squashed = "".join(text.split())
        position = whole.find(squashed[0], position)
        assert position >= 0
    assert sum(len("".join(text.split())) for _, text, _ in first) <= len(whole)


def test_a_bold_line_that_a_break_ends_is_a_line_of_its_own():
    assert texts("<p><b>Outlook</b><br>The money comes.</p>") == ["Outlook", "The money comes."]
    assert texts("<p><b>Outlook</b> is good<br>The money comes.</p>") == ["Outlook is good The money comes."]


def test_a_single_break_ends_the_paragraph_after_a_long_sentence_or_before_an_indented_line():
    long = "The harbour council of Port Aldine agreed on Tuesday to rebuild the western breakwater before the winter."
    assert texts(f"<div>{long}<br>{long}</div>") == [long, long]
    assert texts("<div>　　第一段。<br>　　第二段没有</div>") == ["第一段。", "第二段没有"]
    assert texts("<div>Roses are red<br>violets are blue</div>") == ["Roses are red violets are blue"]


def test_a_mark_alone_is_no_paragraph():
    assert texts("<p><b>.</b></p><p>A</p>") == ["A"]


@pytest.mark.parametrize(("times", "is_linked"), [(1, True), (40, False)])
def test_a_link_around_a_whole_text_is_no_link(times: int, is_linked: bool) -> None:
    said = "The ferry ran aground off Orsa. " * times
    _, found = walk(parse_fragment(f"<div><a href=/x>{said}</a></div>"))
    assert [block.link_share > 0.9 for block in found] == [is_linked]

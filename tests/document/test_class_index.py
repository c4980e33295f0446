"""The class index answers every selector as XPath does, in the same order."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree
from lxml.html import HtmlElement

from newscrawler.document import parse_document
from newscrawler.document.class_index import ClassIndex, ClassNames, within
from newscrawler.publication.selectors import select

SELECTORS = [
    "p", "*", ".a", "p.a", ".a.b", "div .a", "div > .a", ".a > p", ".a p", ".a + p", ".a ~ p", ".a + .b", ".a ~ .b", "#x", "p#x", "div.a#x .b",
    "[lang]", "p[lang=en]", ".a[lang^=e]", ".a[lang$=n]", ".a[lang*=n]", "[class~=a]", "p, .a", ".b p, .a > p, .c", ".a .b .c", "div div p",
    "html", "html[lang]", "html .a", ".a:first-child", "p:not(.a)", "//p[@class]", ".none .a", ".a > *", ".nowhere",
]  # fmt: skip
NODE = st.deferred(
    lambda: st.builds(
        lambda tag, names, extra, children: (
            f"<{tag} class='{' '.join(names)}' {extra}>{''.join(children)}</{tag}>"
        ),
        st.sampled_from(["div", "p", "span"]),
        st.lists(st.sampled_from("abcd"), max_size=3),
        st.sampled_from(["", "lang=en", "lang=den", "id=x"]),
        st.lists(NODE, max_size=3),
    )
)


def root_of(html: str) -> HtmlElement:
    return parse_document(f"<html lang=en><body>{html}</body></html>", "https://news.example.org/").root


@settings(max_examples=80, deadline=None)
@given(st.lists(NODE, max_size=4))
def test_same_answers_as_xpath(nodes: list[str]) -> None:
    root = root_of("".join(nodes))
    index = ClassIndex(root, ClassNames(SELECTORS))
    for selector in SELECTORS:
        assert index.select(selector) == select(root, selector), selector
        for box in list(root.iter("div"))[:2]:
            if " " not in selector.strip():
                assert within(box, selector) == select(box, selector), selector


def test_order_of_many_elements_of_several_selectors() -> None:
    root = root_of("<p class=a>1</p><div class=b>2</div>" * 60)
    found = ClassIndex(root, ClassNames([".b, .a"])).select(".b, .a")
    assert [element.get("class") for element in found] == ["a", "b"] * 60


def test_names_are_known_again_on_the_next_page() -> None:
    names = ClassNames([".a"])
    for _ in range(2):
        assert len(ClassIndex(root_of("<p class='a x'><p class='x'>"), names).select(".a")) == 1
    assert names.of("x") == ()


@pytest.mark.parametrize("selector", ["p::before", "!!"])
def test_what_is_no_selector_fails_as_before(selector: str) -> None:
    root = root_of("<p>")
    try:
        wanted: object = select(root, selector)
    except Exception as error:  # noqa: BLE001 - whatever the other raises
        wanted = type(error)
    try:
        found: object = ClassIndex(root, ClassNames([selector])).select(selector)
    except Exception as error:  # noqa: BLE001 - see above
        found = type(error)
    assert found == wanted


def test_elements_have_the_methods_of_html_elements() -> None:
    assert root_of("<p>a <b>b</b></p>").text_content() == "a b"
    assert isinstance(root_of("<form>"), etree._Element)

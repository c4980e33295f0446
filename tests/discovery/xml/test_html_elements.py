"""Which tags of HTML are markup in a title, against the elements that lxml knows."""

from __future__ import annotations

import pytest
from lxml.html import defs

from newscrawler.discovery.feeds.listed_text import title_text
from newscrawler.discovery.xml.html_elements import TEXT_ELEMENTS, VOID
from newscrawler.discovery.xml.mended_xml import MendedXml

NOT_IN_TEXT = {
    *("title", "link", "meta", "base", "basefont", "frameset", "isindex", "track"),  # of a page's head
    *("applet", "area", "map", "command", "datalist", "dir", "keygen", "menu", "meter", "optgroup"),
}
"""Elements that no feed puts into a text; a title that has one of them speaks of HTML, or is an element of
the feed."""
NEWER = {"bdi", "main", "picture", "data", "rb", "rtc"}
NAMES = sorted((defs.tags - NOT_IN_TEXT) | NEWER)


def test_elements_without_an_end_are_among_those_of_texts() -> None:
    assert VOID < TEXT_ELEMENTS
    assert {name for name in defs.empty_tags if name in TEXT_ELEMENTS} <= VOID


@pytest.mark.parametrize("name", NAMES)
def test_an_element_is_no_text_of_a_title(name: str) -> None:
    assert title_text(f"The <{name}>eastern</{name}> quay") == "The eastern quay"
    assert title_text(f'The <{name} class="x">eastern quay') == "The eastern quay"
    title = f"<rss><title>The <{name}>eastern</{name}> quay</title></rss>".encode()
    if name != "summary":  # that is an element of Atom, too
        assert b"".join(MendedXml(title, {"item"})) == title


@pytest.mark.parametrize("name", sorted(NOT_IN_TEXT - {"title", "link"} | {"string", "t", "x-quay"}))
def test_what_is_no_element_of_a_text_is_text(name: str) -> None:
    assert title_text(f"List<{name}> of quays") == f"List<{name}> of quays"
    title = f"<rss><title>List<{name}> of quays</title></rss>".encode()
    assert f"List&lt;{name}&gt; of quays".encode() in b"".join(MendedXml(title, {"item"}))


@pytest.mark.parametrize("name", ["br", "hr", "img", "wbr", "input", "embed", "source", "p", "li"])
def test_an_element_without_an_end_is_markup(name: str) -> None:
    assert title_text(f"The eastern quay<{name}>") == "The eastern quay"


@pytest.mark.parametrize("name", ["table", "script", "code"])
def test_an_element_that_only_begins_is_spoken_of(name: str) -> None:
    assert title_text(f"Learn <{name}>") == f"Learn <{name}>"

"""Edges of the entries of a feed: types of a title, elements that part words, the longest lead, front pages."""

import pytest
from lxml import etree

from newscrawler.discovery.feeds.feed_entry import (
    _aim_of,
    _category,
    _is_astray,
    _title,
    all_text,
    language_of,
    link_text,
)
from newscrawler.discovery.feeds.listed_text import _is_imprint, lead_text

ATOM = "http://www.w3.org/2005/Atom"
URL = "https://press.example/quay"


@pytest.mark.parametrize("tag", ["br", "p", "div", "li"])
def test_elements_that_part_words(tag: str) -> None:
    assert all_text(etree.fromstring(f"<title>The<{tag}>quay</{tag}></title>")) == "The quay"
    assert all_text(etree.fromstring("<title>The<b>quay</b> opens</title>")) == "Thequay opens"
    assert all_text(etree.fromstring("<title><b/>quay</title>")) == "quay"


@pytest.mark.parametrize(
    ("title", "text"),
    [
        ("<title>a &lt;b&gt;c&lt;/b&gt;</title>", "a c"),
        ("<title type='html'>a &lt;b&gt;c&lt;/b&gt;</title>", "a c"),
        ("<title type='text'>a &lt;b&gt;c&lt;/b&gt;</title>", "a <b>c</b>"),
        ("<title type='text/plain'>a &lt;b&gt;c&lt;/b&gt;</title>", "a <b>c</b>"),
        (f"<title xmlns='{ATOM}'>a &lt;b&gt;c&lt;/b&gt;</title>", "a <b>c</b>"),
        (f"<title xmlns='{ATOM}' type='html'>a &lt;b&gt;c&lt;/b&gt;</title>", "a c"),
        (f"<title xmlns='{ATOM}' mode='escaped'>a &lt;b&gt;c&lt;/b&gt;</title>", "a c"),
        (f"<title xmlns='{ATOM}'> </title>", None),
    ],
)
def test_a_title_is_text_or_markup_by_its_type(title: str, text: str | None) -> None:
    assert _title(etree.fromstring(title)) == text


@pytest.mark.parametrize(
    ("category", "text"),
    [
        ("<category>World</category>", "World"),
        ("<category term='world' label='World'/>", "World"),
        ("<category term='world'/>", "world"),
        ("<category/>", None),
    ],
)
def test_the_text_of_a_category(category: str, text: str | None) -> None:
    assert _category(etree.fromstring(category)) == text


@pytest.mark.parametrize(
    ("element", "url"),
    [
        ("<link>/a</link>", "/a"),
        ("<link href='/a'/>", "/a"),
        ("<link> </link>", ""),
        ("<link>/a?b=1&amp;amp;c=2&amp;#38;d=3&amp;#038;e=4&amp;#x26;f=5</link>", "/a?b=1&c=2&d=3&e=4&f=5"),
        ("<link>/a\tb\r\nc</link>", "/abc"),
        ("<link>/a<b>/c</b></link>", "/a/c"),
    ],
)
def test_the_url_of_an_element(element: str, url: str) -> None:
    assert link_text(etree.fromstring(element)) == url


def test_the_letters_of_a_language() -> None:
    assert [language_of(stated) for stated in ("EN-gb", " de ", "", None)] == ["en", "de", None, None]


@pytest.mark.parametrize(
    ("url", "is_astray"),
    [
        ("https://press.example/a", False),
        ("https://press.example/", True),
        ("https://press.example", True),
        ("https://press.example/?p=7", False),
        ("https://elsewhere.example/a", True),
    ],
)
def test_a_link_that_leads_astray(url: str, is_astray: bool) -> None:
    assert _is_astray(url, URL) == is_astray


@pytest.mark.parametrize(
    ("link", "aim"),
    [
        ("https://go.example/?to=https%3A%2F%2Fpress.example%2Fa", "https://press.example/a"),
        (
            "https://go.example/?x=https%3A%2F%2Fads.example&to=https://press.example/a",
            "https://press.example/a",
        ),
        ("https://go.example/?to=https%3A%2F%2Fads.example%2Fa", ""),
        ("https://go.example/?to=press.example", ""),
        ("https://press.example/?to=https%3A%2F%2Fpress.example%2Fa", ""),
    ],
)
def test_where_a_redirector_leads(link: str, aim: str) -> None:
    assert _aim_of(link, URL, 2000) == (aim or link)


@pytest.mark.parametrize(
    ("html", "is_one"),
    [
        ("<a href='https://press.example/quay'>Q</a> on <a href='https://press.example/'>P</a>", True),
        ("<a href='https://press.example/quay/'>Q</a> on <a href='https://press.example'>P</a>", True),
        ("<a href='https://press.example/quay'>Q</a> on <a href='https://press.example/?a=1'>P</a>", False),
        ("<a href='https://press.example/quay'>Q</a> on <a href='https://press.example/#a'>P</a>", False),
        ("<a href='https://press.example/quay'>Q</a>", False),
        ("<a href='https://press.example/'>P</a>", False),
    ],
)
def test_the_imprint_of_a_feed(html: str, is_one: bool) -> None:
    assert _is_imprint(html, URL) == is_one


@pytest.mark.parametrize(
    ("text", "is_lead"),
    [
        ("a" * 1000, True),
        ("a" * 1001, False),
        ("One." + " " * 19996, True),
        ("One." + " " * 19997, False),
    ],
)
def test_the_longest_lead(text: str, is_lead: bool) -> None:
    assert (lead_text(text) is not None) == is_lead


def test_a_lead_that_is_the_title() -> None:
    assert lead_text("The quay opens.", None, "The quay opens.") is None
    assert lead_text("The quay opens.", None, "Another") == "The quay opens."
    assert lead_text("The quay opens.") == "The quay opens."

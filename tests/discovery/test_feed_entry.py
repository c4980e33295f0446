"""Elements of an entry by name, and URLs as elements state them."""

from __future__ import annotations

from lxml import etree

from newscrawler.discovery.feed_entry import FeedEntry, base_of, link_text, name_of


def test_names() -> None:
    entry = etree.fromstring(
        '<item xmlns:D="http://purl.org/dc/elements/1.1/" xmlns:q="urn:q"><Title/><D:Date/><q:title/>'
        '<updated xmlns="http://www.w3.org/2005/Atom"/></item>'
    )
    assert [name_of(child, entry) for child in entry] == ["title", "dc:date", "q:title", "atom:updated"]


def test_the_first_with_text_counts() -> None:
    entry = FeedEntry(etree.fromstring("<item><title/><title> A </title><title>B</title></item>"))
    assert (entry.text("x", "title"), entry.title(), entry.text("x")) == ("A", "A", None)


def test_links_as_they_are_stated() -> None:
    assert link_text(etree.fromstring("<link> /a\n?b=1&amp;amp;c=2 </link>")) == "/a?b=1&c=2"
    inner = etree.fromstring('<a xml:base="https://a.example/b/"><c xml:base="d/"/></a>')[0]
    assert base_of(inner, "https://x.example/") == "https://a.example/b/d/"
    assert base_of(etree.fromstring("<a/>"), "https://x.example/") == "https://x.example/"

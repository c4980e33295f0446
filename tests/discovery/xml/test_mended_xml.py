"""One slip in a feed or sitemap costs nothing but itself, and what comes out is well-formed whatever goes
in."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from newscrawler.bounds import DEFAULT
from newscrawler.discovery.feeds.feed import read_feed
from newscrawler.discovery.sitemaps.sitemap import read_sitemap
from newscrawler.discovery.xml.mended_xml import MendedXml
from tests.cpu import cpu_within
from tests.discovery.dirty_xml import BASE, ENTRIES, corpus

CORPUS = list(corpus())
PIECES = [
    b"<rss>", b"<item>", b"</item>", b"<title>", b"</title>", b"<a b='1' b=2 c>", b"<x:y x:z='&'>", b"<![CDATA[", b"]]>", b"<!--",
    b"-->", b"&", b"&nbsp;", b"&#1;", b"&#x41;", b"<", b">", b"'", b'"', b"<b", b" q", b"</", b"\xff", b"\0", b"xmlns:a=''", b"<?", b"?>",
    b'<z xmlns:xml="u">', b"<link/>", b"<xmlns:q>", b'<a:b xmlns:a="u" xmlns:c="u" a:d="1" c:d="2">',
]  # fmt: skip


def read(body: bytes, form: str) -> list[object]:
    if "sitemap" in form.partition(":")[0]:
        return list(read_sitemap(body, BASE).links)
    return list(read_feed(body, BASE).links)


@pytest.mark.parametrize(("name", "clean", "dirty"), CORPUS, ids=[name for name, *_ in CORPUS])
def test_a_slip_costs_nothing(name: str, clean: str, dirty: bytes) -> None:
    entries = read(clean.encode(), name)
    assert len(entries) == ENTRIES
    assert read(dirty, name) == entries


def test_the_corpus_is_large() -> None:
    assert len({dirty for _, _, dirty in CORPUS}) >= 200


def mended(body: bytes) -> bytes:
    return b"".join(MendedXml(body, {"item"}))


@pytest.mark.parametrize(
    ("body", "found"),
    [
        (b"<rss><title>List<String> <3</title></rss>", b"<rss><title>List&lt;String&gt; &lt;3</title></rss>"),
        (b"<rss><title>a<b>c</title></rss>", b"<rss><title>a<b>c</b></title></rss>"),
        (b"<rss><title>a <b and c> d</title></rss>", b"<rss><title>a &lt;b and c&gt; d</title></rss>"),
        (b"<rss><link>https://a.example/2026/hal", b"<rss><link></link></rss>"),
        (
            b"<rss><title>&COPY; &Unknown; &#150;</title>",
            "<rss><title>© &amp;Unknown; –</title></rss>".encode(),
        ),
        (
            b'<!DOCTYPE rss [<!ENTITY me "Me">]><rss><title>&me;</title></rss>',
            b"<rss><title>Me</title></rss>",
        ),
        (b'<!DOCTYPE r [<!ENTITY me "Me, my name and much more">]><rss>&me;</rss>', b"<rss>&amp;me;</rss>"),
        (b"<rss>a&#129;b&#x8D;c</rss>", b"<rss>abc</rss>"),  # Windows has no sign there
        (b"<rss>&LT; &GT; &AMP; &QUOT; &apos;</rss>", b"<rss>&lt; &gt; &amp; &quot; &apos;</rss>"),
        (b"<html><body><rss>1</rss>", b"<html><body><rss>1</rss></body></html>"),
        (b"", b""),
    ],
)
def test_what_is_meant(body: bytes, found: bytes) -> None:
    assert mended(body) == found


@pytest.mark.parametrize(
    ("number", "is_sound"),
    [
        (8, False), (9, True), (10, True), (11, False), (13, True), (0x1F, False), (0x20, True), (0x7F, True), (0xA0, True),
        (0xD7FF, True), (0xD800, False), (0xDFFF, False), (0xE000, True), (0xFFFD, True), (0xFFFE, False), (0xFFFF, False),
        (0x10000, True), (0x10FFFF, True), (0x110000, False),
    ],
)  # fmt: skip
def test_a_character_by_its_number_is_one_that_xml_may_hold(number: int, *, is_sound: bool) -> None:
    kept = b"&#%d;" % number if is_sound else b""
    assert mended(b"<rss>a&#%d;&#x%x;b</rss>" % (number, number)) == b"<rss>a%s%sb</rss>" % (kept, kept)


def test_an_element_without_content_stays_as_it_is() -> None:
    assert mended(b'<rss><item><media url="/a"/><x>1</x></item></rss>') == (
        b'<rss><item><media url="/a"/><x>1</x></item></rss>'
    )


@pytest.mark.parametrize(
    ("prefix", "namespace"),
    [  # as the specification of each states it
        ("atom", "http://www.w3.org/2005/Atom"),
        ("content", "http://purl.org/rss/1.0/modules/content/"),
        ("dc", "http://purl.org/dc/elements/1.1/"),
        ("dcterms", "http://purl.org/dc/terms/"),
        ("feedburner", "http://rssnamespace.org/feedburner/ext/1.0"),
        ("image", "http://www.google.com/schemas/sitemap-image/1.1"),
        ("itunes", "http://www.itunes.com/dtds/podcast-1.0.dtd"),
        ("media", "http://search.yahoo.com/mrss/"),
        ("news", "http://www.google.com/schemas/sitemap-news/0.9"),
        ("rdf", "http://www.w3.org/1999/02/22-rdf-syntax-ns#"),
        ("thr", "http://purl.org/syndication/thread/1.0"),
        ("video", "http://www.google.com/schemas/sitemap-video/1.1"),
        ("harbour", "urn:undeclared:harbour"),
    ],
)
def test_a_prefix_that_is_not_declared_means_what_it_usually_means(prefix: str, namespace: str) -> None:
    for written in (prefix, prefix.capitalize()):
        root = etree.fromstring(mended(f"<rss><{written}:date>1</{written}:date></rss>".encode()))
        assert root[0].tag.replace(f":{written}}}", f":{prefix}}}") == f"{{{namespace}}}date"


@pytest.mark.parametrize(
    ("attribute", "is_kept"),
    [
        ("xmlns:harbour='urn:quay'", True),
        ("xmlns:xmlish='urn:quay'", False),
        ("xmlns:XML='urn:quay'", False),
        ("xmlns:harbour='http://www.w3.org/XML/1998/namespace'", False),
        ("xmlns:harbour='http://www.w3.org/2000/xmlns/'", False),
        ("harbour='urn:quay'", False),
    ],
)
def test_xml_and_what_it_stands_for_are_not_declared(attribute: str, is_kept: bool) -> None:
    (element,) = etree.fromstring(mended(f"<rss><a {attribute}/><<</rss>".encode()))
    assert ("urn:quay" in element.nsmap.values()) == is_kept


def test_names_of_attributes_are_kept_as_they_are_written() -> None:
    (element,) = etree.fromstring(mended(b'<rss><a Bc="1" DC:E="2" d-e.f="3" _g="4" 5h="5"/><<</rss>'))
    names = {"Bc", "{http://purl.org/dc/elements/1.1/}E", "d-e.f", "_g"}
    assert set(element.attrib) == names


@given(st.lists(st.sampled_from(PIECES) | st.binary(max_size=5), max_size=40))
def test_what_comes_out_is_well_formed(pieces: list[bytes]) -> None:
    body = b"<rss>" + b"".join(pieces).decode("utf-8", "ignore").encode()
    etree.fromstring(mended(body))


@pytest.mark.parametrize("repeated", [b"<item></item>", b"</b>", b"<item>"])
@cpu_within(4)
def test_many_open_elements_are_not_searched_for_each_tag(repeated: bytes) -> None:
    bounds = replace(DEFAULT, xml_broken_tags=0)
    body = b"<rss>" + b"<a>" * 10_000 + repeated * 20_000
    assert b"".join(MendedXml(body, {"item"}, bounds)).count(b"</a>") == 10_000

"""Feeds and sitemaps are read in the charset that they are in."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from newscrawler.discovery.answer import Answer
from newscrawler.discovery.declared import DeclaredDiscovery
from newscrawler.discovery.listing import Listing
from newscrawler.discovery.scope import Scope
from newscrawler.discovery.xml.xml_charset import utf8_text
from newscrawler.news_spider import NewsSpider

if TYPE_CHECKING:
    from newscrawler.items import ListingKind

TEXT = "<a>Łódź, город, 東京</a>"
CYRILLIC = "<a>Порт снова открыт</a>"


@pytest.mark.parametrize(
    "charset", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-le", "utf-32-be"]
)
def test_unicode_needs_no_declaration(charset: str) -> None:
    assert utf8_text(TEXT.encode(charset)).decode() == TEXT


@pytest.mark.parametrize("charset", ["utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"])
@pytest.mark.parametrize("first", "\tAhz~")
def test_a_text_sitemap_may_begin_with_any_letter(charset: str, first: str) -> None:
    assert (
        utf8_text(f"{first}ttps://press.example/".encode(charset)).decode() == f"{first}ttps://press.example/"
    )


def test_header_then_declaration_then_bytes() -> None:
    declared = f'<?xml version="1.0" encoding="windows-1251"?>{CYRILLIC}'
    assert CYRILLIC in utf8_text(declared.encode("cp1251")).decode()
    assert utf8_text(CYRILLIC.encode("koi8-r"), "text/xml; charset=koi8-r").decode() == CYRILLIC
    assert CYRILLIC in utf8_text(declared.encode(), "text/xml; charset=us-ascii").decode()
    polish = "<a>O dziesiątej</a>"  # its bytes are good Western words as well
    assert utf8_text(polish.encode("iso-8859-2"), "text/xml; charset=iso-8859-2").decode() == polish
    wrong = f'<?xml version="1.0" encoding="iso-8859-1"?>{polish}'.encode("iso-8859-2")
    assert polish in utf8_text(wrong, "text/xml; charset=iso-8859-2").decode(), "the header comes first"


@pytest.mark.parametrize(
    ("kind", "body"),
    [
        ("feed", "<rss><channel><item><title>O dziesiątej</title><link>/a</link></item></channel></rss>"),
        (
            "sitemap",
            "<urlset xmlns:n='http://www.google.com/schemas/sitemap-news/0.9'><url><loc>/a</loc><n:news><n:title>O dziesiątej</n:title></n:news></url></urlset>",
        ),
    ],
)  # fmt: skip
def test_the_header_of_the_answer_is_heeded(kind: ListingKind, body: str) -> None:
    class Press(NewsSpider):
        name = "press"
        allowed_domains = ("press.example",)

    discovery = DeclaredDiscovery(Press, Scope("https://press.example/", ("press.example",)))
    url = "https://press.example/listing.xml"
    listing = Listing(kind, None, url, "feed" if kind == "feed" else "sitemap")
    wrong = f'<?xml version="1.0" encoding="iso-8859-1"?>{body}'.encode("iso-8859-2")
    answer = Answer(url, wrong, {"Content-Type": "text/xml; charset=iso-8859-2"})
    assert [link.headline for link in discovery.read(answer, listing).links] == ["O dziesiątej"]


def test_a_stray_byte_costs_no_other_character() -> None:
    body = TEXT.encode() + b" caf\xe9 \x93so\x94 " + TEXT.encode()
    assert utf8_text(body).decode() == f"{TEXT} café “so” {TEXT}"


def test_steps_cut_no_character() -> None:
    text = "я" * 70_000 + "é"
    assert utf8_text(text.encode("utf-16")).decode() == text
    assert utf8_text(text.encode() + b"\xe9").decode() == text + "é"

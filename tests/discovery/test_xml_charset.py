"""Feeds and sitemaps are read in the charset that they are in."""

from __future__ import annotations

import pytest

from newscrawler.discovery.xml_charset import utf8_text

TEXT = "<a>Łódź, город, 東京</a>"
CYRILLIC = "<a>Порт снова открыт</a>"


@pytest.mark.parametrize(
    "charset", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-le", "utf-32-be"]
)
def test_unicode_needs_no_declaration(charset: str) -> None:
    assert utf8_text(TEXT.encode(charset)).decode() == TEXT


def test_header_then_declaration_then_bytes() -> None:
    declared = f'<?xml version="1.0" encoding="windows-1251"?>{CYRILLIC}'
    assert CYRILLIC in utf8_text(declared.encode("cp1251")).decode()
    assert utf8_text(CYRILLIC.encode("koi8-r"), "text/xml; charset=koi8-r").decode() == CYRILLIC
    assert CYRILLIC in utf8_text(declared.encode(), "text/xml; charset=us-ascii").decode()


def test_a_stray_byte_costs_no_other_character() -> None:
    body = TEXT.encode() + b" caf\xe9 \x93so\x94 " + TEXT.encode()
    assert utf8_text(body).decode() == f"{TEXT} café “so” {TEXT}"


def test_steps_cut_no_character() -> None:
    text = "я" * 70_000 + "é"
    assert utf8_text(text.encode("utf-16")).decode() == text
    assert utf8_text(text.encode() + b"\xe9").decode() == text + "é"

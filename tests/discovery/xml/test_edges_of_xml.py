"""Edges of XML: where a DOCTYPE stands, entities of its own, how much is read, stray bytes."""

import pytest

from newscrawler.discovery.xml.xml_charset import _is_nearly_utf8, _stray_byte, utf8_text
from newscrawler.discovery.xml.xml_entries import XmlEntries, _joined, local_name

ITEM = b"<item><title>Quay</title></item>"


def titles(body: bytes) -> list[str | None]:
    return [entry.findtext("title") for entry in XmlEntries(body, ("item",))]


@pytest.mark.parametrize(
    "before", [b"", b" ", b"\n\n", b"\xef\xbb\xbf", b"<!DOCTYPE rss>", b"<?xml version='1.0'?>"]
)
def test_what_stands_before_the_root(before: bytes) -> None:
    assert titles(before + b"<rss>" + ITEM + b"</rss>\n ") == ["Quay"]


def test_entities_of_a_document_are_not_made() -> None:
    bomb = b"<!DOCTYPE r [<!ENTITY a 'aaaaaaaa'><!ENTITY b '&a;&a;&a;'>]><rss><item><title>x&b;y</title></item></rss>"
    assert titles(bomb) == ["x&b;y"]
    assert titles(b"<?xml version='1.0'?>" + b" " * 900 + bomb) == ["x&b;y"]
    assert titles(b"<rss><item><title>x&b;y</title></item></rss>") == ["x&b;y"]
    outside = b"<!DOCTYPE r [<!ENTITY f SYSTEM 'file:///etc/hostname'>]><rss><item><title>x&f;y</title></item></rss>"
    assert titles(outside) == ["x&f;y"]


def test_an_entry_within_an_entry_belongs_to_the_outer_one() -> None:
    body = b"<rss><item><title>A</title><item><title>B</title></item></item>" + ITEM + b"</rss>"
    document = XmlEntries(body, ("item",))
    assert [entry.findtext("title") for entry in document] == ["A", "Quay"]
    assert document.root == "rss"
    assert not document.cut


def test_what_is_no_xml_has_no_root() -> None:
    document = XmlEntries(b"quay", ("item",))
    assert list(document) == []
    assert document.root is None


def test_what_was_given_before_a_slip_is_not_given_again() -> None:
    body = b"<rss>" + ITEM * 3 + b"<item><title>A & B</title></item>" + ITEM + b"</rss>"
    assert titles(body) == ["Quay", "Quay", "Quay", "A & B", "Quay"]


@pytest.mark.parametrize(("size", "steps"), [(65535, [65535]), (65536, [65536, 0]), (65537, [65537, 0])])
def test_pieces_are_joined_to_steps(size: int, steps: list[int]) -> None:
    assert [len(step) for step in _joined([b"a" * (size - 10), b"b" * 10])] == steps


@pytest.mark.parametrize(
    ("body", "is_nearly"),
    [
        (b"quay", False),
        ("é".encode(), False),
        ("éé".encode() + b"\xe9", True),
        ("é".encode() + b"\xe9", True),
        (b"\xe9", False),
        ("é".encode() + b"\xe9 \xe8", False),
        (b"\xe9 \xe8", False),
    ],
)
def test_utf_8_with_stray_bytes(body: bytes, is_nearly: bool) -> None:
    assert _is_nearly_utf8(body) == is_nearly


def test_a_stray_byte_is_one_of_windows() -> None:
    error = UnicodeDecodeError("utf-8", b"a\x80b", 1, 2, "stray")
    assert _stray_byte(error) == ("€", 2)
    with pytest.raises(UnicodeEncodeError):
        _stray_byte(UnicodeEncodeError("ascii", "é", 0, 1, "no"))


def test_a_long_text_is_recoded_in_steps() -> None:
    text = "<rss>" + "é" * 70_000 + "</rss>"
    for name in ("iso-8859-1", "utf-16"):
        body = f"<?xml version='1.0' encoding='{name}'?>{text}".encode(name)
        assert text.encode() in utf8_text(body, None)


def test_the_name_of_what_is_no_element() -> None:
    from lxml import etree

    assert local_name(etree.Comment("a")) == ""
    assert local_name(etree.Element("{urn:q}Item")) == "item"

"""XML is read entry by entry, in bounded memory, whatever it holds."""

import subprocess
import sys
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newscrawler.bounds import DEFAULT
from newscrawler.discovery.xml.xml_entries import XmlEntries
from tests.forks import BOUND


def titles(body: bytes, *names: str) -> list[str]:
    return ["".join(entry.itertext()) for entry in XmlEntries(body, names or {"item"})]


def test_entries_in_order_with_their_parts() -> None:
    body = "<rss><channel><title>Gazette</title><item><t>Ä</t></item><x/><item><t>B</t>c</item></channel></rss>".encode()
    document = XmlEntries(body, {"item"})
    assert ["".join(entry.itertext()) for entry in document] == ["Ä", "Bc"]
    assert (document.root, document.cut) == ("rss", False)


@pytest.mark.parametrize(
    ("body", "found"),
    [
        (b'<?xml version="1.0" encoding="windows-1251"?><r><item>\xcf</item></r>', ["П"]),
        (b"\xef\xbb\xbf  <r><item>a</item></r>", ["a"]),
        (b"<r xmlns='u:x'><item>a</item></r>", ["a"]),
        (b"<r><ITEM>a</ITEM></r>", ["a"]),
        (b"<r><item>a</item><item>b", ["a", "b"]),
        (b"<r><item>a & b</item><item>c</item></r>", ["a & b", "c"]),
        (b"<r><item>a<item>b</item></item></r>", ["ab"]),
        (b"", []),
        (b"no XML", []),
        (b'{"json": 1}', []),
    ],
)
def test_odd_documents(body: bytes, found: list[str]) -> None:
    assert titles(body) == found


def test_no_entity_is_loaded_or_expanded() -> None:
    file = b'<!DOCTYPE r [<!ENTITY f SYSTEM "file:///etc/hostname">]><r><item>x&f;</item></r>'
    assert titles(file) in (["x"], ["x&f;"], [])
    laughs = b'<!DOCTYPE r [<!ENTITY a "haha"><!ENTITY b "&a;&a;&a;">]><r><item>&b;</item></r>'
    assert "haha" not in "".join(titles(laughs))


def test_an_attack_ends_the_reading() -> None:
    document = XmlEntries(
        b"<r><item>a</item>" + b"<x/>" * (2 * DEFAULT.xml_loose_elements) + b"<item>b</item></r>", {"item"}
    )
    assert len(list(document)) == 1
    assert document.cut


@given(st.binary(max_size=500))
def test_any_bytes(body: bytes) -> None:
    titles(body)
    titles(b"<r><item>" + body)


@pytest.mark.parametrize("part", ["<u/>", "<item/>", "<item><t>x</t></item>", "<a>", "<item>", "&amp;"])
def test_memory_is_bounded(part: str) -> None:
    """15 MB, in a process of its own: the tree of it would take more than 300 MB."""
    code = (
        "from itertools import islice; from newscrawler.discovery.xml.xml_entries import XmlEntries; from tests.memory import peak_mb\n"
        f"part = {part!r}; body = b'<r>' + part.encode() * (15 * 2**20 // len(part))\n"
        "sum(1 for _ in islice(XmlEntries(body, {'item'}), 100_000))\n"
        "print(peak_mb())"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, timeout=BOUND, check=True
    )
    assert float(done.stdout) < 110


@pytest.mark.parametrize(
    "part", ["<link", "<b '>'\"", "<!--", "<![CDATA[", "<?a ", "<", "<a b='", "<a " + "b='' " * 9999]
)
def test_broken_markup_takes_no_longer_than_its_length(part: str) -> None:
    """The parser looks for the end of a tag through all that follows: 200 kB took two seconds, ten times as
    much 200."""
    body = f"<rss><item><t>x</t></item><item>{part * (4_000_000 // len(part))}</item>".encode()
    start = time.process_time()
    document = XmlEntries(body, {"item"})
    lengths = [len(entry) for entry in document]
    assert lengths
    assert lengths[0] == 1
    assert time.process_time() - start < 2

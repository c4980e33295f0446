"""Dirty XML falls into the pieces that were meant."""

from __future__ import annotations

import time

import pytest

from newscrawler.discovery.xml.xml_tokens import Tokens


@pytest.mark.parametrize(
    ("tag", "attributes", "empty"),
    [
        (b"<a b=\"1\" c='2'>", [(b"b", b"1"), (b"c", b"2")], False),
        (b'<a b = "1" c/>', [(b"b", b"1"), (b"c", None)], True),
        (
            b"<a href=http://a.example/x/ rel=alternate/>",
            [(b"href", b"http://a.example/x/"), (b"rel", b"alternate")],
            True,
        ),
        (b'<a b="1 < 2 > 0" c="3"/>', [(b"b", b"1 < 2 > 0"), (b"c", b"3")], True),
        (b'<a b="the "big" one" c="3">', [(b"b", b'the "big" one'), (b"c", b"3")], False),
        (b'<a b="http://a.example/1>', [(b"b", b"http://a.example/1")], False),
        (b'<a b="1 c="2">', [(b"b", b"1"), (b"c", b"2")], False),
        (b'<a b="1"<', [(b"b", b"1")], False),
        (b'<a b="the\n"big" one" c="3">', [(b"b", b'the\n"big" one'), (b"c", b"3")], False),
        (b"<a b=\"1\n2\" c='3\n4'>", [(b"b", b"1\n2"), (b"c", b"3\n4")], False),
    ],
)
def test_attributes(tag: bytes, attributes: list[tuple[bytes, bytes | None]], empty: bool) -> None:
    token = next(iter(Tokens(tag)))
    assert (token.name, token.attributes, token.empty) == (b"a", attributes, empty)


@pytest.mark.parametrize(
    ("body", "found"),
    [
        (b"a < b", ["text a ", "sign <", "text  b"]),
        (b"<3 <> </>", ["sign <", "text 3 ", "sign <", "text > ", "sign <", "text />"]),
        (b"<![CDATA[a & <b>]]>c", ["cdata a & <b>", "text c"]),
        (b"<![CDATA[a & b", ["text a & b"]),
        (b"<!--a--b-->c<!-- d", ["text c", "text  d"]),
        (b"<?x y?><!DOCTYPE z>c", ["text c"]),
        (b"</a ></b<", ["end </a >", "end </b", "sign <"]),
    ],
)
def test_pieces(body: bytes, found: list[str]) -> None:
    assert [f"{token.kind} {token.raw.decode()}" for token in Tokens(body)] == found


@pytest.mark.parametrize(
    "part", [b"<a b='", b'<a b="', b"<!--", b"<![CDATA[", b"<a/><![CDATA[</a>", b"&", b"<a " + b"b=' " * 99]
)
def test_time_grows_with_the_length(part: bytes) -> None:
    """A square would take a hundred times as long for ten times as much."""
    times = []
    for size in (40_000, 400_000):
        start = time.process_time()
        for _ in range(400_000 // size):
            sum(1 for _ in Tokens(part * (size // len(part))))
        times.append(time.process_time() - start)
    assert times[1] < 6 * times[0] + 0.1

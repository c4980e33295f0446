"""Members of an archive are bounded in memory, whatever they inflate to."""

from __future__ import annotations

import gzip
from io import BytesIO

from newscrawler.archives.members import CHUNK, Member, begins_record, members_of


def test_a_member_is_read_in_pieces() -> None:
    members = members_of(BytesIO(gzip.compress(b"WARC/1.1" + bytes(10 * CHUNK))))
    member = next(members)
    assert member is not None
    assert member.peek(4) == b"WARC"
    assert member.take(8) == b"WARC/1.1"
    assert sum(len(member.take(CHUNK)) for _ in range(11)) == 10 * CHUNK
    assert list(members) == []


def test_marks_over_the_edge_of_two_pieces() -> None:
    member = Member(iter([b"abcWA", b"RC/1.0 x"]))
    assert member.skip_to(b"WARC/1.")
    assert member.take_until(b" ", 100) == b"WARC/1.0"
    assert member.take_until(b" ", 100) is None


def test_a_bomb_is_not_passed_over_to_its_end() -> None:
    member = Member(iter([bytes(CHUNK)] * 1000), longest_skip=10 * CHUNK)
    assert not member.skip_to(b"WARC/1.")
    assert member.peek(CHUNK)


def test_what_begins_a_record() -> None:
    assert begins_record(gzip.compress(b"WARC/1.0 and more")[:25])
    assert not begins_record(gzip.compress(b"a letter"))
    assert not begins_record(b"\x1f\x8b\x08 damaged")

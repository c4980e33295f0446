"""WARC records out of files, sound and damaged, plain and gzip."""

from __future__ import annotations

import gzip
from io import BytesIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newscrawler.archives.blocks import Block, read_blocks
from tests.archives.warc_kit import bomb, record, with_length

GZ = [record(number) for number in range(6)]
PLAIN = [record(number, compressed=False) for number in range(6)]
ALL = ["0", "1", "2", "3", "4", "5"]


def read(data: bytes) -> list[str]:
    """Number of each page, or the reason why it could not be read."""
    return [
        found.url.rpartition("-")[2] if isinstance(found, Block) else found.reason
        for found in read_blocks(BytesIO(data))
    ]


@pytest.mark.parametrize(
    "data",
    [b"".join(GZ), b"".join(PLAIN), gzip.compress(b"".join(PLAIN)), b"".join(GZ) + bytes(512)],
    ids=["a member each", "plain", "one member", "padded"],
)
def test_sound_files(data: bytes) -> None:
    assert read(data) == ALL


@pytest.mark.parametrize(
    ("data", "found"),
    [
        (b"".join(GZ)[:-30], [*ALL[:5], "cut_off"]),
        (b"".join(GZ)[:-5], [*ALL[:5], "cut_off"]),
        (GZ[0] + GZ[1][:-6] + bytes(6) + GZ[2], ["0", "damaged_gzip", "2"]),
        (b"".join(PLAIN)[:-300], [*ALL[:5], "cut_off"]),
        (GZ[0] + GZ[1][:-200] + GZ[2] + GZ[3], ["0", "damaged_gzip", "2", "3"]),
        (GZ[0] + GZ[1][:80] + bytes(60) + GZ[1][140:] + GZ[2], ["0", "damaged_gzip", "2"]),
        (GZ[0] + b"no member" + GZ[1], ["0", "damaged_gzip", "1"]),
        (GZ[0] + gzip.compress(b"no record") + GZ[1], ["0", "damaged_gzip", "1"]),
        (GZ[0] + with_length("99", 1) + GZ[2], ["0", "wrong_length", "2"]),
        (GZ[0] + with_length("99999", 1) + GZ[2], ["0", "cut_off", "2"]),
        (GZ[0] + with_length("many", 1) + GZ[2], ["0", "wrong_length", "2"]),
        (GZ[0] + with_length("", 1) + GZ[2], ["0", "wrong_length", "2"]),
        (PLAIN[0] + with_length("99", 1, compressed=False) + PLAIN[2], ["0", "wrong_length", "2"]),
        (PLAIN[0] + with_length("9999", 1, compressed=False) + PLAIN[2], ["0", "wrong_length", "2"]),
        (PLAIN[0] + with_length("99999999", 1, compressed=False) + PLAIN[2], ["0", "too_large", "2"]),
        (GZ[0] + bomb() + GZ[1], ["0", "too_large", "1"]),
        (GZ[0] + gzip.compress(b"WARC/1.0\r\nContent-") + GZ[1], ["0", "cut_off", "1"]),
        (GZ[0] + gzip.compress(b"WARC/1.0\r\n" + b"a: b\r\n" * 30_000) + GZ[1], ["0", "not_a_record", "1"]),
        (b"", []),
        (b"\x89PNG\r\n" * 99, []),
    ],
)  # fmt: skip
def test_damage_is_told_and_the_rest_is_read(data: bytes, found: list[str]) -> None:
    assert read(data) == found


@settings(max_examples=60, deadline=None)
@given(st.integers(1, 5), st.integers(0, 400), st.integers(1, 400))
def test_what_is_cut_out_of_one_member_costs_that_one(number: int, begin: int, length: int) -> None:
    member = GZ[number]
    cut = member[: begin + 20] + member[begin + 20 + length :]
    found = read(b"".join([*GZ[:number], cut, *GZ[number + 1 :]]))
    assert [name for name in found if name in ALL and name != str(number)] == [
        name for name in ALL if name != str(number)
    ]

"""WARC records as they lie in a file; after a damaged one the next is looked for."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from newscrawler.archives.members import WARC_START, members_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import BinaryIO

    from newscrawler.archives.members import Member

LARGEST = 32 << 20
"""Bytes of a record that is read; pages are far smaller, and a film is none."""

_LONGEST_HEAD = 1 << 16
_HEAD_END = b"\r\n\r\n"
_NEXT = b"\r\n\r\nWARC/1."
_FOLD = re.compile(r"\r?\n[ \t]+")


@dataclass(frozen=True, slots=True)
class Block:
    """One record: its own headers, and its bytes as they were archived."""

    number: int
    """Place among the records of its file, from 1."""
    headers: dict[str, str]
    """By name in small letters."""
    content: bytes

    @property
    def kind(self) -> str:
        """``response``, ``revisit``…"""
        return self.headers.get("warc-type", "").lower()

    @property
    def url(self) -> str:
        """What it is a record of; empty where it is of none."""
        return self.headers.get("warc-target-uri", "").strip("<>")


@dataclass(frozen=True, slots=True)
class Damage:
    """A place in a file where no record could be read."""

    number: int
    reason: str
    """``cut_off``, ``wrong_length``, ``too_large``, ``damaged_gzip``, ``not_a_record``."""


def read_blocks(file: BinaryIO, largest: int = LARGEST) -> Iterator[Block | Damage]:
    """Yield the records of a WARC file, plain or gzip, and a ``Damage`` for each place where one is broken.

    A length is believed where a record, or the end, follows upon it. Else the next record is looked for.

    :param largest: bytes of a record; a larger one is passed over.
    """
    number = 0
    for member in members_of(file):
        for found in _of_member(member, largest) if member else ("damaged_gzip",):
            number += 1
            yield Block(number, *found) if isinstance(found, tuple) else Damage(number, found)


def _of_member(member: Member, largest: int) -> Iterator[tuple[dict[str, str], bytes] | str]:
    """Yield headers and content of each record, or the reason why there is none."""
    is_empty = True
    while _to_record(member):
        is_empty = False
        head = member.take_until(_HEAD_END, _LONGEST_HEAD)
        if head is None:
            yield member.fault or (
                "cut_off" if len(member.peek(_LONGEST_HEAD)) < _LONGEST_HEAD else "not_a_record"
            )
            member.take(1)
            continue
        headers = _headers(head)
        length = headers.get("content-length", "")
        if not length.isascii() or not length.isdigit():
            yield "wrong_length"
        elif int(length) > largest:
            yield "too_large"
        else:
            content = member.peek(int(length) + len(_NEXT))
            if fault := _fault(content, int(length), member.fault):
                yield fault
            else:
                yield headers, member.take(int(length))
    if is_empty and member.fault:
        yield member.fault


def _to_record(member: Member) -> bool:
    """Move to where the next record begins; return False at the end."""
    return member.peek(len(WARC_START)) == WARC_START or member.skip_to(b"WARC/1.")


def _fault(content: bytes, length: int, fault: str) -> str:
    """Say what is wrong with a record; "" if its length is true.

    :param content: what follows upon its head, with the beginning of what follows upon that.
    :param fault: why the member ends too early, if it does.
    """
    if len(content) < length:
        return fault or ("wrong_length" if _NEXT in content else "cut_off")
    if fault and len(content) < length + len(_NEXT):  # the checksum of the member, too
        return fault
    after = content[length:].lstrip(b"\r\n")
    if after and not after.startswith(WARC_START[: len(after)]):
        return "wrong_length"
    return ""


def _headers(head: bytes) -> dict[str, str]:
    lines = _FOLD.sub(" ", head.decode("utf-8", "replace")).splitlines()
    pairs = (line.partition(":") for line in lines[1:])
    return {name.strip().lower(): value.strip() for name, colon, value in pairs if colon}

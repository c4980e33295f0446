"""Mutations that keep something of a format's structure, which mutations of single bytes destroy at once."""

from __future__ import annotations

import re
import zlib
from typing import TYPE_CHECKING

import brotli  # type: ignore[import-untyped]  # it has no stubs
from backports import zstd

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from random import Random

_PARTS = re.compile(rb"(?=<)|(?<=>)|(?<=[\[\]{},:\n/?&|])| ")
_TAG = re.compile(rb"<[a-zA-Z][\w:-]*")
_VALUE = re.compile(rb'"[^"]*"|\d+')
_TIMES = (2, 3, 17, 300, 3000)


def mutate(data: bytes, random: Random, words: Sequence[bytes], seeds: Sequence[bytes], most: int) -> bytes:
    """Return the data with one to four changes, at most ``most`` bytes."""
    for _ in range(random.randint(1, 4)):
        data = random.choice(_CHANGES)(data[:most], random, words, seeds)
    return data[:most]


def compressed(data: bytes, random: Random) -> bytes:
    """Return the data under one of the encodings of HTTP, sometimes damaged."""
    coders: list[Callable[[bytes], bytes]] = [
        zlib.compress,
        lambda text: zlib.compress(text, wbits=31),
        lambda text: zlib.compress(text, wbits=-15),
        brotli.compress,
        zstd.compress,
    ]
    found = random.choice(coders)(data)
    if random.random() < 0.3:
        found += random.choice(coders)(data)
    if random.random() < 0.5:
        place = random.randrange(len(found))
        found = found[:place] + random.choice((b"", random.randbytes(1))) + found[place + 1 :]
    return found


def _span(data: bytes, random: Random) -> tuple[int, int]:
    """Two places where parts of the format begin."""
    places = [0, len(data), *(match.start() for match in _PARTS.finditer(data))]
    first, last = random.choice(places), random.choice(places)
    return min(first, last), max(first, last)


def _left_out(data: bytes, random: Random, _words: Sequence[bytes], _seeds: Sequence[bytes]) -> bytes:
    start, end = _span(data, random)
    return data[:start] + data[min(end, start + 400) :]


def _repeated(data: bytes, random: Random, _words: Sequence[bytes], _seeds: Sequence[bytes]) -> bytes:
    start, end = _span(data, random)
    return data[:start] + data[start : min(end, start + 200)] * random.choice(_TIMES) + data[end:]


def _moved(data: bytes, random: Random, _words: Sequence[bytes], _seeds: Sequence[bytes]) -> bytes:
    start, end = _span(data, random)
    rest = data[:start] + data[end:]
    place = random.randint(0, len(rest))
    return rest[:place] + data[start:end] + rest[place:]


def _with_word(data: bytes, random: Random, words: Sequence[bytes], _seeds: Sequence[bytes]) -> bytes:
    start, _ = _span(data, random)
    word = random.choice(words) if words else random.randbytes(2)
    return data[:start] + word * random.choice((1, 1, 1, *_TIMES)) + data[start:]


def _other_value(data: bytes, random: Random, words: Sequence[bytes], _seeds: Sequence[bytes]) -> bytes:
    values = list(_VALUE.finditer(data))
    if not values:
        return data
    old = random.choice(values)
    word = random.choice(words) if words else b"0"
    new = random.choice(
        (word, b'"' + word + b'"', b"9" * 20, b'"' + b"a " * 5000 + b'"', b"null", b"[]", b"{}")
    )
    return data[: old.start()] + new + data[old.end() :]


def _wrapped(data: bytes, random: Random, _words: Sequence[bytes], _seeds: Sequence[bytes]) -> bytes:
    start, end = _span(data, random)
    tags = _TAG.findall(data) or [b"<div"]
    tag = random.choice(tags)
    times = random.choice(_TIMES)
    closing = b"</" + tag[1:] + b">"
    opened, closed = random.choice(
        ((tag + b">", closing), (b"[", b"]"), (b'{"a":', b"}"), (tag + b' class="', b'">'))
    )
    return data[:start] + opened * times + data[start:end] + closed * random.choice((times, 0)) + data[end:]


def _crossed(data: bytes, random: Random, _words: Sequence[bytes], seeds: Sequence[bytes]) -> bytes:
    other = random.choice(seeds)
    return data[: _span(data, random)[0]] + other[_span(other, random)[0] :]


def _cut(data: bytes, random: Random, _words: Sequence[bytes], _seeds: Sequence[bytes]) -> bytes:
    return data[: random.randint(0, len(data))]


def _bytes(data: bytes, random: Random, _words: Sequence[bytes], _seeds: Sequence[bytes]) -> bytes:
    place = random.randint(0, len(data))
    return data[:place] + random.randbytes(random.randint(1, 3)) + data[place + random.randint(0, 3) :]


_CHANGES = (
    _left_out,
    _repeated,
    _moved,
    _with_word,
    _with_word,
    _other_value,
    _wrapped,
    _crossed,
    _cut,
    _bytes,
)

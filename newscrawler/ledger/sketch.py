"""Sketch of a text: the few hundred bytes by which a copy of it is found and recognised.

The method is Broder's resemblance of shingle sets with a bottom-k sample (the k smallest hashes). One hash
for each shingle gives the look-up keys, an exact comparison of short texts, a sample of long ones, and
containment, which finds cut copies; see docs/decisions/0004-near-duplicates.md.
"""

from __future__ import annotations

import re
from array import array
from dataclasses import dataclass, replace
from hashlib import blake2b
from itertools import islice
from typing import TYPE_CHECKING
from zlib import crc32

if TYPE_CHECKING:
    from collections.abc import Iterable

KEYS = 10
"""Phrases by which a text is looked up: those that begin with its smallest shingles, two words longer.

Two texts of resemblance r share one with a chance of 1 - (1 - r)^KEYS, a little less for the two words. A
rare phrase is in few texts.
"""
SAMPLE = 160
"""Shingles that are kept of a longer text."""
OPENING = 8
"""Shingles of the beginning, which tells two stories with the same background apart."""
PLACES = 40
"""Numbers and names that are kept with the words around them."""
SHORT = 160
"""Shingles (three times as many, if they are of characters) up to which a text is kept whole and compared
exactly: it may be little more than its boilerplate."""
MIN_WORDS = 20
"""A shorter text (``Details to follow``) says too little to be a copy of another."""
MAX_WORDS = 500
"""What comes after is not looked at, so that time is bounded: texts with the same first 500 words are
copies."""
WORDS_KNOWN = 1 << 14
"""Words whose hash and bare form are remembered: some 2 MB."""
LONG_WORD = 40
"""Characters; a longer one is none of the language's and comes once."""

# Scripts without spaces (kana, Han, Thai, Lao, Burmese, Khmer): a character is a word, and a shingle has
# more.
_UNSPACED = (
    "\u3041-\u30ff\u3400-\u4dbf\u4e00-\u9fff\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\U00020000-\U0002fa1f"
)
_HAS_UNSPACED = re.compile(f"[{_UNSPACED}]")
_WORD = re.compile(rf"[{_UNSPACED}]|\d+(?:[.,:]\d+)*|[^\W\d_{_UNSPACED}]+")
_PUNCTUATION = ".,;:!?\"'()[]{}<>-–—―…«»„“”‘’‚‹›•·/|*%$€£#№&+=~©®\ufeff"
_M30 = (1 << 30) - 1
"""Hashes have 30 bits: such numbers are the interpreter's quickest."""
_LOW_BITS = int.from_bytes(_M30.to_bytes(8, "little") * 2 * MAX_WORDS, "little")
HEAD = 5
"""Numbers before the hashes of a packed text: width, size, and how many hashes of which kind."""
_NUMBER, _NAME = 1 << 32, 1 << 33
"""What a word may be, beside its code."""
_ANY_NUMBER, _ANY_NAME, _NOTHING = 1, 2, 3
_FACTORS = (1, 0x9E377, 0xC2B2B, 0x27D4F, 0x16567)
"""What a word's code is multiplied by in each place: odd, and of 20 bits, so that five products fit into
64."""


@dataclass(frozen=True, slots=True)
class Sketch:
    """What is kept of a text. All hashes are stable over processes, and machines of the same byte order."""

    digest: int
    """Hash of the whole text, words only: equal for the same text."""
    phrases: tuple[int, ...]
    """Hashes of the phrases by which the text is looked up."""
    width: int
    """Words in a shingle."""
    size: int
    """Distinct shingles of the whole text."""
    sample: tuple[int, ...]
    """The smallest shingle hashes, in order."""
    opening: frozenset[int]
    """The first shingles."""
    places: dict[int, int]
    """Hash of the words around a number or name -> hash of the number or name."""
    shingles: frozenset[int]
    """All shingles; of a stored text the sample only."""
    order: tuple[int, ...]
    """All shingles as they stand in the text; of a stored text none."""

    @property
    def keys(self) -> tuple[int, ...]:
        """Look-up keys: the whole text and the phrases."""
        return (self.digest, *self.phrases)

    def stored(self) -> Sketch:
        """Return the sketch as ``unpack`` will give it."""
        return replace(self, shingles=frozenset(self.sample), order=())

    def pack(self) -> bytes:
        """Return the bytes that the ledger stores."""
        numbers = array("I", [self.width, self.size, len(self.phrases), len(self.sample), len(self.opening)])
        numbers.extend(self.phrases)
        numbers.extend(self.sample)
        numbers.extend(self.opening)
        numbers.extend(self.places.keys())
        numbers.extend(self.places.values())
        return self.digest.to_bytes(8, "little", signed=True) + numbers.tobytes()


def unpack(data: bytes) -> Sketch:
    """Return the sketch that ``Sketch.pack`` gave."""
    numbers = array("I", data[8:])
    width, size, *counts = numbers[:HEAD]
    parts, begin = [], HEAD
    for count in counts:
        parts.append(numbers[begin : begin + count])
        begin += count
    phrases, sample, opening = tuple(parts[0]), tuple(parts[1]), frozenset(parts[2])
    half = (len(numbers) - begin) // 2
    places = dict(zip(numbers[begin : begin + half], numbers[begin + half :], strict=True))
    digest = int.from_bytes(data[:8], "little", signed=True)
    return Sketch(digest, phrases, width, size, sample, opening, places, frozenset(sample), ())


def sketch(text: str) -> Sketch | None:
    r"""Return the sketch of a text (a body without its dateline), or None where it is too short.

    >>> a = sketch("The cabinet has agreed a new budget after " + "a long night of talks " * 5)
    >>> b = sketch("The CABINET has agreed a new budget, after\n\n" + "a long night of talks " * 5)
    >>> a.digest == b.digest, sketch("Details to follow.")
    (True, None)
    """
    words, width = _words(text)
    # Every loop over the words of a text runs inside the interpreter: this is done for each article.
    values = list(filter(None, map(_values.__getitem__, words)))
    if len(values) < MIN_WORDS:
        return None
    codes = array("I", array("Q", values).tobytes())[::2]
    windows = _windows(codes, width)
    hashes = windows.tolist()
    shingles = frozenset(hashes)
    opening = frozenset(hashes[:OPENING])
    whole = blake2b(codes.tobytes(), digest_size=8).digest()
    digest = int.from_bytes(whole, "little", signed=True)
    places = _places(values, codes)
    sample = _smallest(shingles, SHORT if width == 3 else 3 * SHORT)
    last = len(hashes) - 1
    at = _first_places(windows, sample[:KEYS])
    # A sum, since the same word twice must not cancel out.
    phrases = tuple({(hashes[i] + 3 * hashes[min(i + 2, last)]) & _M30 for i in at})
    return Sketch(digest, phrases, width, len(shingles), sample, opening, places, shingles, tuple(hashes))


def _words(text: str) -> tuple[list[str], int]:
    """Return the words as they stand, and how many of them are a shingle."""
    if text.isascii() or not _HAS_UNSPACED.search(text):
        return text.split(None, MAX_WORDS)[:MAX_WORDS], 3
    words = _WORD.findall(text[: 8 * MAX_WORDS])[: 2 * MAX_WORDS]
    return words, 5 if sum(map(len, words)) < 2 * len(words) else 3


class _Values(dict[str, int]):
    """Word as it stands -> its hash, without punctuation and in lower case, and above 32 bits what it may be.

    0 for punctuation alone. Remembered for the words of the language and no more.
    """

    def __missing__(self, word: str) -> int:
        if len(self) >= WORDS_KNOWN:
            self.clear()
        stripped = word.strip(_PUNCTUATION)
        lowered = stripped.lower()
        value = crc32(lowered.encode("utf-8", "replace")) if stripped else 0
        if stripped and stripped < ":":  # digits come before ":" in ASCII
            value |= _NUMBER
        elif stripped != lowered:
            value |= _NAME
        if len(word) <= LONG_WORD:
            self[word] = value
        return value


_values = _Values()


def _windows(codes: array[int], width: int) -> array[int]:
    """Return a hash of each run of so many words: the sum of their codes, each times the factor of its place.

    All sums are made at once, as those of numbers whose digits have 64 bits and never carry.
    """
    spaced = array("I", bytes(8 * len(codes)))
    spaced[::2] = codes
    digits = int.from_bytes(spaced.tobytes(), "little")
    sums = sum((digits >> 64 * place) * _FACTORS[place] for place in range(width)) & _LOW_BITS
    return array("I", sums.to_bytes(8 * len(codes), "little"))[: 2 * (len(codes) - width + 1) : 2]


def _smallest(shingles: frozenset[int], short: int) -> tuple[int, ...]:
    if len(shingles) <= short:
        return tuple(sorted(shingles))
    # Hashes are spread evenly, so that most need not be sorted.
    bound = (_M30 + 1) * SAMPLE * 5 // (4 * len(shingles))
    below = [shingle for shingle in shingles if shingle < bound]
    return tuple(sorted(below if len(below) >= SAMPLE else shingles)[:SAMPLE])


def _first_places(windows: array[int], wanted: Iterable[int]) -> list[int]:
    """Return where each hash stands first, found by its bytes: that compares no numbers one by one."""
    packed = windows.tobytes()
    places = []
    for number in wanted:
        code = number.to_bytes(4, "little")
        place = packed.find(code)
        while place % 4:
            place = packed.find(code, place + 1)
        places.append(place // 4)
    return places


def _places(values: list[int], codes: array[int]) -> dict[int, int]:
    """Return numbers and names by the words around them; a place with two values says nothing."""
    special = list(islice((i for i, value in enumerate(values) if value >= _NUMBER), PLACES))
    # so that every word has two before it and one after it
    masked = [_NOTHING, _NOTHING, *codes, _NOTHING]
    for i in special:
        masked[i + 2] = _ANY_NUMBER if values[i] & _NUMBER else _ANY_NAME
    _, first, second, third, _ = _FACTORS
    places: dict[int, int] = {}
    ambiguous: set[int] = set()
    for i in special:
        before, near, kind, after = masked[i : i + 4]
        place = (before + first * near + second * kind + third * after) & _M30
        if places.setdefault(place, codes[i]) != codes[i]:
            ambiguous.add(place)
    for place in ambiguous:
        del places[place]
    return places

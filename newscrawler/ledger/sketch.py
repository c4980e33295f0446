"""Sketch of a text: the few hundred bytes by which a copy of it is found and recognised.

The method is Broder's resemblance of shingle sets with a bottom-k sample (the k smallest hashes): one hash for each
shingle gives the look-up keys, an exact comparison of short texts, a sample of long ones, and containment, which
finds cut copies; see docs/decisions/0004-near-duplicates.md.
"""

from __future__ import annotations

import re
from array import array
from dataclasses import dataclass
from hashlib import blake2b
from zlib import crc32

KEYS = 10
"""Shingles by which a text is looked up: two texts of resemblance r share one with chance 1 - (1 - r)^KEYS."""
SAMPLE = 160
"""Shingles that are kept of a longer text."""
OPENING = 8
"""Shingles of the beginning, which tells two stories with the same background apart."""
LONG = 300
"""From this many shingles on a text that is nearly all in another is a copy, whatever it begins with."""
PLACES = 40
"""Numbers and names that are kept with the words around them."""
SHORT = 160
"""A text of so many shingles, twice as many if they are of characters, may be little more than its boilerplate. It is
kept whole and compared exactly."""
PASSAGE = 3
"""So many shingles' width of shingles that another text does not have, one after the other, are news of its own and
not words changed here and there."""
MIN_WORDS = 20
"""A shorter text (``Details to follow``) says too little to be a copy of another."""
MAX_WORDS = 1000
"""What comes after is not looked at, so that time is bounded."""

# Scripts without spaces (kana, Han, Thai, Lao, Burmese, Khmer): each character is a word, and a shingle has more.
_UNSPACED = (
    "\u3041-\u30ff\u3400-\u4dbf\u4e00-\u9fff\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\U00020000-\U0002fa1f"
)
_HAS_UNSPACED = re.compile(f"[{_UNSPACED}]")
_WORD = re.compile(rf"[{_UNSPACED}]|\d+(?:[.,:]\d+)*|[^\W\d_{_UNSPACED}]+")
_PUNCTUATION = ".,;:!?\"'()[]{}<>-–—―…«»„“”‘’‚‹›•·/|*%$€£#№&+=~©®\ufeff"
_M32 = 0xFFFFFFFF
_ANY_NUMBER, _ANY_NAME, _NOTHING = 1, 2, 3


@dataclass(frozen=True, slots=True)
class Sketch:
    """What is kept of a text. All hashes are stable over processes and machines."""

    digest: int
    """Hash of the whole text, words only: equal for the same text."""
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
        """Look-up keys: the digest and the smallest shingles."""
        return (self.digest, *self.sample[:KEYS])

    def stored(self) -> Sketch:
        """Return the sketch as ``unpack`` will give it."""
        return Sketch(
            self.digest,
            self.width,
            self.size,
            self.sample,
            self.opening,
            self.places,
            frozenset(self.sample),
            (),
        )

    def pack(self) -> bytes:
        """Return the bytes that the ledger stores."""
        numbers = array("I", [self.width, self.size, len(self.sample), len(self.opening)])
        numbers.extend(self.sample)
        numbers.extend(self.opening)
        numbers.extend(self.places.keys())
        numbers.extend(self.places.values())
        return self.digest.to_bytes(8, "little", signed=True) + numbers.tobytes()


def unpack(data: bytes) -> Sketch:
    """Return the sketch that ``Sketch.pack`` gave."""
    numbers = array("I", data[8:])
    width, size, sampled, opened = numbers[:4]
    sample = tuple(numbers[4 : 4 + sampled])
    opening = frozenset(numbers[4 + sampled : 4 + sampled + opened])
    rest = numbers[4 + sampled + opened :]
    half = len(rest) // 2
    places = dict(zip(rest[:half], rest[half:], strict=True))
    digest = int.from_bytes(data[:8], "little", signed=True)
    return Sketch(digest, width, size, sample, opening, places, frozenset(sample), ())


def sketch(text: str) -> Sketch | None:
    r"""Return the sketch of a text (a body without its dateline), or None where it is too short.

    >>> a = sketch("The cabinet has agreed a new budget after " + "a long night of talks " * 5)
    >>> b = sketch("The CABINET has agreed a new budget, after\n\n" + "a long night of talks " * 5)
    >>> a.digest == b.digest, sketch("Details to follow.")
    (True, None)
    """
    words, width = _words(text)
    if len(words) < MIN_WORDS:
        return None
    joined = " ".join(words).lower()
    lowered = joined.split(" ")
    codes = list(map(_codes.__getitem__, lowered))
    packed = array("I", codes).tobytes()
    hashes = [crc32(packed[i : i + 4 * width]) for i in range(0, len(packed) - 4 * width + 4, 4)]
    shingles = frozenset(hashes)
    opening = frozenset(hashes[:OPENING])
    whole = blake2b(joined.encode("utf-8", "replace"), digest_size=8).digest()
    digest = int.from_bytes(whole, "little", signed=True)
    places = _places(words, lowered, codes)
    sample = _smallest(shingles, SHORT if width == 3 else 2 * SHORT)
    return Sketch(digest, width, len(shingles), sample, opening, places, shingles, tuple(hashes))


def _words(text: str) -> tuple[list[str], int]:
    """Words and how many of them are a shingle."""
    if text.isascii() or not _HAS_UNSPACED.search(text):
        stripped = [word.strip(_PUNCTUATION) for word in text.split(None, MAX_WORDS)[:MAX_WORDS]]
        return list(filter(None, stripped)), 3
    words = _WORD.findall(text[: 8 * MAX_WORDS])[: 2 * MAX_WORDS]
    return words, 5 if sum(map(len, words)) < 2 * len(words) else 3


class _Codes(dict[str, int]):
    """Word -> 32 bits, remembered for the words of the language and no more."""

    def __missing__(self, word: str) -> int:
        if len(self) >= 1 << 16:
            self.clear()
        code = self[word] = crc32(word.encode("utf-8", "replace"))
        return code


_codes = _Codes()


def _smallest(shingles: frozenset[int], short: int) -> tuple[int, ...]:
    if len(shingles) <= short:
        return tuple(sorted(shingles))
    # Hashes are spread evenly, so that most need not be sorted.
    bound = (_M32 + 1) * SAMPLE * 3 // (2 * len(shingles))
    below = [shingle for shingle in shingles if shingle < bound]
    return tuple(sorted(below if len(below) >= SAMPLE else shingles)[:SAMPLE])


def _places(words: list[str], lowered: list[str], codes: list[int]) -> dict[int, int]:
    """Numbers and names by the words around them; a place that occurs twice with different values says nothing."""
    # Digits come before ":" in ASCII; a word that is not its own lower case may be a name.
    special = [
        i for i, (word, low) in enumerate(zip(words, lowered, strict=True)) if word != low or word < ":"
    ]
    del special[PLACES:]
    masked = [_NOTHING, _NOTHING, *codes, _NOTHING]  # so that every word has two before it and one after it
    for i in special:
        masked[i + 2] = _ANY_NUMBER if words[i] < ":" else _ANY_NAME
    places: dict[int, int] = {}
    ambiguous: set[int] = set()
    for i in special:
        place = crc32(array("I", masked[i : i + 4]).tobytes())
        if places.setdefault(place, codes[i]) != codes[i]:
            ambiguous.add(place)
    for place in ambiguous:
        del places[place]
    return places


@dataclass(frozen=True, slots=True)
class Likeness:
    """How much two texts have in common."""

    resemblance: float
    """Shared shingles of all shingles of both: 1 for the same text."""
    containment: float
    """Shared shingles of the shorter text's: near 1 for a cut copy."""
    opening: float
    """Share of the earlier text's opening that the later one has."""
    contradiction: float
    """Of the numbers and names that stand in the same words, the share that differ: the mark of a template."""
    size: int
    """Shingles of the shorter text."""
    own_passages: bool
    """Each text has a passage of its own: known of short texts only, which are compared exactly."""


def compare(new: Sketch, stored: Sketch) -> Likeness:
    """Compare a text at hand with a stored one; exact where the stored text was kept whole."""
    if new.digest == stored.digest:
        return Likeness(1.0, 1.0, 1.0, 0.0, new.size, own_passages=False)
    shared = len(stored.shingles & new.shingles) / max(len(stored.sample), 1) * stored.size
    smaller, union = min(new.size, stored.size), new.size + stored.size - shared
    opening = len(stored.opening & new.shingles) / max(len(stored.opening), 1)
    both = new.places.keys() & stored.places.keys()
    differing = sum(new.places[place] != stored.places[place] for place in both)
    contradiction = differing / len(both) if both else 0.0
    passage = PASSAGE * new.width
    own_passages = (
        len(stored.sample) == stored.size
        and stored.size - shared >= passage
        and _longest_passage(new.order, stored.shingles) >= passage
    )
    # Below 1 even for the same shingles in another order.
    resemblance, containment = min(shared / union, 0.999), min(shared / smaller, 1.0)
    return Likeness(resemblance, containment, opening, contradiction, smaller, own_passages)


def _longest_passage(order: tuple[int, ...], known: frozenset[int]) -> int:
    """Length of the longest run of shingles that the other text does not have."""
    longest = begin = 0
    for place, shingle in enumerate(order):
        if shingle in known:
            longest = max(longest, place - begin)
            begin = place + 1
    return max(longest, len(order) - begin)


def is_copy(likeness: Likeness) -> bool:
    """Tell whether the likeness is one of a copy: same text, rewritten lightly, cut, or with another headline."""
    if likeness.resemblance == 1.0:
        return True
    if likeness.contradiction > 0.25 or likeness.resemblance < 0.2 or likeness.own_passages:
        return False
    if likeness.opening >= 0.25:
        return likeness.containment >= 0.5
    return likeness.containment >= 0.85 and likeness.size >= LONG

"""Sketch of a text: the few hundred bytes by which a copy of it is found and recognised.

The method is Broder's resemblance of shingle sets with a bottom-k sample (the k smallest hashes): one hash for each
shingle gives the look-up keys, an exact comparison of short texts, a sample of long ones, and containment, which
finds cut copies; see docs/decisions/0004-near-duplicates.md.
"""

from __future__ import annotations

import re
from array import array
from dataclasses import dataclass, replace
from functools import cache
from hashlib import blake2b
from itertools import islice
from zlib import crc32

KEYS = 10
"""Phrases by which a text is looked up: those that begin with its smallest shingles, two words longer. Two texts of
resemblance r share one with a chance of 1 - (1 - r)^KEYS, a little less for the two words; a rare phrase is in few."""
SAMPLE = 160
"""Shingles that are kept of a longer text."""
OPENING = 8
"""Shingles of the beginning, which tells two stories with the same background apart."""
LONG = 300
"""From this many shingles on a text that is nearly all in another is a copy, whatever it begins with."""
# What a copy has, found with benchmarks/near_duplicates.py:
CONTAINED, RESEMBLING, OPENED = 0.55, 0.25, 0.25  # so much of the shorter text, of both, and of the opening
ENCLOSED = 0.85  # or so much of a long text
NEARLY_ALL = 0.9  # of a short text, if each has a passage of its own
CONTRADICTING = 0.25  # and no more than this of numbers and names that differ
PLACES = 40
"""Numbers and names that are kept with the words around them."""
SHORT = 160
"""A text of so many shingles, three times as many if they are of characters, may be little more than its boilerplate. It is
kept whole and compared exactly."""
PASSAGE = 3
"""So many shingles' width of shingles that another text does not have, one after the other, are news of its own and
not words changed here and there."""
MIN_WORDS = 20
"""A shorter text (``Details to follow``) says too little to be a copy of another."""
MAX_WORDS = 500
"""What comes after is not looked at, so that time is bounded; two texts that begin with the same 500 words are copies."""
WORDS_KNOWN = 1 << 14
"""Words whose hash and bare form are remembered: some 2 MB."""
LONG_WORD = 40
"""Characters; a longer one is none of the language's and comes once."""

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
    width, size, *counts = numbers[:5]
    parts, begin = [], 5
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
    if len(words) < MIN_WORDS:
        return None
    joined = " ".join(words).lower()
    lowered = joined.split(" ")
    codes = list(map(_codes.__getitem__, lowered))
    packed = array("I", codes).tobytes()
    # Every loop over the words of a text runs inside the interpreter: this is done for each article.
    hashes = list(map(crc32, map(packed.__getitem__, _slices(width)[: max(0, len(words) - width + 1)])))
    shingles = frozenset(hashes)
    opening = frozenset(hashes[:OPENING])
    whole = blake2b(joined.encode("utf-8", "replace"), digest_size=8).digest()
    digest = int.from_bytes(whole, "little", signed=True)
    places = _places(words, lowered, codes)
    sample = _smallest(shingles, SHORT if width == 3 else 3 * SHORT)
    ends = [*hashes[2:], hashes[-1], hashes[-1]]
    # A sum, since the same word twice must not cancel out.
    phrases = tuple({(shingle + 3 * ends[hashes.index(shingle)]) & _M32 for shingle in sample[:KEYS]})
    return Sketch(digest, phrases, width, len(shingles), sample, opening, places, shingles, tuple(hashes))


def _words(text: str) -> tuple[list[str], int]:
    """Words and how many of them are a shingle."""
    if text.isascii() or not _HAS_UNSPACED.search(text):
        return list(filter(None, map(_stripped.__getitem__, text.split(None, MAX_WORDS)[:MAX_WORDS]))), 3
    words = _WORD.findall(text[: 8 * MAX_WORDS])[: 2 * MAX_WORDS]
    return words, 5 if sum(map(len, words)) < 2 * len(words) else 3


@cache
def _slices(width: int) -> list[slice]:
    """Where the shingles are in the packed codes of the longest text."""
    return [slice(4 * i, 4 * (i + width)) for i in range(2 * MAX_WORDS)]


class _Stripped(dict[str, str]):
    """Word as it stands -> without punctuation, remembered for the words of the language and no more."""

    def __missing__(self, word: str) -> str:
        if len(self) >= WORDS_KNOWN:
            self.clear()
        stripped = word.strip(_PUNCTUATION)
        if len(word) <= LONG_WORD:
            self[word] = stripped
        return stripped


class _Codes(dict[str, int]):
    """Word -> 32 bits, remembered in the same way."""

    def __missing__(self, word: str) -> int:
        if len(self) >= WORDS_KNOWN:
            self.clear()
        code = crc32(word.encode("utf-8", "replace"))
        if len(word) <= LONG_WORD:
            self[word] = code
        return code


_stripped = _Stripped()
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
    pairs = enumerate(zip(words, lowered, strict=True))
    special = list(islice((i for i, (word, low) in pairs if word != low or word < ":"), PLACES))
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
    # Below 1 even for the same shingles in another order.
    resemblance, containment = min(shared / union, 0.999), min(shared / smaller, 1.0)
    opening = len(stored.opening & new.shingles) / max(len(stored.opening), 1)
    if containment < CONTAINED:  # most candidates; what follows could not make a copy of it
        return Likeness(resemblance, containment, opening, 0.0, smaller, own_passages=False)
    both = new.places.keys() & stored.places.keys()
    differing = sum(new.places[place] != stored.places[place] for place in both)
    contradiction = differing / len(both) if both else 0.0
    passage = PASSAGE * new.width
    own_passages = (
        len(stored.sample) == stored.size
        and stored.size - shared >= passage
        and _longest_passage(new.order, stored.shingles) >= passage
    )
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
    if likeness.containment < CONTAINED or likeness.resemblance < RESEMBLING:
        return False
    if likeness.contradiction > CONTRADICTING or (
        likeness.own_passages and likeness.containment < NEARLY_ALL
    ):
        return False
    return likeness.opening >= OPENED or (likeness.containment >= ENCLOSED and likeness.size >= LONG)

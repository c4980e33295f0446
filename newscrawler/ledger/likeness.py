"""Likeness of two texts: by their sketches, whether one is a copy of the other.

What a copy has was found with ``benchmarks/near_duplicates.py``; see docs/decisions/0004-near-duplicates.md.
"""

from __future__ import annotations

from array import array
from dataclasses import dataclass
from typing import TYPE_CHECKING

from newscrawler.ledger.sketch import HEAD

if TYPE_CHECKING:
    from collections.abc import Collection

    from newscrawler.ledger.sketch import Sketch

LONG = 300
"""From this many shingles on a text that is nearly all in another is a copy, whatever it begins with."""
CONTAINED, RESEMBLING, OPENED = 0.55, 0.25, 0.25  # so much of the shorter text, of both, and of the opening
ENCLOSED = 0.85  # or so much of a long text
NEARLY_ALL = 0.9  # of a short text, if each has a passage of its own
CONTRADICTING = 0.25  # and no more than this of numbers and names that differ
PASSAGE = 3
"""Widths of a shingle. Shingles in a row that another text does not have and that are so long are news of its
own, not words changed here and there."""


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
    """Of the numbers and names that stand in the same words, the share that differ: a template's mark."""
    size: int
    """Shingles of the shorter text."""
    own_passages: bool
    """Each text has a passage of its own: known of short texts only, which are compared exactly."""


def compare(new: Sketch, stored: Sketch) -> Likeness:
    """Compare a text at hand with a stored one; exact where the stored text was kept whole."""
    if new.digest == stored.digest:
        return Likeness(1.0, 1.0, 1.0, 0.0, new.size, own_passages=False)
    shared = _shared(new, stored.sample, stored.size)
    smaller, union = min(new.size, stored.size), new.size + stored.size - shared
    # Below 1 even for the same shingles in another order.
    resemblance, containment = min(shared / union, 0.999), min(shared / smaller, 1.0)
    opening = len(stored.opening & new.shingles) / max(len(stored.opening), 1)
    if containment < CONTAINED:  # what follows could not make a copy of it
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


def can_be_copies(new: Sketch, packed: bytes) -> bool:
    """Tell whether ``compare`` could find a copy in a packed text, without unpacking all of it."""
    numbers = array("I", packed[8:])
    _, size, phrases, sampled = numbers[:4]
    sample = numbers[HEAD + phrases : HEAD + phrases + sampled]
    return _shared(new, sample, size) >= CONTAINED * min(new.size, size)


def _shared(new: Sketch, sample: Collection[int], size: int) -> float:
    """Estimate how many of a stored text's shingles another one has."""
    return len(new.shingles.intersection(sample)) / max(len(sample), 1) * size


def _longest_passage(order: tuple[int, ...], known: frozenset[int]) -> int:
    """Return the length of the longest run of shingles that the other text does not have."""
    longest = begin = 0
    for place, shingle in enumerate(order):
        if shingle in known:
            longest = max(longest, place - begin)
            begin = place + 1
    return max(longest, len(order) - begin)


def is_copy(likeness: Likeness) -> bool:
    """Tell whether it is a copy: the same text, one rewritten lightly, cut, or with another headline."""
    if likeness.resemblance == 1.0:
        return True
    if likeness.containment < CONTAINED or likeness.resemblance < RESEMBLING:
        return False
    if likeness.contradiction > CONTRADICTING or (
        likeness.own_passages and likeness.containment < NEARLY_ALL
    ):
        return False
    return likeness.opening >= OPENED or (likeness.containment >= ENCLOSED and likeness.size >= LONG)

"""Likeness: whether two lines say the same, without case and punctuation."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_WORD = re.compile(r"[^\W_]+")
_LEAST_UNITS = 4


@lru_cache(maxsize=256)
def loose(text: str) -> str:
    """Return the words of a text without case and punctuation, for comparison.

    It is cached since the few titles of a page are compared with each of its headings.
    """
    return " ".join(_WORD.findall(unicodedata.normalize("NFKC", text).casefold()))


def likeness(a: str, b: str) -> float:
    """Return how much two texts share of their words (letter pairs where words are not spaced), 0 to 1.

    >>> likeness("Talks go on in the capital", "Capital: talks go on")
    0.8
    """
    first, second = _units(a), _units(b)
    if not first or not second:
        return 0.0
    return 2 * len(first & second) / (len(first) + len(second))


@lru_cache(maxsize=256)
def _units(text: str) -> frozenset[str]:
    units: set[str] = set()
    for word in loose(text).split():
        if word[0] > "\u0e00" and len(word) > 2:
            units.update(word[index : index + 2] for index in range(len(word) - 1))
        else:
            units.add(word)
    return frozenset(units)


def is_sentence(text: str) -> bool:
    """Tell whether a line is long enough for a headline: four words, or as many letter pairs.

    >>> is_sentence("World news"), is_sentence("Council votes on harbour")
    (False, True)
    """
    return len(_units(text)) >= _LEAST_UNITS

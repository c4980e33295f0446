"""Slug: the words of a URL that say what its article is about."""

from __future__ import annotations

import re
from urllib.parse import unquote, urlsplit

FEWEST_WORDS = 3
"""Of each of two slugs, before they can say anything."""
SAME = 4
"""Two slugs of one article share a word in so many, at least."""
_WORD = re.compile(r"[^\W\d_]{3,}")


def speak_of_others(one: str, other: str) -> bool:
    """Tell whether the slugs of two URLs have hardly a word in common: they are of two stories.

    A slug that follows an edited headline keeps some words.

    >>> harbour = "https://example.org/news/harbour-opens-again-after-flood-1234"
    >>> speak_of_others(harbour, "https://example.org/local/harbour-opens-after-the-flood-1234")
    False
    >>> speak_of_others(harbour, "https://example.org/sport/league-match-ends-without-goals-1234")
    True
    >>> speak_of_others(harbour, "https://example.org/1234")
    False
    """
    if one == other:
        return False
    words, others = _slug(one), _slug(other)
    fewest = min(len(words), len(others))
    return fewest >= FEWEST_WORDS and len(words & others) * SAME < fewest


def _slug(url: str) -> set[str]:
    """Return the words of the part of a path that has most of them."""
    parts = unquote(urlsplit(url).path).casefold().split("/")
    return max((set(_WORD.findall(part)) for part in parts), key=len)

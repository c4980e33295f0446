"""Word diff: what of a text was left out, and what was put in."""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal

MOST_WORDS = 4000
"""Of a text that is compared."""
AROUND = 12
"""Words that are shown on each side of a change."""
_PART = re.compile(r"\s+|\w+|[^\w\s]")


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of words that are the same in both texts, or only in one."""

    kind: Literal["same", "out", "in"]
    text: str


def word_diff(before: str, after: str) -> list[Piece]:
    """Return both texts as pieces; what stays the same is cut where it is long.

    >>> [(piece.kind, piece.text) for piece in word_diff("He has gone.", "He has left.")]
    [('same', 'He has '), ('out', 'gone'), ('in', 'left'), ('same', '.')]
    """
    old, new = (_PART.findall(text)[:MOST_WORDS] for text in (before, after))
    pieces: list[Piece] = []
    for kind, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if kind == "equal":
            pieces.append(Piece("same", _cut(old[a:b], is_first=not pieces, is_last=b == len(old))))
            continue
        if a < b:
            pieces.append(Piece("out", "".join(old[a:b])))
        if c < d:
            pieces.append(Piece("in", "".join(new[c:d])))
    return pieces


def _cut(words: list[str], *, is_first: bool, is_last: bool) -> str:
    begin = [] if is_first else words[: 2 * AROUND]
    end = [] if is_last else words[-2 * AROUND :]
    if len(words) <= 4 * AROUND:
        return "".join(words)
    return "".join(begin) + " … " + "".join(end)

"""Lost letters: a line in which marks stand for letters is read as a statement has it whole."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable

_MARK: Final = re.compile(r"[?\ufffd]")
_SURELY: Final = re.compile(r"\ufffd|\w\?\w|\?.*\?", re.DOTALL)
"""One question mark between words may be meant; several, or one within a word, are looked up."""
_LOST: Final = ".{1,3}?"
"""What a mark stands for: an apostrophe may have taken the letter behind it along."""
_LONGEST: Final = 400


def with_letters(text: str, whole: Iterable[str]) -> str:
    """Return the first of ``whole`` that is the line with letters for its marks, else the line as it is.

    >>> with_letters("The captain?s new ship", ["The captain's new ship"])
    "The captain's new ship"
    >>> with_letters("Is it over?", ["Is it over!"])
    'Is it over?'
    """
    if len(text) > _LONGEST or not _SURELY.search(text):
        return text
    wanted = re.compile(_LOST.join(map(re.escape, _MARK.split(text))), re.IGNORECASE | re.DOTALL)
    for line in whole:
        if len(_MARK.findall(line)) < len(_MARK.findall(text)) and wanted.fullmatch(line):
            return line
    return text

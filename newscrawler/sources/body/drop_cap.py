"""Drop cap: a first letter that is set apart goes back to its word, or stays a word by itself."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Sequence

DROP_CAP: Final = "\x00"
"""What stands in a line behind a letter that the markup sets apart."""
_SPLIT: Final = re.compile("^(\\W*\\w)[\\s\x00]*\x00[\\s\x00]*(\\w)")
"""A first letter set apart, and the rest of its word."""
_WORDS: Final = frozenset("AIOUEYÀÈÉÓÚΟΗΩАВИІЇЙКОСУЄЯ")
"""Letters that are words by themselves, as a sentence begins with them."""
_OPENING: Final = " \t\n\r\"'„“«‘¿¡—–-"


def is_word_by_itself(parts: Sequence[str], text: str) -> bool:
    """Tell whether the letter set apart is a whole word: the sentence goes on with a space of its own.

    A space between two tags is the template's, and parts no words.

    :param parts: the line so far.
    :param text: how it goes on.
    """
    is_apart = len(parts) > 1 and parts[-1] == DROP_CAP and text[:1].isspace()
    return is_apart and parts[-2].strip(_OPENING) in _WORDS


def rejoined(line: str) -> str:
    r"""Return a line with its first letter and the rest of the word as one.

    >>> rejoined("T\x00 he rain stopped.")
    'The rain stopped.'
    """
    return _SPLIT.sub(r"\1\2", line).replace(DROP_CAP, "")

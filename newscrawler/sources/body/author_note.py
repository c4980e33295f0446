"""Author note: what a page says of its author below the story is no part of it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable

    from newscrawler.sources.body.blocks import Block

_SAID: Final = (
    r"\s(?:is|was|has|writes|covers|lives|works|joined|reports|holds|teaches|studied|ist|schreibt|lebt|arbeitet|"
    r"berichtet|est|écrit|vit|couvre|es|escribe|vive|cubre|è|scrive|é|escreve|jest|pisze|schrijft|är|skriver|er|bor)\s"
)
_ABOUT: Final = r"(?:about|über|à propos de|sobre|chi è|o autor\w*|over|om)\s+"
_LONGEST: Final = 700
_MOST: Final = 3


def without_author_note(kept: list[Block], names: Iterable[str]) -> list[Block]:
    """Leave out the last paragraphs that tell who the author is, and their heading.

    :param names: of the people in the byline.
    """
    joined = "|".join(map(re.escape, names))
    if not joined:
        return kept
    note = re.compile(rf"(?:{joined}){_SAID}|\W*{_ABOUT}(?:{joined})\W*$", re.IGNORECASE)
    end = len(kept)
    for block in kept[: -_MOST - 1 : -1]:
        if end == 1 or len(block.text) > _LONGEST or not note.match(block.text):
            break
        end -= 1
    return kept[:end]

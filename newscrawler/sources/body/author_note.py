"""Author note: what a page says of its author below the story is no part of it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from newscrawler.text import people_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newscrawler.sources.body.blocks import Block
    from newscrawler.sources.bylines.byline_line import Line

_SAID: Final = re.compile(
    r"\s(?:is|was|has|writes|covers|lives|works|joined|reports|holds|teaches|studied|ist|schreibt|lebt|arbeitet|"
    r"berichtet|est|écrit|vit|couvre|es|escribe|vive|cubre|è|scrive|é|escreve|jest|pisze|schrijft|är|skriver|er|bor)\s",
    re.IGNORECASE,
)
_ABOUT: Final = re.compile(r"\W*(?:about|über|à propos de|sobre|chi è|o autor\w*|over|om)\s+", re.IGNORECASE)
_LONGEST: Final = 700
_LONGEST_NAME: Final = 60
_MOST: Final = 3


def without_author_note(kept: list[Block], lines: Sequence[Line]) -> list[Block]:
    """Leave out the last paragraphs that tell who the author is, and their heading.

    :param lines: the bylines of the page.
    """
    end = len(kept)
    for block in kept[: -_MOST - 1 : -1]:
        if end == 1 or not _may_be_note(block.text) or not _is_of(block.text, lines):
            break
        end -= 1
    return kept[:end]


def _may_be_note(text: str) -> bool:
    """Tell whether a line says what somebody is or does; to find out who has the byline costs more."""
    if len(text) > _LONGEST:
        return False
    return _ABOUT.match(text) is not None or _SAID.search(text, 0, _LONGEST_NAME) is not None


def _is_of(text: str, lines: Sequence[Line]) -> bool:
    for name in people_of(line.text for line in lines):
        if text.startswith(name) and _SAID.match(text, len(name)):
            return True
        if (about := _ABOUT.match(text)) is not None and text[about.end() :].strip(" .:?!") == name:
            return True
    return False

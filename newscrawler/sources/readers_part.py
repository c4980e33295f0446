"""Readers' part: where comments begin that stand in the element of the story itself."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from newscrawler.sources.boilerplate import prose_weight
from newscrawler.sources.repetition import is_label

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newscrawler.sources.blocks import Block

_HEADING: Final = re.compile(
    r"\W*\d*\W*(?:(?:reader|user|leser)s?['’]?\s?)?"
    r"(?:comments?|comment\(s\)|kommentare?|commentaires?|comentarios?|comentários?|commenti|reacties|"
    r"komentarze|komentáře|комментари(?:и|ев|й|я)|коментар(?:і|ів)|σχόλια|yorum(?:lar)?|"
    r"(?:网友|網友|读者|讀者)?(?:评论|評論|留言)|コメント|댓글)\W*\d*\W*"
    r"|\W*comments (?:are|have been) (?:now )?closed\b.*",
    re.IGNORECASE,
)
"""The line above the comments, with their number or without."""
_LONGEST: Final = 60
_LEAST_BEFORE: Final = 300.0
"""Running text from which a story may have ended."""
_MOST_TRIES: Final = 3
"""Lines that are looked at, where what stands below one is no comments."""
_LABELLED: Final = 0.4
"""Labels (a name, a date) for each paragraph below the line; between parts of a story there are fewer."""


def where_readers_begin(found: Sequence[Block]) -> Block | None:
    """Return the line that heads the comments; None where no line does.

    Below it, names and paragraphs alternate; where they do not, the line is one of a bar of buttons.

    :param found: all blocks of the element that holds the story.
    """
    heads = [
        place
        for place, block in enumerate(found)
        if len(block.text) <= _LONGEST and _HEADING.fullmatch(block.text)
    ]
    told, begin, tried = 0.0, 0, 0
    for place in heads:
        told += sum(map(prose_weight, found[begin:place]))
        begin = place
        if told < _LEAST_BEFORE:
            continue
        if _alternate(found[place + 1 :]):
            return found[place]
        tried += 1
        if tried == _MOST_TRIES:
            break
    return None


def _alternate(found: Sequence[Block]) -> bool:
    """Tell whether names and paragraphs alternate, or nothing is said at all."""
    weights = [(block, prose_weight(block)) for block in found]
    prose = sum(weight > 0 for _, weight in weights)
    return not prose or sum(is_label(block, weight) for block, weight in weights) >= _LABELLED * prose

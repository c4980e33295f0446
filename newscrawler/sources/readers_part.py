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
_LABELLED: Final = 0.4
"""Labels (a name, a date) for each paragraph below the line; between parts of a story there are fewer."""


def where_readers_begin(found: Sequence[Block]) -> Block | None:
    """Return the line that heads the comments; None where no line does.

    Below it, names and paragraphs alternate; where they do not, the line is one of a bar of buttons.

    :param found: all blocks of the element that holds the story.
    """
    for place, block in enumerate(found):
        if len(block.text) > _LONGEST or not _HEADING.fullmatch(block.text):
            continue
        if sum(map(prose_weight, found[:place])) < _LEAST_BEFORE:
            continue
        weights = [(other, prose_weight(other)) for other in found[place + 1 :]]
        prose = sum(weight > 0 for _, weight in weights)
        labels = sum(is_label(other, weight) for other, weight in weights)
        if not prose or labels >= _LABELLED * prose:
            return block
    return None

"""Subheads: which of them head something that is in the text."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from newscrawler.sources.boilerplate.prose import prose_weight
from newscrawler.sources.likeness import likeness, loose
from newscrawler.sources.tags import HEAD_TAGS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newscrawler.sources.body.blocks import Block, Node

_SHORT: Final = 40
_SAME: Final = 0.6
"""Likeness of the headline from which a heading is the headline in other words."""
_LEAST_BEGUN: Final = 100.0
"""Running text above a main heading from which it heads a part."""


def without_idle_subheads(kept: list[Block]) -> list[Block]:
    """Drop subheads without text after them: what they head is not here. One above a lower one may stand."""
    out: list[Block] = []
    lowest = "h0"
    for block in reversed(kept):
        if block.kind == "subhead" and not _says_something(block.text):
            level = _level(block)
            if level >= lowest:
                continue
            lowest = level
        else:
            lowest = "h9"
        out.append(block)
    out.reverse()
    return out


def heads_part(block: Block, kept: Sequence[Block], headline: str | None) -> bool:
    """Tell whether a main heading below the beginning of the text heads a part of it, as texts pasted in do.

    It is not the headline once more, and leads nowhere.

    :param kept: the text above it.
    """
    if block.node.tag != "h1" or block.link_chars or headline is None:
        return False
    if likeness(block.text, headline) >= _SAME or loose(headline).startswith(loose(block.text)):
        return False
    return sum(map(prose_weight, kept)) >= _LEAST_BEGUN


def _says_something(subhead: str) -> bool:
    """Tell whether a subhead is a statement, as those of a list of pictures are."""
    return len(subhead) >= _SHORT and subhead[-1] in ".。"


def _level(block: Block) -> str:
    """Return the tag of the heading that the block is in: ``h2`` above ``h3``."""
    node: Node | None = block.node
    while node is not None and node.tag not in HEAD_TAGS:
        node = node.parent
    return "h6" if node is None else node.tag

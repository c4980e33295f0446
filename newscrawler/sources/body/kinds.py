"""Kinds: whether a line of text is a paragraph, a subhead, an item of a list, a quotation or set as it is."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Literal

from newscrawler.sources.tags import HEAD_TAGS, ITEM_TAGS

if TYPE_CHECKING:
    from newscrawler.sources.body.blocks import Node

Kind = Literal["paragraph", "subhead", "item", "quote", "pre"]
_REACH: Final = 4
"""How far up a list or quotation is looked for."""


def kind_of(node: Node) -> Kind:
    """Return the kind of the lines in an element."""
    above: Node | None = node
    for _ in range(_REACH):
        if above is None:
            break
        if above.tag in HEAD_TAGS or above.tag == "button":
            return "subhead"
        if above.tag == "pre":
            return "pre"
        if above.tag == "blockquote":
            return "quote"
        if above.tag in ITEM_TAGS:
            return "item"
        above = above.parent
    return "paragraph"

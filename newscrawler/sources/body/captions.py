"""Captions: lines of the text that belong to a picture, by what they say or by where they stand."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from turbohtml import Element, Text

from newscrawler.document.node import before, children, elements, first
from newscrawler.sources.body.picture_credits import is_picture_credit
from newscrawler.sources.boilerplate.prose import ends_sentence, length, prose_weight
from newscrawler.sources.hosts import shape
from newscrawler.sources.tags import PICTURE_TAGS
from newscrawler.text import clean

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newscrawler.sources.body.blocks import Block, Node
    from newscrawler.sources.body.regions import Region

_LONGEST: Final = 250
"""Most Latin letters of a box with a picture in which all of the words are its caption."""
_LONGEST_UNCREDITED: Final = 160
"""Most Latin letters of a caption that does not say whose the picture is."""
_LEVELS: Final = 3
"""How far above a line its box with the picture is looked for."""
_MOST: Final = 1 / 3
"""Share of the lines, at most: where more of them stand with pictures, they are the story."""
_MOST_LINES: Final = 2
_QUOTES: Final = tuple('“„«»‚‘「『"')
"""What somebody says stands beside a portrait, and is of the story."""
_UNFINISHED: Final = frozenset(",、，をにはがとで")
"""How a sentence goes on that a picture stands within."""
_NO_BOXES: Final = frozenset(("p", "li", "article"))
_SLANTED: Final = frozenset(("em", "i", "small", "cite"))
_TABLES: Final = frozenset(("table", "tbody", "tr", "td"))
_WIDTH: Final = re.compile(r"(?:^|;)width:\d+px")
_LEAST_TOLD: Final = 16
_BOLD: Final = frozenset(("b", "strong"))


def without_captions(kept: list[Block], region: Region) -> list[Block]:
    """Leave out the captions, unless the pictures with their captions are the story."""
    captions = [block for block in kept if block.kind == "paragraph" and _is_caption(block, kept, region)]
    if not captions or len(captions) > _MOST * sum(prose_weight(block) > 0 for block in kept):
        return kept
    return [block for block in kept if block not in captions]


def _is_caption(block: Block, kept: Sequence[Block], region: Region) -> bool:
    if is_picture_credit(block.text):
        return True
    if length(block.text) > _LONGEST_UNCREDITED or block.text.startswith(_QUOTES):
        return False
    if block.text[-1] in _UNFINISHED:
        return False
    is_first = _begins(block, kept)
    return _is_beside_picture(block, is_first=is_first) or _shares_box(block, kept, region, is_first=is_first)


def _begins(block: Block, kept: Sequence[Block]) -> bool:
    """Tell whether a line is the first with running text, as a standfirst is."""
    return block is next((other for other in kept if prose_weight(other)), None)


def _is_beside_picture(block: Block, *, is_first: bool) -> bool:
    """Tell whether a line stands in the paragraph of a picture, or in the next, and is no sentence."""
    element = block.element
    if block.node.end - block.node.index > 1:
        return False
    has_picture = block.node.pictures > 0 and _begins_with_picture(element)
    if not has_picture and (is_first or not _follows_picture(element)):
        return False
    parts = [child for child in children(element) if child.text.strip()]
    if any(part.tag in _BOLD for part in parts):
        return False  # it heads the next part
    if len(parts) == 1 and parts[0].tag in _SLANTED and clean(parts[0].text) == block.text:
        return True
    return not is_first and not ends_sentence(block.text)


def _follows_picture(element: Element) -> bool:
    """Tell whether the element before this one holds a picture and no words."""
    last = next(before(element), None)
    return last is not None and not last.text.strip() and first(last, *PICTURE_TAGS) is not None


def _shares_box(block: Block, kept: Sequence[Block], region: Region, *, is_first: bool) -> bool:
    """Tell whether the line is all that is said in a box that begins with a picture."""
    box: Node | None = block.node
    for _ in range(_LEVELS):
        if box is None or box.index <= region.core.index:
            return False
        if box.pictures and box.tag not in _NO_BOXES:
            return (
                box.chars <= _LONGEST
                and shape(box) not in region.shapes
                and sum(box.index <= other.node.index < box.end for other in kept) <= _MOST_LINES
                and (not (is_first or ends_sentence(block.text)) or _is_set_as_picture(box, block.text))
                and _begins_with_picture(box.element)
            )
        box = box.parent
    return False


def _is_set_as_picture(box: Node, text: str) -> bool:
    """Tell whether a box is set like a picture, or says what the picture says to those who do not see it."""
    style = (box.element.attr("style") or "").replace(" ", "")
    if box.tag in _TABLES or box.element.attr("align") or "float:" in style or _WIDTH.search(style):
        return True
    told = (
        clean(picture.attr(name) or "")
        for picture in elements(box.element, *PICTURE_TAGS)
        for name in ("alt", "title")
    )
    return any(len(words) >= _LEAST_TOLD and text.startswith(words.rstrip(".…")) for words in told)


def _begins_with_picture(element: Element) -> bool:
    """Tell whether a picture stands before the first word of an element."""
    for node in element.descendants:
        if isinstance(node, Text) and node.data.strip():
            return False
        if isinstance(node, Element) and node.tag in PICTURE_TAGS:
            return True
    return False

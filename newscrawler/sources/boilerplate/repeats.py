"""Repeats: pull quotes, and the same text for another screen, which say what the text says already."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newscrawler.sources.body.blocks import Block, Node

_LEAST_PULLED, _MOST_PULLED = 20, 300
"""Characters of a pull quote; fewer may be said twice."""
_MOST_QUOTES: Final = 60
_LEAST_COPY: Final = 60
"""Characters of a paragraph that stands twice for two screens."""
_SHORT: Final = 40
"""Characters of the line that tells who said so."""
_QUOTES: Final = "„“”\"«»‘’「」『』' "
_QUOTE_BOX: Final = re.compile(
    r"quot|(?:^|[\s_-])(?:pq|zitat|cita|citat|citation|citaat|sitat)(?:$|[\s_-])", re.IGNORECASE
)


def without_repeats(kept: Sequence[Block]) -> list[Block]:
    """Leave out what stands in the text already, and who is named below a quote that is left out."""
    times = Counter(block.text for block in kept)
    pulled_from = [block for block in kept if _may_be_pulled(block)]
    if len(times) == len(kept) and not pulled_from:
        return list(kept)
    whole = ""
    if 0 < len(pulled_from) <= _MOST_QUOTES:
        candidates = set(map(id, pulled_from))
        whole = " ".join(block.text for block in kept if id(block) not in candidates).casefold()
    first: dict[str, Node | None] = {}
    pulled: Node | None = None
    out: list[Block] = []
    for block in kept:
        text, place = block.text, block.node.parent
        if len(text) >= _LEAST_COPY and times[text] == 2 and first.setdefault(text, place) is not place:
            continue
        if whole and _may_be_pulled(block) and _says_so(whole, text):
            pulled = place
            continue
        if pulled is not None and len(text) < _SHORT and _is_of_quote(block, pulled):
            continue  # who said so
        pulled = None
        out.append(block)
    return out


def _may_be_pulled(block: Block) -> bool:
    """Tell whether a block is a quotation by its element or by the name of its box."""
    if block.kind == "quote":
        return len(block.text) >= _LEAST_PULLED
    if block.kind != "paragraph" or not _LEAST_PULLED <= len(block.text) <= _MOST_PULLED:
        return False
    return _is_in_quote_box(block.node)


def _is_in_quote_box(node: Node | None) -> bool:
    return node is not None and any(
        _QUOTE_BOX.search(each.names) is not None for each in (node, node.parent) if each is not None
    )


def _is_of_quote(block: Block, pulled: Node) -> bool:
    """Tell whether a line stands in the box of a quote that is left out."""
    return block.node is pulled or (block.node.parent is pulled and _is_in_quote_box(pulled))


def _says_so(whole: str, quote: str) -> bool:
    return quote.strip(_QUOTES).rstrip(".,").casefold() in whole

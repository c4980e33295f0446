"""Link lines: which lines and lists of a text lead elsewhere, and which are linked but part of it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from newscrawler.sources.boilerplate.prose import ends_sentence
from newscrawler.sources.hosts import host_of, shape

if TYPE_CHECKING:
    from newscrawler.sources.body.blocks import Block, Node
    from newscrawler.sources.body.regions import Region

_LEADING: Final = 0.6
"""Share of a list's text within links from which it leads elsewhere."""
_TIMES: Final = re.compile(r"[(（\[]?[\d.:/年月日時时分-]{4,}(?:[\s,]+[\d.:時时分-]{4,})?[)）\]]?")
"""Dates and clocks beside the links of a list; they are no words of it."""
_LISTS: Final = frozenset(("ul", "ol", "dl"))
_LEAST_SENTENCE: Final = 40
_LONGEST_LABEL: Final = 40
_LABEL_ENDS: Final = (":", "：", "|", "】", "»", ">")
_STOPS: Final = frozenset(".!?…。！？")
_QUOTES: Final = "„“”\"'«»‘’ "


def lists_that_lead_elsewhere(found: list[Block], region: Region) -> dict[int, bool]:
    """Return, by ``Node.index`` of each list, whether it leads to other pages; a list goes or stays whole."""
    chars: dict[int, int] = {}
    links: dict[int, int] = {}
    for block in found:
        if block.kind == "item" and region.holds(block.node) and (place := _list_of(block)) is not None:
            chars[place] = chars.get(place, 0) + len(_TIMES.sub("", block.text))
            links[place] = links.get(place, 0) + block.link_chars
    return {place: links[place] > _LEADING * size for place, size in chars.items()}


def heads_links(label: Block, block: Block) -> bool:
    """Tell whether a line is a label of the next one, which is there for its link."""
    return (
        block.link_share > _LEADING
        and len(label.text) <= _LONGEST_LABEL
        and label.text.endswith(_LABEL_ENDS)
        and not label.link_chars
    )


def _list_of(block: Block) -> int | None:
    node: Node | None = block.node
    while node is not None and node.tag not in _LISTS:
        node = node.parent
    return None if node is None else node.index


def is_link_line(block: Block, region: Region, leading: dict[int, bool]) -> bool:
    """Tell whether a line is there for its link.

    :param leading: by ``Node.index`` of a list, whether it leads elsewhere.
    """
    share, text = block.link_share, block.text
    place = _list_of(block) if block.kind == "item" and share else None
    if place in leading:
        return leading[place]
    if share <= 0.4 or block.kind == "subhead":
        return False
    if block.kind == "item":
        return len(text) < 100 or share > 0.7
    if _is_linked_sentence(block, region):
        return False
    if share > 0.9:
        return True
    least = 100 if share > 0.8 else 60
    return share > 0.5 and not (len(text) >= least and ends_sentence(text)) and not text.endswith(":")


def _is_linked_sentence(block: Block, region: Region) -> bool:
    """Tell whether a line is a linked sentence of the text: it stands where its neighbours do."""
    return (
        block.node.tag == "p"
        and len(block.text) >= _LEAST_SENTENCE
        and block.text.rstrip(_QUOTES)[-1:] in _STOPS
        and shape(host_of(block)) in region.shapes
    )

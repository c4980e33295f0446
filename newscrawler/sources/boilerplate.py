"""Boilerplate: which lines are prose, and which are house lines that publishers put among it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from newscrawler.sources.blocks import Block

_DENSE: Final = re.compile(
    "[\u0e00-\u0e7f\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff]"
)
"""Scripts in which one sign says as much as two or three Latin letters."""
_ENDS: Final = frozenset(".!?…。！？؟।॥۔」』”“\"’'»)：:")
_HOUSE: Final = re.compile(
    r"(?i)^(?:our standards|advertisement|anzeige|publicité|publicidad|werbung|реклама|read (?:more|also|next)|also read|"
    r"sign up|click here|©|copyright)\b",
)


def length(text: str) -> int:
    """How much the text says, in Latin letters."""
    size = len(text)
    if text.isascii():
        return size
    return size + int(1.5 * len(_DENSE.findall(text)))


def prose_weight(block: Block) -> float:
    """How much running text the block is; 0 for labels, links and headings."""
    text = block.text
    if block.kind == "subhead" or block.node is not None and block.node.tag == "h1":
        return 0.0
    if len(text) < 16:
        return 0.0
    size = length(text)
    if size < 100 and not (size >= 40 and text[-1] in _ENDS):
        return 0.0
    share = block.link_share
    if share > 0.5:
        return 0.0
    return size * (1 - share)


def is_house_line(text: str) -> bool:
    """Whether the line is one that the publisher puts under or between any of its articles."""
    return len(text) < 200 and _HOUSE.match(text) is not None


def ends_sentence(text: str) -> bool:
    """Whether the line ends as a sentence does."""
    return text[-1:] in _ENDS


_LABEL: Final = re.compile(
    r"(?i)\b\d{1,2}[:.h]\d{2}\b|\b(?:19|20)\d\d\b|^(?:by|von|vom|par|por|di|de|da|text|foto|autor|stand|updated|published|posted|aktualisiert)\b|"
    r"\b(?:min|minutes?|minuten|lesezeit|read)\b|@",
)


def is_label_text(text: str) -> bool:
    """Whether a short line at the edge of the text is a time, a name or a count."""
    return len(text) < 80 and _LABEL.search(text) is not None

"""Table rows: cells of one row are one line, and a word of a cell is no label of the page."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from newscrawler.document.node import children

if TYPE_CHECKING:
    from newscrawler.sources.body.blocks import Block, Node

_LEAST_CELLS: Final = 3


def is_of_row(node: Node) -> bool:
    """Tell whether an element is a cell of a row with several: a label says something there."""
    row = node.parent
    if node.tag not in {"td", "th"} or row is None:
        return False
    return sum(cell.tag in {"td", "th"} for cell in children(row.element)) >= _LEAST_CELLS


def joined_rows(kept: list[Block]) -> list[Block]:
    """Join the cells of a table row into one line."""
    out: list[Block] = []
    for block in kept:
        last = out[-1] if out else None
        if last is not None and is_cell(block) and is_cell(last) and block.node.parent is last.node.parent:
            text = f"{last.text} | {block.text}"
            out[-1] = replace(last, text=text, link_chars=last.link_chars + block.link_chars)
        else:
            out.append(block)
    return out


def is_cell(block: Block) -> bool:
    """Tell whether the block is a cell of figures or words; one with running text is there for its place."""
    return block.node.tag in {"td", "th"} and not block.node.prose

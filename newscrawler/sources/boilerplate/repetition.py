"""Repetition: whether text stands in entries of a list (comments, teasers) rather than in one story."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newscrawler.sources.body.blocks import Block, Node

_LEAST_ENTRIES: Final = 3
_MARKED: Final = 0.6
"""Share of the entries that have a label: a name, a date, a vote, a linked title."""
_LONGEST_LABEL: Final = 80
_HEADED: Final = 1_000
_MOST_TEXTS: Final = 2.5
"""Paragraphs of an entry, on average; a part of a story has more."""


def is_label(block: Block, prose: float) -> bool:
    """Tell whether a block is one of those that stand with an entry: a link, a name, a date or a count."""
    if prose:
        return False
    if block.link_share > 0.5:
        return True
    return block.kind != "subhead" and len(block.text) < _LONGEST_LABEL and block.text[-1] not in ".:!?…。"


def count_labels(nodes: Sequence[Node], found: Sequence[Block], weights: Sequence[float]) -> list[int]:
    """Return, by ``Node.index``, how many labels stand within each element.

    A part with a heading of its own, which is no link, is a part of a story: its labels do not count.
    """
    labels = [0] * len(nodes)
    with_prose = {block.node.index for block, weight in zip(found, weights, strict=True) if weight}
    for block, weight in zip(found, weights, strict=True):
        if block.node.index in with_prose and block.link_share <= 0.5:
            continue  # a line of the text itself
        if is_label(block, weight):
            labels[block.node.index] += 1
        elif block.kind == "subhead" and block.link_share <= 0.5:
            labels[block.node.index] -= _HEADED
    for node in reversed(nodes):
        if node.parent is not None:
            labels[node.parent.index] += labels[node.index]
    return labels


def entries_of(hosts: Sequence[Node], labels: Sequence[int]) -> list[Node]:
    """Return the entries of a list that have labels of their own and text alike; none where it is no list.

    :param hosts: the element of each paragraph, in document order.
    """
    distinct = {host.index: host for host in hosts}
    if len(distinct) < _LEAST_ENTRIES or len(hosts) > _MOST_TEXTS * len(distinct):
        return []
    last = max(distinct)
    common: Node | None = hosts[0]
    while common is not None and not (common.index <= min(distinct) and last < common.end):
        common = common.parent
    if common is None or common.index in distinct:
        return []
    entries: dict[int, Node] = {}
    for host in distinct.values():
        entry = host
        while entry.parent is not None and entry.parent is not common:
            entry = entry.parent
        entries[entry.index] = entry
    marked = sum(labels[index] > 0 for index in entries)
    if len(entries) < _LEAST_ENTRIES or marked < _MARKED * len(entries):
        return []
    return list(entries.values())

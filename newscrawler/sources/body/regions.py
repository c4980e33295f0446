"""Regions: where on a page the article's text stands, and what stands beside it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from newscrawler.sources.body.widening import captioned, core_of, masses, widen
from newscrawler.sources.hosts import likeliest, shape, upwards
from newscrawler.sources.signals import Signal

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from newscrawler.sources.body.blocks import Node
    from newscrawler.sources.hosts import PageText

_LINE_TAGS: Final = frozenset(("p", "h2", "h3", "h4", "h5", "h6", "pre"))
_BESIDE_TAGS: Final = frozenset(("footer", "figcaption", "figure", "aside", "address", "fieldset", "form"))
_PAGE_TAGS: Final = frozenset(("html", "body", "main", "article"))
_LIST_TAGS: Final = frozenset(("ul", "ol", "dl", "div", "section"))
_BOX_TAGS: Final = frozenset(("div", "section"))
_LINE_NODES: Final = 2
"""A box that holds one paragraph and nothing else is a line, not a list."""
_MOST: Final = 0.65
"""An element with more than this share of the page's running text is no box, whatever its name says."""
_LINK_LIST: Final = 0.5
"""A list leads elsewhere if more than this share of its text is links."""
_CAPTION_SIZE: Final = 400
_GATED_TEXT: Final = 300.0
"""Running text from which a box that is named after subscriptions is no offer."""
_SHARE_OF_TEXT: Final = 0.15
"""An element that holds this much of the text does not stand beside it."""


@dataclass(slots=True)
class Region:
    """The element that holds the article's text, and which elements within it do not belong."""

    core: Node
    beside: list[bool]
    """By ``Node.index``: whether the element is no part of the text."""
    shapes: set[str]
    """Tag and classes of the elements in which most of the text stands."""

    def holds(self, node: Node) -> bool:
        """Tell whether text directly in this element is the article's."""
        return self.core.index <= node.index < self.core.end and not self.beside[node.index]


def find_region(page: PageText) -> Region | None:
    """Find the region in which most of the running text stands alike; ``None`` where there is none."""
    if not page.nodes:
        return None
    _sum_up(page)
    total = page.nodes[0].prose
    if total <= 0:
        return None
    above_headline = {node.index for node in upwards(page.headline)}

    def by_itself(node: Node) -> bool:
        return node.index not in above_headline and not _is_most(node, total) and _stands_beside(node)

    beside = _spread(page.nodes, by_itself)
    group = likeliest(page, beside)
    mass = masses(page, group)
    core = core_of(group, mass)
    captions = {node.index for node in captioned(page, core)}
    for index in captions:
        beside[index : page.nodes[index].end] = [True] * (page.nodes[index].end - index)
    core, left_out = widen(page, core, group, beside)
    captions.update(node.index for node in left_out)
    is_named = " " in shape(group.hosts[0])
    share = _SHARE_OF_TEXT * group.weight

    def beside_the_core(node: Node) -> bool:
        index = node.index
        if index <= core.index < node.end or mass[index] >= share:
            return False
        if is_named and mass[index] > 0 and _is_beside_by_name_alone(node):
            return False
        return index in captions or by_itself(node)

    return Region(core, _spread(page.nodes, beside_the_core), {shape(host) for host in group.hosts})


def _sum_up(page: PageText) -> None:
    for node in page.nodes:
        node.prose, node.chars, node.link_chars = 0.0, 0, 0
    for block, weight in zip(page.blocks, page.weights, strict=True):
        block.node.prose += weight
        block.node.own_prose = block.node.prose
        block.node.chars += len(block.text)
        block.node.link_chars += block.link_chars
    for node in reversed(page.nodes):
        if (above := node.parent) is not None:
            above.prose += node.prose
            above.chars += node.chars
            above.link_chars += node.link_chars


def _spread(nodes: Sequence[Node], stands_beside: Callable[[Node], bool]) -> list[bool]:
    """Return, by ``Node.index``, what stands beside the text; what is within it does too, unasked."""
    found: list[bool] = []
    for node in nodes:
        found.append((node.parent is not None and found[node.parent.index]) or stands_beside(node))
    return found


def _stands_beside(node: Node) -> bool:
    """Tell whether tag, links or names say that it is no text; names cost most and come last."""
    tag = node.tag
    if tag in _PAGE_TAGS or not node.chars:
        return False
    if tag in _BESIDE_TAGS and not _is_quotation(node):
        return True
    is_line = tag in _BOX_TAGS and node.end - node.index == _LINE_NODES
    is_list = tag in _LIST_TAGS and not is_line and not node.own_prose
    if is_list and node.link_chars > _LINK_LIST * node.chars:
        return True
    signal = node.signal
    if signal & Signal.COMMENT or node.is_unseen:
        return True
    if signal & Signal.PRODUCT and not node.prose:
        return True
    if signal & Signal.BODY:
        return _is_offer(node)
    if signal & Signal.PICTURE and node.pictures and node.chars < _CAPTION_SIZE:
        return True
    return bool(signal & (Signal.NOISY_LINE if tag in _LINE_TAGS else Signal.NOISE)) or _is_offer(node)


def _is_offer(node: Node) -> bool:
    """Tell whether a box that is named after subscriptions holds an offer, and no text for readers."""
    if not node.signal & Signal.GATE or node.tag in _LINE_TAGS:
        return False
    return node.prose < _GATED_TEXT or node.prose <= _MOST * node.chars


def _is_quotation(node: Node) -> bool:
    """Tell whether a figure holds words and no picture: a quotation, set with who said it."""
    return node.tag == "figure" and not node.pictures


def _is_beside_by_name_alone(node: Node) -> bool:
    return node.tag not in _BESIDE_TAGS and not node.is_unseen and not node.signal & Signal.COMMENT


def _is_most(node: Node, total: float) -> bool:
    return node.prose > total * _MOST and (node.prose > total * 0.9 or not node.signal & Signal.COMMENT)

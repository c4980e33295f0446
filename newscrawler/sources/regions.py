"""Regions: where on a page the article's text stands, and what stands beside it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from newscrawler.sources.blocks import Block, Node
from newscrawler.sources.signals import Signal

_LINE_TAGS: Final = frozenset(("p", "h2", "h3", "h4", "h5", "h6", "pre"))
"""Elements that are one line or paragraph; what holds them is their host."""
_WRAPPING_TAGS: Final = frozenset(("blockquote", "ul", "ol", "li", "section"))
_BESIDE_TAGS: Final = frozenset(
    ("nav", "footer", "menu", "dialog", "figcaption", "figure", "aside", "address", "fieldset", "form")
)
_PAGE_TAGS: Final = frozenset(("html", "body", "main", "article"))
_DIGITS: Final = re.compile("[0-9]+")
_LEAST_SCOPE: Final = 250.0
_Key = tuple[int, str, str]


@dataclass(slots=True)
class Region:
    """The element that holds the article's text, and which elements within it do not belong."""

    core: Node
    beside: list[bool]
    """By ``Node.index``: whether the element is no part of the text."""
    shapes: set[str]
    """Tag and classes of the elements in which most of the text stands."""

    def holds(self, node: Node) -> bool:
        """Whether text directly in this element is the article's."""
        return self.core.index <= node.index < self.core.end and not self.beside[node.index]


def find_region(
    nodes: list[Node], found: list[Block], weights: list[float], headline: int | None
) -> Region | None:
    """Find the region in which most of the running text stands alike; ``None`` where there is none.

    ``weights`` says how much running text each block is; ``headline`` is the place of the page's headline.
    """
    above_headline = _ancestors(found[headline].node) if headline is not None else set()
    for block, weight in zip(found, weights, strict=True):
        assert block.node is not None
        block.node.prose += weight
        block.node.chars += len(block.text)
    _sum_up(nodes)
    total = nodes[0].prose
    if total <= 0:
        return None
    own = [
        _stands_beside(node) and node.index not in above_headline and not _is_most(node, total)
        for node in nodes
    ]
    beside = _spread(nodes, own)
    scope = _scope_of(found[headline].node if headline is not None else None, total)
    groups: dict[_Key, float] = {}
    members: dict[_Key, list[tuple[Node, float]]] = {}
    story = _nearest_article(nodes)
    for block, weight in zip(found, weights, strict=True):
        host = host_of(block)
        if not weight:
            if not host.signal & Signal.BODY or block.kind == "subhead" or block.link_share > 0.3:
                continue
            weight = 0.3 * len(block.text)
        if beside[host.index]:
            weight *= 0.1
        if scope is not None and scope.index <= host.index < scope.end:
            weight *= 2
        key = (story[host.index], shape(host), shape(host.parent))
        groups[key] = groups.get(key, 0.0) + weight
        members.setdefault(key, []).append((host, weight))
    best = max(groups, key=lambda key: groups[key])
    mass = [0.0] * len(nodes)
    for host, weight in members[best]:
        mass[host.index] += weight
    for node in reversed(nodes):
        if node.parent is not None:
            mass[node.parent.index] += mass[node.index]
    core = max((host for host, _ in members[best]), key=lambda host: mass[host.index])
    while core.parent is not None and mass[core.index] < 0.9 * groups[best]:
        core = core.parent
    shapes = {shape(host) for host, _ in members[best] if host.names}
    core = _widen(core, shapes, found, weights, beside)
    kept = 0.15 * groups[best]
    for node in nodes:
        if own[node.index] and (mass[node.index] >= kept or node.index <= core.index < node.end):
            own[node.index] = False
    return Region(core, _spread(nodes, own), shapes | {shape(host) for host, _ in members[best]})


def _widen(
    core: Node, shapes: set[str], found: list[Block], weights: list[float], beside: list[bool]
) -> Node:
    """Take in what stands around the core in the same way: text that adverts or a box have cut off."""
    best = core
    above = core.parent
    classes = {name for one in shapes if len(name := _block_name(one)) > 7}
    while above is not None and above.tag not in {"body", "html"}:
        alike = other = 0.0
        for block, weight in zip(found, weights, strict=True):
            node = block.node
            assert node is not None
            if not weight or beside[node.index] or not above.index <= node.index < above.end:
                continue
            if best.index <= node.index < best.end:
                continue
            host = host_of(block)
            if host is above or shape(host) in shapes or _block_name(shape(host)) in classes:
                alike += weight
            else:
                other += weight
        if alike > other:
            best = above
        elif other:
            break
        if above.tag == "article":
            break
        above = above.parent
    return best


def _block_name(shaped: str) -> str:
    """The first class name, which names the element where later ones modify it."""
    return shaped.split(None, 2)[1] if " " in shaped.strip() else ""


def _ancestors(node: Node | None) -> set[int]:
    found: set[int] = set()
    while node is not None:
        found.add(node.index)
        node = node.parent
    return found


def _sum_up(nodes: list[Node]) -> None:
    for node in reversed(nodes):
        if node.parent is not None:
            node.parent.prose += node.prose
            node.parent.chars += node.chars
            node.parent.pictures += node.pictures


def _spread(nodes: list[Node], own: list[bool]) -> list[bool]:
    """What is within something beside the text is beside it, too."""
    found = list(own)
    for node in nodes:
        if node.parent is not None and found[node.parent.index]:
            found[node.index] = True
    return found


def _stands_beside(node: Node) -> bool:
    """What tag and names say, whatever the element holds."""
    tag, signal = node.tag, node.signal
    if tag in _PAGE_TAGS:
        return False
    if tag in _BESIDE_TAGS or signal & (Signal.COMMENT | Signal.CAPTION | Signal.HIDDEN):
        return True
    if signal & Signal.BODY:
        return False
    if signal & Signal.PICTURE and node.pictures and node.chars < 400:
        return True
    if tag in _LINE_TAGS:
        return bool(signal & Signal.NOISY_LINE)
    return bool(signal & Signal.NOISE)


def _is_most(node: Node, total: float) -> bool:
    return node.prose > total * (0.9 if node.signal & Signal.COMMENT else 0.65)


def _scope_of(node: Node | None, total: float) -> Node | None:
    """The smallest element with the headline and a good part of the page's running text."""
    while node is not None and node.prose < max(_LEAST_SCOPE, 0.2 * total):
        node = node.parent
    return node


def _nearest_article(nodes: list[Node]) -> list[int]:
    found: list[int] = []
    for node in nodes:
        inherited = -1 if node.parent is None else found[node.parent.index]
        found.append(node.index if node.tag == "article" else inherited)
    return found


def host_of(block: Block) -> Node:
    """The element in which the block is one of many alike."""
    host = block.node
    assert host is not None
    if host.tag in _LINE_TAGS and host.parent is not None:
        host = host.parent
    while host.tag in _WRAPPING_TAGS and not host.names and host.parent is not None:
        host = host.parent
    return host


def shape(node: Node | None) -> str:
    return "" if node is None else f"{node.tag} {_DIGITS.sub('', node.element.get('class') or '')}"

"""Regions: where on a page the article's text stands, and what stands beside it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from newscrawler.sources.repetition import are_entries, count_labels
from newscrawler.sources.signals import Signal

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newscrawler.sources.blocks import Block, Node

_LINE_TAGS: Final = frozenset(("p", "h2", "h3", "h4", "h5", "h6", "pre"))
"""Elements that are one line or paragraph; what holds them is their host."""
_WRAPPING_TAGS: Final = frozenset(("blockquote", "ul", "ol", "li", "section"))
_BESIDE_TAGS: Final = frozenset(("footer", "figcaption", "figure", "aside", "address", "fieldset", "form"))
_PAGE_TAGS: Final = frozenset(("html", "body", "main", "article"))
_LIST_TAGS: Final = frozenset(("ul", "ol", "dl", "div", "section"))
_DIGITS: Final = re.compile("[0-9]+")

_LEAST_SCOPE: Final = 250.0
"""Running text below this near the headline is a standfirst or a caption, not the article."""
_MOST: Final = 0.65
"""An element with more than this share of the page's running text is no box, whatever its name says."""
_NEAR_HEADLINE: Final = 4.0
"""How much more text counts that stands with the headline."""
_ENTRIES: Final = 0.15
"""How much less text counts that stands in entries of a list."""
_LEAST_ENTRIES: Final = 3
_LINK_LIST: Final = 0.5
"""A list whose text is links for more than this share leads elsewhere."""
_CAPTION_SIZE: Final = 400
_Key = tuple[int, str, str]
"""Which article element the text stands in, and the shapes of its host and of what holds the host."""


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
    nodes: list[Node], found: list[Block], weights: list[float], headline: Node | None
) -> Region | None:
    """Find the region in which most of the running text stands alike; ``None`` where there is none.

    ``weights`` says how much running text each block is; ``headline`` is where the page shows its headline.
    """
    if not nodes:
        return None
    _sum_up(nodes, found, weights)
    total = nodes[0].prose
    if total <= 0:
        return None
    above_headline = {node.index for node in upwards(headline)}
    own = [
        _stands_beside(node) and node.index not in above_headline and not _is_most(node, total)
        for node in nodes
    ]
    beside = _spread(nodes, own)
    best, hosts = _likeliest(nodes, found, weights, beside, headline)
    whole = sum(weight for _, weight in hosts)
    mass = [0.0] * len(nodes)
    for host, weight in hosts:
        mass[host.index] += weight
    for node in reversed(nodes):
        if node.parent is not None:
            mass[node.parent.index] += mass[node.index]
    core = max((host for host, _ in hosts), key=lambda host: mass[host.index])
    while core.parent is not None and mass[core.index] < 0.9 * whole:
        core = core.parent
    for node in _captioned(nodes, headline, core):
        own[node.index] = True
        beside[node.index : node.end] = [True] * (node.end - node.index)
    core = _widen(core, {shape(host) for host, _ in hosts if host.names}, found, weights, beside, headline)
    named = " " in best[1]
    for node in nodes:
        if own[node.index] and (
            node.index <= core.index < node.end
            or mass[node.index] >= 0.15 * whole
            or (named and mass[node.index] > 0 and _is_beside_by_name_alone(node))
        ):
            own[node.index] = False
    return Region(core, _spread(nodes, own), {shape(host) for host, _ in hosts})


def _captioned(nodes: list[Node], headline: Node | None, core: Node) -> list[Node]:
    """Return the boxes between headline and text that hold a picture and no more words than a caption."""
    if headline is None:
        return []
    return [
        node
        for node in nodes[headline.end : core.index]
        if node.pictures and node.end <= core.index and node.chars < _CAPTION_SIZE and not node.signal & Signal.LEAD
    ]


def host_of(block: Block) -> Node:
    """Return the element in which the block is one of many alike."""
    host = block.node
    if host.tag in _LINE_TAGS and host.parent is not None:
        host = host.parent
    while host.tag in _WRAPPING_TAGS and not host.names and host.parent is not None:
        host = host.parent
    return host


def shape(node: Node | None) -> str:
    """Return tag and classes without numbers: alike for elements that the same template made."""
    if node is None:
        return ""
    classes = node.element.attr("class")
    return f"{node.tag} {_DIGITS.sub('', classes)}" if classes else node.tag


def _likeliest(
    nodes: list[Node], found: list[Block], weights: list[float], beside: list[bool], headline: Node | None
) -> tuple[_Key, list[tuple[Node, float]]]:
    """Find the hosts that are alike and together hold the most running text."""
    scope = _scope_of(headline, nodes[0].prose)
    labels = count_labels(nodes, found, weights)
    hosts: dict[_Key, list[tuple[Node, float]]] = {}
    stories = _stories(nodes, headline)
    for block, prose in zip(found, weights, strict=True):
        host = host_of(block)
        weight = prose
        if not weight:  # an article may be a list of short lines; its names tell
            if not host.signal & Signal.BODY or block.kind == "subhead" or block.link_share > 0.3:
                continue
            weight = 0.3 * len(block.text)
        if beside[host.index]:
            weight *= 0.1
        if scope is not None and scope.index <= host.index < scope.end:
            weight *= _NEAR_HEADLINE
        key = (stories[host.index], shape(host), shape(host.parent))
        hosts.setdefault(key, []).append((host, weight))
    sums = {key: sum(weight for _, weight in alike) for key, alike in hosts.items()}
    for key, alike in hosts.items():
        if are_entries([host for host, _ in alike], labels):
            sums[key] *= _ENTRIES
    best = max(sums, key=sums.__getitem__)
    return best, hosts[best]


def _widen(
    core: Node,
    shapes: set[str],
    found: list[Block],
    weights: list[float],
    beside: list[bool],
    headline: Node | None,
) -> Node:
    """Take in what stands around the core in the same way: text that adverts or a box have cut off."""
    blocks_of_names = {name for one in shapes if len(name := _block_name(one)) > 7}
    best = core
    for above in upwards(core.parent):
        if above.tag in {"body", "html"}:
            break
        if above.prose <= best.prose:
            continue
        alike = other = 0.0
        for block, weight in zip(found, weights, strict=True):
            index = block.node.index
            if not weight or beside[index] or not above.index <= index < above.end:
                continue
            if best.index <= index < best.end:
                continue
            host = host_of(block)
            shaped = shape(host)
            begins = headline is not None and headline.end <= index < best.index
            if begins or host is above or shaped in shapes or _block_name(shaped) in blocks_of_names:
                alike += weight
            else:
                other += weight
        if alike > other:
            best = above
        elif other:
            break
        if above.tag == "article":
            break
    return best


def _block_name(shaped: str) -> str:
    """Return the first class name, which names the element where later ones modify it."""
    return shaped.split(None, 2)[1] if " " in shaped.strip() else ""


def upwards(node: Node | None) -> Iterator[Node]:
    while node is not None:
        yield node
        node = node.parent


def _sum_up(nodes: list[Node], found: list[Block], weights: list[float]) -> None:
    for node in nodes:
        node.prose, node.chars, node.link_chars = 0.0, 0, 0
    for block, weight in zip(found, weights, strict=True):
        block.node.prose += weight
        block.node.chars += len(block.text)
        block.node.link_chars += block.link_chars
    for node in reversed(nodes):
        if (above := node.parent) is not None:
            above.prose += node.prose
            above.chars += node.chars
            above.link_chars += node.link_chars


def _spread(nodes: list[Node], own: list[bool]) -> list[bool]:
    """Mark what is within something beside the text: it is beside it, too."""
    found = list(own)
    for node in nodes:
        if node.parent is not None and found[node.parent.index]:
            found[node.index] = True
    return found


def _stands_beside(node: Node) -> bool:
    """Whether tag and names say that it is no text, whatever the element holds."""
    tag, signal = node.tag, node.signal
    if tag in _PAGE_TAGS:
        return False
    if tag in _BESIDE_TAGS or signal & (Signal.COMMENT | Signal.UNSEEN):
        return True
    if tag in _LIST_TAGS and node.link_chars > _LINK_LIST * node.chars:
        return True
    if signal & Signal.BODY:
        return False
    if signal & Signal.PICTURE and node.pictures and node.chars < _CAPTION_SIZE:
        return True
    return bool(signal & (Signal.NOISY_LINE if tag in _LINE_TAGS else Signal.NOISE))


def _is_beside_by_name_alone(node: Node) -> bool:
    return node.tag not in _BESIDE_TAGS and not node.signal & (Signal.COMMENT | Signal.UNSEEN)


def _is_most(node: Node, total: float) -> bool:
    return node.prose > total * (0.9 if node.signal & Signal.COMMENT else _MOST)


def _scope_of(headline: Node | None, total: float) -> Node | None:
    """Find the smallest element with the headline and a good part of the page's running text."""
    return next(
        (node for node in upwards(headline) if node.prose >= max(_LEAST_SCOPE, 0.2 * total)),
        None,
    )


def _stories(nodes: list[Node], headline: Node | None) -> list[int]:
    """By ``Node.index``: the index of the innermost article element that is a story of its own, -1 for none.

    Three or more alike side by side, none of them with the headline, are entries of one story.
    """
    with_headline = {node.index for node in upwards(headline)}
    alike: dict[tuple[int, str], list[int]] = {}
    for node in nodes:
        if node.tag == "article" and node.parent is not None:
            alike.setdefault((node.parent.index, shape(node)), []).append(node.index)
    entries = {
        index
        for found in alike.values()
        if len(found) >= _LEAST_ENTRIES and with_headline.isdisjoint(found)
        for index in found
    }
    stories: list[int] = []
    for node in nodes:
        inherited = -1 if node.parent is None else stories[node.parent.index]
        stories.append(node.index if node.tag == "article" and node.index not in entries else inherited)
    return stories

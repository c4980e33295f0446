"""Widening: from the element that holds most of the text to the one that holds all of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from newscrawler.sources.continuation import continued
from newscrawler.sources.hosts import host_of, shape, upwards
from newscrawler.sources.signals import Signal

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newscrawler.sources.blocks import Node
    from newscrawler.sources.hosts import Group, PageText

_CAPTION_SIZE: Final = 400
_LEAST_NAME: Final = 8
"""A shorter class name may be anybody's."""


def core_of(group: Group, mass: Sequence[float]) -> Node:
    """Return the smallest element that holds nearly all of the hosts' text.

    :param mass: how much of it stands within each element (``masses``).
    """
    core = max(group.hosts, key=lambda host: mass[host.index])
    least = 0.9 * group.weight
    while core.parent is not None and mass[core.index] < least:
        core = core.parent
    return core


def masses(page: PageText, group: Group) -> list[float]:
    """Return, by ``Node.index``, how much of the group's text stands within each element."""
    mass = [0.0] * len(page.nodes)
    for host, weight in zip(group.hosts, group.weights, strict=True):
        mass[host.index] += weight
    for node in reversed(page.nodes):
        if node.parent is not None:
            mass[node.parent.index] += mass[node.index]
    return mass


def captioned(page: PageText, core: Node) -> list[Node]:
    """Return the boxes between headline and text that hold a picture and no more words than a caption."""
    if page.headline is None:
        return []
    return [
        node
        for node in page.nodes[page.headline.end : core.index]
        if node.pictures
        and node.end <= core.index
        and node.chars < _CAPTION_SIZE
        and not node.signal & Signal.LEAD
    ]


def widen(page: PageText, core: Node, group: Group, beside: Sequence[bool]) -> Node:
    """Take in what stands around the core in the same way, or between it and the headline.

    Adverts or a box may have cut it off.
    """
    shapes = {shape(host) for host in group.hosts if host.names}
    names = {name for one in shapes if len(name := _block_name(one)) >= _LEAST_NAME}
    place, next_stories = _next_stories(page, core)
    best = core
    for above in upwards(core.parent):
        if above.tag in {"body", "html"}:
            break
        if above.prose <= best.prose:
            continue
        alike = other = 0.0
        parts = list(continued(page, best, above, beside))
        for block, weight in zip(page.blocks, page.weights, strict=True):
            index = block.node.index
            if not weight or beside[index] or not above.index <= index < above.end or _holds(best, index):
                continue
            host = host_of(block)
            is_alike = _is_alike(host, shapes, names) or host is above or _begins(page.headline, index, best)
            is_alike = is_alike or any(_holds(part, index) for part in parts)
            if is_alike and place[host.index] not in next_stories:
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


def _next_stories(page: PageText, core: Node) -> tuple[list[int], set[int]]:
    """Return the story of each element, and those that follow on an endless page: each has a main heading."""
    place = page.stories
    own = {-1, place[core.index], -1 if page.headline is None else place[page.headline.index]}
    return place, {place[node.index] for node in page.nodes if node.tag == "h1"} - own


def _holds(node: Node, index: int) -> bool:
    return node.index <= index < node.end


def _begins(headline: Node | None, index: int, core: Node) -> bool:
    """Tell whether a place is between the headline and what is known of the text."""
    return headline is not None and headline.end <= index < core.index


def _is_alike(host: Node, shapes: set[str], names: set[str]) -> bool:
    shaped = shape(host)
    return shaped in shapes or _block_name(shaped) in names


def _block_name(shaped: str) -> str:
    """Return the first class name, which names the element where later ones modify it."""
    return shaped.split(None, 2)[1] if " " in shaped.strip() else ""

"""Widening: from the element that holds most of the text to the one that holds all of it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from newscrawler.sources.body.continuation import continued
from newscrawler.sources.hosts import host_of, shape, upwards
from newscrawler.sources.signals import Signal

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from newscrawler.sources.body.blocks import Node
    from newscrawler.sources.hosts import Group, PageText

_CAPTION_SIZE: Final = 400
_BOXES: Final = frozenset(("div", "section", "aside", "form", "article"))
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


@dataclass(slots=True)
class _Around:
    """How much running text stands around what is known of the story, within the next element."""

    goes_on: float
    """In parts below it that are made otherwise."""
    alike: float = 0.0
    other: float = 0.0
    others: list[Node] = field(default_factory=list)


def widen(page: PageText, core: Node, group: Group, beside: Sequence[bool]) -> tuple[Node, list[Node]]:
    """Take in what stands around the core in the same way, between it and the headline, or goes on below.

    Adverts or a box may have cut it off.

    :return: the element that holds all of it, and what within it stands there for no such reason.
    """
    shapes = {shape(host) for host in group.hosts if host.names}
    names = {name for one in shapes if len(name := _block_name(one)) >= _LEAST_NAME}
    place, next_stories = _next_stories(page, core)

    def belongs(host: Node, index: int, best: Node, above: Node) -> bool:
        if place[host.index] in next_stories:
            return False
        return _is_alike(host, shapes, names) or host is above or _begins(page.headline, index, best)

    best = core
    left_out: list[Node] = []
    for above in upwards(core.parent):
        if above.tag in {"body", "html"}:
            break
        if above.prose <= best.prose:
            continue
        around = _around(page, best, above, beside, belongs)
        if around.alike + around.goes_on > around.other:
            best = above
            left_out += around.others if around.goes_on else []
        elif around.other:
            break
        if above.tag == "article":
            break
    return best, left_out


def _around(
    page: PageText,
    best: Node,
    above: Node,
    beside: Sequence[bool],
    belongs: Callable[[Node, int, Node, Node], bool],
) -> _Around:
    parts = list(continued(page, best, above, beside))
    around = _Around(goes_on=sum(part.prose for part in parts))
    alike: list[int] = []
    for block, weight in zip(page.blocks, page.weights, strict=True):
        index = block.node.index
        if not weight or beside[index] or not _holds(above, index) or _holds(best, index):
            continue
        if any(_holds(part, index) for part in parts):
            continue
        if belongs(host_of(block), index, best, above):
            around.alike += weight
            alike.append(index)
        else:
            around.other += weight
    if parts:
        last = max([part.index for part in parts] + alike)
        around.others = [
            node
            for node in _below(page, best, above)
            if node not in parts
            and not any(_holds(node, index) for index in alike)
            and (node.index > last or node.prose)
        ]
    return around


def _below(page: PageText, story: Node, above: Node) -> Iterator[Node]:
    """Yield the boxes below the story directly within an element."""
    index = story.end
    while index < above.end:
        node = page.nodes[index]
        index = node.end if node.parent is above else index + 1
        if node.parent is above and node.tag in _BOXES:
            yield node


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

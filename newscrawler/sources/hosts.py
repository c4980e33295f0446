"""Hosts: the elements in which a page's text stands alike, and which of them hold the article's."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Final

from newscrawler.document.node import class_of
from newscrawler.sources.boilerplate.repetition import count_labels, entries_of
from newscrawler.sources.signals import Signal
from newscrawler.sources.tags import HEAD_TAGS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from newscrawler.sources.body.blocks import Block, Node

_LINE_TAGS: Final = frozenset(("p", "h2", "h3", "h4", "h5", "h6", "pre"))
"""Elements that are one line or paragraph; what holds them is their host."""
_WRAPPING_TAGS: Final = frozenset(("blockquote", "ul", "ol", "li", "section"))
_DIGITS: Final = re.compile("[0-9]+")
_LEAST_SCOPE: Final = 250.0
"""Running text below this near the headline is a standfirst or a caption, not the article."""
_NEAR_HEADLINE: Final = 4.0
"""How much more text counts that stands with the headline."""
_IN_ENTRIES: Final = 0.15
"""How much less text counts that stands in entries of a list."""
_BESIDE: Final = 0.1
"""How much less text counts that stands beside the article by name."""
_LEAST_ENTRIES: Final = 3
_LEAST_STORY: Final = 100.0
_LINKED: Final = 0.9
"""Share of a heading within its link."""
_Key = tuple[int, str, str]
"""Which article element the text stands in, and the shapes of its host and of what holds the host."""


@dataclass(frozen=True)
class PageText:
    """The text of a page, as it was walked."""

    nodes: Sequence[Node]
    blocks: Sequence[Block]
    weights: Sequence[float]
    """How much running text each block is."""
    headline: Node | None
    """Where the page shows its headline."""

    @cached_property
    def stories(self) -> list[int]:
        """The story of each element, by ``Node.index``."""
        return stories_of(self.nodes, self.headline, self.next_stories)

    @cached_property
    def next_stories(self) -> set[int]:
        """The stories that follow this one on an endless page."""
        return next_stories_of(self.nodes, self.headline)


@dataclass(frozen=True, slots=True, eq=False)
class Group:
    """Hosts that are alike, once for each paragraph in them."""

    hosts: list[Node]
    weights: list[float]

    @property
    def weight(self) -> float:
        """How much running text they hold, by what counts for an article."""
        return sum(self.weights)


def upwards(node: Node | None) -> Iterator[Node]:
    """Yield an element and those around it, innermost first."""
    while node is not None:
        yield node
        node = node.parent


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
    classes = class_of(node.element)
    return f"{node.tag} {_DIGITS.sub('', classes)}" if classes else node.tag


def likeliest(page: PageText, beside: Sequence[bool]) -> Group:
    """Find the hosts that are alike and together hold the most running text of one story."""
    labels = count_labels(page.nodes, page.blocks, page.weights)
    stories = page.stories
    scope = _scope_of(page.headline, page.nodes[0].prose)
    groups: dict[_Key, Group] = {}
    for block, prose in zip(page.blocks, page.weights, strict=True):
        host = host_of(block)
        if weight := _weight_of(block, prose, host):
            if beside[host.index] or stories[host.index] in page.next_stories:
                weight *= _BESIDE
            if scope is not None and scope.index <= host.index < scope.end:
                weight *= _NEAR_HEADLINE
            key = (stories[host.index], shape(host), shape(host.parent))
            group = groups.setdefault(key, Group([], []))
            group.hosts.append(host)
            group.weights.append(weight)
    listed = [group for group in groups.values() if entries_of(group.hosts, labels)]
    told = [group for group in groups.values() if group not in listed and _is_story(group, page.headline)]
    most = max((group.weight for group in told), default=math.inf)
    return max(
        groups.values(),
        key=lambda group: min(group.weight * _IN_ENTRIES, most - 1) if group in listed else group.weight,
    )


def _is_story(group: Group, headline: Node | None) -> bool:
    """Tell whether text that stands in no entries can be the story: it begins below the headline."""
    if headline is None or group.weight < _LEAST_STORY:
        return False
    return any(host.end > headline.index for host in group.hosts)


def _weight_of(block: Block, prose: float, host: Node) -> float:
    """Return what a block counts for; an article may be a list of short lines, whose names tell."""
    if prose:
        return prose
    if not host.signal & Signal.BODY or block.kind == "subhead" or block.link_share > 0.3:
        return 0.0
    return 0.3 * len(block.text)


def _scope_of(headline: Node | None, total: float) -> Node | None:
    """Find the smallest element with the headline and a good part of the page's running text."""
    return next(
        (node for node in upwards(headline) if node.prose >= max(_LEAST_SCOPE, 0.2 * total)),
        None,
    )


def stories_of(nodes: Sequence[Node], headline: Node | None, next_stories: set[int]) -> list[int]:
    """Return, by ``Node.index``, the innermost article element that is a story of its own; -1 for none.

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
        begins = (node.tag == "article" and node.index not in entries) or node.index in next_stories
        stories.append(node.index if begins else inherited)
    return stories


def next_stories_of(nodes: Sequence[Node], headline: Node | None) -> set[int]:
    """Return the next stories of an endless page: each is like the element that holds the headline, stands
    beside it and has a main heading, or one as the headline is that leads to the story.
    """
    with_headline = {node.index for node in upwards(headline)}
    tags = {"h1"} | ({headline.tag} & HEAD_TAGS if headline is not None else set())
    found: set[int] = set()
    for heading in nodes:
        if heading.tag not in tags or heading.index in with_headline or not _heads_a_story(heading):
            continue
        for outer in upwards(heading):
            if outer.parent is not None and outer.parent.index in with_headline:
                beside = (
                    node for node in nodes if node.index in with_headline and node.parent is outer.parent
                )
                if outer is not heading and any(shape(node) == shape(outer) for node in beside):
                    found.add(outer.index)
                break
    return found


def _heads_a_story(heading: Node) -> bool:
    """Tell whether a heading is a main one, or leads to its story."""
    return heading.tag == "h1" or heading.link_chars > _LINKED * heading.chars

"""Teasers: entries of other stories, each a linked title with a few words, that stand among the text."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from typing import TYPE_CHECKING, Final

from turbohtml import Element, Text

from newscrawler.document.node import elements
from newscrawler.sources.boilerplate.prose import ends_sentence, length, prose_weight
from newscrawler.sources.hosts import shape, upwards
from newscrawler.sources.story_entries import DATE_LIKE
from newscrawler.urls.hosts import bare_host, host_and_port
from newscrawler.urls.no_page import is_no_page

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from newscrawler.sources.body.blocks import Block, Node
    from newscrawler.sources.body.regions import Region

_LEAST: Final = 3
"""Entries of a list; fewer that look alike may be anything."""
_LONGEST: Final = 700
"""Most Latin letters of an entry."""
_LEAST_TITLE: Final = 20
_LINKED: Final = 0.6
"""Share of a title within its link; a time may stand before it."""
_MOST: Final = 0.6
"""Most running text of teasers by that of the rest; where they are more, they are the story: a roundup."""
_LEAST_REST: Final = 300.0
"""Running text that has to be left, or what was left out was the story."""
_SHARE: Final = 0.8
_CARD_LINES: Final = 2
_MOST_OF_CARDS: Final = 0.15
_LONGEST_LABEL: Final = 25
_MOST_LABELS: Final = 4

Within = dict[int, "tuple[Node, list[Block]]"]
"""By ``Node.index``, an element and the blocks within it."""


def leave_out_teasers(found: Sequence[Block], region: Region, headline: Node | None, url: str) -> None:
    """Mark what teases other stories of the site as no part of the text, with the labels above it.

    :param url: of the page; a list of links to other sites is a part of the story.
    """
    host = bare_host(host_and_port(url)[0])
    left_out = 0.0
    within = _blocks_within(found, region, {node.index for node in upwards(headline)})
    nodes = [node for node, blocks in within.values() if _is_teaser(node, blocks, host)]
    for entries, most in [*_lists(nodes, within), *_cards(nodes, within)]:
        if region.beside[entries[0].index]:
            continue
        told = sum(node.prose for node in entries)
        rest = region.core.prose - left_out - told
        if rest > _LEAST_REST and told <= most * rest:
            left_out += told
            for node in entries:
                region.beside[node.index : node.end] = [True] * (node.end - node.index)
            _leave_out_labels(found, region, entries[0])


def _blocks_within(found: Sequence[Block], region: Region, above: set[int]) -> Within:
    """Return the elements of the region, by ``Node.index``, each with the blocks within it.

    :param above: the elements around the headline, which are no entries.
    """
    within: Within = {}
    for block in found:
        for node in upwards(block.node) if region.holds(block.node) else ():
            if node is region.core:
                break
            if node.index not in above:
                within.setdefault(node.index, (node, []))[1].append(block)
    return within


def _lists(nodes: Sequence[Node], within: Within) -> Iterator[tuple[list[Node], float]]:
    """Yield the teasers that stand side by side with one shape, and how much of the text they may be."""
    lists: dict[tuple[int, str], list[Node]] = defaultdict(list)
    for node in nodes:
        if node.parent is not None:
            lists[node.parent.index, shape(node)].append(node)
    lists = {key: entries for key, entries in lists.items() if len(entries) >= _LEAST}
    places = {place for place, _ in lists}
    alike = Counter(
        (node.parent.index, shape(node))
        for node, _ in (within.values() if lists else ())
        if node.parent is not None and node.parent.index in places
    )
    for key, entries in lists.items():
        if len(entries) >= _SHARE * alike[key]:
            dated = sum(_is_dated(within[node.index][1]) for node in entries)
            yield entries, math.inf if dated >= _SHARE * len(entries) else _MOST


def _cards(nodes: Sequence[Node], within: Within) -> Iterator[tuple[list[Node], float]]:
    """Yield the teasers with a picture, a heading and one line that stand here and there with one shape."""
    cards: dict[str, list[Node]] = defaultdict(list)
    for node in nodes:
        blocks = within[node.index][1]
        is_card = len(blocks) == _CARD_LINES and blocks[0].kind == "subhead" and node.pictures
        if is_card and node.names:
            cards[shape(node)].append(node)
    for entries in cards.values():
        yield entries, _MOST_OF_CARDS


def _is_dated(blocks: Sequence[Block]) -> bool:
    """Tell whether an entry says when its story was published."""
    return any(not prose_weight(block) and DATE_LIKE.search(block.text) for block in blocks)


def _is_teaser(node: Node, blocks: Sequence[Block], host: str) -> bool:
    """Tell whether an entry is a title that links to a page of the site, and at most a few words."""
    if sum(length(block.text) for block in blocks) > _LONGEST:
        return False
    links = [link for link in elements(node.element, "a") if link.attr("href")]
    if not links or not all(leads_to_page(link, host) for link in links):
        return False
    titles = [block for block in blocks if block.link_share > _LINKED and length(block.text) >= _LEAST_TITLE]
    return bool(titles) or (node.tag != "li" and _begins_with_link(node.element))


def leads_to_page(link: Element, host: str) -> bool:
    """Tell whether a link leads to a page of the site with this host."""
    href = (link.attr("href") or "").strip()
    if is_no_page(href):
        return False
    absolute = f"https:{href}" if href.startswith("//") else href
    return "//" not in href[:8] or bare_host(host_and_port(absolute)[0]) == host


def _begins_with_link(element: Element) -> bool:
    """Tell whether the first words of an element are those of a link that is as long as a title."""
    for node in element.descendants:
        if isinstance(node, Element) and node.tag == "a":
            return length(node.text.strip()) >= _LEAST_TITLE
        if isinstance(node, Text) and node.data.strip():
            return False
    return False


def _leave_out_labels(found: Sequence[Block], region: Region, first: Node) -> None:
    """Mark the heading of the teasers, and the names of the tabs in which they are."""
    above = [block for block in found if block.node.index < first.index and region.holds(block.node)]
    for block in above[: -_MOST_LABELS - 1 : -1]:
        if prose_weight(block) or ends_sentence(block.text) or len(block.text) > _LONGEST_LABEL:
            return
        node = block.node
        region.beside[node.index : node.end] = [True] * (node.end - node.index)

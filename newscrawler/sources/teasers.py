"""Teasers: entries of other stories, each a linked title with a few words, that stand among the text."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Final
from urllib.parse import urlsplit

from turbohtml import Element, Text

from newscrawler.document.node import elements
from newscrawler.sources.boilerplate import ends_sentence, length, prose_weight
from newscrawler.sources.hosts import shape, upwards

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from newscrawler.sources.blocks import Block, Node
    from newscrawler.sources.regions import Region

_LEAST: Final = 3
"""Entries of a list; fewer that look alike may be anything."""
_LONGEST: Final = 400
"""Most Latin letters of an entry."""
_LEAST_TITLE: Final = 12
_LINKED: Final = 0.6
"""Share of a title within its link; a time may stand before it."""
_MOST: Final = 0.6
"""Most running text of teasers by that of the rest; where they are more, they are the story: a roundup."""
_LONGEST_LABEL: Final = 25
_MOST_LABELS: Final = 4


def leave_out_teasers(found: Sequence[Block], region: Region, headline: Node | None, url: str) -> None:
    """Mark what teases other stories of the site as no part of the text, with the labels above it.

    :param url: of the page; a list of links to other sites is a part of the story.
    """
    host = urlsplit(url).hostname or ""
    left_out = 0.0
    within = _blocks_within(found, region, {node.index for node in upwards(headline)})
    for entries in _alike(node for node, _ in within.values()):
        if not all(_is_teaser(node, within[node.index][1], host) for node in entries):
            continue
        told = sum(node.prose for node in entries)
        if left_out + told <= _MOST * (region.core.prose - left_out - told):
            left_out += told
            for node in entries:
                region.beside[node.index : node.end] = [True] * (node.end - node.index)
            _leave_out_labels(found, region, entries[0])


def _blocks_within(
    found: Sequence[Block], region: Region, above: set[int]
) -> dict[int, tuple[Node, list[Block]]]:
    """Return the elements of the region, by ``Node.index``, each with the blocks within it.

    :param above: the elements around the headline, which are no entries.
    """
    within: dict[int, tuple[Node, list[Block]]] = {}
    for block in found:
        for node in upwards(block.node) if region.holds(block.node) else ():
            if node is region.core:
                break
            if node.index not in above:
                within.setdefault(node.index, (node, []))[1].append(block)
    return within


def _alike(nodes: Iterable[Node]) -> list[list[Node]]:
    """Return the lists of elements that stand side by side with one shape."""
    lists: dict[tuple[int, str], list[Node]] = defaultdict(list)
    for node in nodes:
        if node.parent is not None:
            lists[node.parent.index, shape(node)].append(node)
    return [entries for entries in lists.values() if len(entries) >= _LEAST]


def _is_teaser(node: Node, blocks: Sequence[Block], host: str) -> bool:
    """Tell whether an entry is a title that links to a page of the site, and at most a few words."""
    if sum(length(block.text) for block in blocks) > _LONGEST:
        return False
    links = [link for link in elements(node.element, "a") if link.attr("href")]
    if not links or not all(_leads_to_page(link, host) for link in links):
        return False
    titles = [block for block in blocks if block.link_share > _LINKED and len(block.text) >= _LEAST_TITLE]
    return bool(titles) or _begins_with_link(node.element)


def _leads_to_page(link: Element, host: str) -> bool:
    href = (link.attr("href") or "").strip()
    if href.startswith(("#", "javascript:", "mailto:", "tel:")):
        return False
    other = urlsplit(href).hostname if "//" in href[:8] and "[" not in href else None
    return other is None or other.removeprefix("www.") == host.removeprefix("www.")


def _begins_with_link(element: Element) -> bool:
    """Tell whether the first words of an element are those of a link that is as long as a title."""
    for node in element.descendants:
        if isinstance(node, Element) and node.tag == "a":
            return len(node.text.strip()) >= _LEAST_TITLE
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

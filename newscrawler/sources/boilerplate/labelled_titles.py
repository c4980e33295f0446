"""Labelled titles: titles of other stories that are no links, and are told by the label above them alone."""

from __future__ import annotations

from itertools import islice, takewhile
from typing import TYPE_CHECKING, Final

from newscrawler.document.node import elements
from newscrawler.sources.boilerplate.prose import ends_sentence, length, prose_weight
from newscrawler.sources.boilerplate.read_also import is_read_also_label
from newscrawler.sources.boilerplate.teasers import leads_to_page
from newscrawler.urls.hosts import bare_host, host_and_port

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newscrawler.sources.body.blocks import Block
    from newscrawler.sources.body.regions import Region

_LINES: Final = frozenset(("p", "li", "dd", "h2", "h3", "h4", "h5", "h6"))
_LONGEST: Final = 120
"""Most Latin letters of a title."""
_LEAST_TITLE: Final = 20
_MOST: Final = 12
_LINKED: Final = 0.9
_MOST_LINKED: Final = 2
"""Linked subheads at most; where there are more, the story is a roundup of other ones."""
_LEAST_PARAGRAPHS: Final = 4


def leave_out_labelled_titles(found: Sequence[Block], region: Region, url: str) -> None:
    """Mark the titles below a label such as "Related", and a subhead that is a link to another story.

    :param url: of the page.
    """
    core = region.core
    within = [block for block in found if core.index <= block.node.index < core.end]
    for place, label in enumerate(within):
        if is_read_also_label(label.text):
            for block in _titles(within[place + 1 : place + 1 + _MOST], has_colon=label.text[-1] in ":："):
                _leave_out(block, region)
    held = [block for block in within if region.holds(block.node)]
    linked = [block for block in held if _is_linked_subhead(block, bare_host(host_and_port(url)[0]))]
    if len(linked) <= _MOST_LINKED and sum(prose_weight(block) > 0 for block in held) >= _LEAST_PARAGRAPHS:
        for block in linked:
            _leave_out(block, region)


def _titles(below: Sequence[Block], *, has_colon: bool) -> Sequence[Block]:
    """Return the titles directly below a label: the items of a list, or one line behind a colon."""
    items = list(takewhile(lambda block: block.kind == "item", below))
    if items:
        return items if all(map(_is_title, items)) else ()
    first = list(islice(below, 1)) if has_colon else []
    return [block for block in first if block.kind == "paragraph" and _is_title(block)]


def _is_title(block: Block) -> bool:
    if block.node.tag not in _LINES:
        return False  # a line among others of the same element
    return length(block.text) <= _LONGEST and not ends_sentence(block.text)


def _is_linked_subhead(block: Block, host: str) -> bool:
    if (
        block.node.tag not in _LINES
        or block.kind != "subhead"
        or block.link_share <= _LINKED
        or length(block.text) < _LEAST_TITLE
    ):
        return False
    links = [link for link in elements(block.element, "a") if link.attr("href")]
    return bool(links) and all(leads_to_page(link, host) for link in links)


def _leave_out(block: Block, region: Region) -> None:
    region.beside[block.node.index : block.node.end] = [True] * (block.node.end - block.node.index)

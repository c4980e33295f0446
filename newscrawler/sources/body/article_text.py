"""Article text: which blocks of a region are the article's, and the standfirst above it."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from newscrawler.dates.date_line import is_date_line
from newscrawler.document.node import after
from newscrawler.sources.body.captions import without_captions
from newscrawler.sources.body.subheads import heads_part, without_idle_subheads
from newscrawler.sources.body.table_rows import is_cell, is_of_row, joined_rows
from newscrawler.sources.boilerplate.house_lines import is_house_line, is_page_label
from newscrawler.sources.boilerplate.labelled_titles import leave_out_labelled_titles
from newscrawler.sources.boilerplate.link_lines import heads_links, is_link_line, lists_that_lead_elsewhere
from newscrawler.sources.boilerplate.prose import (
    ends_sentence,
    is_label,
    length,
    prose_weight,
    without_link_notes,
)
from newscrawler.sources.boilerplate.read_also import is_read_also
from newscrawler.sources.boilerplate.readers_part import where_readers_begin
from newscrawler.sources.boilerplate.repeats import without_repeats
from newscrawler.sources.boilerplate.teasers import leave_out_teasers
from newscrawler.sources.hosts import shape
from newscrawler.sources.signals import Signal
from newscrawler.sources.tags import HEAD_TAGS

if TYPE_CHECKING:
    from newscrawler.sources.body.blocks import Block, Node
    from newscrawler.sources.body.regions import Region

_TEXT_TAGS: Final = HEAD_TAGS | {"td", "th", "p", "li", "blockquote", "pre"}
_BOX_SIZE: Final = 600
"""Most characters of a box that leads to other stories, and most running text (Chinese signs count more)."""
_SHORT: Final = 40
"""A line shorter than this that ends no sentence and stands alone before or after the text is a label."""
_EXPLAINED: Final = 60
"""Characters of what explains a term, from which the term is of the text."""
_MOST_OF_BOX: Final = 4
"""Lines from which a box has too many to be looked at."""
_LEAD_REACH: Final = 40
"""Blocks below the headline among which the standfirst is sought."""
_WORD: Final = re.compile(r"\w+")


def text_blocks(found: list[Block], region: Region, headline: int | None, url: str = "") -> list[Block]:
    """Return the article's blocks: without boxes, links, house lines, labels and repetitions.

    :param url: of the page, by which other stories of its site are known.
    """
    _leave_out_boxes(found, region)
    leave_out_teasers(found, region, None if headline is None else found[headline].node, url)
    leave_out_labelled_titles(found, region, url)
    leading = lists_that_lead_elsewhere(found, region)
    readers = where_readers_begin([block for block in found if region.holds(block.node)])
    title = None if headline is None else found[headline].text
    kept: list[Block] = []
    for i, block in enumerate(found):
        if block is readers:
            break
        if i == headline:
            if sum(map(prose_weight, kept)) < 0.5 * region.core.prose:
                kept.clear()
        elif region.holds(block.node) and (
            heads_part(block, kept, title) or _is_text(block, region, leading)
        ):
            kept.append(block)
        elif (
            kept
            and kept[-1] is found[i - 1]
            and (heads_links(kept[-1], block) or _heads_house_box(kept[-1], found, i, region))
        ):
            kept.pop()
    kept = _without_edge(_without_edge(without_captions(kept, region))[::-1])[::-1]
    kept = without_idle_subheads(joined_rows(without_repeats(kept)))
    return [_without_notes(block) for block in kept]


def standfirst(
    found: list[Block], region: Region, headline: int | None, description: str | None, kept: list[Block]
) -> Block | None:
    """Return the standfirst where it stands between headline and text, but not with the text."""
    if headline is None or not kept:
        return None
    described = words(description)[:60] if description else ""
    above = _around(found[headline].node)
    for block in found[headline + 1 : headline + _LEAD_REACH]:
        node = block.node
        if node is kept[0].node:
            return _without_notes(block) if _is_described(block, described) and _is_apart(kept) else None
        if node.index > region.core.index and region.holds(node) and prose_weight(block):
            return None
        if _is_described(block, described) or _says_standfirst(block, region, above):
            said = words(block.text)
            return None if any(words(other.text) == said for other in kept[:4]) else _without_notes(block)
    return None


def _is_line_of_text(block: Block) -> bool:
    is_seen = not block.node.is_unseen and not block.node.signal & Signal.COMMENT
    if not is_seen or block.link_share > 0.3 or length(block.text) < _SHORT:
        return False
    return not is_date_line(block.text) and not is_house_line(block.text)


def _is_described(block: Block, described: str) -> bool:
    """Tell whether the line begins as the page's description does."""
    return bool(described) and _is_line_of_text(block) and words(block.text).startswith(described)


def _is_apart(kept: list[Block]) -> bool:
    return len(kept) > 1 and kept[1].node.parent is not kept[0].node.parent


def _says_standfirst(block: Block, region: Region, above: set[int]) -> bool:
    """Tell whether names or size say that the line is a standfirst, and not a caption."""
    if not _is_line_of_text(block) or _stands_with_picture(block.node, above):
        return False
    if block.node.signal & Signal.LEAD:
        return True
    return not region.beside[block.node.index] and (_says_lead(block.node) or _reads_as_lead(block))


def words(text: str) -> str:
    """Return the words in lower case, one space between two: what is left when punctuation does not count.

    >>> words("It's  here: “Now!”")
    'it s here now'
    """
    return " ".join(_WORD.findall(text.lower()))


def _leave_out_boxes(found: list[Block], region: Region) -> None:
    """Mark small boxes that begin with a line that leads to other stories."""
    for before, block in zip((None, *found), found, strict=False):
        box = block.node
        if not region.holds(box) or not is_read_also(block.text, block.link_share):
            continue
        while (above := box.parent) is not None and above.index > region.core.index:
            if before is not None and above.index <= before.node.index:
                break  # what stands before the line is of the text
            if above.chars > _BOX_SIZE or above.prose > _BOX_SIZE or above.tag == "article":
                break
            box = above
        if box.chars <= _BOX_SIZE and box.prose <= _BOX_SIZE:
            region.beside[box.index : box.end] = [True] * (box.end - box.index)


def _is_text(block: Block, region: Region, leading: dict[int, bool]) -> bool:
    node, text = block.node, block.text
    if (
        node.tag == "h1"
        or is_link_line(block, region, leading)
        or (is_house_line(text) and not (is_of_row(node) and is_page_label(text)))
        or is_read_also(text, block.link_share)
    ):
        return False
    if node.tag in _TEXT_TAGS or prose_weight(block) or ends_sentence(text):
        return True
    return shape(node) in region.shapes or (node.tag == "dt" and _is_explained(node))


def _is_explained(term: Node) -> bool:
    """Tell whether a term of a list has a paragraph below it."""
    below = next(after(term.element), None)
    return below is not None and below.tag == "dd" and len(below.text) >= _EXPLAINED


def _without_edge(kept: list[Block]) -> list[Block]:
    """Drop labels (times, names, counts) before the first paragraph, and a short line alone there."""
    for i, block in enumerate(kept):
        if prose_weight(block):
            if i == 1 and kept[0].kind == "paragraph" and length(kept[0].text) < _SHORT:
                return kept[0 if ends_sentence(kept[0].text) else 1 :]
            return [other for other in kept[:i] if not _is_label(other)] + kept[i:]
    return kept


def _heads_house_box(head: Block, found: list[Block], below: int, region: Region) -> bool:
    """Tell whether a heading is that of a box which has nothing else than lines of the publisher."""
    box = head.node.parent
    if head.kind != "subhead" or box is None or box.index <= region.core.index:
        return False
    held = [block.text for block in found[below : below + _MOST_OF_BOX] if block.node.index < box.end]
    return len(held) < _MOST_OF_BOX and any(map(ends_sentence, held)) and all(map(is_house_line, held))


def _is_label(block: Block) -> bool:
    if block.kind == "subhead" or is_cell(block):
        return False
    if block.node.tag == "dt":
        return not _is_explained(block.node)
    return (not ends_sentence(block.text) and is_label(block.text)) or is_date_line(block.text)


def _without_notes(block: Block) -> Block:
    text = without_link_notes(block.text) if block.link_chars else block.text
    return block if text == block.text else replace(block, text=text)


def in_footer(block: Block) -> bool:
    """Tell whether the block stands in a footer outside any article: imprint and house lines."""
    node: Node | None = block.node
    footer = False
    while node is not None:
        if node.tag in {"article", "main"}:
            return False
        footer = footer or node.tag == "footer"
        node = node.parent
    return footer


def apart(lead: Block | None, kept: list[Block]) -> tuple[Block | None, list[Block]]:
    """Return the standfirst, and the text without it and without a first line that is only a date."""
    if len(kept) > 1 and _is_marked_lead(kept[0], kept[1]):
        lead, kept = kept[0], kept[1:]
    elif lead is not None and len(kept) > 1 and kept[0].text == lead.text:
        kept = kept[1:]
    dates = 0
    while dates + 1 < len(kept) and _is_only_date(kept[dates].text):
        dates += 1
    return lead, kept[dates:]


_ONLY_FIGURES = re.compile(
    r"[\d\s.,:/|–—-]{8,}(?:Uhr|h|UTC|GMT)?|[\d\s.:/()年月日時时分秒更新配信公開発布时间：-]{8,}"
)


def _is_only_date(text: str) -> bool:
    return (len(text) < _SHORT and _ONLY_FIGURES.fullmatch(text) is not None) or is_date_line(text)


def _is_marked_lead(first: Block, second: Block) -> bool:
    """Tell whether the markup calls the first block a standfirst, and not the whole text."""
    node: Node | None = first.node
    above = _around(second.node)
    for _ in range(3):
        if node is None or node.index in above:
            return False
        if node.signal & Signal.LEAD:
            return True
        node = node.parent
    return False


def _says_lead(node: Node | None) -> bool:
    for _ in range(3):
        if node is None:
            return False
        if node.signal & Signal.LEAD:
            return True
        node = node.parent
    return False


def _reads_as_lead(block: Block) -> bool:
    """Tell whether the line below the headline is long enough for a standfirst."""
    return block.node.tag in {"p", "h2", "h3"} and length(block.text) >= 80 and block.link_share <= 0.1


def _around(node: Node | None) -> set[int]:
    found: set[int] = set()
    while node is not None:
        found.add(node.index)
        node = node.parent
    return found


def _stands_with_picture(node: Node, above: set[int]) -> bool:
    """Tell whether the line shares a box, below the elements in ``above``, with a picture."""
    while node.parent is not None and node.parent.index not in above:
        node = node.parent
    return node.pictures > 0

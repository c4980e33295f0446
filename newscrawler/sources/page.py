"""Page: the article's body by the structure of the page, where no layout says where it is."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Final

from newscrawler.sources.blocks import Block, Node, body_text, walk
from newscrawler.sources.boilerplate import (
    ends_sentence,
    is_house_line,
    is_label,
    is_read_also,
    length,
    prose_weight,
)
from newscrawler.sources.framework_state import state_body
from newscrawler.sources.regions import Region, find_region, shape
from newscrawler.sources.signals import Signal
from newscrawler.text import clean_block

if TYPE_CHECKING:
    from lxml.html import HtmlElement

    from newscrawler.document import Document

_LEAST_STATED: Final = 300
_LEAST_SHOWN: Final = 400
"""A page that shows less than this (in Latin letters) may have its text in a script."""
_WORD: Final = re.compile(r"\w+")
_TEXT_TAGS: Final = frozenset(
    ("td", "th", "p", "li", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "pre")
)


@dataclass(slots=True)
class BodyHints:
    """What other sources know that helps to find the body."""

    headline: str | None = None
    lead: str | None = None
    """Standfirst or description, as the head of the page states it."""
    article_body: str | None = None
    """``articleBody`` of the page's JSON-LD."""


@dataclass(slots=True)
class BodyCandidate:
    """A body and how it was found."""

    text: str
    source: str
    """``page``, ``json-ld`` or ``state`` (the script state of a framework)."""
    blocks: list[Block] = field(default_factory=list)
    container: HtmlElement | None = None
    lead: str | None = None
    """The standfirst, where the page shows it above the text; it is the first paragraph of ``text``, too."""


def page_body(doc: Document, *, hints: BodyHints | None = None) -> BodyCandidate | None:
    """Find the body of the article in the page; ``None`` where there is no running text.

    The structure of the page comes first; the JSON-LD's text or the script state of a framework only where
    the page shows much less than they hold.
    """
    hints = hints or BodyHints()
    best = _shown(doc, hints)
    size = length(best.text) if best else 0
    if stated := clean_block(hints.article_body or ""):
        if length(stated) >= _LEAST_STATED and length(stated) > (2 if size < _LEAST_SHOWN else 4) * size:
            best, size = BodyCandidate(stated, "json-ld"), length(stated)
    if size < _LEAST_SHOWN:
        state = state_body(doc, hints.headline)
        if state and length(state) > 2 * size and (best is None or _shares_text(best.text, state)):
            best = BodyCandidate(state, "state")
    return best


def _shares_text(shown: str, state: str) -> bool:
    """Whether the state goes on with what the page shows."""
    longest = max(shown.split("\n\n"), key=len)
    return _words(longest)[:50] in _words(state)


def _shown(doc: Document, hints: BodyHints) -> BodyCandidate | None:
    """The body by the structure of the page."""
    body = doc.root.find("body")
    nodes, found = walk(doc.root if body is None else body)
    weights = [prose_weight(block) for block in found]
    headline = _headline(found, hints)
    region = find_region(nodes, found, weights, headline) if nodes else None
    if region is None:
        return None
    _leave_out_boxes(found, region)
    kept = _text_blocks(found, weights, region, headline)
    lead = _lead(found, region, headline, hints, kept)
    if lead is not None:
        kept.insert(0, lead)
    text = body_text(kept)
    if text is None:
        return None
    return BodyCandidate(text, "page", kept, region.core.element, lead.text if lead else None)


def _words(text: str) -> str:
    return " ".join(_WORD.findall(text.lower()))


def _headline(found: list[Block], hints: BodyHints) -> int | None:
    """Place of the page's headline among the blocks."""
    heads = [i for i, block in enumerate(found) if block.node is not None and _is_h1(block.node)]
    if hints.headline:
        wanted = _words(hints.headline)
        size = len(hints.headline)
        same = [
            i
            for i, block in enumerate(found)
            if 0.6 * size <= len(block.text) <= 1.4 * size and _words(block.text) == wanted
        ]
        for i in same:
            if i in heads:
                return i
        if same and not heads:
            return same[0]
        bag = set(wanted.split())
        best = max(heads, key=lambda i: len(bag & set(_words(found[i].text).split())), default=None)
        if best is not None and bag & set(_words(found[best].text).split()):
            return best
        if same:
            return same[0]
    return max(heads, key=lambda i: len(found[i].text), default=None)


def _is_h1(node: Node) -> bool:
    return node.tag == "h1" or (node.parent is not None and node.parent.tag == "h1")


def _leave_out_boxes(found: list[Block], region: Region) -> None:
    """Mark small boxes that begin with a line that leads to other stories."""
    for block in found:
        node = block.node
        assert node is not None
        if not region.holds(node) or not is_read_also(block.text):
            continue
        box = node
        while (
            box.parent is not None
            and box.parent.index > region.core.index
            and box.parent.chars <= 600
            and box.parent.tag != "article"
        ):
            box = box.parent
        if box.chars <= 600:
            for index in range(box.index, box.end):
                region.beside[index] = True


def _text_blocks(
    found: list[Block], weights: list[float], region: Region, headline: int | None
) -> list[Block]:
    kept: list[Block] = []
    for i, block in enumerate(found):
        node = block.node
        assert node is not None
        if i == headline:
            if sum(map(prose_weight, kept)) < 0.5 * region.core.prose:
                kept.clear()
            continue
        if not region.holds(node) or node.tag == "h1":
            continue
        if _is_link_line(block) or is_house_line(block.text) or is_read_also(block.text):
            continue
        if (
            not weights[i]
            and node.tag not in _TEXT_TAGS
            and shape(node) not in region.shapes
            and not ends_sentence(block.text)
        ):
            continue
        kept.append(block)
    kept = _without_edge(kept)
    kept.reverse()
    kept = _without_edge(kept)
    kept.reverse()
    kept = _rows(_without_repeats(kept))
    return _without_idle_subheads(kept)


def _without_edge(kept: list[Block]) -> list[Block]:
    """Drop labels (times, names, counts) before the first paragraph."""
    for i, block in enumerate(kept):
        if prose_weight(block):
            return [
                other
                for other in kept[:i]
                if other.kind == "subhead" or ends_sentence(other.text) or not is_label(other.text)
            ] + kept[i:]
    return kept


def _without_repeats(kept: list[Block]) -> list[Block]:
    """Drop what stands in the text already: pull quotes, the same text for another screen, labels of boxes."""
    times = Counter(block.text for block in kept)
    if len(times) == len(kept) and not any(block.kind == "quote" for block in kept):
        return kept
    first = {block.text: block.node.parent for block in reversed(kept) if block.node is not None}
    whole = " ".join(block.text for block in kept)
    out: list[Block] = []
    seen: set[str] = set()
    for block in kept:
        text = block.text
        if (
            len(text) >= 60
            and text in seen
            and times[text] == 2
            and block.node is not None
            and block.node.parent is not first[text]
        ):
            continue
        if block.kind == "quote" and len(text) >= 40 and whole.count(text.strip("„“”\"'«»‘’ ")) > 1:
            continue
        seen.add(text)
        out.append(block)
    return out


def _rows(kept: list[Block]) -> list[Block]:
    """Join the short cells of a table row into one line."""
    out: list[Block] = []
    for block in kept:
        last = out[-1] if out else None
        if last is not None and _is_cell(block) and _is_cell(last) and _row(block) is _row(last):
            out[-1] = replace(
                last, text=f"{last.text} | {block.text}", link_chars=last.link_chars + block.link_chars
            )
        else:
            out.append(block)
    return out


def _is_cell(block: Block) -> bool:
    return block.node is not None and block.node.tag in {"td", "th"}


def _row(block: Block) -> Node | None:
    return None if block.node is None else block.node.parent


def _without_idle_subheads(kept: list[Block]) -> list[Block]:
    """A subhead without text after it heads something that is not here; one above a lower one may stand."""
    out: list[Block] = []
    level_below = "h0"
    for block in reversed(kept):
        if block.kind == "subhead":
            level = _level(block)
            if level >= level_below:
                continue
            level_below = level
        else:
            level_below = "h9"
        out.append(block)
    out.reverse()
    while out and out[-1].kind == "subhead":
        out.pop()
    return out


def _level(block: Block) -> str:
    return "h9" if block.node is None else block.node.tag


def _is_link_line(block: Block) -> bool:
    share, text = block.link_share, block.text
    if share <= 0.4:
        return False
    if block.kind == "item":
        return len(text) < 100 or share > 0.7
    if share > 0.9:
        return True
    return share > 0.5 and not (len(text) >= 100 and ends_sentence(text)) and not text.endswith(":")


def _lead(
    found: list[Block], region: Region, headline: int | None, hints: BodyHints, kept: list[Block]
) -> Block | None:
    """The standfirst, where it stands between headline and text but not with the text."""
    if headline is None or not kept:
        return None
    described = _words(hints.lead)[:60] if hints.lead else ""
    first = kept[0]
    assert first.node is not None
    for block in found[headline + 1 : headline + 40]:
        node = block.node
        assert node is not None
        if block is first or node.index > region.core.index and region.holds(node) and prose_weight(block):
            return None
        if (
            block.link_share > 0.3
            or length(block.text) < 40
            or node.signal & (Signal.UNSEEN | Signal.COMMENT)
        ):
            continue
        words = _words(block.text)
        if (
            (described and words.startswith(described))
            or (node.signal & Signal.LEAD)
            or (not region.beside[node.index] and _says_lead(node))
        ):
            if any(_words(other.text) == words for other in kept[:4]):
                return None
            return block
    return None


def _says_lead(node: Node | None) -> bool:
    for _ in range(3):
        if node is None:
            return False
        if node.signal & Signal.LEAD:
            return True
        node = node.parent
    return False

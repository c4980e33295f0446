"""Page: the article's body by the structure of the page, where no layout says where it is."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from newscrawler.sources.blocks import Block, Node, body_text, walk
from newscrawler.sources.boilerplate import ends_sentence, is_house_line, is_label_text, length, prose_weight
from newscrawler.sources.regions import Region, find_region
from newscrawler.sources.signals import Signal

if TYPE_CHECKING:
    from lxml.html import HtmlElement

    from newscrawler.document import Document

_WORD: Final = re.compile(r"\w+")


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
    """Find the body of the article in the page; ``None`` where there is no running text."""
    hints = hints or BodyHints()
    body = doc.root.find("body")
    nodes, found = walk(doc.root if body is None else body)
    weights = [prose_weight(block) for block in found]
    headline = _headline(found, hints)
    region = find_region(nodes, found, weights, headline) if nodes else None
    if region is None:
        return None
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
            i for i, block in enumerate(found) if 0.6 * size <= len(block.text) <= 1.4 * size and _words(block.text) == wanted
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


def _text_blocks(found: list[Block], weights: list[float], region: Region, headline: int | None) -> list[Block]:
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
        if _is_link_line(block) or is_house_line(block.text):
            continue
        kept.append(block)
    kept = _without_edge(kept)
    kept.reverse()
    kept = _without_edge(kept)
    kept.reverse()
    return _without_idle_subheads(kept)


def _without_edge(kept: list[Block]) -> list[Block]:
    """Drop labels (times, names, counts) before the first paragraph."""
    for i, block in enumerate(kept):
        node = block.node
        assert node is not None
        if prose_weight(block):
            return kept[:i][:0] + [b for b in kept[:i] if not _is_label(b)] + kept[i:]
    return kept


def _is_label(block: Block) -> bool:
    assert block.node is not None
    if block.kind == "subhead" or ends_sentence(block.text):
        return False
    return block.node.tag not in {"p", "li", "td"} or is_label_text(block.text)


def _without_idle_subheads(kept: list[Block]) -> list[Block]:
    """A subhead without text after it heads something that is not here."""
    out: list[Block] = []
    text_follows = False
    for block in reversed(kept):
        if block.kind == "subhead":
            if text_follows:
                out.append(block)
            text_follows = False
            continue
        text_follows = True
        out.append(block)
    out.reverse()
    return out


def _is_link_line(block: Block) -> bool:
    share = block.link_share
    if block.kind == "item" and share > 0.4 and len(block.text) < 200:
        return True
    if share > 0.85:
        return True
    return share > 0.5 and not (len(block.text) >= 100 and ends_sentence(block.text))


def _lead(found: list[Block], region: Region, headline: int | None, hints: BodyHints, kept: list[Block]) -> Block | None:
    """The standfirst, where it stands between headline and text but not with the text."""
    if headline is None or not kept:
        return None
    described = _words(hints.lead)[:60] if hints.lead else ""
    first = kept[0]
    assert first.node is not None
    for block in found[headline + 1 : headline + 40]:
        node = block.node
        assert node is not None
        if block is first:
            return None
        if region.holds(node) or block.link_share > 0.3 or length(block.text) < 40 or node.signal & (Signal.CAPTION | Signal.HIDDEN):
            continue
        if region.beside[node.index] and not node.signal & Signal.LEAD:
            continue
        words = _words(block.text)
        if (described and words.startswith(described)) or _says_lead(node):
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

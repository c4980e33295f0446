"""Page: the article's body by the structure of the page, where no layout says where it is."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from newscrawler.sources.blocks import Block, Node, body_text, walk
from newscrawler.sources.boilerplate import is_house_line, prose_weight
from newscrawler.sources.signals import Signal

if TYPE_CHECKING:
    from lxml.html import HtmlElement

    from newscrawler.document import Document


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
    score: float = 0.0


def page_body(doc: Document, *, hints: BodyHints | None = None) -> BodyCandidate | None:
    """Find the body of the article in the page; ``None`` where there is no running text."""
    hints = hints or BodyHints()
    root = doc.root
    body = root.find("body")
    nodes, found = walk(root if body is None else body)
    if not nodes:
        return None
    for block in found:
        node = block.node
        assert node is not None
        weight = prose_weight(block)
        node.prose += weight
        node.chars += len(block.text)
        node.link_chars += block.link_chars
    noisy = _noise(nodes)
    container = _container(nodes, noisy)
    if container is None:
        return None
    kept = _select(found, container, noisy, hints)
    text = body_text(kept)
    if text is None:
        return None
    return BodyCandidate(text, "page", kept, container.element)


def _noise(nodes: list[Node]) -> set[int]:
    """Sum what is within each node, and find the nodes that stand beside the text."""
    for node in reversed(nodes):
        if (above := node.parent) is not None:
            above.prose += node.prose
            above.chars += node.chars
            above.link_chars += node.link_chars
    total = nodes[0].prose or 1.0
    noisy: set[int] = set()
    index = 1
    while index < len(nodes):
        node = nodes[index]
        if _is_noise(node, total):
            noisy.update(range(index, node.end))
            above = node.parent
            while above is not None:
                above.prose -= node.prose
                above = above.parent
            index = node.end
            continue
        index += 1
    return noisy


def _is_noise(node: Node, total: float) -> bool:
    tag, signal = node.tag, node.signal
    if tag in {"nav", "footer", "menu", "dialog", "figcaption", "figure"}:
        return node.prose < total * 0.5
    if tag in {"aside", "form", "address", "fieldset", "details"}:
        return node.prose < total * 0.4
    if signal & (Signal.COMMENT | Signal.HIDDEN | Signal.CAPTION):
        return node.prose < total * (0.9 if signal & Signal.COMMENT else 0.5)
    if signal & Signal.NOISE:
        return node.prose < total * 0.4
    return False


def _container(nodes: list[Node], noisy: set[int]) -> Node | None:
    """The smallest element that holds most of the prose."""
    children: dict[int, list[Node]] = {}
    for node in nodes[1:]:
        if node.index not in noisy and node.prose > 0:
            assert node.parent is not None
            children.setdefault(node.parent.index, []).append(node)
    here = nodes[0]
    if here.prose <= 0:
        return None
    while True:
        inner = max(children.get(here.index, ()), key=lambda node: node.prose, default=None)
        if inner is None or inner.prose < here.prose * 0.7 or inner.tag in {"p", "li", "blockquote"}:
            return here
        here = inner


def _select(found: list[Block], container: Node, noisy: set[int], hints: BodyHints) -> list[Block]:
    kept: list[Block] = []
    for block in found:
        node = block.node
        assert node is not None
        if not container.index <= node.index < container.end or node.index in noisy:
            continue
        if node.tag == "h1":
            kept.clear()
            continue
        if block.link_share > 0.7 or is_house_line(block.text):
            continue
        kept.append(block)
    # A subhead without text after it heads something that is not here.
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

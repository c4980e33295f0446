"""Blocks: the text of a page as paragraphs, subheads, list items and quotes, in the order of the page."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass, field
from typing import Final, Literal

from lxml.html import HtmlElement

from newscrawler.sources.signals import Signal, signal_of

Kind = Literal["paragraph", "subhead", "item", "quote", "pre"]

BLOCK_TAGS: Final = frozenset(
    "address article aside blockquote body br-br center dd details dialog dir div dl dt fieldset figcaption figure footer "
    "form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol p pre section summary table tbody td "
    "tfoot th thead tr ul".split(),
)
"""Elements that begin and end a line of text."""
UNSEEN_TAGS: Final = frozenset(
    "applet area audio base button canvas datalist dialog embed frame frameset head iframe input link map menu meta nav noframes noscript "
    "object optgroup option param picture progress script select source style svg template textarea title track "
    "video amp-ad amp-iframe amp-analytics amp-sidebar amp-social-share amp-embed".split(),
)
"""Elements whose content is no running text."""
_PICTURE_TAGS: Final = frozenset(("img", "picture", "video", "amp-img", "object"))
_HEADS: Final = frozenset(("h2", "h3", "h4", "h5", "h6"))
_MAX_DEPTH: Final = 400
_DROP_CAP: Final = "\x00"
_SPLIT_CAP: Final = re.compile("^(\\W*\\w)[\\s\x00]*\x00[\\s\x00]*(\\w)")
"""A first letter set apart, and the rest of its word."""


@dataclass(slots=True, eq=False)
class Node:
    """A block-level element on the way from the root to the text; sums are of everything within."""

    element: HtmlElement
    tag: str
    parent: Node | None
    names: str
    """``class`` and ``id``."""
    signal: int
    """Bits of ``Signal``."""
    index: int = 0
    end: int = 0
    """Nodes with ``index <= n.index < end`` are within this one."""
    chars: int = 0
    link_chars: int = 0
    prose: float = 0.0
    pictures: int = 0


@dataclass(slots=True)
class Block:
    """One paragraph, subhead, list item or quote."""

    kind: Kind
    text: str
    element: HtmlElement
    """The nearest block-level element around the text."""
    link_chars: int = 0
    """Characters of ``text`` that are within links."""
    node: Node | None = field(default=None, repr=False)

    @property
    def link_share(self) -> float:
        """Share of the text that is within links, 0 to 1."""
        return min(1.0, self.link_chars / len(self.text)) if self.text else 0.0


Drop = Collection[HtmlElement] | Callable[[HtmlElement], bool]


def blocks(elements: Iterable[HtmlElement], drop: Drop = ()) -> list[Block]:
    """Read the text of the elements in document order, leaving out what is dropped, hidden or not text.

    An element within another one of ``elements`` is read once. The tree is not changed.
    """
    dropped = drop if callable(drop) else frozenset(drop).__contains__
    found: list[Block] = []
    seen: set[HtmlElement] = set()
    for element in elements:
        if any(ancestor in seen for ancestor in element.iterancestors()) or element in seen:
            continue
        seen.add(element)
        found.extend(block for block in walk(element, dropped)[1] if not _is_template(block.text))
    return found


def body_text(found: Iterable[Block]) -> str | None:
    """Join blocks as the field ``body`` has them: one blank line between two; ``None`` where there is no text."""
    return "\n\n".join(block.text for block in found if block.text) or None


def walk(
    top: HtmlElement, dropped: Callable[[HtmlElement], bool] | None = None
) -> tuple[list[Node], list[Block]]:
    """Read the whole subtree once: its block-level elements, and the text in them as blocks."""
    reader = _Reader(dropped)
    reader.read(top)
    return reader.nodes, reader.blocks


class _Reader:
    """State of one walk: the open block-level elements and the line being collected."""

    def __init__(self, dropped: Callable[[HtmlElement], bool] | None) -> None:
        self.dropped = dropped
        self.nodes: list[Node] = []
        self.blocks: list[Block] = []
        self.parts: list[str] = []
        self.link_chars = 0
        self.breaks = 0
        self.pre = 0

    def read(self, top: HtmlElement) -> None:
        nodes, parts = self.nodes, self.parts
        node: Node | None = None
        links = 0
        # A stack instead of recursion: depth of a page is not in our hand. (element, None) enters, (element, node) leaves.
        stack: list[tuple[HtmlElement, int]] = [(top, 0)]
        while stack:
            element, state = stack.pop()
            if state:
                tag = element.tag
                if state == 2:
                    assert node is not None
                    self.flush(node)
                    node.end = len(nodes)
                    node = node.parent
                elif tag == "a":
                    links -= 1
                elif state == 3:
                    parts.append(_DROP_CAP)
                if element is not top and (tail := element.tail):
                    parts.append(tail)
                    if links:
                        self.link_chars += len(tail.strip())
                    if self.breaks and not tail.isspace():
                        self.breaks = 0
                continue
            tag = element.tag
            if (
                not isinstance(tag, str)
                or tag in UNSEEN_TAGS
                or (self.dropped is not None and self.dropped(element))
            ):
                if element is not top and (tail := element.tail):
                    parts.append(tail)
                    if links:
                        self.link_chars += len(tail.strip())
                continue
            if tag == "br":
                self.breaks += 1
                if self.breaks > 1 and node is not None:
                    self.flush(node)
                parts.append("\n")
                if tail := element.tail:
                    parts.append(tail)
                    if not tail.isspace():
                        self.breaks = 0
                continue
            names, signal = "", 0
            if attributes := element.items():
                names, signal = _read_attributes(attributes)
            if tag in BLOCK_TAGS or node is None:
                if node is not None:
                    self.flush(node)
                node = Node(element, tag, node, names, signal, len(nodes))
                nodes.append(node)
                stack.append((element, 2))
            else:
                if signal & Signal.UNSEEN:
                    if tail := element.tail:
                        parts.append(tail)
                    continue
                if tag == "a":
                    links += 1
                stack.append((element, 3 if signal & Signal.DROP_CAP else 1))
            if text := element.text:
                parts.append(text)
                if links:
                    self.link_chars += len(text.strip())
                if not text.isspace():
                    self.breaks = 0
            if len(stack) < _MAX_DEPTH * 50:
                children = element.getchildren()
                children.reverse()
                stack.extend([(child, 0) for child in children])

    def flush(self, node: Node) -> None:
        """End the line: what was collected becomes a block of ``node``."""
        self.breaks = 0
        if not self.parts:
            return
        text = "".join(self.parts)
        self.parts.clear()
        link_chars, self.link_chars = self.link_chars, 0
        if text.isspace():
            return
        if _DROP_CAP in text:
            text = _SPLIT_CAP.sub(r"\1\2", text).replace(_DROP_CAP, "")
        text = " ".join(text.split())
        self.blocks.append(Block(_kind(node), text, node.element, link_chars, node))


def _kind(node: Node) -> Kind:
    if node.tag in _HEADS:
        return "subhead"
    if node.tag == "pre":
        return "pre"
    above: Node | None = node
    for _ in range(4):
        if above is None:
            break
        if above.tag == "blockquote":
            return "quote"
        if above.tag in {"li", "dd", "dt"}:
            return "item"
        above = above.parent
    return "paragraph"


def _read_attributes(attributes: list[tuple[str, str]]) -> tuple[str, int]:
    """Names (class and id) of an element, and what its attributes say of its content."""
    classes = own = ""
    hidden = False
    for key, value in attributes:
        if key == "class":
            classes = value
        elif key == "id":
            own = value
        elif key == "style":
            hidden = hidden or _hides(value)
        elif key == "hidden":
            hidden = True
    names = f"{classes} {own}" if own else classes
    signal = signal_of(names) if names else Signal.NONE
    return names, signal | Signal.HIDDEN if hidden else signal


def _hides(style: str) -> bool:
    if "none" not in style and "hidden" not in style and "clip" not in style:
        return False
    compact = style.replace(" ", "").lower()
    return "display:none" in compact or "visibility:hidden" in compact or "clip:rect(0" in compact


def _is_template(text: str) -> bool:
    return "{{" in text and "}}" in text

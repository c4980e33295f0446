"""Blocks: the text of a page as paragraphs, subheads, list items and quotes, in the order of the page."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from turbohtml import Element, Text

from newscrawler.document.node import names_of
from newscrawler.document.visibility import Visibility
from newscrawler.sources.body.drop_cap import DROP_CAP, is_word_by_itself, rejoined
from newscrawler.sources.body.kinds import Kind, kind_of
from newscrawler.sources.body.own_line import follows_sentence, has_own_line, parts_spans
from newscrawler.sources.boilerplate.prose import length
from newscrawler.sources.headlines.headed import is_for_the_hand, opens_answer
from newscrawler.sources.signals import Signal, signal_of, signal_within_line
from newscrawler.sources.tags import BLOCK_TAGS, BOLD_TAGS, BOX_TAGS, HEAD_TAGS, PICTURE_TAGS, UNSEEN_TAGS
from newscrawler.text.line_breaks import LINE_BREAK, paragraphs
from newscrawler.text.white_space import clean

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable

    Drop = Collection[Element] | Callable[[Element], bool]


_LONGEST_LINK: Final = 600
"""Latin letters; a link around more is one around the whole text, not a line that leads elsewhere."""
_DIRT: Final = re.compile(
    "[\x01-\x08\x0e-\x1f\x7f-\x9f\u00ad\u034f\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff-\uffff]"
)
"""Signs that may have to go; ``clean`` decides."""


@dataclass(slots=True, eq=False)
class Node:
    """A block-level element on the way from the root to the text; sums are of everything within."""

    element: Element
    tag: str
    parent: Node | None
    is_hidden: bool = False
    """Whether the element hides itself; what is within a hidden one is not marked."""
    index: int = 0
    """Place among the nodes of the walk, in document order."""
    end: int = 0
    """Nodes with ``index <= n.index < end`` are within this one."""
    chars: int = 0
    link_chars: int = 0
    prose: float = 0.0
    own_prose: float = 0.0
    """Running text directly in the element, and in no element within."""
    pictures: int = 0
    _signal: int | None = None

    @property
    def signal(self) -> int:
        """What the names say, as bits of ``Signal``; read when asked for, as of most elements it never is."""
        if self._signal is None:
            names = self.names
            self._signal = signal_of(names) if names else Signal.NONE
        return self._signal

    @property
    def names(self) -> str:
        """``class`` and ``id``, read when asked for."""
        return names_of(self.element)

    @property
    def is_unseen(self) -> bool:
        """Whether the element is hidden, or the text of a picture."""
        return self.is_hidden or self.signal & Signal.CAPTION != 0


@dataclass(slots=True, eq=False)
class Block:
    """One paragraph, subhead, list item or quote."""

    kind: Kind
    text: str
    node: Node
    link_chars: int = 0
    """Characters of ``text`` that are within links."""

    @property
    def element(self) -> Element:
        """The nearest block-level element around the text."""
        return self.node.element

    @property
    def link_share(self) -> float:
        """Share of the text that is within links, 0 to 1."""
        return min(1.0, self.link_chars / len(self.text)) if self.link_chars else 0.0


def blocks(elements: Iterable[Element], drop: Drop = (), visibility: Visibility | None = None) -> list[Block]:
    """Read the text of the elements in document order, leaving out what is dropped, hidden or not text.

    An element within another one of ``elements`` is read once. The tree is not changed.
    """
    dropped = drop if callable(drop) else frozenset(drop).__contains__
    found: list[Block] = []
    read: set[Any] = set()
    for element in elements:
        if element in read or any(outer in read for outer in element.ancestors):
            continue
        read.add(element)
        nodes, texts = walk(element, visibility, dropped)
        hidden = _hidden(nodes)
        found.extend(block for block in texts if block.node.index not in hidden)
    return found


def body_text(found: Iterable[Block]) -> str | None:
    """Join blocks as in the field ``body``, a blank line between two; return None where there is no text."""
    return "\n\n".join(block.text for block in found if block.text) or None


def walk(
    top: Element, visibility: Visibility | None = None, dropped: Callable[[Element], bool] | None = None
) -> tuple[list[Node], list[Block]]:
    """Read the whole subtree once: its block-level elements, and the text in them as blocks.

    :param visibility: what is hidden on the page; found out for this part alone where it is not given.
    """
    reader = _Reader((visibility or Visibility(top)).hidden, dropped)
    reader.read(top)
    return reader.nodes, reader.blocks


def _hidden(nodes: list[Node]) -> set[int]:
    """Return the nodes below the top that are hidden, with what is within them."""
    found: set[int] = set()
    for node in nodes[1:]:
        if node.is_hidden or (node.parent is not None and node.parent.index in found):
            found.add(node.index)
    return found


class _Reader:
    """State of one walk: the open block-level element and the line being collected."""

    def __init__(self, hidden: frozenset[Element], dropped: Callable[[Element], bool] | None) -> None:
        self.hidden = hidden
        self.dropped = dropped
        self.nodes: list[Node] = []
        self.blocks: list[Block] = []
        self.node: Node | None = None
        self.parts: list[str] = []
        self.links = self.link_chars = self.breaks = self.bold = 0
        self.is_plain = False
        """Whether the line has text that is not bold."""

    def read(self, top: Element) -> None:
        # a stack instead of recursion: a page may be nested deeper than Python can recurse
        opened = self._enter(top)
        if opened is None:
            return
        stack = [(opened, iter(top.children))]
        while stack:
            opened, inner = stack[-1]
            for child in inner:
                if type(child) is Text:
                    self._add(child.data)
                elif type(child) is Element and (entered := self._enter(child)) is not None:
                    stack.append((entered, iter(child.children)))
                    break
            else:
                stack.pop()
                self._leave(opened)

    def _enter(self, element: Element) -> str | None:
        """Open an element; return what closes it, None where what is within is passed over."""
        tag = element.tag
        if tag in UNSEEN_TAGS and not (
            tag == "button" and self.node is not None and opens_answer(element, self.node.tag)
        ):
            if self.node is not None:
                self.node.pictures += tag in PICTURE_TAGS
            return None
        if self.dropped is not None and self.dropped(element):
            return None
        if tag == "br":
            self._break()
            if self.parts and parts_spans(element):
                self._flush()
            return None
        is_hidden = element in self.hidden
        if tag in BLOCK_TAGS or self.node is None or has_own_line(tag, self.node.tag, self.parts):
            if self.parts:
                self._flush()
            self.breaks = 0
            self.node = Node(element, tag, self.node, is_hidden, len(self.nodes))
            self.nodes.append(self.node)
            return "block"
        return None if is_hidden else self._enter_inline(element, tag)

    def _enter_inline(self, element: Element, tag: str) -> str | None:
        if tag == "span" and self.parts and follows_sentence(element, self.parts[-1]):
            self._set_apart()
        signal = signal_within_line(names) if (names := names_of(element)) else Signal.NONE
        if signal & (Signal.CAPTION | Signal.ON_HOVER):
            return None
        if self.node is not None and self.node.tag in HEAD_TAGS and is_for_the_hand(element):
            return None
        if tag == "a" and element.attr("href") is not None and length(element.text) <= _LONGEST_LINK:
            self.links += 1
            return "a"
        if signal & Signal.DROP_CAP:
            return DROP_CAP
        if tag in BOLD_TAGS:
            self.bold += 1
            return "bold"
        return "inline"

    def _set_apart(self) -> None:
        """End the line in a box; in a paragraph, only the word."""
        if self.node is not None and self.node.tag in BOX_TAGS:
            self._flush()
        else:
            self.parts.append(" ")

    def _break(self) -> None:
        """End the line at the second of two breaks, and where all of it is bold, as in a heading."""
        self.breaks += 1
        if self.breaks > 1 or (self.parts and not self.is_plain):
            self._flush()
        if self.parts:
            self.parts.append(LINE_BREAK)

    def _leave(self, opened: str) -> None:
        if opened == "block":
            assert self.node is not None
            if self.parts:
                self._flush()
            self.breaks = 0
            self.node.end = len(self.nodes)
            if self.node.parent is not None:
                self.node.parent.pictures += self.node.pictures
            self.node = self.node.parent
        elif opened == "a":
            self.links -= 1
        elif opened == "bold":
            self.bold -= 1
        elif opened == DROP_CAP:
            self.parts.append(DROP_CAP)

    def _add(self, text: str) -> None:
        if text.isspace():
            if self.parts:
                self.parts.append(text)
            return
        if self.parts and self.parts[-1] == DROP_CAP and is_word_by_itself(self.parts, text):
            self.parts.pop()
        self.parts.append(text)
        self.breaks = 0
        if not self.bold:
            self.is_plain = True
        if self.links:
            self.link_chars += len(text.strip())

    def _flush(self) -> None:
        """End the line: what was collected becomes a block of the open element."""
        self.breaks = 0
        if not self.parts:
            return
        text = "".join(self.parts)
        self.parts.clear()
        self.is_plain = False
        link_chars, self.link_chars = self.link_chars, 0
        if text.isspace() or self.node is None:
            return
        if DROP_CAP in text:
            text = rejoined(text)
        kind = kind_of(self.node)
        for paragraph in paragraphs(text) if LINE_BREAK in text and not link_chars else (text,):
            line = paragraph.replace(LINE_BREAK, " ")
            line = clean(line) if "{{" in line or _DIRT.search(line) else " ".join(line.split())
            if line and (len(line) > 1 or line.isalnum()):
                self.blocks.append(Block(kind, line, self.node, link_chars))

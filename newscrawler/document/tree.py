"""Tree: a page as a browser builds it, without what is inert, with shadow roots in their place."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import turbohtml
from turbohtml import DocumentFragment, Element

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from turbohtml import Node

    from newscrawler.bounds import Bounds

_SHADOW: Final = ("shadowrootmode", "shadowroot")
"""The attribute of a template that is shown in the place of its host's children, and its older name."""
_INERT: Final = ("template", "noscript", "noembed", "noframes", "style")
"""What no reader of a page sees, whatever it holds. Pages are read as by a browser that runs scripts."""
_READINGS: Final = ("rt", "rp", "rtc")
"""How a word is read, set over it in small letters: in the line itself it would run into the word."""
_RAW: Final = ("script", "iframe")
"""Their text is no text of the page; the elements stay, since selectors may name them."""
_SHORTEST_TAG: Final = 3
"""Bytes; a page with fewer for each tag that it may have need not be counted."""


@dataclass(frozen=True, slots=True)
class Script:
    """A script of the page, as it was written."""

    kind: str
    """The ``type`` attribute in lower case."""
    text: str


@dataclass(frozen=True, slots=True)
class Tree:
    """What the parser made of a page."""

    root: Element
    elements: Mapping[str, Sequence[Element]]
    """The elements by tag, in document order."""
    scripts: list[Script]
    beyond: str | None
    """The bound that the page breaks (``page_tags``)."""
    noscripts: list[str]
    """Markup with links that only readers without scripts see."""


def build_tree(data: bytes, bounds: Bounds) -> Tree:
    """Parse a page that is in UTF-8. Never raises; what is no HTML gives an empty body."""
    beyond = None
    if b"\0" in data:
        data = data.replace(b"\0", b"")
    if 0 < bounds.page_tags * _SHORTEST_TAG < len(data) and bounds.page_tags < data.count(b"<"):
        data = b"<".join(data.split(b"<", bounds.page_tags)[: bounds.page_tags])
        beyond = "page_tags"
    root = _parse(data)
    survey = _survey(root)
    if "template" in survey.elements:
        _unwrap_shadow_roots(root)
        for element in root.select("template"):
            element.decompose()
        survey = _survey(root)
    noscripts = [text for each in survey.elements.get("noscript", ()) if "href" in (text := each.text)]
    scripts = _take_out_what_is_inert(survey.elements)
    return Tree(root, survey.elements, scripts, survey.broken(bounds) or beyond, noscripts)


def parse_fragment(html: str) -> Element:
    """Parse a piece of a page, as script state holds it, without what is inert."""
    root = turbohtml.parse_fragment(html, positions=False, scripting=True)
    for element in root.select(", ".join((*_INERT, *_RAW))):
        element.decompose()
    return root


def _parse(data: bytes) -> Element:
    root = turbohtml.parse(
        data, encoding="utf-8", positions=False, scripting=True, allow_declarative_shadow_roots=False
    ).root
    assert root is not None  # an HTML5 parser makes one of any bytes
    return root


def _unwrap_shadow_roots(root: Element) -> None:
    """Put shadow roots where a browser shows them; the host's own children go into slots, or are not shown.

    The innermost come first, since a slot may itself be a child of a host within.
    """
    for template in reversed(root.select("template")):
        host = template.parent
        if not isinstance(host, Element) or not any(template.attr(name) for name in _SHADOW):
            continue
        content = template.children[0] if template.children else None
        if not isinstance(content, DocumentFragment):
            continue
        own: dict[str, list[Node]] = {}
        for node in host.children:
            if node is not template:
                own.setdefault(_slot_of(node), []).append(node)
        for slot in content.select("slot"):
            slot.replace_with(*own.pop(slot.attr("name") or "", slot.children))
        for node in [node for nodes in own.values() for node in nodes]:
            node.extract()
        template.replace_with(*content.children)


def _slot_of(node: Node) -> str:
    return (node.attr("slot") or "") if isinstance(node, Element) else ""


def _take_out_what_is_inert(elements: dict[str, list[Element]]) -> list[Script]:
    """Remove what no reader sees; return the page's scripts, whose elements stay without text."""
    for tag in (*_INERT, *_READINGS):
        for element in elements.pop(tag, ()):
            element.decompose()
    scripts = []
    for tag in _RAW:
        for element in elements.get(tag, ()):
            text = element.text
            if text:
                if tag == "script":
                    scripts.append(Script((element.attr("type") or "").lower(), text))
                element.clear()
    return scripts


@dataclass(frozen=True, slots=True)
class _Survey:
    """What one pass over a tree gathers. Each pass costs a seventh of the parse, so there is one."""

    elements: dict[str, list[Element]]
    """By tag, in document order."""
    depth: int
    """Elements in elements, the root included."""
    attributes: int
    """The most of one tag."""

    def broken(self, bounds: Bounds) -> str | None:
        """Name the bound that the tree breaks."""
        if 0 < bounds.page_depth <= self.depth:
            return "page_depth"
        return "page_attributes" if 0 < bounds.page_attributes < self.attributes else None


def _survey(root: Element) -> _Survey:
    elements: defaultdict[str, list[Element]] = defaultdict(list)
    opened: list[Element] = []  # the elements around the current one, outermost first
    last: Element | None = None
    depth = attributes = 0
    for element in root.iter_elements(None, include_self=True):
        elements[element.tag].append(element)
        around = element.parent
        if around is not last:  # it is no child of the element before it
            while opened and opened[-1] is not around:
                opened.pop()
        opened.append(element)
        last = element
        if (deep := len(opened)) > depth:
            depth = deep
        if (many := len(element.attrs)) > attributes:
            attributes = many
    return _Survey(dict(elements), depth, attributes)

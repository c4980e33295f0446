"""Trim a page to what its fields are read from: no scripts, styles, comments, and few rows of each list."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from turbohtml import Comment, Element

if TYPE_CHECKING:
    from collections.abc import Iterator

MOST_ALIKE = 4
"""Children of one element with one tag and class that are kept: rows, items of a menu."""
MOST_PARAGRAPHS = 10
LONGEST_ATTRIBUTE = 200
LONGEST_SCRIPT = 60_000
_NO_CONTENT = frozenset({"style", "svg", "noscript", "template", "iframe", "canvas", "object", "embed"})
_INLINE = frozenset({"a", "b", "br", "em", "i", "span", "strong", "time"})
_TEXT = frozenset({"p", "h2", "h3", "blockquote"})
_VISIBILITY = re.compile(r"(?:display|visibility)\s*:")
_RELATIONS = frozenset({"canonical", "amphtml", "alternate", "next", "prev", "author"})


@dataclass(frozen=True, slots=True)
class Trimming:
    """How far a page is trimmed."""

    states: bool = False
    """Keep the data of scripts beside JSON-LD."""
    rows: bool = False
    """Keep all rows of each list, and all paragraphs."""
    markup: bool = False
    """Keep every element and attribute but styles and code."""


TRIMMINGS = (
    Trimming(),
    Trimming(states=True),
    Trimming(rows=True),
    Trimming(states=True, rows=True),
    Trimming(states=True, rows=True, markup=True),
)
"""From the shortest page to the most faithful one."""


def trim(root: Element, how: Trimming) -> None:
    """Remove from a tree what no field is read from."""
    for node in list(root.descendants):
        if isinstance(node, Comment):
            node.decompose()
    for element in list(root.iter_elements(include_self=True)):
        if _is_waste(element, how):
            element.decompose()
    for element in list(root.iter_elements(include_self=True)):
        if not how.markup:
            _trim_attributes(element)
        if not how.rows:
            for child in list(_surplus(element)):
                child.decompose()


def _is_waste(element: Element, how: Trimming) -> bool:
    if element.tag == "script":
        kind = str(element.attr("type") or "").strip().casefold()
        is_kept = kind == "application/ld+json" or (how.states and kind == "application/json")
        return not is_kept or (len(element.text) > LONGEST_SCRIPT and not how.markup)
    if how.markup:
        return element.tag in {"style", "svg"}
    if element.tag == "link":
        return not _RELATIONS.intersection(str(element.attr("rel") or "").casefold().split())
    return element.tag in _NO_CONTENT


def _trim_attributes(element: Element) -> None:
    for name, value in list(element.attrs.items()):
        text = value if isinstance(value, str) else " ".join(value or ())
        is_style = name == "style" and not _VISIBILITY.search(text)
        is_code = name.startswith("on") or name in {"srcset", "sizes", "integrity", "nonce"}
        is_long = len(text) > LONGEST_ATTRIBUTE and name not in {"content", "href", "src", "class"}
        if is_style or is_code or is_long or (name.startswith("data-") and " " in text.strip()):
            del element.attrs[name]


def _surplus(element: Element) -> Iterator[Element]:
    """Yield the children beyond the first of each sort."""
    if element.tag in {"head", "html"}:
        return
    seen: Counter[tuple[str, str]] = Counter()
    for child in list(element.children):
        if type(child) is Element and child.tag not in _INLINE:
            sort = child.tag, str(child.attr("class") or "")
            seen[sort] += 1
            if seen[sort] > (MOST_PARAGRAPHS if child.tag in _TEXT else MOST_ALIKE):
                yield child

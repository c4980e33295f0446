"""Node: steps through a page's tree that turbohtml's own elements do not have."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from turbohtml import Element

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = [
    "Element",
    "above",
    "after",
    "before",
    "children",
    "class_of",
    "elements",
    "first",
    "names_of",
    "parent",
]

_MOST_NAMES: Final = 2000
"""Characters of ``class`` and of ``id`` that are read; long lists of utility classes have a few hundred."""


def parent(element: Element) -> Element | None:
    """Return the element around this one; None for the root."""
    found = element.parent
    return found if type(found) is Element else None


def above(element: Element) -> Iterator[Element]:
    """Yield the elements around this one, innermost first."""
    for found in element.ancestors:
        if type(found) is Element:
            yield found


def children(element: Element) -> list[Element]:
    """Return the elements directly within this one, in document order."""
    return [child for child in element.children if type(child) is Element]


def elements(element: Element, *tags: str) -> Iterator[Element]:
    """Yield this element and those within it, in document order; of these tags if any are named."""
    return element.iter_elements(tags or None, include_self=True)


def first(element: Element, *tags: str) -> Element | None:
    """Return the first of this element and those within it that has one of the tags."""
    return next(elements(element, *tags), None)


def after(element: Element) -> Iterator[Element]:
    """Yield the elements beside this one that come after it, in document order."""
    for found in element.next_siblings:
        if type(found) is Element:
            yield found


def before(element: Element) -> Iterator[Element]:
    """Yield the elements beside this one that come before it, the nearest first."""
    for found in element.previous_siblings:
        if type(found) is Element:
            yield found


def class_of(element: Element) -> str:
    """Return the class names of an element as they are written; empty where it has none."""
    return (element.attr("class") or "")[:_MOST_NAMES]


def names_of(element: Element) -> str:
    """Return the class names and the id of an element."""
    return f"{class_of(element)} {(element.attr('id') or '')[:_MOST_NAMES]}".strip()

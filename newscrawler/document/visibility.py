"""Visibility: what a reader of a page sees, decided once for the page and asked by every source.

What is inert (templates, comments, scripts) is not in the tree at all. What is left is shown, hidden, or
disclosable: folded
away until the reader opens it, and part of the text.
"""

from __future__ import annotations

import re
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING, Final

from newscrawler.document.node import class_of, elements

if TYPE_CHECKING:
    from newscrawler.document.node import Element

_CANDIDATES: Final = (
    "[hidden], [style*=none i], [style*=hidden i], [style*=clip i], [class*=hid i], [class*=invisible i], "
    "[class*=offscreen i], [class*=sr-only i], [class*=screen-reader i], [class*=none i], "
    "[class*=assistive i]"
)
"""Elements with an attribute that may hide them; one search in the parser's own code for all of them."""
_CAMEL: Final = re.compile(r"(?<=[a-z])(?=[A-Z])")
_SPLIT: Final = re.compile(r"[^a-z]+")
_LAYOUT: Final = re.compile(
    r"^(?:has|with|without|no|non|not|is(?!-hidden)|js|overflow|u-overflow|and-w|use|one)-"
    r"|-(?:enabled|disabled|collapsed|hidden-xs|on|off)$|overflow|label-hidden|[\[:!]"
)
"""Names that say how an element is laid out, not whether it is shown."""
_HIDING: Final = re.compile(
    r"(?:^| )(?:hidden|visuallyhidden|offscreen|invisible|hide)(?:$| )"
    r"|sr-only|screen-reader|visually-hidden|d-none|assistive-text|display-none|is-hidden|u-hidden"
)
_RESPONSIVE: Final = re.compile(r"(?:^|[ :-])(?:sm|md|lg|xl|xs|tablet|desktop|mobile|phone|print)(?:$|[ :-])")
"""``hidden md:block`` is hidden on some screens only."""


class Visibility:
    """Which elements of a page are hidden from its readers."""

    def __init__(self, root: Element) -> None:
        found = [element for element in root.select(_CANDIDATES) if _is_hidden(element)]
        if any(element.attr("id") for element in found):
            opened = _disclosable(root)
            found = [element for element in found if element.attr("id") not in opened]
        self._outermost_first = found
        self.hidden: frozenset[Element] = frozenset(found)
        """The elements that hide themselves and all within them."""

    def is_hidden(self, element: Element) -> bool:
        """Tell whether an element or one around it is hidden."""
        return element in self._within

    @cached_property
    def _within(self) -> set[Element]:
        """The hidden elements and all within them."""
        within: set[Element] = set()
        for element in self._outermost_first:
            if element not in within:
                within.update(elements(element))
        return within


def _is_hidden(element: Element) -> bool:
    state = element.attr("hidden")
    if state is not None:
        return state.strip().lower() != "until-found"
    style = element.attr("style")
    if style and hides_by_style(style):
        return True
    return hides_by_name(class_of(element))


def _disclosable(root: Element) -> frozenset[str]:
    """Return the ids of what a button or tab of the page opens."""
    return frozenset(
        name
        for element in root.select("[aria-controls][aria-expanded]")
        if element.tag in ("button", "summary", "a", "h2", "h3", "h4") or element.attr("role") == "button"
        for name in (element.attr("aria-controls") or "").split()
    )


@lru_cache(maxsize=4096)
def hides_by_name(names: str) -> bool:
    """Tell whether class names say that an element is not shown, or only to those who hear the page.

    >>> hides_by_name("hidden"), hides_by_name("hidden md:block"), hides_by_name("overflow-hidden")
    (True, False, False)
    """
    text = _CAMEL.sub("-", names).lower()
    kept = [
        "-".join(filter(None, _SPLIT.split(token))) for token in text.split() if not _LAYOUT.search(token)
    ]
    return _HIDING.search(" ".join(kept)) is not None and _RESPONSIVE.search(text) is None


def hides_by_style(style: str) -> bool:
    """Tell whether a ``style`` attribute hides its element.

    >>> hides_by_style("display : none"), hides_by_style("border: none")
    (True, False)
    """
    compact = style.replace(" ", "").lower()
    return "display:none" in compact or "visibility:hidden" in compact or "clip:rect(0" in compact

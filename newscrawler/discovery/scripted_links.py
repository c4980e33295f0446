"""Scripted links: what leads a reader to a page though it is no link: a click or a choice runs a script."""

from __future__ import annotations

import re
from itertools import chain
from typing import TYPE_CHECKING

from newscrawler.publication.selectors import select

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newscrawler.document import Element

_GOES = re.compile(
    r"\blocation(?:\.href)?\s*=\s*[\"'`]([^\"'`\s]+)[\"'`]"
    r"|\b(?:location\.(?:assign|replace)|open)\(\s*[\"'`]([^\"'`\s]+)[\"'`]"
    r"|^\s*(?:javascript:)?\s*(?:return\s+)?[\w.$]{1,60}\(\s*[\"'`]((?:https?:)?/[^\"'`\s]+)[\"'`]\s*[,)]"
)
"""Where a script goes by itself, or with a function of the page to which it hands a URL."""
_LONGEST_SCRIPT = 1000
"""Characters; a longer one does other things, too."""
CLICKS = "[onclick], a[href^='javascript:' i]"
_CHOICES = "select[onchange*='location' i], select[onchange*='window.open' i]"
_IS_PLACE = re.compile(r"(?:https?:/)?/[^\s]|\?[\w-]+=", re.IGNORECASE)


def place_of_click(element: Element) -> str:
    """Return where a click on an element leads, as it is written; empty where that is not said."""
    for name in ("onclick", "href"):
        script = element.attr(name) or ""
        if len(script) <= _LONGEST_SCRIPT and (found := _GOES.search(script)):
            return found[1] or found[2] or found[3]
    return ""


def scripted_links(root: Element) -> Iterator[tuple[Element, str]]:
    """Yield each element that a script follows, and where it leads: what is clicked or chosen."""
    clicked = ((element, place_of_click(element)) for element in select(root, CLICKS))
    scripted = set(select(root, _CHOICES))
    chosen = (
        (option, (option.attr("value") or "").strip())
        for choice in select(root, "select")
        if choice in scripted or _has_places(choice)
        for option in select(choice, "option[value]")
    )
    yield from ((element, place) for element, place in chain(clicked, chosen) if place and place[:1] != "#")


def _has_places(choice: Element) -> bool:
    """Tell whether all that a list offers are URLs: then a script goes there, wherever that is said."""
    values = [value for option in select(choice, "option") if (value := (option.attr("value") or "").strip())]
    return len(values) > 1 and all(map(_IS_PLACE.match, values))

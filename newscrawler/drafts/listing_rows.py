"""The rows of a listing page: the boxes that hold a link to an article and its time."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from newscrawler.document.node import above, children, elements, first
from newscrawler.publication.selectors import select

if TYPE_CHECKING:
    from collections.abc import Callable

    from newscrawler.document import Element

LEAST_ROWS = 3
HIGHEST = 5
"""Elements above a link that are looked at."""
_PLAIN = re.compile(r"[A-Za-z][\w-]*")
_PRINTED = re.compile(r"\b(?:\d{1,2}[./-]\d{1,2}[./-](?:\d{4}|\d{2})|\d{4}[./-]\d{1,2}[./-]\d{1,2})\b")
LONGEST_TIME = 40
"""Characters of an element that is a printed time and no text with one in it."""


def dated_rows(root: Element, is_article: Callable[[str], bool]) -> tuple[str, str, int] | None:
    """Return the selectors of a row and of its time, and how many rows there are; None where they have none.

    :param is_article: tells by the URL as the page writes it.
    """
    found: Counter[tuple[str, str]] = Counter()
    seen: set[Element] = set()
    for link in select(root, "a[href]"):
        if not is_article(str(link.attr("href") or "")):
            continue
        for box in list(above(link))[:HIGHEST]:
            if (of_time := _time_in(box)) is not None:
                if box not in seen and (selector := selector_of(box)):
                    seen.add(box)
                    found[selector, of_time] += 1
                break
    for (row, of_time), count in found.most_common(1):
        if count >= LEAST_ROWS:
            return row, of_time, count
    return None


def _time_in(box: Element) -> str | None:
    """Return the selector of the time in a box: that of its ``time``, else of what prints a date."""
    if (time := first(box, "time")) is not None:
        return "time@datetime" if time.attr("datetime") else "time"
    for element in elements(box):
        text = element.text.strip()
        is_time = len(text) <= LONGEST_TIME and not children(element) and _PRINTED.search(text)
        if is_time and (selector := selector_of(element)):
            return selector
    return None


def selector_of(element: Element) -> str | None:
    """Return tag and first plain class of an element; None where neither tells it apart."""
    classes = element.attr("class") or ()
    names = classes.split() if isinstance(classes, str) else list(classes)
    plain = next((name for name in names if _PLAIN.fullmatch(name)), None)
    if plain:
        return f"{element.tag}.{plain}"
    return element.tag if element.tag == "article" else None

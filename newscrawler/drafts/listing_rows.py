"""The rows of a listing page: the boxes that hold a link to an article and its time."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from newscrawler.document.node import above, first
from newscrawler.publication.selectors import select

if TYPE_CHECKING:
    from collections.abc import Callable

    from newscrawler.document import Element

LEAST_ROWS = 3
HIGHEST = 5
"""Elements above a link that are looked at."""
_PLAIN = re.compile(r"[A-Za-z][\w-]*")


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
            time = first(box, "time")
            if time is not None:
                if box not in seen and (selector := selector_of(box)):
                    seen.add(box)
                    found[selector, "time@datetime" if time.attr("datetime") else "time"] += 1
                break
    for (row, of_time), count in found.most_common(1):
        if count >= LEAST_ROWS:
            return row, of_time, count
    return None


def selector_of(element: Element) -> str | None:
    """Return tag and first plain class of an element; None where neither tells it apart."""
    classes = element.attr("class") or ()
    names = classes.split() if isinstance(classes, str) else list(classes)
    plain = next((name for name in names if _PLAIN.fullmatch(name)), None)
    if plain:
        return f"{element.tag}.{plain}"
    return element.tag if element.tag == "article" else None

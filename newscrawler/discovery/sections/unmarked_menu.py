"""The menu of a page that marks none: its lists of short links to its own sections."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newscrawler.discovery.link_places import is_long
from newscrawler.document.node import children
from newscrawler.publication.selectors import select
from newscrawler.text import clean

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newscrawler.document import Element

LEAST = 4
"""Links that make a menu."""
LONGEST_NAME = 40
_BEGINS = ("h2", "h3", "article", "main", "time")
_CONTENT = ", ".join(_BEGINS)
_HEADINGS = "h1, h2, h3, h4, h5, h6"
_ASIDE = "aside, footer, [class*=footer], [class*=sidebar], [class*=tags], [class*=related]"


def unmarked_menus(root: Element) -> Iterator[list[Element]]:
    """Yield the links of each list that holds nothing else than short links, above the page's content.

    A list of headlines is none: they are longer, and have times and teasers beside them.
    """
    aside = set(select(root, _ASIDE))
    for element in select(root, f"ul, ol, dl, div, p, tr, td, tbody, center, {_CONTENT}"):
        if element.tag in _BEGINS:
            return
        items = children(element)
        if len(items) < LEAST or not aside.isdisjoint((element, *element.ancestors)):
            continue
        links = [_only_link(item) for item in items]
        found = [link for link in links if link is not None]
        if len(found) >= LEAST and len(found) >= 0.8 * len(items):
            yield found


def _only_link(item: Element) -> Element | None:
    """Return the link that is all that an item of a list holds, if its text is that of a section."""
    links = [item] if item.tag == "a" else select(item, "a[href]")[:2]
    if len(links) != 1 or not links[0].attr("href"):
        return None
    name = clean(links[0].text)
    is_all = item is links[0] or (clean(item.text) == name and not select(item, _HEADINGS))
    return links[0] if is_all and 1 < len(name) <= LONGEST_NAME and not is_long(name) else None

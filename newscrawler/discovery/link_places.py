"""Link places: how much the place of a link on a page speaks for an article behind it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newscrawler.document.node import above, first
from newscrawler.publication.selectors import select

if TYPE_CHECKING:
    from newscrawler.document import Element

HEADING, TIMED, CARD, LONG_TEXT = 4, 2, 1, 1
_HEADINGS = ("h1", "h2", "h3", "h4", "h5")
_MENUS = (
    "nav, [role=navigation], [role=menu], [class*=menu], [class*=navbar], [class*=pager],"
    " [class*=pagination], body > header, body > div > header, form"
)
_SERVICE = re.compile(r"(?:login|logout|signin|signup|subscribe|print|mailto|share)", re.IGNORECASE)
_STEPS = 5
"""Elements around a link that can be its card."""
_MOST_CARD_TEXT = 2000
"""Characters of a card; what holds more is a column."""


def menus(root: Element) -> set[Element]:
    """Return the elements of a page whose links lead to sections and services."""
    return set(select(root, _MENUS))


def weight_of(link: Element, text: str) -> int:
    """Return how much a link's place speaks for an article: 0 for nothing.

    Headings and rows with a time lead to articles; a card or a text as long as a headline may.

    :param text: of the link, clean.
    """
    if is_service(link):
        return 0
    weight = LONG_TEXT if is_long(text) else 0
    if first(link, *_HEADINGS) is not None:
        weight += HEADING
    for step, around in enumerate(above(link)):
        if step >= _STEPS or around.tag in {"body", "main"}:
            break
        if around.tag in _HEADINGS:
            weight += HEADING
        if around.tag in {"article", "li", "tr"} or around.attr("itemtype"):
            time = first(around, "time") is not None or bool(select(around, "[class*=date], [class*=time]"))
            return weight + CARD + (TIMED if time and len(around.text) <= _MOST_CARD_TEXT else 0)
    return weight


def is_service(link: Element) -> bool:
    """Tell whether a link does something for the reader, as a login or a share button does."""
    return _SERVICE.search(link.attr("href") or "") is not None


def is_long(text: str) -> bool:
    """Tell whether a text can be a headline: four words, or as much of a script that has no spaces.

    >>> is_long("The quay opens again"), is_long("World"), is_long("岸壁が再び開く予定")
    (True, False, True)
    """
    if len(text.split()) >= 4:
        return True
    return sum(character >= "\u2e80" for character in text) >= 8

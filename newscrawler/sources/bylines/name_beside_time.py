"""Name beside the time: a name without a label that stands in one line with the time below the headline."""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING, Final

from newscrawler.dates.month_names import fold
from newscrawler.document.node import above, elements
from newscrawler.sources.bylines.byline_line import Line, printed_line, text_of_line
from newscrawler.sources.bylines.other_names import PROFILE
from newscrawler.sources.story_entries import DATE_LIKE
from newscrawler.text import clean, people_of
from newscrawler.text.byline_times import without_times
from newscrawler.text.person import may_be_person

if TYPE_CHECKING:
    from collections.abc import Iterable

    from newscrawler.document import Document, Element

_LINES: Final = frozenset(("p", "div", "span", "li", "td", "small", "em", "i", "address", "time", "header"))
_LONGEST: Final = 90
_PARTS: Final = re.compile(r"\s*[|·•–—/]\s*|,\s+|\s-\s")
_NAME: Final = re.compile(r"[^\W\d_][^\W\d_’'-]+(?: [^\W\d_]\.)?(?:[ -][^\W\d_][^\W\d_’'-]+){1,3}")
_CASED: Final = re.compile(r"[A-ZÀ-ÞĀ-ſА-ЯЁЄІЇҐΑ-ΩΆ-Ώ]")
_MOST_LINKS: Final = 300


def name_beside_time(document: Document, head: Iterable[Element], headline: Element | None) -> list[Line]:
    """Return the line below the headline that has a name, a time and nothing else.

    Such a name is no place, paper or desk, and nobody whom headline or text tell of.

    :param head: the elements from the headline to the text.
    """
    for element in head:
        if (
            element.tag not in _LINES
            or len(element.text) > _LONGEST
            or DATE_LIKE.search(element.text) is None
        ):
            continue
        text = text_of_line(element)
        name = _name_in(text) if text is not None else None
        if (
            name is not None
            and not is_linked(element, name)
            and not is_told_of(document, element, name, headline)
        ):
            return [Line(name, printed_line(element))]
    return []


def _name_in(text: str) -> str | None:
    """Return the name in a line that holds a time beside it, and nothing else."""
    untimed = without_times(text)
    if untimed == text:
        return None
    parts = [part for part in _PARTS.split(untimed) if any(map(str.isalnum, part))]
    if len(parts) != 1:
        return None
    name = parts[0].strip(" .:;|")
    words = name.replace("-", " ").split()
    is_name = _NAME.fullmatch(name) and all(_CASED.match(word) for word in words) and may_be_person(name)
    return name if is_name and people_of([name]) == [name] else None


def is_linked(element: Element, name: str) -> bool:
    """Tell whether the name is a link to anything but its owner: a section or a place."""
    links = [link for link in (element, *above(element), *elements(element, "a")) if link.tag == "a"]
    return any(name in clean(link.text) and not PROFILE.search(link.attr("href") or "") for link in links)


def is_told_of(document: Document, line: Element, name: str, headline: Element | None) -> bool:
    """Tell whether headline, text or menus have the name's words elsewhere than in the line."""
    title = headline.text if headline is not None else ""
    words = name.split()
    if any(word in title for word in words):
        return True
    if document.root.text.count(words[-1]) > line.text.count(words[-1]):
        return True
    menus = islice(document.root.select("nav a, header a, footer a"), _MOST_LINKS)
    return fold(name) in {fold(clean(link.text)) for link in menus}

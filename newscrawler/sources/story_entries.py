"""Story entries: boxes that lead to other stories and may state their times, beside the page's own."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newscrawler.document.node import children, class_of, elements, first, parent

if TYPE_CHECKING:
    from newscrawler.document import Element

DATE_LIKE = re.compile(r"\d{4}|令和|平成|民[國国]\s?\d|\d{1,2}[./-]\d{1,2}[./-]\d{2}\b|\b\d{1,2}[:.h]\d{2}\b")
_LONGEST = 110
"""Characters of the longest line that is taken for a printed time with its label."""
HEADINGS = ("h1", "h2", "h3", "h4")
_STORY_LINK = 30
"""Characters; a date beside a link with so long a text belongs to the story behind the link."""
_LEAST_ENTRIES = 3


class StoryEntries:
    """The boxes of one page with other stories. Each is looked at once: many times stand in the same ones."""

    def __init__(self, own: str) -> None:
        """Begin.

        :param own: URL of the page.
        """
        self._own = own
        self._many: dict[Element, list[Element]] = {}

    def has(self, element: Element) -> bool:
        """Tell whether an element is a teaser's date: in a link to a story, or in a short box with one."""
        box: Element | None = element
        for _ in range(4):
            if box is None or box.tag in ("body", "html", "main", "header"):
                return False
            if box is not element and short_text(box, 400) is None:
                return False
            if any(_is_story(link, self._own) for link in elements(box, "a")) or self._is_one_of_many(box):
                return True
            if box.tag in ("li", "tr", "article", "dl"):
                return False
            box = parent(box)
        return False

    def _is_one_of_many(self, box: Element) -> bool:
        """Tell whether an element is one of several that each have a link and a date, or holds them."""
        if first(box, "a") is None:
            return False
        outer = parent(box)
        if outer is not None and box in self._entries(outer):
            return True
        return any(self._entries(inner) for inner in elements(box))

    def _entries(self, outer: Element) -> list[Element]:
        """Return the entries directly within an element, where they are many."""
        if outer not in self._many:
            run = _longest_run(outer)
            self._many[outer] = run if len(run) >= _LEAST_ENTRIES else []
        return self._many[outer]


def _is_story(link: Element, own: str) -> bool:
    href = link.attr("href") or ""
    names = f"{link.attr('rel') or ''} {class_of(link)} {href}".lower()
    if "author" in names or (len(href) > 1 and own.split("?", maxsplit=1)[0].endswith(href.split("?")[0])):
        return False
    return len(link.text.strip()) > _STORY_LINK


def _longest_run(outer: Element) -> list[Element]:
    """Return the longest run of alike elements directly within one that each have a link and a date."""
    runs: list[list[Element]] = [[]]
    for child in children(outer):
        if not _has_link_and_date(child):
            runs.append([])
        elif runs[-1] and not _is_alike(child, runs[-1][0]):
            runs.append([child])
        else:
            runs[-1].append(child)
    return max(runs, key=len)


def _is_alike(element: Element, other: Element) -> bool:
    return element.tag == other.tag and class_of(element) == class_of(other)


def _has_link_and_date(element: Element) -> bool:
    if first(element, "a") is None:
        return False
    text = short_text(element, 400)
    return text is not None and DATE_LIKE.search(text) is not None


def short_text(element: Element, longest: int = _LONGEST) -> str | None:
    """Return the text of an element that is as short as a line, None where it is longer."""
    parts: list[str] = []
    length = 0
    for part in element.strings:
        parts.append(part)
        length += len(part.strip())
        if length > longest or len(parts) > longest:
            return None
    if element.tag not in HEADINGS and first(element, *HEADINGS) is not None:
        return None
    return " ".join(parts)

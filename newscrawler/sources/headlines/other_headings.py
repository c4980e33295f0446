"""Other headings: the headline in an ``h2`` or ``h3``, as machines are told it or as the markup names it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from newscrawler.document.node import above, elements
from newscrawler.sources.headlines.headings import is_paragraph, leads_elsewhere, pieces
from newscrawler.sources.likeness import is_sentence, loose
from newscrawler.text import clean

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping

    from newscrawler.document import Document, Element

_LEVELS: Final = ("h1", "h2", "h3")
_MOST: Final = 60
"""Headings of a level that are looked at."""
_LONGEST: Final = 300
_PARAGRAPH: Final = 150
_ASIDE: Final = frozenset(("nav", "aside", "footer"))
_CAMEL: Final = re.compile(r"(?<=[a-z])(?=[A-Z])")
_NAMED: Final = re.compile(
    r"(?:^|[\s_-])(?:headline|hed|(?:article|story|entry|post|news)[_-]?(?:title|heading|headline))(?:$|[\s_-])"
)
"""What an article's headline is called in ``class``, ``id`` and ``itemprop``."""


def stated_heading(document: Document, stated: Collection[str]) -> tuple[str, Element] | None:
    """Return the lower heading, or the part of one, that is word for word what machines are told.

    :param stated: headlines by JSON-LD and OpenGraph; None is returned where an ``h1`` says one of them, too.
    """
    wanted = {loose(text): text for text in stated if is_sentence(text) and not is_paragraph(text)}
    for level in _LEVELS if wanted else ():
        for heading in _own(document, level):
            if (found := _saying(heading, wanted)) is not None:
                return None if level == "h1" or _is_within_text(document, heading) else found
    return None


def _is_within_text(document: Document, heading: Element) -> bool:
    """Tell whether a paragraph stands between a main heading and this one, which then heads a part."""
    mains = list(_own(document, "h1"))
    has_begun = False
    for element in elements(document.root, "h1", "p", heading.tag) if mains else ():
        if element == heading:
            return False
        has_begun = has_begun or element in mains
        if has_begun and element.tag == "p" and len(element.text.strip()) > _PARAGRAPH:
            return True
    return False


def _saying(heading: Element, wanted: Mapping[str, str]) -> tuple[str, Element] | None:
    """Return the innermost element of a heading that says what is wanted, and its text."""
    found = None
    for element in elements(heading):
        text = element.text
        if len(text) <= _LONGEST and (words := loose(text)) in wanted:
            # what is made of parts has its colon in what is stated
            found = (clean(text) if len(pieces(element)) == 1 else wanted[words], element)
    return found


def named_heading(document: Document, names: Collection[str]) -> tuple[str, Element] | None:
    """Return the only heading that the markup calls the headline; few words are enough there.

    :param names: of the site, which are no headline.
    """
    left_out = {loose(name) for name in names}
    found: dict[str, Element] = {}
    for level in _LEVELS:
        for heading in _own(document, level):
            text = clean(heading.text)
            if _is_named(heading) and text and not is_paragraph(text) and loose(text) not in left_out:
                found.setdefault(text, heading)
    return next(iter(found.items())) if len(found) == 1 else None


def _own(document: Document, level: str) -> Iterator[Element]:
    """Yield the shown headings of a level that lead nowhere else and stand in no menu and no box."""
    for heading in document.elements_of(level)[:_MOST]:
        if document.visibility.is_hidden(heading) or leads_elsewhere(document, heading):
            continue
        if not any(outer.tag in _ASIDE for outer in above(heading)):
            yield heading


def _is_named(heading: Element) -> bool:
    outer = [element.tag for element in above(heading)]
    if "header" in outer and "article" in outer[outer.index("header") :]:
        return True
    names = " ".join(filter(None, (heading.attr(key) for key in ("class", "id", "itemprop"))))
    return bool(names) and _NAMED.search(_CAMEL.sub("-", names).lower()) is not None

"""Headings: the main headings of a page, each in the ways to read it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from turbohtml import Element, Text

from newscrawler.document.node import above, class_of, elements
from newscrawler.sources.headlines.headed import is_for_the_hand
from newscrawler.sources.likeness import is_sentence, loose
from newscrawler.text import clean, strip_site_suffix

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from newscrawler.document import Document

_LONG, _LONGEST, _MOST = 150, 400, 12
_SENTENCE_END: Final = re.compile(r"[.?!…](?:\s|$)|[。？！]")
_KICKER = re.compile(
    r"(?:^|[\s_-])(?:kicker|dachzeile|overline|over-?title|topline|eyebrow|spitzmarke|roof-?line|ante-?titulo"
    r"|cintillo|surtitre|occhiello|badge|flag|label|vignette|visually-?hidden|sr-?only|screen-?reader\S*)(?:$|[\s_-])",
    re.IGNORECASE,
)
_STANDFIRST = re.compile(
    r"(?:^|[\s_-])(?:dek|deck|standfirst|sub-?(?:title|head|headline|hed))(?:$|[\s_-])", re.IGNORECASE
)
_NOT_SHOWN = frozenset(("script", "style", "template", "svg", "noscript"))
_APART: Final = "\u2063"
"""Where one element ends and the next one begins with nothing between them."""


@dataclass(frozen=True, slots=True)
class Heading:
    """A main heading of the page, in one of the ways to read it."""

    text: str
    element: Element
    is_linked: bool
    """It leads to another page: a teaser, or the paper's name."""


def main_headings(document: Document, site_names: Sequence[str]) -> list[Heading]:
    """Return the page's first main headings, without the site's own name."""
    names = {loose(name) for name in site_names}
    found: dict[str, Heading] = {}
    for element in document.elements_of("h1")[:_MOST]:
        if document.visibility.is_hidden(element) or _STANDFIRST.search(class_of(element)):
            continue
        is_linked = leads_elsewhere(document, element)
        for text in _ways(element) if element.text.strip() or is_linked else _painted(element):
            own = strip_site_suffix(text, site_names)
            shown = own if text.startswith(own) else text  # "Teaching Online: ..." begins with no name
            if shown and not is_paragraph(shown) and loose(shown) not in names:
                found.setdefault(shown, Heading(shown, element, is_linked))
    return list(found.values())


def _ways(element: Element) -> list[str]:
    """Return the text of a heading, and that without its kicker; a line of words behind the rest is none."""
    whole, without = clean(_joined(_texts(element))), clean(_joined(_texts(element, _KICKER)))
    if not without or whole == without or (whole.startswith(without) and is_sentence(whole[len(without) :])):
        return [whole]
    return [whole, without]


def _painted(element: Element) -> list[str]:
    """Return the words of a heading that is a picture, where they are a sentence: a name is the site's."""
    texts = (clean(image.attr("alt") or "") for image in elements(element, "img"))
    return [text for text in texts if is_sentence(text)]


def is_paragraph(text: str) -> bool:
    """Tell whether a heading is too long for a headline, or several sentences that are long for one."""
    return len(text) > _LONGEST or (len(text) > _LONG and len(_SENTENCE_END.findall(text)) > 1)


def leads_elsewhere(document: Document, element: Element) -> bool:
    """Tell whether a heading is as a whole a link to another page."""
    link = next(elements(element, "a"), None) or next(
        (outer for outer in above(element) if outer.tag == "a"), None
    )
    href = link.attr("href") if link is not None else None
    return bool(href) and document.absolute(href or "") not in (None, document.url)


def pieces(element: Element) -> list[Element | Text]:
    """Return the parts of a heading that hold text, of the first element within it that has several."""
    while True:
        nodes = [
            node for node in element.children if isinstance(node, Element | Text) and text_of(node).strip()
        ]
        if len(nodes) != 1 or not isinstance(nodes[0], Element):
            return nodes
        element = nodes[0]


def text_of(node: Element | Text) -> str:
    """Return what is shown of a part of a heading, as it stands."""
    return node.data if isinstance(node, Text) else _joined(_texts(node))


def _joined(texts: Iterator[str]) -> str:
    """Join texts; where a style sets two elements apart, a word ends with the first of them.

    A letter set in a style of its own begins no word: the one before it is of the same word.
    """
    joined = ""
    for part in "".join(texts).split(_APART):
        joined += f" {part}" if joined[-1:].islower() and part[:1].isupper() else part
    return joined


def _texts(element: Element, left_out: re.Pattern[str] | None = None) -> Iterator[str]:
    """Texts within an element, without scripts, what is not shown, and what is named as ``left_out``."""
    before: object = None
    for node in element.children:
        if isinstance(node, Text):
            yield node.data
        elif isinstance(node, Element) and not _is_left_out(node, left_out):
            if node.tag in ("br", "p", "div", "li"):
                yield " "
            elif isinstance(before, Element):
                yield _APART
            yield from _texts(node, left_out)
        before = node


def _is_left_out(element: Element, left_out: re.Pattern[str] | None) -> bool:
    if element.tag in _NOT_SHOWN or is_for_the_hand(element):
        return True
    return left_out is not None and left_out.search(class_of(element)) is not None

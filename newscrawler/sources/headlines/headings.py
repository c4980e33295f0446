"""Headings: the main headings of a page, each in the ways to read it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from turbohtml import Element, Text

from newscrawler.document.node import above, elements
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
        if document.visibility.is_hidden(element) or _STANDFIRST.search(element.attr("class") or ""):
            continue
        is_linked = leads_elsewhere(document, element)
        for text in _ways(element):
            own = strip_site_suffix(text, site_names)
            shown = own if text.startswith(own) else text  # "Teaching Online: ..." begins with no name
            if shown and not is_paragraph(shown) and loose(shown) not in names:
                found.setdefault(shown, Heading(shown, element, is_linked))
    return list(found.values())


def _ways(element: Element) -> list[str]:
    """Return the text of a heading, and that without its kicker; a line of words behind the rest is none."""
    whole, without = clean("".join(_texts(element))), clean("".join(_texts(element, _KICKER)))
    if not without or whole == without or (whole.startswith(without) and is_sentence(whole[len(without) :])):
        return [whole]
    return [whole, without]


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
    return node.data if isinstance(node, Text) else "".join(_texts(node))


def _texts(element: Element, left_out: re.Pattern[str] | None = None) -> Iterator[str]:
    """Texts within an element, without scripts, what is not shown, and what is named as ``left_out``."""
    for node in element.children:
        if isinstance(node, Text):
            yield node.data
        elif isinstance(node, Element):
            names = node.attr("class")
            if node.tag not in _NOT_SHOWN and not (left_out is not None and names and left_out.search(names)):
                if node.tag in ("br", "p", "div", "li"):
                    yield " "
                yield from _texts(node, left_out)

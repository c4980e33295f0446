"""Headline: the line of the page on which its own statements agree, without what stands beside it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import combinations
from typing import TYPE_CHECKING

from turbohtml import Element, Text

from newscrawler.document.node import above, children, elements
from newscrawler.sources.likeness import is_sentence, likeness, loose
from newscrawler.sources.title import Title
from newscrawler.sources.title_part import part_of_title
from newscrawler.sources.visible import is_shown, within_aside
from newscrawler.text import clean, strip_site_suffix

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from newscrawler.document import Document
    from newscrawler.items import Source

_AGREES, _SAME = 0.4, 0.75
_LONGEST, _FEW_CHILDREN = 400, 4
_MOST_HEADINGS, _MOST_PIECES = 12, 12
_KICKER = re.compile(
    r"(?:^|[\s_-])(?:kicker|dachzeile|overline|over-?title|topline|eyebrow|spitzmarke|roof-?line|ante-?titulo"
    r"|cintillo|surtitre|occhiello|badge|flag|label|vignette|visually-?hidden|sr-?only|screen-?reader\S*)(?:$|[\s_-])",
    re.IGNORECASE,
)
_FOR_SCREEN_READERS = re.compile(
    r"(?:^|[\s_-])(?:visually-?hidden|sr-?only|screen-?reader\S*)", re.IGNORECASE
)
_NOT_SHOWN = frozenset(("script", "style", "template", "svg", "noscript"))
_EDGES = " \t\n\u00a0-–—|｜:：/»›>〉》*·•"
"""What parts a headline from its neighbours in one heading, and is none of its words."""


@dataclass(slots=True)
class HeadlineChoice:
    """The headline and which source shows it in that form."""

    text: str
    source: Source
    element: Element | None = field(default=None, repr=False)


@dataclass(frozen=True, slots=True)
class _Heading:
    """A main heading of the page, in one of the ways to read it."""

    text: str
    element: Element
    is_linked: bool
    """It leads to another page: a teaser, or the paper's name."""
    is_spoken: bool
    """It is for screen readers alone: who sees the page reads the headline elsewhere."""


def shown_headline(
    document: Document, stated: Sequence[tuple[Source, str]], site_names: Sequence[str] = ()
) -> HeadlineChoice | None:
    """Return the headline that the page shows: the line on which its own statements agree.

    :param stated: headlines by JSON-LD, microdata, OpenGraph and meta, in the order of trust.
    :param site_names: the names of the publication; none of them is a headline, or part of one.
    """
    titles = [(source, strip_site_suffix(clean(text), site_names)) for source, text in stated]
    titles = [(source, text) for source, text in titles if text]
    own_title = strip_site_suffix(clean(document.title or ""), site_names)
    references = list(dict.fromkeys(text for _, text in (*titles, ("", own_title)) if text))
    whole = [*(clean(text) for _, text in stated), clean(document.title or ""), *references]
    in_parts = [Title(text, site_names) for text in dict.fromkeys(whole) if text]
    headings = _headings(document, site_names)
    shown = [heading for heading in headings if not heading.is_spoken]
    page: Source = "page"
    return (
        _part_of_heading(shown, in_parts)
        or _agreeing(shown, _SAME, references, [*titles, (page, own_title)])
        or _line(document, in_parts, shown)
        or _agreeing(_own(headings), _AGREES, references, titles)
        or _only_heading(headings)
        or _stated_alone(titles, _nearest(_own(headings), references), own_title)
    )


def _own(headings: Sequence[_Heading]) -> Sequence[_Heading]:
    """Return the headings that lead nowhere else; all where each does."""
    return [heading for heading in headings if not heading.is_linked] or headings


def _nearest(headings: Sequence[_Heading], references: Sequence[str]) -> _Heading | None:
    return max(headings, key=lambda heading: _agreement(heading.text, references), default=None)


def _agreeing(
    headings: Sequence[_Heading],
    least: float,
    references: Sequence[str],
    titles: Sequence[tuple[Source, str]],
) -> HeadlineChoice | None:
    """Return the heading that comes nearest to what the page states, if it comes near enough."""
    best = _nearest(headings, references)
    if best is None or _agreement(best.text, references) < least:
        return None
    return _without_kicker(best, titles)


def _line(document: Document, titles: Sequence[Title], shown: Sequence[_Heading]) -> HeadlineChoice | None:
    """Return the line of the page that its titles name; a short one only where no heading could be it."""
    short = not any(not heading.is_linked for heading in shown)
    found = part_of_title(document, titles, short=short) if titles else None
    return HeadlineChoice(found[0], "page", found[1]) if found is not None else None


def _part_of_heading(shown: Sequence[_Heading], titles: Sequence[Title]) -> HeadlineChoice | None:
    """Return the heading, or the pieces of one, that stand in a title between its separators.

    One heading may hold a time, a second line, a way of links or a sponsor beside the headline; a title has
    the section and the site's name. What stands in both is the headline.
    """
    best: tuple[tuple[int, int], str, Element] | None = None
    for heading in shown if titles else ():
        for text, rank in _ranked(heading, titles):
            key = (rank, len(loose(text)))
            if rank > heading.is_linked and is_sentence(text) and (best is None or key > best[0]):
                best = (key, text, heading.element)
    return None if best is None else HeadlineChoice(best[1], "page", best[2])


def _ranked(heading: _Heading, titles: Sequence[Title]) -> Iterator[tuple[str, int]]:
    """Yield the text of a heading with its rank in the titles, else that of each run of parts within it."""
    nodes = [node for node in heading.element.children if isinstance(node, Element | Text)]
    words = loose(heading.text)
    yield (
        heading.text,
        max(title.rank(words) if len(nodes) == 1 else title.rank_of_part(words) for title in titles),
    )
    if not 1 < len(nodes) <= _MOST_PIECES:
        return
    texts = [node.data if isinstance(node, Text) else f" {''.join(_texts(node))} " for node in nodes]
    for first, last in combinations(range(len(texts) + 1), 2):
        if words := loose(text := clean("".join(texts[first:last])).strip(_EDGES)):
            is_one = last - first == 1  # several that are several parts are a headline with its second line
            yield text, max(title.rank(words) if is_one else title.rank_of_part(words) for title in titles)


def _only_heading(shown: Sequence[_Heading]) -> HeadlineChoice | None:
    """Return the page's only long heading, though it is worded apart from what machines are told."""
    own = [
        heading
        for heading in {heading.element: heading for heading in shown}.values()
        if is_sentence(heading.text) and not within_aside(heading.element)
    ]
    return HeadlineChoice(own[0].text, "page", own[0].element) if len(own) == 1 else None


def _stated_alone(
    titles: Sequence[tuple[Source, str]], best: _Heading | None, own_title: str
) -> HeadlineChoice | None:
    """Return what machines are told, else the heading that comes nearest to the title, else the title."""
    if titles:
        return HeadlineChoice(titles[0][1], titles[0][0])
    if best is not None:
        return HeadlineChoice(best.text, "page", best.element)
    return HeadlineChoice(own_title, "page") if own_title else None


def _headings(document: Document, site_names: Sequence[str]) -> list[_Heading]:
    """Return the page's first main headings, without the site's own name."""
    names = {loose(name) for name in site_names}
    found: dict[str, _Heading] = {}
    for element in document.elements_of("h1")[:_MOST_HEADINGS]:
        if document.visibility.is_hidden(element):
            continue
        is_linked, names_of = _is_linked(document, element), element.attr("class")
        is_spoken = bool(names_of and _FOR_SCREEN_READERS.search(names_of))
        for text in dict.fromkeys(
            (clean("".join(_texts(element))), clean("".join(_texts(element, _KICKER))))
        ):
            own = strip_site_suffix(text, site_names)
            shown = own if text.startswith(own) else text  # "Teaching Online: ..." begins with no name
            if shown and len(shown) <= _LONGEST and loose(shown) not in names:
                found.setdefault(shown, _Heading(shown, element, is_linked, is_spoken))
    return list(found.values())


def _is_linked(document: Document, element: Element) -> bool:
    """Tell whether a heading is as a whole a link to another page."""
    link = next(elements(element, "a"), None) or next(
        (outer for outer in above(element) if outer.tag == "a"), None
    )
    href = link.attr("href") if link is not None else None
    return bool(href) and document.absolute(href or "") not in (None, document.url)


def _agreement(text: str, references: Sequence[str]) -> float:
    return max((likeness(text, reference) for reference in references), default=0.0)


def _without_kicker(heading: _Heading, titles: Sequence[tuple[Source, str]]) -> HeadlineChoice:
    """Return the heading, or the title within it where a kicker, a site name or a subtitle stands beside."""
    words = loose(heading.text)
    for source, text in titles:
        inner = loose(text)
        if inner and (
            children(heading.element)
            and len(inner) < len(words)
            and (words.endswith(" " + inner) or words.startswith(inner))
            and is_sentence(text)
        ):
            return HeadlineChoice(text, source, heading.element)
    return HeadlineChoice(heading.text, "page", heading.element)


def element_of(document: Document, text: str) -> Element | None:
    """Return the element that shows a headline that is known: an ``h1``, else another heading."""
    wanted = loose(text)
    for element in elements(document.root, "h1") if wanted else ():
        if likeness(element.text, wanted) >= _SAME and is_shown(document, element):
            return element
    return headline_like(document, text)


def headline_like(document: Document, text: str | None) -> Element | None:
    """Return the heading that shows this headline where no ``h1`` does."""
    wanted = loose(text or "")
    if not wanted:
        return None
    for element in elements(document.root, "h2", "h3", "h4", "strong", "b", "font"):
        text = element.text
        if len(text) <= _LONGEST and likeness(text, wanted) >= _SAME and is_shown(document, element):
            return element
    return _exactly(document, wanted) if is_sentence(wanted) else None


def _exactly(document: Document, wanted: str) -> Element | None:
    """Return the innermost block of these words and no others: old pages set headlines in cells and spans."""
    found = None
    for element in elements(document.root, "td", "div", "span", "p", "center", "dt"):
        if len(element.children) > _FEW_CHILDREN:
            continue
        text = element.text
        if len(text) <= _LONGEST and loose(text) == wanted and is_shown(document, element):
            if found is not None and found not in above(element):
                break
            found = element
    return found


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

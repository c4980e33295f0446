"""Visible: headline, byline, times, topics and standfirst as the page shows them, where no layout says where."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import islice
from typing import TYPE_CHECKING

from turbohtml import Element, Text

from newscrawler.document.node import above, after, before, children, elements, parent
from newscrawler.sources.likeness import is_sentence, likeness, loose
from newscrawler.sources.title_part import part_of_title
from newscrawler.text import clean, strip_site_suffix

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from newscrawler.document import Document
    from newscrawler.items import Source

_AGREES, _SAME = 0.4, 0.75
_LONGEST_HEADLINE, _FEW_CHILDREN = 400, 4
_MOST_HEADINGS = 12
_NEAR = 240
"""Elements after the headline that are looked at for byline and time."""
_ASIDE = re.compile(
    r"(?:^|[\s_-])(?:related|recommend\w*|teaser\w*|sidebar|aside|comment\w*|footer|nav|navigation|menu|promo\w*|newsletter|most-?\w*|popular"
    r"|trending|latest|more-?\w*|breadcrumb\w*|read-?(?:more|also|next)|carousel|ticker)(?:$|[\s_-])",
    re.IGNORECASE,
)
_TOPIC_ADDRESS = re.compile(r"/tags?/|/topic|/thema/|/themen/")
_KICKER = re.compile(
    r"(?:^|[\s_-])(?:kicker|dachzeile|overline|over-?title|topline|eyebrow|spitzmarke|roof-?line|ante-?titulo|cintillo|surtitre|occhiello"
    r"|badge|flag|label|vignette|visually-?hidden|sr-?only|screen-?reader\S*)(?:$|[\s_-])",
    re.IGNORECASE,
)
_NOT_SHOWN = frozenset(("script", "style", "template", "svg", "noscript"))
_SKIPPED = frozenset(
    ("script", "style", "noscript", "template", "svg", "nav", "footer", "aside", "form", "iframe", "button")
)


@dataclass(slots=True)
class HeadlineChoice:
    """The headline and which source shows it in that form."""

    text: str
    source: Source
    element: Element | None = field(default=None, repr=False)


def headline(
    document: Document, stated: Sequence[tuple[Source, str]], site_names: Sequence[str] = ()
) -> HeadlineChoice | None:
    """Return the headline that the page shows: the heading on which its own statements agree.

    :param stated: headlines by JSON-LD, microdata, OpenGraph and meta, in the order of trust.
    """
    titles = [(source, strip_site_suffix(clean(text), site_names)) for source, text in stated]
    titles = [(source, text) for source, text in titles if text]
    own_title = strip_site_suffix(clean(document.title or ""), site_names)
    references = list(dict.fromkeys(text for _, text in (*titles, ("", own_title)) if text))
    shown = _headings(document, site_names)
    best = max(shown, key=lambda heading: _agreement(heading[0], references), default=None)
    agreement = _agreement(best[0], references) if best is not None else 0.0
    if best is not None and agreement >= _SAME:
        page: Source = "page"
        return _without_kicker(best, [*titles, (page, own_title)])
    stated_in_full = [clean(text) for _, text in stated] + [clean(document.title or "")]
    if (part := part_of_title(document, stated_in_full, site_names)) is not None:
        return HeadlineChoice(part[0], "page", part[1])
    if best is not None and agreement >= _AGREES:
        return _without_kicker(best, titles)
    return _only_heading(shown) or _stated_alone(titles, best, own_title)


def _only_heading(shown: Sequence[tuple[str, Element]]) -> HeadlineChoice | None:
    """Return the page's only long heading, though it is worded apart from what machines are told."""
    own = [
        heading
        for heading in {element: (text, element) for text, element in shown}.values()
        if is_sentence(heading[0]) and not within_aside(heading[1])
    ]
    return HeadlineChoice(own[0][0], "page", own[0][1]) if len(own) == 1 else None


def _stated_alone(
    titles: Sequence[tuple[Source, str]], best: tuple[str, Element] | None, own_title: str
) -> HeadlineChoice | None:
    """Return what machines are told, else the heading that comes nearest to the title, else the title."""
    if titles:
        return HeadlineChoice(titles[0][1], titles[0][0])
    if best is not None:
        return HeadlineChoice(best[0], "page", best[1])
    return HeadlineChoice(own_title, "page") if own_title else None


def _headings(document: Document, site_names: Sequence[str]) -> list[tuple[str, Element]]:
    """Return the page's first headings by text, without the site's own name."""
    names = {loose(name) for name in site_names}
    found: dict[str, Element] = {}
    for element in document.elements["h1"][:_MOST_HEADINGS]:
        if document.visibility.is_hidden(element):
            continue
        for text in dict.fromkeys(
            (clean("".join(_texts(element))), clean("".join(_texts(element, _KICKER))))
        ):
            if text and len(text) <= _LONGEST_HEADLINE and loose(text) not in names:
                found.setdefault(text, element)
    return list(found.items())


def _agreement(text: str, references: Sequence[str]) -> float:
    return max((likeness(text, reference) for reference in references), default=0.0)


def _without_kicker(heading: tuple[str, Element], titles: Sequence[tuple[Source, str]]) -> HeadlineChoice:
    """Return the heading, or the title within it where a kicker, a site name or a subtitle stands beside."""
    shown, element = heading
    words = loose(shown)
    for source, text in titles:
        inner = loose(text)
        if inner and (
            children(element)
            and len(inner) < len(words)
            and (words.endswith(" " + inner) or words.startswith(inner))
            and is_sentence(text)
        ):
            return HeadlineChoice(text, source, element)
    return HeadlineChoice(shown, "page", element)


def headline_like(document: Document, text: str | None) -> Element | None:
    """Return the heading that shows this headline where no ``h1`` does."""
    wanted = loose(text or "")
    if not wanted:
        return None
    for element in elements(document.root, "h2", "h3", "h4", "strong", "b", "font"):
        text = element.text
        if (
            len(text) <= _LONGEST_HEADLINE
            and likeness(text, wanted) >= _SAME
            and _is_shown(document, element)
        ):
            return element
    return _exactly(document, wanted) if is_sentence(wanted) else None


def _exactly(document: Document, wanted: str) -> Element | None:
    """Return the innermost block that has these words and no others: old pages set headlines in cells and spans."""
    found = None
    for element in elements(document.root, "td", "div", "span", "p", "center", "dt"):
        if len(element.children) > _FEW_CHILDREN:
            continue
        text = element.text
        if len(text) <= _LONGEST_HEADLINE and loose(text) == wanted and _is_shown(document, element):
            if found is not None and found not in above(element):
                break
            found = element
    return found


def near(document: Document, element: Element | None) -> list[Element]:
    """Return the elements around a headline, those after it first: byline, time and standfirst stand there."""
    found: list[Element] = []
    current = element
    in_article = False
    while current is not None and len(found) < _NEAR and current.tag not in ("body", "html"):
        in_article = in_article or current.tag == "article"
        for sibling in after(current):
            if in_article and sibling.tag == "article":
                continue  # another story
            if sibling.tag not in _SKIPPED and not is_aside(sibling):
                found.extend(islice(elements(sibling), _NEAR - len(found)))
            if len(found) >= _NEAR:
                break
        for sibling in before(current):
            if sibling.tag == "header" or (in_article and sibling.tag == "article"):
                continue  # the paper's own head has the day of today
            if sibling.tag not in _SKIPPED and len(found) < _NEAR and not is_aside(sibling):
                found.extend(islice(elements(sibling), 20))
        current = parent(current)
    return [shown for shown in found if not document.visibility.is_hidden(shown)]


def is_aside(element: Element) -> bool:
    """Tell whether an element is named as something beside the article."""
    names = element.attr("class")
    identity = element.attr("id")
    return bool((names and _ASIDE.search(names)) or (identity and _ASIDE.search(identity)))


def within_aside(element: Element) -> bool:
    """Tell whether an element lies in something beside the article."""
    for outer in above(element):
        if outer.tag in ("body", "html"):
            return False
        if outer.tag in ("aside", "footer", "nav") or is_aside(outer):
            return True
    return False


def _is_shown(document: Document, element: Element) -> bool:
    """Tell whether a reader sees the element, and not beside the article."""
    return not within_aside(element) and not document.visibility.is_hidden(element)


def topic_links(document: Document) -> list[str]:
    """Return the texts of the links to topics that stand with the article, not in menus."""
    links = [
        element
        for element in elements(document.root, "a")
        if "tag" in (element.attr("rel") or "") or _TOPIC_ADDRESS.search(element.attr("href") or "")
    ]
    return [text for element in links[:60] if (text := clean(element.text)) and _is_shown(document, element)]


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

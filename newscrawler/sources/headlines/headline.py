"""Headline: the line of the page on which its own statements agree, without what stands beside it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import combinations
from typing import TYPE_CHECKING

from newscrawler.document.node import above, elements
from newscrawler.sources.headlines.headings import main_headings, pieces, text_of
from newscrawler.sources.headlines.other_headings import named_heading, stated_heading
from newscrawler.sources.headlines.title import FIRST, Title
from newscrawler.sources.headlines.title_part import part_of_title
from newscrawler.sources.likeness import is_sentence, likeness, loose
from newscrawler.sources.metadata.lost_letters import with_letters
from newscrawler.sources.visible import is_shown, within_aside
from newscrawler.text import clean, strip_site_suffix

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from newscrawler.document import Document, Element
    from newscrawler.items import Source
    from newscrawler.sources.headlines.headings import Heading

_AGREES, _SAME, _NEARLY = 0.4, 0.75, 0.1
_LONGEST, _FEW_CHILDREN, _MOST_PIECES = 400, 4, 12
_TAG = re.compile(r"</?(?:br|b|i|em|strong|span|wbr)\s?/?>", re.IGNORECASE)
"""A tag that a page writes into its title, where browsers read none."""
_TOLD = frozenset(("json-ld", "opengraph"))
"""Sources that state a headline, where others state the title of the page."""
_EDGES = " \t\n\u00a0-–—|｜:：/»›>〉》*·•"
"""What parts a headline from its neighbours in one heading, and is none of its words."""


@dataclass(slots=True)
class HeadlineChoice:
    """The headline and which source shows it in that form."""

    text: str
    source: Source
    element: Element | None = field(default=None, repr=False)


def shown_headline(
    document: Document, stated: Sequence[tuple[Source, str]], site_names: Sequence[str] = ()
) -> HeadlineChoice | None:
    """Return the headline that the page shows: the line on which its own statements agree.

    :param stated: headlines by JSON-LD, microdata, OpenGraph and meta, in the order of trust.
    :param site_names: the names of the publication; none of them is a headline, or part of one.
    """
    whole = [clean(_TAG.sub(" ", text)) for text in (*(text for _, text in stated), document.title or "")]
    *bare, own_title = (strip_site_suffix(text, site_names) for text in whole)
    titles = [(source, text) for (source, _), text in zip(stated, bare, strict=True) if text]
    references = list(dict.fromkeys(text for text in (*bare, own_title) if text))
    forms = [*whole, *references, *_without_name(own_title, site_names)]
    in_parts = [Title(text, site_names) for text in dict.fromkeys(forms) if text]
    headings = main_headings(document, site_names)
    page: Source = "page"
    told = [text for source, text in titles if source in _TOLD]
    choice = (
        _shown(stated_heading(document, told))
        or _part_of_heading(headings, in_parts)
        or _agreeing(headings, _SAME, references, [*titles, (page, own_title)])
        or _main_heading_or_line(headings, references, _line(document, in_parts, headings, site_names))
        or _agreeing(_of_the_story(_own(headings), in_parts), _AGREES, references, titles)
        or _worded_apart(document, headings, site_names)
        or _stated_alone(titles, _nearest(_own(headings), references), own_title)
    )
    if choice is not None:
        choice.text = with_letters(choice.text, references)
    return choice


def _without_name(title: str, site_names: Sequence[str]) -> Iterator[str]:
    """Yield a title that begins with a name of the site and has no sign behind it, without the name.

    It may be a word of the headline, too: what is left is one only where the page shows it as a line.
    """
    for name in site_names:
        if title.casefold().startswith(f"{name} ".casefold()):
            yield title[len(name) :].lstrip(_EDGES)


def _shown(found: tuple[str, Element] | None) -> HeadlineChoice | None:
    return None if found is None else HeadlineChoice(found[0], "page", found[1])


def _own(headings: Sequence[Heading]) -> Sequence[Heading]:
    """Return the headings that lead nowhere else; all where each does."""
    return [heading for heading in headings if not heading.is_linked] or headings


def _of_the_story(headings: Sequence[Heading], titles: Sequence[Title]) -> Sequence[Heading]:
    """Return the headings with a word of a title's longest part; the section's name is in another part."""
    longest = [part for title in titles if (part := title.longest)]
    return [heading for heading in headings if _agreement(heading.text, longest) > 0]


def _nearest(headings: Sequence[Heading], references: Sequence[str]) -> Heading | None:
    return max(headings, key=lambda heading: _agreement(heading.text, references), default=None)


def _agreeing(
    headings: Sequence[Heading],
    least: float,
    references: Sequence[str],
    titles: Sequence[tuple[Source, str]],
) -> HeadlineChoice | None:
    """Return the first of the headings that come nearest to what the page states, if near enough."""
    agreements = [_agreement(heading.text, references) for heading in headings]
    enough = max(least, max(agreements, default=0) - _NEARLY)
    near = [heading for heading, found in zip(headings, agreements, strict=True) if found >= enough]
    first = _nearest([heading for heading in near if heading.element == near[0].element], references)
    return None if first is None else _without_kicker(first, titles)


def _line(
    document: Document, titles: Sequence[Title], shown: Sequence[Heading], site_names: Sequence[str]
) -> HeadlineChoice | None:
    """Return the line of the page that its titles name; a short one only where no heading could be it."""
    short = not any(not heading.is_linked for heading in shown)
    found = part_of_title(document, titles, short=short) if titles else None
    if found is None:
        return None
    return HeadlineChoice(strip_site_suffix(found[0], site_names), "page", found[1])


def _part_of_heading(shown: Sequence[Heading], titles: Sequence[Title]) -> HeadlineChoice | None:
    """Return the heading, or the pieces of one, that stand in a title between its separators.

    One heading may hold a time, a second line, a way of links or a sponsor beside the headline; a title has
    the section and the site's name. What stands in both is the headline.
    """
    best: tuple[tuple[bool, int, int], str, Element] | None = None
    for heading in shown if titles else ():
        for text, rank in _ranked(heading, titles):
            is_long = is_sentence(text)
            key = (is_long, rank, len(loose(text)))
            is_likely = rank > heading.is_linked if is_long else rank == FIRST and text != heading.text
            if is_likely and (best is None or key > best[0]):
                best = (key, text, heading.element)
    return None if best is None else HeadlineChoice(best[1], "page", best[2])


def _ranked(heading: Heading, titles: Sequence[Title]) -> Iterator[tuple[str, int]]:
    """Yield the text of a heading with its rank in the titles, else that of each run of parts within it."""
    nodes = pieces(heading.element)
    words = loose(heading.text)
    yield (
        heading.text,
        max(title.rank(words) if len(nodes) == 1 else title.rank_of_part(words) for title in titles),
    )
    if not 1 < len(nodes) <= _MOST_PIECES:
        return
    texts = [text_of(node) for node in nodes]
    for first, last in combinations(range(len(texts) + 1), 2):
        text = clean(" ".join(texts[first:last])).strip(_EDGES)
        words = loose(text)
        if not words or last - first == len(texts) or not (is_sentence(text) or last == len(texts)):
            continue  # few words are a headline only where they end the heading: a kicker stands before them
        is_one = last - first == 1  # several that are several parts are a headline with its second line
        yield text, max(title.rank(words) if is_one else title.rank_of_part(words) for title in titles)


def _main_heading_or_line(
    headings: Sequence[Heading], references: Sequence[str], line: HeadlineChoice | None
) -> HeadlineChoice | None:
    """Return the line unless the page's only long heading says in other words what the page states.

    Such a line is a subheading of the article. A heading whose words are all in a title is the name of a
    section; one that holds the line has a second line.
    """
    only = _only_heading([heading for heading in headings if not heading.is_linked])
    if line is None or only is None or loose(line.text) in loose(only.text):
        return line
    is_name = any(set(loose(only.text).split()) <= set(loose(stated).split()) for stated in references)
    return line if is_name or _agreement(only.text, references) < _AGREES else only


def _worded_apart(
    document: Document, headings: Sequence[Heading], site_names: Sequence[str]
) -> HeadlineChoice | None:
    """Return the heading that is the headline though the page states it in other words."""
    return _only_heading(headings) or _shown(named_heading(document, site_names))


def _only_heading(shown: Sequence[Heading]) -> HeadlineChoice | None:
    """Return the page's only long heading, though it is worded apart from what machines are told."""
    own = [
        heading
        for heading in {heading.element: heading for heading in shown}.values()
        if is_sentence(heading.text) and not within_aside(heading.element)
    ]
    return HeadlineChoice(own[0].text, "page", own[0].element) if len(own) == 1 else None


def _stated_alone(
    titles: Sequence[tuple[Source, str]], best: Heading | None, own_title: str
) -> HeadlineChoice | None:
    """Return what machines are told, else the heading that comes nearest to the title, else the title."""
    if titles:
        return HeadlineChoice(titles[0][1], titles[0][0])
    if best is not None:
        return HeadlineChoice(best.text, "page", best.element)
    return HeadlineChoice(own_title, "page") if own_title else None


def _agreement(text: str, references: Sequence[str]) -> float:
    return max((likeness(text, reference) for reference in references), default=0.0)


def _without_kicker(heading: Heading, titles: Sequence[tuple[Source, str]]) -> HeadlineChoice:
    """Return the heading, or the title within it where a kicker, a site name or a subtitle stands beside."""
    words = loose(heading.text)
    for source, text in titles:
        inner = loose(text)
        if inner and (
            len(pieces(heading.element)) > 1
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

"""Credited: whom the page itself names as its author, held against those whom its metadata name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newscrawler.dates.month_names import fold
from newscrawler.sources.bylines.byline_line import read_line
from newscrawler.sources.bylines.labelled_byline import is_long
from newscrawler.text import people_of
from newscrawler.text.other_work import did_other_work

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newscrawler.document import Document, Element
    from newscrawler.sources.bylines.byline_line import Line

_AND = frozenset(
    (
        "and",
        "&",
        "und",
        "et",
        "y",
        "e",
        "en",
        "og",
        "och",
        "i",
        "и",
        "та",
        "ja",
        "ve",
        "dan",
        "και",
        "și",
        "és",
        "a",
        "و",
    )
)


def credited(
    stated: Sequence[str], document: Document, lines: Sequence[Line], around: Sequence[Element]
) -> list[str]:
    """Return the authors, of those whom metadata name and those whom the page shows.

    Whom the page names for other work alone ("Photographed by") is none of them, where anybody else is. Where
    it shows nobody whom the metadata name, these are of the person who filled in the form: the byline at the
    headline is right. So it is where it names all of them and others: many forms have room for one author.

    :param stated: whom the metadata name.
    :param lines: the bylines of the page.
    :param around: the elements around the headline.
    """
    if printed := _printed_with_others(stated, lines, around):
        return printed
    text = document.root.text
    wrote = [name for name in stated if not did_other_work(name, text)]
    if not _shows(text, wrote) and (printed := _printed(lines, around)):
        return printed
    return wrote or list(stated)


def _printed_with_others(
    stated: Sequence[str], lines: Sequence[Line], around: Sequence[Element]
) -> list[str]:
    """Return the people of the byline at the headline if it names all that are stated and others."""
    if not any(len(people_of([line.text])) > len(stated) for line in lines):
        return []
    printed = _printed(lines, around)
    if len(printed) <= len(stated) or not any(_is_joined(line.text, printed) for line in lines):
        return []
    known = {fold(name) for name in stated}
    return printed if known < {fold(name) for name in printed} else []


def _is_joined(line: str, names: Sequence[str]) -> bool:
    """Tell whether a line joins names by commas and "and"; behind a comma alone may stand an office."""
    places = [line.find(name) for name in names]
    if -1 in places:
        return False
    gaps = [
        line[place + len(name) : after]
        for place, name, after in zip(places[:-1], names, places[1:], strict=False)
    ]
    words = [gap.replace(",", " ").replace("|", " ").casefold().split() for gap in gaps]
    return bool(words[-1]) and all(_AND.issuperset(gap) for gap in words)


def _shows(text: str, names: Sequence[str]) -> bool:
    """Tell whether a text has one of the names, or the last word of one."""
    if any(name in text for name in names):
        return True
    folded = text.casefold()
    return any(name.split()[-1].casefold() in folded for name in names)


def _printed(lines: Sequence[Line], around: Sequence[Element]) -> list[str]:
    """Return the people of the byline that stands between headline and text; nobody where there are two."""
    near: dict[str, list[str]] = {}
    for element in around:
        if element.tag == "p" and is_long(element):
            break
        line = read_line(element)
        if line is not None and line in lines and (people := people_of([line.text])):
            near[line.text] = people
    return next(iter(near.values())) if len(near) == 1 else []

"""Signed line: names without a label that stand with an agency or an office between headline and text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from newscrawler.dates.month_names import fold
from newscrawler.document.node import before, first, names_of, parent
from newscrawler.sources.bylines.byline_line import Line, printed_line, text_of_line
from newscrawler.sources.bylines.name_beside_time import is_linked, is_told_of
from newscrawler.sources.signals import Signal, signal_of
from newscrawler.text import people_of
from newscrawler.text.agencies import agency_in
from newscrawler.text.byline_labels import without_label
from newscrawler.text.no_person import folded_words
from newscrawler.text.other_work import begins_with_other_work, begins_with_pictures

if TYPE_CHECKING:
    from collections.abc import Iterable

    from newscrawler.document import Document, Element

_LINES: Final = frozenset(
    ("p", "div", "span", "li", "td", "small", "em", "i", "strong", "b", "address", "cite")
)
_LONGEST: Final = 90
_PARTS: Final = re.compile(r"\s*[/／|,()·•–—]\s*|\s-\s|\s(?:and|und|et|y|e|og|och|ja|i|и|та|ve|și|és)\s")
_MAY_BE: Final = re.compile(_PARTS.pattern + r"|@")
_OFFICES: Final = folded_words(
    "reporter reporters correspondent correspondents columnist journalist contributor editor writer "
    "writers redakteur redakteurin chefredakteur chefredakteurin volontär volontärin korrespondent "
    "korrespondentin journalistin journaliste correspondant correspondante envoyé envoyée chroniqueur "
    "chroniqueuse corresponsal redactor redactora periodista repórter jornalista correspondente colunista "
    "giornalista inviato inviata corrispondente корреспондент обозреватель спецкор журналист журналистка "
    "колумнист кореспондент кореспондентка оглядач журналістка dziennikarz dziennikarka redaktor "
    "redaktorka reportér reportérka komentátor muhabir muhabiri gazeteci wartawan jurnalis verslaggever "
    "verslaggeefster redacteur toimittaja reporteri tudósító novinar novinarka dopisnik text agencies "
    "agenturen agences agencias agências agenzie "
)
"""Offices of those who write, and "agencies"; other offices are of whom the news are about."""
_MAIL: Final = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_SMALL: Final = re.compile(r"[a-zà-ÿ]{2,4}|\W*")
"""Initials, or nothing."""
_JOINED: Final = re.compile(r"^(?:with|avec|con|mit|com|z|с|plus)\s+", re.IGNORECASE)
_PICTURES: Final = ("img", "picture", "video")
_LABEL_OF_PICTURE: Final = 80
"""Characters beside a picture, below which it is the picture that a line behind it belongs to."""


def signed_line(document: Document, head: Iterable[Element], headline: Element | None) -> list[Line]:
    """Return the first line below the headline that has names, with an agency or an office beside them.

    So pictures are credited, too: a line that stands behind one is not taken, nor are people whom the page
    tells of.

    :param head: the elements from the headline to the text.
    """
    for element in head:
        if element.tag not in _LINES or len(element.text) > _LONGEST or not _MAY_BE.search(element.text):
            continue
        text = text_of_line(element)
        if text is None or text.endswith((".", "!", "?", ":")) or not _is_signed(text):
            continue
        names = people_of([text])
        if not (names or "/" in text) or _is_of_a_picture(element):
            continue
        if not any(
            is_linked(element, name) or is_told_of(document, element, name, headline) for name in names
        ):
            return [Line(text, printed_line(element))]
    return []


def _is_signed(text: str) -> bool:
    """Tell whether a line has nothing but names, places, and an agency, or the office or mail of a writer."""
    if begins_with_other_work(text) or begins_with_pictures(text):
        return False
    is_signed = False
    for part in map(without_label, _PARTS.split(text)):
        words = frozenset(fold(part).split())
        if _MAIL.fullmatch(part) or agency_in(_JOINED.sub("", part)) or not _OFFICES.isdisjoint(words):
            is_signed = True
        elif not _SMALL.fullmatch(part) and not part[0].isupper():
            return False
    return is_signed


def _is_of_a_picture(element: Element) -> bool:
    """Tell whether a line is named as a caption, or stands with a picture or right behind one."""
    if first(element, *_PICTURES) is not None:
        return True
    outer: Element | None = element
    for _ in range(3):
        if outer is None or outer.tag in ("body", "main", "article"):
            return False
        names = names_of(outer)
        if outer.tag == "figure" or signal_of(names) & (Signal.CAPTION | Signal.PICTURE):
            return True
        above = next(before(outer), None)
        if above is not None:
            is_picture = first(above, *_PICTURES) is not None
            return is_picture and len(above.text.strip()) < _LABEL_OF_PICTURE
        outer = parent(outer)
    return False

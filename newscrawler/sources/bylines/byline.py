"""Bylines: who wrote the article, as the page shows it."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from turbohtml import Text

from newscrawler.document.node import above, class_of, parent
from newscrawler.sources.bylines.byline_line import Line, read_line
from newscrawler.sources.bylines.labelled_byline import is_labelled, is_long, labelled
from newscrawler.sources.bylines.name_beside_time import name_beside_time
from newscrawler.sources.bylines.other_names import PROFILE, StoryNames
from newscrawler.sources.bylines.signed_line import signed_line
from newscrawler.sources.visible import within_aside
from newscrawler.text import clean, people_of
from newscrawler.text.other_work import begins_with_other_work
from newscrawler.text.person import is_desk

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newscrawler.document import Document, Element

_NAME = re.compile(
    r"(?:^|[\s_-]|(?<=[a-z]))(?:by-?lines?|authors?|autor(?:en|es|i)?|auteurs?|autore|writers?)(?:$|[\s_-]|"
    r"(?=[A-Z]))",
    re.IGNORECASE,
)
_NOT_NAME = re.compile(
    r"bio|image|img|avatar|photo|foto|zdj|caption|follow|social|twitter|comment|related|description|desc\b|more|date|time|"
    r"count|box-?content|info-?text",
    re.IGNORECASE,
)
_MAY_BE_BYLINE = ", ".join(
    (
        *(f'[class*="{name}" i]' for name in ("author", "byline", "by-line", "autor", "auteur", "writer")),
        '[rel="author"]',
        '[itemprop="author"]',
    )
)
"""CSS of elements that may be bylines; each is looked at more closely."""
_TAGS = frozenset((
    "a", "span", "div", "p", "address", "li", "ul", "cite", "h2", "h3", "h4", "h5", "h6", "strong", "b", "em",
    "i", "td", "dd", "dl", "header", "footer", "aside", "time", "small",
))  # fmt: skip
_QUOTED = re.compile(r"quote|testimonial|bookmark", re.IGNORECASE)
_SPEAKS = re.compile(
    r"\s*(?:says|said|wrote|writes|schrieb|schreibt|sagt|meint|(?:a )?(?:écrit|dit)|dice|escribió|disse"
    r"|escreveu|scrive|schreef|zegt|skriver|skrev|pisze|napisał\w*|píše|napsal\w*|пишет|написал\w*|пише|[说說])\s*[:：]",
    re.IGNORECASE,
)
"""What stands behind the name of a reader."""
_NOT_OF_THE_STORY = frozenset(("figure", "figcaption", "blockquote"))
"""Within them stand those who made a picture, or who are quoted."""
_MANY_STORIES = 2
"""Other bylines of the same kind from which a page lists stories."""
_WORDS_BESIDE = 3
"""Words beside a name, from which a line that ends as a sentence does is one."""
_LONGEST_BESIDE, _LONGEST_LIST = 40, 600
"""Characters that a link to a profile has beside the name, and those of a list of authors."""


def bylines(document: Document, around: Sequence[Element], headline: Element | None = None) -> list[Line]:
    """Return the bylines that are marked as such, else links to profiles or labelled lines.

    The first of these that name a person; where none does, the first. Beside a desk that is marked as the
    author, a link to a profile is one to somebody in the news.
    """
    story = StoryNames(around, headline, document.url)
    marked = _marked(document, around, story)
    if _name_somebody(marked):
        return marked
    linked = [] if any(is_desk(line.text) for line in marked) else _linked(around, story)
    if _name_somebody(linked):
        return linked
    with_label = labelled(around, story)
    if _name_somebody(with_label):
        return with_label
    beside = name_beside_time(document, story.head, headline) or signed_line(document, story.head, headline)
    return beside or marked or linked or with_label


def _name_somebody(lines: Sequence[Line]) -> bool:
    return bool(people_of(line.text for line in lines))


def _marked(document: Document, around: Sequence[Element], story: StoryNames) -> list[Line]:
    """Return the marked bylines that stand together; none where they are of many stories, and far away."""
    elsewhere: set[Line] = set()
    found: list[Line] = []
    accepted: list[Element] = []
    kind: str | None = None
    for element in _candidates(document)[:60]:
        if any(outer in accepted for outer in above(element)):
            continue
        names = class_of(element)
        marked = element.attr("rel") == "author" or element.attr("itemprop") == "author"
        if not marked and not _is_byline(names):
            continue
        if kind is not None and kind != names:
            continue
        line = read_line(element)
        if line is None or within_aside(element, foot=False) or document.visibility.is_hidden(element):
            continue
        if _is_of_others(element, line) or story.is_of_others(element, line.text):
            continue
        if accepted and not _stand_together(accepted[0], element):
            elsewhere.add(line)
            continue
        found.append(line)
        accepted.append(element)
        kind = names
    if len(elsewhere.difference(found)) >= _MANY_STORIES and accepted[0] not in set(around):
        return []
    return found[:8]


def _is_of_others(element: Element, line: Line) -> bool:
    """Tell whether a byline is that of a picture, of a quotation, or of the story that a link leads to."""
    if _SPEAKS.match(next((node.data for node in element.next_siblings if isinstance(node, Text)), "")):
        return True
    for outer in above(element):
        names = class_of(outer)
        if outer.tag in _NOT_OF_THE_STORY or _QUOTED.search(names):
            return True
        if outer.tag == "a":
            is_profile = PROFILE.search(outer.attr("href") or "") is not None
            beside = _LONGEST_BESIDE if is_profile else _LONGEST_BESIDE // 4
            return len(clean(outer.text)) > len(line.text) + beside
        if outer.tag in ("article", "main"):
            break
    return False


def _stand_together(one: Element, other: Element) -> bool:
    """Tell whether two names stand in one list of authors, not in two stories of a page."""
    around = set(above(one))
    common = next((outer for outer in above(other) if outer in around), None)
    return common is not None and len(clean(common.text)) <= _LONGEST_LIST


def _candidates(document: Document) -> list[Element]:
    """Return the elements that are named or marked as a byline, in document order."""
    return [
        element
        for element in document.root.select(_MAY_BE_BYLINE)
        if element.tag in _TAGS
        and (_is_byline(class_of(element)) or "author" in (element.attr("rel"), element.attr("itemprop")))
    ]


@lru_cache(maxsize=20_000)
def _is_byline(names: str) -> bool:
    return bool(_NAME.search(names)) and not _NOT_NAME.search(names)


def _linked(around: Sequence[Element], story: StoryNames) -> list[Line]:
    """Return the texts of links to profiles before the first long paragraph."""
    found: list[Line] = []
    for element in around:
        if element.tag == "p" and is_long(element):
            break
        if element.tag == "a" and PROFILE.search(element.attr("href") or ""):
            text = clean(element.text)
            printed = _printed_around(element) or text
            if len(text) <= 2 or len(text) > 60 or _is_told_of(text, printed):
                continue
            if not begins_with_other_work(printed) and not story.is_of_others(element, text):
                found.append(Line(text, printed))
    return list(dict.fromkeys(found))[:8]


def _is_told_of(name: str, printed: str) -> bool:
    """Tell whether a link stands in a sentence, which tells of somebody."""
    others = printed.replace(name, " ").split()
    return printed.endswith((".", "!", "?")) and len(others) > _WORDS_BESIDE and not is_labelled(printed)


def _printed_around(link: Element) -> str | None:
    """Return the short line that a link to a profile stands in."""
    outer = parent(link)
    line = read_line(outer) if outer is not None else None
    return line.printed if line is not None else None


def printed_byline(lines: Sequence[Line], authors: Sequence[str], agency: str | None) -> str | None:
    """Return the printed line that names an author or the article's agency, else the one that names the desk.

    :return: None where no line does: what stands there are words of the page.
    """
    names = [name for name in (*authors, agency) if name]
    if not names:
        return next((line.printed for line in lines if is_desk(line.text)), None)
    return next((line.printed for line in lines if any(_names(line.printed, name) for name in names)), None)


def _names(line: str, name: str) -> bool:
    """Tell whether a line has the last word of a name, which is the whole where names are not spaced."""
    return name.rsplit(maxsplit=1)[-1].casefold() in line.casefold()

"""Visible: byline and times stand around the headline, not beside the article."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import islice
from typing import TYPE_CHECKING

from newscrawler.document.node import above, after, before, class_of, elements, first, names_of, parent

if TYPE_CHECKING:
    from turbohtml import Element

    from newscrawler.document import Document

_NEAR = 240
"""Elements after the headline that are looked at for byline and time."""
_ABOVE = 20
"""Elements of each part above the headline that are looked at."""
_MOST_LINKS = 3
"""Links of a part above the headline among which the one to the front page is sought."""
_LONG_PARAGRAPH, _TEXT = 150, 2
"""Characters of a paragraph of a text, and how many of them are one."""
_LONGEST_LINE = 120
"""Characters of the line in which the paper's name and the day of the visit stand."""
_CLOCK = re.compile(r"\d[:.]\d\d\b(?!\.)")
_INDEX = re.compile(r"/(?:index|home|default)\.(?:html?|php|aspx?|jsp)$", re.IGNORECASE)
_ASIDE = re.compile(
    r"(?:^|[\s_-])(?:related|recommend\w*|teaser\w*|sidebar|aside|comment\w*|footer|nav|navigation|menu|promo\w*|newsletter|most-?\w*|popular"
    r"|trending|latest|more-?\w*|breadcrumb\w*|read-?(?:more|also|next)|carousel|ticker)(?:$|[\s_-])",
    re.IGNORECASE,
)
_NAVIGATION = re.compile(r"(?:^|[\s_-])(?:nav|navigation|menu)(?:$|[\s_-])", re.IGNORECASE)
_FOOT = re.compile(r"(?:^|[\s_-])footer(?:$|[\s_-])")
_POST = re.compile(r"(?:^|\s)(?:hentry|type-post|h-entry)(?:$|\s)")
_SKIPPED = frozenset(
    ("script", "style", "noscript", "template", "svg", "nav", "footer", "aside", "form", "iframe", "button")
)


def near(document: Document, element: Element | None) -> list[Element]:
    """Return the elements around a headline, those after it first: there stand byline, time, standfirst."""
    found: list[Element] = []
    current = element
    in_article = False
    head = _Head(document.url)
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
            below = head.below(sibling)
            if sibling.tag not in _SKIPPED and len(found) < _NEAR and not is_aside(sibling):
                found.extend(below)
        current = parent(current)
    return [shown for shown in found if not document.visibility.is_hidden(shown)]


class _Head:
    """The head of the paper: what stands above the link to the front page, the day of the visit among it."""

    def __init__(self, url: str) -> None:
        self._root = "/".join(url.split("/", 3)[:3])
        self._is_reached = False

    def below(self, sibling: Element) -> list[Element]:
        """Return the elements of a part of the page, from the headline upwards, that are not of the head."""
        if self._is_reached:
            return []
        inner = list(islice(elements(sibling), _ABOVE))
        for place, each in enumerate(inner):
            if self._leads_home(each):
                self._is_reached = True
                beside = _line_around(each)
                return [other for other in inner[place + 1 :] if other not in beside]
        self._is_reached = any(map(self._leads_home, islice(elements(sibling, "a"), _MOST_LINKS)))
        return inner

    def _leads_home(self, element: Element) -> bool:
        if element.tag != "a":
            return False
        url = element.attr("href")
        if url is None or url == "":
            return False
        return _INDEX.sub("/", url).rstrip("/") in ("", self._root)


def _line_around(link: Element) -> set[Element]:
    """Return the elements of the line that a link to the front page stands in; none where it has a clock."""
    line = parent(link)
    if line is None or len(line.text) > _LONGEST_LINE or _CLOCK.search(line.text):
        return set()
    return set(elements(line))


def is_below_story(element: Element, headline: Element) -> bool:
    """Tell whether an element stands below the box that holds headline and text: in a column beside them."""
    around = [headline, *above(headline)]
    branch = element
    outer = parent(branch)
    while outer is not None and outer not in around:
        branch, outer = outer, parent(outer)
    place = around.index(outer) if outer is not None else 0
    if place == 0 or around[place - 1] is headline or branch not in after(around[place - 1]):
        return False
    paragraphs = (each for each in elements(around[place - 1], "p") if len(each.text) > _LONG_PARAGRAPH)
    return len(list(islice(paragraphs, _TEXT))) == _TEXT


def is_aside(element: Element) -> bool:
    """Tell whether an element is named as something beside the article; a menu without links is none."""
    names = names_of(element)
    if not _says_aside(names):
        return False
    without = _NAVIGATION.sub(" ", names)
    return without == names or _says_aside(without) or first(element, "a") is not None


@lru_cache(maxsize=4096)
def _says_aside(names: str) -> bool:
    return _ASIDE.search(names) is not None


def within_aside(element: Element, *, foot: bool = True) -> bool:
    """Tell whether an element lies in something beside the article.

    :param foot: whether the article's own foot counts; it may name author, time and topics.
    """
    for outer in above(element):
        if outer.tag in ("body", "html"):
            return False
        if not foot and is_foot(outer) and any(is_story(around) for around in above(outer)):
            continue
        if outer.tag in ("aside", "footer", "nav") or is_aside(outer):
            return True
    return False


def is_foot(element: Element) -> bool:
    """Tell whether an element is the foot of a page or of a part of it."""
    return element.tag == "footer" or _FOOT.search(class_of(element)) is not None


def is_story(element: Element) -> bool:
    """Tell whether an element is marked as a story of its own."""
    return element.tag == "article" or _POST.search(class_of(element)) is not None


def is_shown(document: Document, element: Element) -> bool:
    """Tell whether a reader sees the element, and not beside the article."""
    return not within_aside(element) and not document.visibility.is_hidden(element)

"""Topic links: the labels under which the page files its article, not those of menus and of other stories."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import islice
from typing import TYPE_CHECKING, Final

from newscrawler.document.node import above, class_of, elements
from newscrawler.sources.boilerplate.prose import length
from newscrawler.sources.visible import is_aside, is_foot, is_story
from newscrawler.text import clean

if TYPE_CHECKING:
    from collections.abc import Iterable

    from newscrawler.document import Document, Element

_MOST: Final = 60
_MOST_LABELS, _MOST_WORDS, _LONGEST = 15, 4, 40
"""Of a list that is only named as one of topics: a longer line is a headline."""
_NO_LABEL: Final = re.compile(
    r"facebook|twitter|tweet|pinterest|linkedin|reddit|e-?mail|print|share|comment|コメント|\bmore\b|\ball\b|\bback\b"
    r"|[:：←→»]|^\d+$"
)
"""What such a list may have that is no topic: sharing, counts, a way back."""
_TOPIC_URL: Final = re.compile(
    r"/tags?/|/topic|/t[óo]picos?/|/thema/|/themen/|/etiket(?:a|ler)?/|/etiquetas?/"
)
_PLACE: Final = re.compile(
    r"(?:^|[\s_-])(?:tags|tag-?list|tag-?container|field-tags|(?:article|post|entry|story|related)-?(?:tags|topics)"
    r"|topics|topic-?list|key-?words?(?:-?list)?)(?:$|[\s_-])"
)
_NO_PLACE: Final = re.compile(r"trending|popular|latest|most-|hot-|header|navi|menu|sidebar|footer-")
_WORDS_OF_PLACES: Final = ("tag", "topic", "keyword", "key-word")
_CAMEL: Final = re.compile(r"(?<=[a-z])(?=[A-Z])")
_PLACE_REACH: Final = 4
"""Elements around a link among which a list of topics is looked for."""
_LEAST_PROSE: Final = 40
"""Characters beside its links from which a paragraph is running text; labels and commas are less."""
_LEAST_SPACES: Final = 2


def topic_links(document: Document) -> list[str]:
    """Return the texts of the links to topics that stand with the article, not in menus.

    Where no link says by itself that it leads to a topic, those of a list that is named so; the category
    that a post is filed in is a topic where it has no others.
    """
    links = [link for link in document.elements_of("a") if link.attr("href")]
    stated = [link for link in links if "tag" in (link.attr("rel") or "") or _leads_to_topic(link)]
    shown = [link for link in stated[:_MOST] if _is_shown(document, link)]
    own = [link for link in shown if "category" not in (link.attr("rel") or "").split()]
    return [clean(link.text) for link in own or shown] or _in_named_list(document, links)


def _leads_to_topic(link: Element) -> bool:
    href = link.attr("href") or ""
    return ("/t" in href or "/eti" in href) and _TOPIC_URL.search(href) is not None


def _is_shown(document: Document, link: Element, within: Element | None = None) -> bool:
    text = clean(link.text)
    return (
        bool(text)
        and text[-1] not in ":："  # a label of the list
        and is_with_article(link, within)
        and not document.visibility.is_hidden(link)
        and not _is_of_a_sentence(link, text)
    )


def _in_named_list(document: Document, links: Iterable[Element]) -> list[str]:
    """Return the labels of the first list that its names call one of topics, and that holds labels alone."""
    looked_at: set[Element] = set()
    for link in links:
        outer = next(filter(_is_list, islice(above(link), _PLACE_REACH)), None)
        if outer is None or outer in looked_at:
            continue
        looked_at.add(outer)
        within = [each for each in elements(outer, "a") if each.attr("href")]
        labels = [clean(each.text) for each in within]
        if len(labels) <= _MOST_LABELS and all(map(_is_label, labels)) and _is_shown(document, link, outer):
            return labels
    return []


def _is_label(text: str) -> bool:
    words = text.split()
    return (
        0 < len(words) <= _MOST_WORDS and length(text) <= _LONGEST and _NO_LABEL.search(text.lower()) is None
    )


def _is_list(element: Element) -> bool:
    """Tell whether an element is named as the list of an article's topics."""
    names = class_of(element)
    return bool(names) and _says_list(names)


@lru_cache(maxsize=4096)
def _says_list(names: str) -> bool:
    folded = names.lower()
    if not any(word in folded for word in _WORDS_OF_PLACES):
        return False
    folded = _CAMEL.sub("-", names).lower()
    return _PLACE.search(folded) is not None and _NO_PLACE.search(folded) is None


def is_with_article(link: Element, outermost: Element | None = None) -> bool:
    """Tell whether a link stands with the article: in its own foot, too, and in no box or menu beside it.

    :param outermost: the list of topics that the link is in; what is within does not count.
    """
    outers = [outer for outer in above(link) if outer.tag not in ("body", "html")]
    if outermost is not None:
        outers = outers[outers.index(outermost) + 1 :]
    for place, outer in enumerate(outers):
        if is_foot(outer) and any(map(is_story, outers[place + 1 :])):
            continue
        if outer.tag in ("aside", "footer", "nav") or is_aside(outer):
            return False
    return True


def _is_of_a_sentence(link: Element, text: str) -> bool:
    """Tell whether a link is part of a paragraph's text, or a sentence itself: no label."""
    if text.endswith((".", "!", "?", "…")) and text.count(" ") >= _LEAST_SPACES:
        return True
    # of all other blocks none can stand within a paragraph: it ends where one begins
    paragraph = next((outer for outer in above(link) if outer.tag in ("p", "td")), None)
    if paragraph is None or paragraph.tag != "p":
        return False
    linked = sum(len(clean(each.text)) for each in elements(paragraph, "a"))
    return len(clean(paragraph.text)) - linked > max(_LEAST_PROSE, linked)

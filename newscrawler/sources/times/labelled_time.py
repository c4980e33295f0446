"""Labelled time: the only line of a page that says when it was published, wherever it stands."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from newscrawler.document.node import above, class_of, elements
from newscrawler.sources.story_entries import DATE_LIKE, short_text
from newscrawler.sources.times.time_labels import MODIFIED, NOT_OURS
from newscrawler.sources.visible import is_shown
from newscrawler.text import clean

if TYPE_CHECKING:
    from newscrawler.document import Document, Element
    from newscrawler.sources.metadata.schema_org import Values

_LINES: Final = ("p", "div", "span", "td", "li", "small", "font", "em", "i", "b", "strong", "dd", "time")
_PROSE: Final = frozenset(("p", "blockquote"))
_MOST: Final = 4_000
"""Elements that are looked at."""
_PUBLISHED: Final = re.compile(
    r"\b(?:(?:first |date |originally )?published|posted|publication date|publish date|veröffentlicht|"
    r"erschienen|publié|publicado|pubblicato|publicat|opublikowan[eo]|data publikacji|опубликован[оа]?|"
    r"дата публикации|опубліковано|yayın(?:lanma)? tarihi|تاریخ (?:انتشار|درج)|زمان انتشار|"
    r"تاريخ النشر|نُ?شر(?: في)?|פורסם|प्रकाशित|diterbitkan|dipublikasikan|δημοσιεύ(?:τηκε|θηκε))\b"
    r"(?: (?:on|at|am|le|el|em|il|la|в))?\s*[:：]?\s*"
    r"|(?:发布|發布|发表|發表|刊登|投稿|公開|掲載|配信)(?:时间|時間|日期|日時|日|于|於)?\s*[:：]?\s*"
    r"|(?:时间|時間|日期|日付|등록|입력|게시일|작성일)\s*[:：]\s*",
    re.IGNORECASE,
)
"""Words before a time that say that it is the one of publication."""
_READERS: Final = re.compile(r"comment|repl(?:y|ies)|reader|forum-post|评论|評論", re.IGNORECASE)
_BEFORE: Final = 2
"""Chinese letters before "time:" that say of what."""
_BEGINS: Final = 16
"""Characters behind the label within which the time begins."""


def labelled_times(document: Document) -> Values:
    """Return the line that says when the page was published; none where several say it of several things.

    It is for pages that state no time and show none near the headline: notice boards, old forums.
    """
    found: set[str] = set()
    for number, element in enumerate(elements(document.root, *_LINES)):
        if number >= _MOST or len(found) > 1:
            break
        text = short_text(element)
        label = _PUBLISHED.search(text) if text else None
        if text is None or label is None or NOT_OURS.search(text):
            continue
        if MODIFIED.search(text[max(0, label.start() - _BEFORE) : label.end()]):
            continue  # 更新时间: the time of the change
        time = text[label.end() :]
        day = DATE_LIKE.search(time)
        if day is not None and day.start() <= _BEGINS and _is_of_the_page(document, element):
            found.add(clean(time))
    return {"published_at": list(found)} if len(found) == 1 else {}


def _is_of_the_page(document: Document, element: Element) -> bool:
    """Tell whether a line is shown, is no part of a paragraph, and nothing that a reader wrote."""
    if not is_shown(document, element):
        return False
    for outer in (element, *above(element)):
        if _READERS.search(class_of(outer)):
            return False
        if outer.tag in _PROSE and short_text(outer) is None:
            return False
    return True

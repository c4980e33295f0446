"""Headed: what of the links and buttons at a heading is its words, and what is there for the hand only."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from newscrawler.document.node import class_of, first, parent
from newscrawler.sources.tags import HEAD_TAGS

if TYPE_CHECKING:
    from newscrawler.document import Element

_SAYS_SO: Final = re.compile(r"#|(?:perma|direct )?link(?:\s+to\b.{0,40})?$|anchor$|copy link", re.IGNORECASE)
_QUESTIONS: Final = re.compile(r"faq|accordion|question|toggle|collaps|expand", re.IGNORECASE)
_BRACKETED: Final = frozenset(("span", "small", "sup"))
_LONGEST, _LEAST = 40, 12
"""Characters of what stands in brackets, and of a question."""


def is_anchor(link: Element) -> bool:
    """Tell whether a link in a heading leads to the heading itself, by a sign or by saying so."""
    if not (link.attr("href") or "").startswith("#"):
        return False
    text = link.text.strip()
    return not any(map(str.isalnum, text)) or _SAYS_SO.match(text) is not None


def is_for_the_hand(element: Element) -> bool:
    """Tell whether a part of a heading is an anchor, or a link in brackets by which readers may edit it."""
    if element.tag == "a":
        return is_anchor(element)
    if element.tag not in _BRACKETED or len(text := element.text.strip()) > _LONGEST:
        return False
    return text.startswith("[") and text.endswith("]") and first(element, "a") is not None


def opens_answer(button: Element, around: str) -> bool:
    """Tell whether a button shows the words of a heading, or a question whose answer it opens.

    :param around: tag of the block that the button stands in.
    """
    if around in HEAD_TAGS:
        return len(button.text.strip()) >= _LEAST
    if not button.text.strip().endswith(("?", "？", "؟")) or len(button.text.strip()) < _LEAST:
        return False
    if button.attr("aria-controls") or button.attr("aria-expanded"):
        return True
    holder = parent(button)
    names = [class_of(each) for each in (button, holder) if each is not None]
    return _QUESTIONS.search(" ".join(names)) is not None

"""Own line: which elements that HTML sets within a line begin one of their own."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from turbohtml import Element

from newscrawler.sources.tags import BOX_TAGS, HEAD_TAGS

if TYPE_CHECKING:
    from collections.abc import Sequence

_FULL_STOPS: Final = frozenset("。！？")
_STOPS: Final = _FULL_STOPS | frozenset(".!?…")


def has_own_line(tag: str, around: str, begun: Sequence[str]) -> bool:
    """Tell whether an element that is no block of HTML stands as a line, or a box, of its own.

    A button in a heading shows its words. Browsers set elements with a name of the site's own within the
    line, but what fills a box is one that a style makes a line.

    :param around: tag of the block that the element stands in.
    :param begun: the words before it in its line.
    """
    if tag == "button":
        return around not in HEAD_TAGS
    return "-" in tag and not begun and (around in BOX_TAGS or "-" in around)


def follows_sentence(span: Element, before: str) -> bool:
    """Tell whether a sentence begins in a span right behind the span in which another one ends.

    Nothing but a style can set them apart.
    """
    if before[-1:] not in _STOPS or not isinstance(next(iter(span.previous_siblings), None), Element):
        return False
    return span.text[:1].isupper() or before[-1] in _FULL_STOPS


def parts_spans(line_break: Element) -> bool:
    """Tell whether a break stands between two spans with names of their own: a headline, a time, a text."""
    above, below = next(iter(line_break.previous_siblings), None), next(iter(line_break.next_siblings), None)
    if not isinstance(above, Element) or not isinstance(below, Element) or above.tag != "span":
        return False
    return below.tag == "span" and above.attr("id") != below.attr("id")

"""Own line: which elements of the site's own, and which buttons, begin and end a line of text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newscrawler.sources.tags import BOX_TAGS, HEAD_TAGS

if TYPE_CHECKING:
    from collections.abc import Sequence


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

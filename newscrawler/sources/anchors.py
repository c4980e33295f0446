"""Anchors: links in a heading by which readers copy its place, and which are no words of it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from newscrawler.document import Element

_SAYS_SO: Final = re.compile(r"#|(?:perma|direct )?link(?:\s+to\b.{0,40})?$|anchor$|copy link", re.IGNORECASE)


def is_anchor(link: Element) -> bool:
    """Tell whether a link in a heading leads to the heading itself, by a sign or by saying so."""
    if not (link.attr("href") or "").startswith("#"):
        return False
    text = link.text.strip()
    return not any(map(str.isalnum, text)) or _SAYS_SO.match(text) is not None

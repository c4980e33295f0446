"""No page: what a link may lead to that is none: a place in the same page, a script, a mail, a call."""

from __future__ import annotations

_NO_PAGE = ("#", "javascript:", "mailto:", "tel:")


def is_no_page(href: str) -> bool:
    """Tell whether a link, as it is written, leads to no page; an empty one leads to its own.

    >>> is_no_page("#top"), is_no_page(" JavaScript:void(0)"), is_no_page("/world#top")
    (True, True, False)
    """
    return href.strip().lower().startswith(_NO_PAGE)

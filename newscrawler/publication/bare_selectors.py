"""Bare selectors: another layout matches them as well, and they give a wrong value without a word."""

from __future__ import annotations

import re
from dataclasses import fields
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from newscrawler.publication.article_layout import Layout

_BARE = re.compile(
    r"(?:article|main|section|header|aside|div|span|p|a|time|h[1-6]|a?\[rel=['\"]?author['\"]?\])"
    r"(?:@[\w:-]+|::text)?"
)
_WATCHED = ("headline", "lead", "body", "section", "authors", "published_at", "modified_at")


def bare_selectors(layouts: Sequence[Layout]) -> Iterator[tuple[str, str, str]]:
    """Yield (layout, field, selector) of selectors that name an element and nothing of the site's own.

    >>> from newscrawler.publication.article_layout import Layout
    >>> list(bare_selectors([Layout("new", marker="html", headline="h1", body="div.text, article")]))
    [('new', 'headline', 'h1'), ('new', 'body', 'article')]
    """
    for layout in layouts:
        for field in fields(layout):
            selector = getattr(layout, field.name)
            if field.name in _WATCHED and isinstance(selector, str):
                for part in selector.split(","):
                    if _BARE.fullmatch(part.strip()):
                        yield layout.name, field.name, part.strip()

"""Other story: whether a page whose URL is like that of a further page has an article of its own."""

from __future__ import annotations

import re
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from newscrawler.urls import url_key
from newscrawler.urls.further_pages import continues

if TYPE_CHECKING:
    from newscrawler.items import Article

_WORD = re.compile(r"[^\W_]+")
_OF_LISTINGS = frozenset({"listing", "feed", "sitemap", "url"})
"""Sources that date a further page as they date its first."""


def is_of_another_story(first: Article, page: Article) -> bool:
    """Tell whether a page is another story than the one that it seems to continue.

    A heading of its own alone does not tell: some papers head each page of a story. Nor does a canonical URL
    of its own, which a further page should have, or that of a page with the whole story.

    :param first: the story's first page.
    """
    apart = _apart(first, page)
    if apart >= timedelta(days=1):
        return True
    stated = page.canonical_url
    names_another = stated is not None and not _is_of_story(first, page, stated)
    return (bool(apart) or names_another) and not _is_headed_alike(first, page)


def _is_of_story(first: Article, page: Article, url: str) -> bool:
    """Tell whether a URL is one of the pages of a story, or the same as the first page states."""
    own = {url_key(known) for known in (first.url, first.canonical_url, page.url) if known}
    return url_key(url) in own or any(
        continues(start, url) for start in (first.url, first.canonical_url) if start
    )


def _is_headed_alike(first: Article, page: Article) -> bool:
    """Tell whether one headline holds all words of the other: ``Quay opens (page 2)``."""
    one, other = (set(_WORD.findall((each.headline or "").casefold())) for each in (first, page))
    return one <= other or other <= one


def _apart(first: Article, page: Article) -> timedelta:
    """Return how far apart two pages date themselves; nothing where one of them does not."""
    times = [_own_time(each) for each in (first, page)]
    if None in times:
        return timedelta(0)
    one, other = (text or "" for text in times)
    if "T" not in one or "T" not in other:
        one, other = one[:10], other[:10]
    try:
        return abs(datetime.fromisoformat(one) - datetime.fromisoformat(other))
    except (TypeError, ValueError):  # one of them without an offset
        return timedelta(0)


def _own_time(page: Article) -> str | None:
    return None if page.extracted_by.get("published_at") in _OF_LISTINGS else page.published_at

"""Entry guid: the name that a feed gives an entry for good, whatever becomes of its headline and URL."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from newscrawler.text import clean

if TYPE_CHECKING:
    from collections.abc import Iterable

    from newscrawler.discovery.feeds.feed_entry import FeedEntry
    from newscrawler.discovery.listed_link import ListedLink

_SHORTEST, _LONGEST = 5, 200
"""Characters: a shorter name counts entries, and a longer one is a text."""


def guid_of(entry: FeedEntry, linked: str) -> str | None:
    """Return the ``guid`` or ``id`` of an entry, None where it is but a URL, which changes with the story's.

    :param linked: the URL of its article.
    """
    for child in (*entry.children.get("guid", ()), *entry.children.get("id", ())):
        stated = clean("".join(str(text) for text in child.itertext()))
        says_no_link = child.get("isPermaLink", child.get("ispermalink", "")).strip().lower() == "false"
        is_url = "://" in stated.partition(" ")[0] and (not says_no_link or stated == linked)
        if not is_url:
            return named(stated)
    return None


def named(stated: str) -> str | None:
    """Return a name that may be one for good."""
    return stated if _SHORTEST <= len(stated) <= _LONGEST and any(map(str.isalnum, stated)) else None


def drop_shared(links: Iterable[ListedLink]) -> None:
    """Take names away that a feed gives to several entries."""
    links = list(links)
    counts = Counter(link.guid for link in links)
    for link in links:
        if counts[link.guid] > 1:
            link.guid = None

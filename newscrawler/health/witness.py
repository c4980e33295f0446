"""Witness: does what the site's selectors read agree with what the rest of the page says?

A selector that matches the wrong thing gives a value all the same: only a second reading of the page shows
it. How often the two agree differs from site to site, so agreement is held against the site's own history.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from newscrawler.items import Article

FIELDS = ("headline", "lead", "body", "published_at", "modified_at", "section", "authors")
SAME_BODY = 0.7
SAME_TEXT = 0.5
"""Part of the words of both that both have."""
_WORD = re.compile(r"\w+")


def agreement(declared: Article, general: Article, stated: Mapping[str, str | None]) -> dict[str, bool]:
    """Return trait -> whether two readings of a page agree, for the fields that a selector gave.

    :param declared: as the site's layouts read it.
    :param general: as a page of a site about which nothing is known.
    :param stated: field -> what the page's metadata say.
    """
    given = [name for name in FIELDS if declared.extracted_by.get(name) == "site"]
    found = {
        f"{name} agrees": _agree(name, getattr(declared, name), getattr(general, name))
        for name in given
        if getattr(general, name)
    }
    for name in given:
        if text := stated.get(name):
            found[f"{name} of metadata agrees"] = _agree(name, getattr(declared, name), text)
    return found


def _agree(name: str, one: object, other: object) -> bool:
    if isinstance(one, str) and isinstance(other, str):
        if name.endswith("_at"):
            return one[:10] == other[:10] if min(len(one), len(other)) == 10 else one == other
        return likeness(one, other) >= (SAME_BODY if name == "body" else SAME_TEXT)
    if isinstance(one, list) and isinstance(other, list):
        return bool({str(name).casefold() for name in one} & {str(name).casefold() for name in other})
    return one == other


def likeness(one: str, other: str) -> float:
    """Return how many of the words of two texts both have, from 0 to 1 (Dice).

    >>> likeness("The mayor resigns", "Mayor resigns today"), likeness("", "a")
    (0.6666666666666666, 0.0)
    """
    words, others = _words(one), _words(other)
    return 2 * len(words & others) / (len(words) + len(others) or 1)


def _words(text: str) -> set[str]:
    return set(_WORD.findall(text.casefold()))

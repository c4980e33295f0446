"""Machine labels: what stands in the place of a keyword or a section and is meant for programs."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection

_MARK = re.compile(
    r"[_@]\S+|"  # _no-apple-news, @post-id:1913719
    r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|"  # the id of a record
    r"[A-Z]{3,}:[A-Z0-9-]+|"  # RSBI:HUMAN-RIGHTS, a code of products
    r"(?i:(?:nlp )?(?:category|section|entity tokens|content[ -]?type|type|template|ssts)s?:.*)",
)
_PREFIX = re.compile(r"tag:\s*(?=\S)")
_CODE = re.compile(r"[A-Z0-9.-]{2,14}")
_NO_WORD = re.compile(r".*\d|\.")
_LIST_OF_CODES = 8
"""Keywords at least; a shorter list can be one of countries and alliances."""
_NO_SECTION = frozenset((
    "article", "articles", "default", "false", "home", "homepage", "none", "null", "page", "post", "posts",
    "story", "test", "true", "uncategorised", "uncategorized", "undefined", "unknown",
))  # fmt: skip

_LIST_OF_SECTIONS = re.compile(r",\S")
"""A comma without a space is a program's: it stands between the sections of a list, and in no name of one."""
_JOINED = re.compile(r",? (?:&|and|und|et|y|e|en|og|och|i|и|та|ja|ve) \S+(?: \S+)*$")
"""How a name that has commas in it ends."""
_LONGEST_SECTION = 80
"""Characters; what is longer says what the article is about."""


def without_label(keyword: str) -> str | None:
    """Return a keyword as readers know it; None where it is a mark for programs.

    >>> without_label("tag:Harbour works"), without_label("Section: News:World")
    ('Harbour works', None)
    """
    keyword = _PREFIX.sub("", keyword, count=1)
    return None if _MARK.fullmatch(keyword) else keyword


def are_codes(keywords: Collection[str]) -> bool:
    """Tell whether keywords are a wire's product codes: many, all in capitals, some of them no words.

    >>> are_codes("AER AIRS08 CRSH DIS GEN INDG PSSNGR TRAN".split()), are_codes(["USA", "G20"])
    (True, False)
    """
    is_long = len(keywords) >= _LIST_OF_CODES
    return is_long and all(map(_CODE.fullmatch, keywords)) and any(map(_NO_WORD.match, keywords))


def is_section(name: str) -> bool:
    """Tell whether a text can name a section: not where it is the name of a template, or of nothing.

    >>> is_section("World"), is_section("post")
    (True, False)
    """
    return name.casefold() not in _NO_SECTION


def section_in(text: str) -> str | None:
    """Return the section that a statement names, the first of a list; None where it names none.

    >>> section_in("Politics,Top stories"), section_in("Arts, Media & Sport")
    ('Politics', 'Arts, Media & Sport')
    """
    if _LIST_OF_SECTIONS.search(text) or (text.count(", ") > 1 and not _JOINED.search(text)):
        text = text.partition(",")[0].strip()
    return text if text and len(text) <= _LONGEST_SECTION and is_section(text) else None

"""What is done to text before it is a field: cleaning, bylines, datelines and titles; pure functions."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from newscrawler.dates.month_names import fold
from newscrawler.text.byline import split_byline
from newscrawler.text.dateline import split_dateline
from newscrawler.text.white_space import clean, clean_block

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["clean", "clean_block", "split_byline", "split_dateline", "strip_site_suffix"]

_SEPARATOR = re.compile(r"\s+(?:[-–—|•·›»/:~*]|::|\|\||[-–—]{2})\s+|\s*[|｜ㅣ_＿]\s*")
"""Between the parts of a title. Korean ones have the vowel that looks like a bar."""
_LONGEST_NAME = 100
_BEGINNING = re.compile(r"^(?P<part>[^|｜ㅣ:]{2,40}?)\s*(?:[|｜ㅣ:]|\s[-–—])\s+")
_NOT_A_WORD = re.compile(r"[\W_]+")
# Words that a publication adds to its name, or drops.
_AROUND_A_NAME = frozenset(
    fold(
        "the www com net org co uk de fr ru news online tv magazine newspaper daily official site website "
        "home homepage "
        "le la el il die der das новости сайт агентство ニュース オンライン 新聞 뉴스 world service english",
    ).split(),
)


def strip_site_suffix(title: str, site_names: Sequence[str]) -> str:
    """Take the site's name off the end (or the beginning) of a title, as often as it stands there.

    A part between separators goes only if it is one of ``site_names``, without regard to capitals, signs,
    articles, "News", "Online" and the like, and to the ending of a domain name. A title is never emptied.

    >>> strip_site_suffix("Rain - stops - play | The Example News", ["example.com"])
    'Rain - stops - play'
    >>> strip_site_suffix("Rain stops play - an example", ["Example Times"])
    'Rain stops play - an example'
    """
    names = {name for site in site_names if (name := _bare(site))}
    title = title.strip()
    while found := _name_at_end(title, names):
        title = found
    beginning = _BEGINNING.match(title)
    if beginning is not None and _bare(beginning["part"]) in names and title[beginning.end() :].strip():
        title = title[beginning.end() :].strip()
    return title


def _name_at_end(title: str, names: set[str]) -> str | None:
    """Return the title without the shortest ending that is a name of the site; None if there is none."""
    end = len(title)
    for found in reversed(list(_SEPARATOR.finditer(title, max(0, end - _LONGEST_NAME)))):
        if _bare(title[found.end() : end]) in names:
            return title[: found.start()].rstrip() or None
    return None


@lru_cache(maxsize=512)
def _bare(name: str) -> str:
    """Return a name by which to compare: folded, without signs, articles and generic words."""
    words = [word for word in _NOT_A_WORD.split(fold(name)) if word]
    bare = [word for word in words if word not in _AROUND_A_NAME] or words
    return "".join(bare)

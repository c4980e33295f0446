"""Title: the parts of what a page states as its title, and which of them may be the headline."""

from __future__ import annotations

import re
from itertools import combinations
from typing import TYPE_CHECKING, Final

from newscrawler.sources.likeness import loose
from newscrawler.text import people_of

if TYPE_CHECKING:
    from collections.abc import Iterable

_SEPARATOR: Final = re.compile(
    r"\s+[-–—|•·›»/:~*>]+\s+|\s*(?:[|｜ㅣ_＿〉]|:{2,3})\s*|(?<=[\u3000-\u9fff\uff00-\uffef”》])-(?=[\u3000-\u9fff《])"
)
"""Between the parts of a title: the headline, a section, the site's name."""
_KEYWORDS: Final = re.compile(r"[^,，、]{1,30}(?:\s*[,，、]\s*[^,，、\s][^,，、]{0,29}){3,}")
"""Four or more words between commas: what some papers add to a title for search engines."""
_MOST_PARTS: Final = 8
_SHARE_OF_LONGEST: Final = 0.5
"""Least length of a headline that comes first, by the title's longest part; what is shorter is a name."""
_SHARE_OF_NAMES: Final = 0.7
"""Of a list of people; commas and "and" are the rest."""

FIRST, LONGEST, NEITHER = 2, 1, 0
"""How likely words of a title are the headline: they begin it, hold its longest part, or neither."""


class Title:
    """One title of a page, in parts, without the names of the publication."""

    def __init__(self, text: str, site_names: Iterable[str] = ()) -> None:
        names = {loose(name) for name in site_names}
        texts = [part for part in _SEPARATOR.split(text) if not _is_added(part.strip())]
        parts = [words for part in texts if (words := loose(part))][:_MOST_PARTS]
        self.words = loose(text)
        self.parts = [words for words in parts if words not in names]
        bounds = combinations(range(len(self.parts) + 1), 2)
        self._ranks = {" ".join(self.parts[start:end]): self._rank(start, end) for start, end in bounds}

    @property
    def longest(self) -> str | None:
        """The longest part."""
        return max(self.parts, key=len, default=None)

    def _rank(self, start: int, end: int) -> int:
        longest = max(map(len, self.parts))
        lengths = [len(words) for words in self.parts[start:end]]
        is_copy = start == 0 and end == len(self.parts) > 2  # of the title, in a box to share it
        if start == 0 and not is_copy and sum(lengths) >= _SHARE_OF_LONGEST * longest:
            return FIRST
        return LONGEST if longest in lengths else NEITHER

    def rank(self, words: str) -> int:
        """Return how likely a run of whole parts is the headline; ``NEITHER`` for other words.

        >>> title = Title("Rain stops play | Sport | The Example", ["The Example"])
        >>> title.rank("rain stops play"), title.rank("sport"), title.rank("rain stops")
        (2, 0, 0)
        """
        return self._ranks.get(words, NEITHER)

    def rank_of_part(self, words: str) -> int:
        """Return the rank of words that are one part, and not several."""
        return self.rank(words) if words in self.parts else NEITHER

    def rank_of_line(self, words: str) -> int:
        """Return the rank of words with which the title begins or ends, whether a part ends there or not."""
        if rank := self.rank(words):
            return rank
        longest = len(self.longest or self.words)
        if self.words.startswith(words + " ") and len(words) >= _SHARE_OF_LONGEST * longest:
            return FIRST
        return LONGEST if self.words == words or self.words.endswith(" " + words) else NEITHER

    def holds_most(self, words: str) -> bool:
        """Tell whether words are several whole parts and more than half of the title: all but a name.

        >>> Title("COURIER : Cranes - a farce").holds_most("cranes a farce")
        True
        """
        return words in self._ranks and words not in self.parts and 2 * len(words) > len(self.words)


def _is_added(part: str) -> bool:
    """Tell whether a part is a list of keywords, or of the authors."""
    if "," not in part:
        return False
    return _KEYWORDS.fullmatch(part) is not None or _are_people(part)


def _are_people(part: str) -> bool:
    """Tell whether a part names two people or more, and says nothing of them."""
    people = people_of([part])
    return len(people) > 1 and sum(map(len, people)) > _SHARE_OF_NAMES * len(part)

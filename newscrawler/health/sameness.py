"""Sameness: how many articles of one run have one and the same text in a field."""

from __future__ import annotations

from collections import Counter

MOST = 2000
"""Texts that are told apart; what half of the articles share is among the first of them."""


class Sameness:
    """Counts equal texts, in bounded memory.

    A site that answers each request with one page (a soft block, a notice, the same story) gives lines that
    look whole one by one.
    """

    def __init__(self) -> None:
        self._times: Counter[int] = Counter()
        self.articles = 0
        """Articles that have a text."""

    def add(self, text: str | None) -> None:
        """Count the text of an article; none is not counted."""
        if not text:
            return
        self.articles += 1
        key = hash(text)
        if key in self._times or len(self._times) < MOST:
            self._times[key] += 1

    def shared_by_half(self, least: int) -> int:
        """Return how many articles have one text, if half of them do and ``least`` at least; else 0.

        >>> sameness = Sameness()
        >>> for text in ("Back soon.", "A story.", "Back soon.", "Another.", "Back soon."):
        ...     sameness.add(text)
        >>> sameness.shared_by_half(3), sameness.shared_by_half(4)
        (3, 0)
        """
        most = max(self._times.values(), default=0)
        return most if most >= least and most * 2 >= self.articles else 0

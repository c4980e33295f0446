"""Sizes: what lengths and delays are usual for a site, so that one can be called short or long."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from math import copysign, log2
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

TAIL = 0.1
"""The part of the values that is called unusual at each end."""
LEAST = 50
"""Values after which it is known what is usual."""
LEAST_RUNS = 5
DOUBLING = 4
"""Bins to each doubling of a value."""


@dataclass(slots=True)
class Sizes:
    """The usual values of one measure, once fifty are known."""

    counts: Counter[int] = field(default_factory=Counter)
    """Bin -> values, while it is not yet known what is usual."""
    runs: int = 0
    low: int | None = None
    high: int | None = None
    """The lowest and the highest bin that are usual."""

    def form(self, found: int, margin: int = 0) -> str | None:
        """Return ``short``, ``usual`` or ``long`` for a bin; None while nothing is known.

        :param margin: bins beyond the highest usual one that are usual, too.
        """
        if self.low is None or self.high is None:
            return None
        return "short" if found < self.low else "long" if found > self.high + margin else "usual"

    def learn(self, values: Mapping[int, int], margin: int = 0) -> Counter[str]:
        """Take in the values of a run: bin -> how many.

        Return how many of all values had which form, once, when it has become known what is usual.
        """
        if self.low is not None or not values:
            return Counter()
        self.runs += 1
        self.counts.update(values)
        forms: Counter[str] = Counter()
        if self.runs >= LEAST_RUNS and self.counts.total() >= LEAST:
            self.low, self.high = self._edge(sorted(self.counts)), self._edge(sorted(self.counts)[::-1])
            for found, count in self.counts.items():
                forms[self.form(found, margin) or ""] += count
            self.counts.clear()
        return forms

    def _edge(self, bins: list[int]) -> int:
        """Return the first bin, seen from one end, beyond which no more than a tenth of the values lie."""
        outside = 0
        for number in bins:
            outside += self.counts[number]
            if outside > TAIL * self.counts.total():
                return number
        return bins[-1]


def bin_of(value: float) -> int:
    """Return the bin of a value.

    >>> bin_of(100), bin_of(200), bin_of(-100), bin_of(0)
    (27, 31, -27, 0)
    """
    return round(copysign(DOUBLING * log2(abs(value) + 1), value))

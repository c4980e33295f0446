"""The account of a run: every listed URL and what became of it. The sums agree by construction.

A URL is *listed* once and *settled* once: the first settlement stands, a later one is ignored. What is not
settled when the run ends is ``left``, with the reason of the run's end.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

Outcome = Literal[
    "new",  # a line with revision 1
    "revised",  # a line with a later revision
    "unchanged",  # known, looked at and the same
    "not_due",  # known, and not yet time for another look
    "waiting",  # gave no line before, and is not asked again yet: reason says what it was
    "duplicate",  # another URL of an article of this run, or dropped as a copy by setting
    "out_of_range",  # not in the sections or days that were asked for: reason says by what
    "rejected",  # a page that cannot be a line: reason in output/rejected
    "refused",  # by robots.txt, 401, 403, 451, challenge, paywall, opt-out: reason says by whom
    "failed",  # not to be had, or broken by our own code or a user's (error:…): reason says how
    "withdrawn",  # 404 or 410 after it was exported
    "left",  # not tried: reason says which bound or end
]

WITHOUT_LINE: frozenset[Outcome] = frozenset({"failed", "refused", "rejected", "waiting", "withdrawn"})
"""Outcomes of a URL by which no line of its article has come, or none that stands."""


class Account:
    """The listed URLs of one run, and their outcomes."""

    def __init__(self) -> None:
        self._is_settled: dict[int, bool] = {}
        """By hash of the URL. The URLs themselves take twice as much memory as all else of one that waits,
        and two sets of hashes take four times as much as this."""
        self._broken: dict[int, str] = {}
        self._awaited: dict[int, list[Callable[[Outcome, str], None]]] = {}
        self._tell_of_lost: Callable[[str], None] | None = None
        self.listed = 0
        self.revisited = 0
        """Of these, known articles that no listing showed: it was time for another look."""
        self.outcomes: Counter[tuple[str, str]] = Counter()
        """(outcome, reason) -> count; reason is "" where the outcome says all."""
        self.listing_failures: Counter[str] = Counter()
        """Reason -> listing pages, feeds and sitemaps that could not be read."""
        self.sections_missing = 0
        """Declared sections that the site does not have; a run is good without some, not without all."""
        self.listings_not_modified = 0
        """Listings that have not changed since the run before."""

    @property
    def shown(self) -> int:
        """How many URLs the listings of this run have shown."""
        return self.listed - self.revisited

    def has(self, url: str) -> bool:
        """Tell whether a URL was entered."""
        return hash(url) in self._is_settled

    def tell_of_lost(self, then: Callable[[str], None]) -> None:
        """Call ``then`` with each URL that gives no line, as soon as that is known."""
        self._tell_of_lost = then

    def lose(self, url: str) -> None:
        """Take note of a URL that gives no line; that it is settled may follow later."""
        if self._tell_of_lost is not None:
            self._tell_of_lost(url)

    def enter(self, url: str) -> bool:
        """Enter the URL of an article as it will be asked for.

        :return: False if the account has it already.
        """
        key = hash(url)
        if key in self._is_settled:
            return False
        self._is_settled[key] = False
        self.listed += 1
        return True

    def settle_at_once(self, urls: Iterable[str], outcome: Outcome) -> int:
        """Enter URLs together with their outcome; leave out those that the account has already.

        :return: how many were entered.
        """
        keys = {hash(url) for url in urls} - self._is_settled.keys()
        self._is_settled |= dict.fromkeys(keys, True)
        self.listed += len(keys)
        if keys:
            self.outcomes[outcome, ""] += len(keys)
        return len(keys)

    def settle(self, url: str, outcome: Outcome, reason: str = "") -> bool:
        """Enter the outcome of a listed URL.

        :return: False if it was settled before, or never listed.
        """
        key = hash(url)
        if not self._is_open(key):
            return False
        self._settle(key, outcome, reason)
        if outcome in WITHOUT_LINE:
            self.lose(url)
        return True

    def _settle(self, key: int, outcome: Outcome, reason: str) -> None:
        self._is_settled[key] = True
        self.outcomes[outcome, reason] += 1
        for then in self._awaited.pop(key, ()):
            then(outcome, reason)

    def _is_open(self, key: int) -> bool:
        return self._is_settled.get(key) is False

    def await_outcome(self, url: str, then: Callable[[Outcome, str], None]) -> None:
        """Call ``then`` with the outcome and reason of a URL that is open, once it is settled."""
        if self._is_open(hash(url)):
            self._awaited.setdefault(hash(url), []).append(then)

    def broke(self, url: str, reason: str) -> None:
        """Note that code broke on a URL: it has failed, unless a line comes of it yet."""
        self._broken[hash(url)] = reason

    def close(self, reason: str) -> None:
        """Settle what is still open: what code broke on as ``failed``, all else as ``left``."""
        for key in [key for key, is_settled in self._is_settled.items() if not is_settled]:
            broken = self._broken.get(key)
            self._settle(key, *(("failed", broken) if broken else ("left", reason)))

    def total(self, outcome: Outcome) -> int:
        """Return how many URLs had this outcome, for whatever reason."""
        return sum(count for (name, _), count in self.outcomes.items() if name == outcome)

    def reasons(self, outcome: Outcome) -> dict[str, int]:
        """Return reason -> count for one outcome."""
        return {reason: count for (name, reason), count in sorted(self.outcomes.items()) if name == outcome}

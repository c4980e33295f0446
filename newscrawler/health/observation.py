"""Observation: what one run saw of its site, as counts, with sample URLs of each kind."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from newscrawler.health.shared_text import number_of
from newscrawler.health.sizes import bin_of

if TYPE_CHECKING:
    from newscrawler.health.shared_text import Said

MOST_TEXTS = 2000
"""Articles of one run whose texts are held against each other."""
SAMPLES = 3
"""URLs that are kept of each kind."""


@dataclass(slots=True)
class Observation:
    """Counts of one run. A *trait* is something that each article has in some *form*.

    The trait ``headline`` has the source that gave it as its form; the trait ``section`` the section's name.
    """

    asked: Counter[str] = field(default_factory=Counter)
    """Trait -> articles of which it was looked at."""
    seen: dict[str, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))
    """Trait -> form -> articles."""
    sizes: dict[str, Counter[int]] = field(default_factory=lambda: defaultdict(Counter))
    """Measure -> bin -> articles: which form a bin is depends on the site's history."""
    said: dict[str, list[Said]] = field(default_factory=lambda: defaultdict(list))
    """Place -> what the articles say there: whether they share it depends on the articles before, too."""
    _samples: dict[tuple[str, str | int], list[str]] = field(default_factory=lambda: defaultdict(list))

    def count(self, trait: str, forms: str | list[str], url: str, times: int = 1) -> None:
        """Count one article.

        :param forms: its form; a list where an article has several, or none.
        """
        self.asked[trait] += times
        given = [forms] if isinstance(forms, str) else forms
        for form in given:
            self.seen[trait][form] += times
        for form in given or [""]:
            self._sample(trait, form, url)

    def measure(self, name: str, value: float, url: str) -> None:
        """Note a number of one article."""
        found = bin_of(value)
        self.sizes[name][found] += 1
        self._sample(name, found, url)

    def says(self, place: str, text: str, url: str) -> None:
        """Note what one article says at some place."""
        if len(self.said[place]) < MOST_TEXTS:
            self.said[place].append((number_of(text), url))

    def call(self, name: str, found: int, form: str) -> None:
        """Count the articles of a bin of a measure as those of a form."""
        articles = self.sizes[name][found]
        self.count(name, form, "", articles)
        for url in self._samples[name, found]:
            self._sample(name, form, url)

    def _sample(self, trait: str, form: str | int, url: str) -> None:
        samples = self._samples[trait, form]
        if url and len(samples) < SAMPLES and url not in samples:
            samples.append(url)

    def samples(self, trait: str, form: str, *, has: bool) -> list[str]:
        """Return URLs of articles that have a form of a trait, or that have another one."""
        found = [
            url
            for (name, other), urls in self._samples.items()
            if name == trait and isinstance(other, str) and (other == form) is has
            for url in urls
        ]
        return list(dict.fromkeys(found))[:SAMPLES]

"""Watched: which shares are watched of each trait, and the sentence that says that one has dropped."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from newscrawler.health.answer_signs import LAST_MODIFIED, REDIRECTED
from newscrawler.health.article_signs import (
    FIELDS,
    LENGTHS,
    NONE,
    PRESENT,
    SOURCES_AGREE,
    TIME_PER_PAGE,
    WEEKEND,
    section_trait,
)
from newscrawler.health.crawl_edges import EDGE, FRESH, FUTURE
from newscrawler.health.share import QUARTER, Drop
from newscrawler.health.shared_text import SHARED
from newscrawler.health.sizes import DOUBLING

if TYPE_CHECKING:
    from collections.abc import Iterable

GONE = Drop(lowered_to=0.1, least_usual=0.02)
"""A section, a listing, a language vanishes, or all fresh articles; a quarter less means little."""
COMES = Drop(least_usual=0.5)
"""A form comes that most articles did not have."""
IN_SOME_RUNS = Drop(least_usual=0.5, at_once=False)
"""What a run or two can show by itself: one author on duty."""
SLOW = Drop(least_usual=0.5, at_once=False, on_two_days=True)
"""The network and the crawler's machine are slow for a run or two, and hardly on the next day, too."""
TENTH = Drop(lowered_to=0.9, least_usual=0.9, at_once=False, is_slow=True)
"""A field that nearly all articles have differs little from day to day, so that a slow decay shows early."""
PASSING = {TIME_PER_PAGE: SLOW, f"authors{SHARED}": IN_SOME_RUNS}
FOUR_TIMES = 2 * DOUBLING
MOST_FORMS = 60
"""Of one trait that are watched: a site can name a section in each article."""


@dataclass(frozen=True, slots=True)
class Watched:
    """One share: that of the articles which have a form of a trait, or which do not have it."""

    trait: str
    form: str
    has: bool = True
    """False: the share of the articles that do *not* have it."""
    slowly: bool = False
    """A smaller drop is looked for."""

    @classmethod
    def of(cls, key: str) -> Watched:
        """Return the share that is kept under a key."""
        trait, _, form = key.partition("=")
        slowly, trait = trait.endswith("~"), trait.removesuffix("~")
        return cls(trait.removesuffix("!"), form, has=not trait.endswith("!"), slowly=slowly)

    @property
    def key(self) -> str:
        """The name under which its history is kept: ``headline=site``, ``body length!=short``."""
        return f"{self.trait}{'' if self.has else '!'}{'~' if self.slowly else ''}={self.form}"

    @property
    def drop(self) -> Drop:
        """The drop that is looked for."""
        if self.slowly:
            return TENTH
        if self._is_place() or (self.trait in {"language", EDGE, "delay"} and self.has):
            return GONE
        return PASSING.get(self.trait) or (QUARTER if self.has else COMES)

    @property
    def subject(self) -> str:
        """What an alarm about it is about: a field, a section, a listing."""
        if self.trait == "listing":
            return self.form
        if self._is_place():
            return f"section {self.form}"
        if self.trait == "outcome":
            return self.form
        if self.trait == TIME_PER_PAGE:
            return TIME_PER_PAGE
        if self.trait == "delay":
            return "published_at"
        return self.trait.partition(" ")[0]

    @property
    def rank(self) -> int:
        """Which of two equally sure alarms says more: a field that is missing, then a source that is lost."""
        return 2 if self.form == NONE else int(self.has)

    def line(self, now: float, articles: int, usual: float) -> str:
        """Return the sentence of an alarm.

        >>> Watched("headline", "site").line(0.05, 20, 0.991)
        'headline: from site for 5% of the last 20 articles, usually 99%'
        """
        if not self.has:
            now, usual = 1 - now, 1 - usual
        shares = f"{now:.0%} of the last {articles} articles, usually {usual:.0%}"
        return f"{self.subject}: {self._words()} {shares}"

    def _words(self) -> str:
        if self.trait in FIELDS:
            return "missing in" if self.form == NONE else f"from {self.form} for"
        trait = self.trait.partition(" ")[0]
        words = {
            **dict.fromkeys(PRESENT, "there in"),
            "language": f"{self.form} in",
            "listing": "shows",
            "section": "has",
            "duplicate": "copies are",
            "outcome": "is the outcome of",
            "time": "more than four times the usual for",
        }
        if self.trait in {"delay", EDGE}:
            return f"{TIMES[self.form]} in"
        if self.trait == LAST_MODIFIED:
            return f"{'later than' if self.form == 'before' else 'shortly before'} Last-Modified in"
        if self.trait == REDIRECTED:
            return "redirected from the listed one in"
        if self.trait.endswith(SHARED):
            return SAME_WORDS.get(self.trait.removesuffix(SHARED), "one and the same in")
        if self.trait == SOURCES_AGREE:
            return "all that state it agree in"
        if self.trait.endswith("of metadata agrees"):
            return "what the selector and the page's metadata say is the same in"
        if self.trait.endswith("agrees"):
            return "what the selector and the rest of the page say is the same in"
        if self.trait.removesuffix(WEEKEND).endswith("length"):
            return f"{'longer' if self.form == 'long' else 'shorter'} than usual in"
        return words[trait]

    def _is_place(self) -> bool:
        return self.trait in PLACES


SAME_WORDS = {
    "body beginning": "its first paragraph is the same in",
    "body end": "its last paragraph is the same in",
    "headline beginning": "its first words are the same in",
    "headline end": "its last words are the same in",
}
TIMES = {
    "long": "later than usual after publication",
    "short": "sooner than usual after publication",
    FRESH: "in the hour before this crawl, not in that before the earlier one,",
    FUTURE: "in the future, not in the hour before this crawl,",
}
PLACES = ("listing", section_trait(is_weekend=False), section_trait(is_weekend=True))
SIZES = tuple(f"{name} length" for name in LENGTHS)
BAD_OUTCOMES = ("rejected", "refused", "failed")


def watched(trait: str, forms: Iterable[str]) -> list[Watched]:
    """Return the shares that are watched of a trait.

    :param forms: those that it ever had.
    """
    if trait in {*FIELDS, *PRESENT, "language"}:
        known = [Watched(trait, form) for form in list(forms)[:MOST_FORMS] if form != NONE]
        return (
            [
                *known,
                *(Watched(trait, form, has=False) for form in {*forms, NONE}),
                Watched(trait, NONE, has=False, slowly=True),
            ]
            if trait in FIELDS
            else known
        )
    if trait == LAST_MODIFIED:
        return [Watched(trait, "soon"), Watched(trait, "before", has=False)]
    if trait == EDGE:
        return [Watched(trait, FRESH), Watched(trait, FUTURE, has=False)]
    if trait == "delay":
        return [Watched(trait, "short"), *(Watched(trait, form, has=False) for form in ("short", "long"))]
    if trait.removesuffix(WEEKEND) in SIZES:
        return [Watched(trait, form, has=False) for form in ("short", "long")]
    if trait == TIME_PER_PAGE:
        return [Watched(trait, "long", has=False)]
    if trait == "outcome":
        return [Watched(trait, form, has=False) for form in BAD_OUTCOMES]
    if trait in {"duplicate", REDIRECTED} or trait.endswith(SHARED):
        return [Watched(trait, "yes", has=False)]
    if trait.endswith(" agrees"):
        return [Watched(trait, "yes")]
    return [Watched(trait, form) for form in list(forms)[:MOST_FORMS]]


def margin_of(trait: str) -> int:
    """Return by how many bins a number may exceed what is usual before it is called long."""
    return FOUR_TIMES if trait == TIME_PER_PAGE else 0

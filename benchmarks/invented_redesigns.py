"""Invented sites of many kinds: is a redesign noticed, whatever the site publishes, and is nothing else?

``python -m benchmarks.invented_redesigns [--sites 150] [--runs 200] [--seed 1]``

Each site has kinds of articles (wire, blog, sport) with sources and coverage of their own, in shares that
differ from run to run, by more or less. Then some of its fields come from elsewhere, are lost, or are wrong.
The figures of ``benchmarks.redesigns`` come from real pages, but few of each site; these come from no page,
but from many kinds of sites and sizes of runs.
"""

from __future__ import annotations

import argparse
import random
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from math import ceil
from typing import TYPE_CHECKING

from newscrawler.health.article_signs import FIELDS, NONE
from newscrawler.health.history import History
from newscrawler.health.observation import Observation
from newscrawler.health.share import Limits

if TYPE_CHECKING:
    from collections.abc import Mapping

BEGIN = datetime(2026, 1, 5, 6, tzinfo=UTC)
SOURCES = ("site", "json-ld", "microdata", "opengraph", "meta", "time-element", "text", "page", "url")
AGREEING = ("headline", "lead", "body", "published_at", "section")
SIZES = (1, 2, 3, 5, 8, 20, 40)
"""Articles of a run, on average."""
LEARNED, CHANGED = 300, 40
"""Articles that are learned from, in five runs at least; articles that show the change, in ten at least."""
NOISES = {"calm": 0.0, "usual": 0.5, "restless": 1.5}
"""How much the shares of the kinds of articles differ from run to run: the width of a log-normal factor."""

Template = dict[str, dict[str, float]]
"""Trait -> form -> weight."""


@dataclass
class Kind:
    """A kind of article, and how much of a site it is."""

    template: Template
    share: float


@dataclass
class Invented:
    """One site."""

    dice: random.Random
    noise: float
    kinds: list[Kind] = field(default_factory=list)
    other: Template = field(default_factory=dict)
    """Of special days."""

    def __post_init__(self) -> None:
        base = self._template()
        for _ in range(self.dice.choice((1, 2, 3, 4))):
            template = {
                trait: (self._forms(trait) if self.dice.random() < 0.25 else forms)
                for trait, forms in base.items()
            }
            self.kinds.append(Kind(template, self.dice.uniform(0.1, 1)))
        self.other = {
            trait: (self._forms(trait) if self.dice.random() < 0.5 else forms)
            for trait, forms in base.items()
        }

    def _template(self) -> Template:
        return {
            name: self._forms(name) for name in (*FIELDS, *(f"{name} agrees" for name in AGREEING), "outcome")
        }

    def _forms(self, trait: str) -> dict[str, float]:
        dice = self.dice
        if trait == "outcome":
            return {"line": 1.0, "rejected": dice.choice((0.0, 0.01, 0.05))}
        if trait.endswith("agrees"):
            agreed = dice.choice((1.0, 0.99, 0.95, 0.85, 0.6, 0.3))
            return {"yes": agreed, "no": 1 - agreed}
        coverage = (
            1.0 if trait in {"headline", "body"} else dice.choice((1.0, 0.99, 0.95, 0.8, 0.5, 0.2, 0.0))
        )
        second = dice.choice((0.0, 0.0, 0.02, 0.1, 0.3))
        first, other = dice.sample(SOURCES, 2)
        if trait == "published_at" and coverage < 0.8:
            coverage = 1.0
        return {first: coverage * (1 - second), other: coverage * second, NONE: 1 - coverage}

    def weights(self) -> list[float]:
        return [kind.share * self.dice.lognormvariate(0, self.noise) for kind in self.kinds]

    def draw(
        self, weights: list[float], changed: Mapping[str, dict[str, float]] | None = None
    ) -> dict[str, str]:
        """Return the forms of an article's traits; some are another's where the site has changed."""
        (kind,) = self.dice.choices(self.kinds, weights)
        template = {**kind.template, **(changed or {})}
        return {
            trait: self.dice.choices(list(forms), list(forms.values()))[0]
            for trait, forms in template.items()
        }

    def usual(self, trait: str) -> dict[str, float]:
        """Return the average weights of a trait's forms."""
        found: dict[str, float] = defaultdict(float)
        total = sum(kind.share for kind in self.kinds)
        for kind in self.kinds:
            for form, weight in kind.template[trait].items():
                found[form] += weight * kind.share / total
        return found

    def redesign(self) -> dict[str, dict[str, float]]:
        """Return a change: some fields that most articles have come from another source, or not at all."""
        usual = {name: self.usual(name) for name in FIELDS}
        there = [
            name for name in FIELDS if max((w for f, w in usual[name].items() if f != NONE), default=0) >= 0.5
        ]
        chosen = self.dice.sample(there, min(len(there), self.dice.choice((1, 1, 2, 3, 5))))
        changed = {}
        for name in chosen:
            known = {form for form, weight in usual[name].items() if weight > 0.05}
            new = self.dice.choice([form for form in (*SOURCES, NONE) if form not in known])
            changed[name] = {new: 1.0}
        return changed

    def turned_wrong(self) -> dict[str, dict[str, float]]:
        """Return a change: a selector matches something else."""
        there = [name for name in AGREEING if self.usual(f"{name} agrees")["yes"] >= 0.55]
        return {f"{self.dice.choice(there)} agrees": {"no": 0.95, "yes": 0.05}} if there else {}


@dataclass
class Crawled:
    """A site that is crawled four times a day."""

    site: Invented
    articles: int
    history: History = field(default_factory=History)
    runs: int = 0

    def run(
        self,
        changed: Mapping[str, dict[str, float]] | None = None,
        share: float = 1.0,
        *,
        special: bool = False,
    ) -> set[str]:
        dice, seen = self.site.dice, Observation()
        count = max(1, round(dice.gauss(self.articles, self.articles**0.5 / 2)))
        weights = self.site.weights()
        for number in range(count):
            other = changed if changed is not None and dice.random() < share else None
            if special and dice.random() < 0.5:
                other = self.site.other
            for trait, form in self.site.draw(weights, other).items():
                seen.count(trait, form, f"https://example.org/{self.runs}-{number}")
        self.runs += 1
        moment = BEGIN + timedelta(hours=6 * self.runs)
        return {alarm.subject for alarm in self.history.judge(seen, moment, Limits())}


def learned(seed: str, noise: float, articles: int) -> Crawled:
    crawled = Crawled(Invented(random.Random(seed), noise), articles)
    for _ in range(max(20, ceil(LEARNED / articles))):
        crawled.run()
    return crawled


def named_by(crawled: Crawled, changed: dict[str, dict[str, float]], share: float, runs: int) -> int | None:
    """Return the run by which a field that has changed is named."""
    before = crawled.run()
    subjects = {trait.partition(" ")[0] for trait in changed}
    for number in range(1, runs + 1):
        if crawled.run(changed, share) & subjects - before:
            return number
    return None


def ordinary(crawled: Crawled, runs: int, special: float) -> list[str]:
    """Return the alarms of ordinary runs."""
    found, open_ = [], set[str]()
    for _ in range(runs):
        alarms = crawled.run(special=crawled.site.dice.random() < special)
        found += sorted(alarms - open_)[:1]
        open_ = alarms
    return found


def main(arguments: list[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sites", type=int, default=150, help="of each noise")
    parser.add_argument("--runs", type=int, default=200, help="ordinary ones of each site and size")
    parser.add_argument("--sizes", type=int, nargs="+", default=SIZES)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--noises", nargs="+", default=list(NOISES))
    options = parser.parse_args(arguments)
    print(
        "| from run to run | articles a run | all changed, by run | noticed | one run later "
        "| a quarter, in 15 times that | wrong, named | false alarms | of 1,000 | special days, of 1,000 |"
    )
    print("| --- " * 10 + "|")
    for name, noise in ((name, NOISES[name]) for name in options.noises):
        for size in options.sizes:
            count: Counter[str] = Counter()
            by = ceil(10 / size)
            for number in range(options.sites):
                seed = f"{options.seed} {name} {size} {number}"
                crawled = learned(seed, noise, size)
                if changed := crawled.site.redesign():
                    first = named_by(crawled, changed, 1.0, by + 1)
                    count.update(full=1, noticed=first is not None and first <= by, later=first is not None)
                    crawled = learned(seed + "q", noise, size)
                    if changed := crawled.site.redesign():
                        count.update(
                            quarters=1, quarter=named_by(crawled, changed, 0.25, 15 * by) is not None
                        )
                crawled = learned(seed + "w", noise, size)
                if wrong := crawled.site.turned_wrong():
                    count.update(wrong=1, named=named_by(crawled, wrong, 1.0, 10 * by) is not None)
                crawled = learned(seed + "o", noise, size)
                alarms = ordinary(crawled, options.runs, 0.0)
                count.update(false=len(alarms), special=len(ordinary(crawled, options.runs, 0.05)))
            runs = options.sites * options.runs
            shares = [
                f"{part / (whole or 1):.1%}"
                for part, whole in (
                    (count["noticed"], count["full"]), (count["later"], count["full"]),
                    (count["quarter"], count["quarters"]), (count["named"], count["wrong"]),
                )
            ]  # fmt: skip
            print(
                f"| {name} | {size} | {by} | {' | '.join(shares)} | {count['false']} "
                f"| {1000 * count['false'] / runs:.2f} | {1000 * count['special'] / runs:.2f} |", flush=True,
            )  # fmt: skip


if __name__ == "__main__":
    main()

"""Real redesigns: is a site that changes its pages noticed, and by which run?

``python -m benchmarks.redesigns ../shared/redesigns [--runs 60] [--seed 1]``

Each pair holds pages of one site in two layouts, A and B, and selectors that were made for A in several
styles. Runs draw articles from the pages; each page was read by the selectors, and a second time without.
Lengths and delays are left out: where a layout has only one page, they would give each redesign away.
"""

from __future__ import annotations

import argparse
import gzip
import json
import random
from collections import Counter
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from newscrawler.extract import read_page
from newscrawler.health.article_signs import FIELDS, NONE
from newscrawler.health.history import History
from newscrawler.health.observation import Observation
from newscrawler.health.share import Limits
from newscrawler.health.witness import agreement
from newscrawler.publication.article_layout import Layout
from newscrawler.publication.site import Site

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

BEGIN = datetime(2026, 1, 5, 6, tzinfo=UTC)
LEARNED, CHANGED = 20, 10
"""Runs of A that are learned from, and runs of B."""

Signs = list[tuple[str, str]]
"""(trait, form) of one page."""


@dataclass
class Pair:
    """One site in two layouts, read by one style of selectors."""

    name: str
    old: list[Signs]
    new: list[Signs]
    wrong: set[str] = field(default_factory=set)
    """Fields that the selectors give wrongly on B."""


def signs_of(path: Path, url: str, site: Site) -> Signs | None:
    reading = read_page(gzip.decompress(path.read_bytes()), url, site=site, witness=True)
    article = reading.article
    if article is None:
        return [("outcome", "rejected")]
    found = [(name, str(article.extracted_by.get(name, NONE))) for name in FIELDS]
    found.append(("outcome", "line"))
    if reading.general is not None:
        agreed = agreement(article, reading.general, reading.stated)
        found += [(trait, "yes" if is_same else "no") for trait, is_same in agreed.items()]
    return found


def pairs(folder: Path) -> Iterator[Pair]:
    urls = {}
    for name in ("real", "fresh"):
        for line in (folder.parent / name / "cases.jsonl").read_text("utf-8").splitlines():
            case = json.loads(line)
            urls[f"{name}/{case['page']}"] = case["url"]
    number = 0
    for line in (folder / "redesigns.jsonl").read_text("utf-8").splitlines():
        pair = json.loads(line)
        for style, declared in pair.get("declared", {}).items():
            number += 1
            site = Site(pair["site"], layouts=(Layout("old", marker="html", **declared["selectors"]),))
            old, new = (
                [signs for page in pair[side]["pages"] if (signs := _read(folder, page, urls, site))]
                for side in "AB"
            )
            wrong = {
                name
                for name, row in declared["on_B"].items()
                if row["site_wrong"] >= 0.5 and any((name, "site") in signs for signs in new)
            }
            yield Pair(f"{number} {pair['site']} {style}", old, new, wrong)


def _read(folder: Path, page: str, urls: dict[str, str], site: Site) -> Signs | None:
    where, _, name = page.partition("/")
    url = next(url for key, url in urls.items() if key.startswith(where) and key.endswith(Path(name).name))
    return signs_of(folder.parent / page, url, site)


@dataclass
class Simulated:
    """A site that is crawled once a day; its history grows from run to run."""

    dice: random.Random
    articles: int
    history: History = field(default_factory=History)
    day: int = 0

    def run(self, draw: Callable[[], Signs]) -> set[str]:
        """Crawl once; return the subjects of the alarms that are open."""
        seen = Observation()
        for number in range(self.articles):
            for trait, form in draw():
                seen.count(trait, form, f"https://example.org/{self.day}-{number}")
        self.day += 1
        moment = BEGIN + timedelta(days=self.day)
        return {alarm.subject for alarm in self.history.judge(seen, moment, Limits())}


def learned(pair: Pair, articles: int, seed: str) -> Simulated:
    site = Simulated(random.Random(seed), articles)
    for _ in range(LEARNED):
        site.run(lambda: site.dice.choice(pair.old))
    return site


def changed(pair: Pair, articles: int, share: float, seed: str) -> tuple[int | None, set[str]]:
    """Change a share of the articles; return the run by which it is noticed, and all that is named."""
    site, first, named = learned(pair, articles, seed), None, set()
    before = site.run(lambda: site.dice.choice(pair.old))
    for number in range(1, CHANGED + 1):
        found = site.run(lambda: site.dice.choice(pair.new if site.dice.random() < share else pair.old))
        named |= found - before
        if first is None and found - before:
            first = number
    return first, named


def ordinary(pair: Pair, runs: int, special: float, seed: str) -> int:
    """Return how many alarms are raised in ordinary runs, some of which are special days."""
    site, alarms, open_ = learned(pair, 20, seed), 0, set[str]()
    for _ in range(runs):
        mixed = [pair.new, pair.old] if site.dice.random() < special else [pair.old]
        found = site.run(partial(_drawn, site.dice, mixed))
        alarms += bool(found - open_)
        open_ = found
    return alarms


def _drawn(dice: random.Random, layouts: list[list[Signs]]) -> Signs:
    return dice.choice(dice.choice(layouts))


def shows(pair: Pair) -> bool:
    """Tell whether a reader could see a difference at all: B is not read exactly as A."""
    return {frozenset(signs) for signs in pair.old} != {frozenset(signs) for signs in pair.new}


def main(arguments: list[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--runs", type=int, default=60, help="ordinary ones of each pair")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--list", action="store_true", help="name what was missed")
    options = parser.parse_args(arguments)
    every = list(pairs(options.folder))
    seen = [pair for pair in every if pair.old and pair.new and shows(pair)]
    print(f"{len(every)} pairs of layouts and styles; {len(seen)} are read differently in any way")
    missed: dict[str, list[str]] = {}

    def noticed(title: str, articles: int, share: float, by: int) -> None:
        firsts = {
            pair.name: changed(pair, articles, share, f"{options.seed} {pair.name}")[0] for pair in seen
        }
        count = sum(first is not None and first <= by for first in firsts.values())
        missed[title] = [name for name, first in firsts.items() if first is None or first > by]
        by_run = Counter(first for first in firsts.values())
        print(f"{title}: {count} of {len(firsts)} ({count / len(firsts):.1%}); by run {dict(by_run)}")

    noticed("full switch, 20 articles, first run", 20, 1.0, 1)
    noticed("full switch, 5 articles, second run", 5, 1.0, 2)
    noticed("full switch, 3 articles, fourth run", 3, 1.0, 4)
    noticed("40 %, 20 articles, second run", 20, 0.4, 2)
    noticed("25 %, 20 articles, tenth run", 20, 0.25, 10)
    noticed("25 %, 20 articles, third run", 20, 0.25, 3)
    wrong = named = 0
    unnamed = []
    for pair in every:
        if pair.wrong:
            found = changed(pair, 20, 1.0, f"{options.seed} wrong {pair.name}")[1]
            wrong, named = wrong + len(pair.wrong), named + len(pair.wrong & found)
            unnamed += [f"{pair.name} {name}" for name in pair.wrong - found]
    print(f"fields that turn wrong, named: {named} of {wrong} {unnamed}")
    for title, special in (("ordinary days", 0.0), ("special days", 0.05)):
        alarms = sum(ordinary(pair, options.runs, special, f"{options.seed} {pair.name}") for pair in seen)
        runs = options.runs * len(seen)
        print(f"{title}: {alarms} false alarms in {runs} runs ({1000 * alarms / runs:.2f} of 1,000)")
    if options.list:
        print(json.dumps(missed, indent=1))


if __name__ == "__main__":
    main()

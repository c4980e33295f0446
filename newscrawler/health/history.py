"""History: what a site's runs have shown so far; a new run is held against it, then becomes part of it."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from newscrawler.health.alarm import Alarm
from newscrawler.health.article_signs import TIME_PER_PAGE
from newscrawler.health.rhythm import Rhythm
from newscrawler.health.share import Limits, Share
from newscrawler.health.shared_text import SHARED, compared, most_of
from newscrawler.health.sizes import Sizes
from newscrawler.health.watched import Watched, margin_of, watched

if TYPE_CHECKING:
    from newscrawler.health.observation import Observation

SILENCE = "new articles"


@dataclass(slots=True)
class History:
    """What is usual on one site."""

    shares: dict[str, Share] = field(default_factory=dict)
    """By the key of what is watched."""
    sizes: dict[str, Sizes] = field(default_factory=dict)
    rhythm: Rhythm = field(default_factory=Rhythm)
    latest: dict[str, list[int]] = field(default_factory=dict)
    """Place -> what the latest articles said there, as numbers."""
    runs: int = 0
    code: str = ""
    """Names the declaration that the site was read with last."""

    def judge(
        self, seen: Observation, moment: datetime, limits: Limits, *, new: int | None = None, code: str = ""
    ) -> list[Alarm]:
        """Take in a run; return the alarms that are open, one for each subject, the surest first.

        :param moment: when the run began.
        :param new: how many new articles it found; None where it did not ask for all.
        :param code: names the declaration; alarms of another one are over.
        """
        self._heed(code)
        if new is not None:
            self.rhythm.add(new, moment)
        is_special = self.rhythm.is_special
        self._size(seen)
        self._compare(seen)
        open_: dict[str, tuple[Share, Watched]] = {}
        for what, share in [(what, self._share(what)) for what in self._watched(seen)]:
            good = seen.seen[what.trait][what.form]
            asked = seen.asked[what.trait]
            good = good if what.has else asked - good
            is_doubtful = is_special and what.trait != TIME_PER_PAGE  # on holidays pages differ, not servers
            if share.add(good, asked, int(moment.timestamp()), limits, what.drop, is_special=is_doubtful):
                other = open_.get(what.subject)
                if other is None or (share.score, what.rank) > (other[0].score, other[1].rank):
                    open_[what.subject] = share, what
        self.runs += 1
        alarms = [self._alarm(share, what, seen) for share, what in open_.values()]
        alarms.sort(key=lambda alarm: alarm.chance)
        return [*alarms, *self._silence()]

    def open_subjects(self) -> set[str]:
        """Return the subjects of the alarms that are open, whether or not the latest run has judged them."""
        return {Watched.of(key).subject for key, share in self.shares.items() if share.open_runs}

    def accept(self, subject: str) -> None:
        """Learn anew what is usual of a subject: a person says that it has changed for good."""
        for key, share in self.shares.items():
            if Watched.of(key).subject == subject:
                share.start_anew()
        self.sizes = {name: sizes for name, sizes in self.sizes.items() if subject_of(name) != subject}
        if subject == SILENCE:
            self.rhythm = Rhythm()

    def _heed(self, code: str) -> None:
        """Let what was alarming begin anew where somebody has changed the declaration."""
        if code != self.code:
            for share in self.shares.values():
                if share.open_runs:
                    share.start_anew()
        self.code = code

    def _size(self, seen: Observation) -> None:
        """Turn numbers into forms, by what is usual on this site."""
        for name, values in seen.sizes.items():
            sizes, margin = self.sizes.setdefault(name, Sizes()), margin_of(name)
            for found in sorted(values):
                if form := sizes.form(found, margin):
                    seen.call(name, found, form)
            if forms := sizes.learn(values, margin):
                asked, runs = forms.total(), sizes.runs
                for what in watched(name, forms):
                    good = forms[what.form] if what.has else asked - forms[what.form]
                    self.shares[what.key] = Share(good=good, asked=asked, runs=runs)

    def _compare(self, seen: Observation) -> None:
        """Tell which articles say what most of the latest ones say."""
        for place, said in seen.said.items():
            shared, self.latest[place] = compared(said, self.latest.get(place, []), most_of(place))
            for number, url in said:
                seen.count(f"{place}{SHARED}", "yes" if shared[number] else "no", url)

    def _watched(self, seen: Observation) -> list[Watched]:
        forms: dict[str, dict[str, None]] = defaultdict(dict)
        for key in self.shares:
            forms[trait_of(key)][key.partition("=")[2]] = None
        for trait, counts in seen.seen.items():
            forms[trait].update(dict.fromkeys(counts))
        return [what for trait in forms if seen.asked[trait] for what in watched(trait, forms[trait])]

    def _share(self, what: Watched) -> Share:
        """Return the history of a share; a form that is seen for the first time was in no article before."""
        if what.slowly and (twin := self.shares.get(replace(what, slowly=False).key)):
            return self.shares.setdefault(what.key, Share(good=twin.good, asked=twin.asked, runs=twin.runs))
        if what.key not in self.shares:
            sibling = next((s for key, s in self.shares.items() if trait_of(key) == what.trait), Share())
            good = 0.0 if what.has else sibling.asked
            self.shares[what.key] = Share(good=good, asked=sibling.asked, runs=sibling.runs)
        return self.shares[what.key]

    def _alarm(self, share: Share, what: Watched, seen: Observation) -> Alarm:
        good, asked = share.latest()
        line = what.line(good / asked, asked, share.usual)
        since = datetime.fromtimestamp(share.since, UTC)
        samples = seen.samples(what.trait, what.form, has=not what.has)
        return Alarm(what.subject, line, since, share.chance(), samples)

    def _silence(self) -> list[Alarm]:
        if not self.rhythm.is_silent():
            return []
        since = datetime.fromtimestamp(self.rhythm.last_new, UTC)
        line = f"{SILENCE}: none, usually {self.rhythm.missing:.0f} in this time"
        return [Alarm(SILENCE, line, since)]


def subject_of(trait: str) -> str:
    """Return what an alarm about the numbers of a trait is about.

    >>> subject_of("body length"), subject_of("delay")
    ('body', 'published_at')
    """
    return Watched(trait, "long").subject


def trait_of(key: str) -> str:
    """Return the trait of a share's key.

    >>> trait_of("headline=site"), trait_of("body length!=short")
    ('headline', 'body length')
    """
    return Watched.of(key).trait

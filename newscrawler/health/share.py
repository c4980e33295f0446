"""Share: how large a part of a site's articles usually has something, and whether it has become smaller.

A cumulative sum (CUSUM) of log-likelihood ratios carries evidence from run to run: a run with two articles
adds little, ten of them as much as one with twenty. What one run can add is bound by how often the site has
had a strange run before, so that a day on which it shows another template is no alarm; a full switch knows no
bound.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from math import exp, log, sqrt

RECENT = 12
"""Runs whose counts are kept one by one."""


@dataclass(frozen=True, slots=True)
class Limits:
    """When a drop is told: settings, each with its reason."""

    evidence: float = 10.0
    """Logarithm of how unlikely a drop must be by chance: one in 22,000. A site has some forty shares."""
    least_articles: int = 10
    """That must have been seen since it began: a few strange pages in a row are no redesign."""
    least_history: int = 50
    """Articles after which a usual share is known."""
    least_runs: int = 5
    """Runs after which it is known: the articles of one run are alike."""
    memory: int = 3000
    """Articles that a usual share is taken over; older ones fade. 0: all."""
    relearn_days: int = 21
    """After which an alarm that nobody has ended has become usual: people were told, and it is as it is."""


@dataclass(frozen=True, slots=True)
class Drop:
    """The drop that is looked for."""

    lowered_to: float = 0.75
    """What is left, as a part of the usual share."""
    least_usual: float = 0.2
    """A share that is usually smaller is not watched."""
    at_once: bool = True
    """One run is enough, where nearly all of its articles have lost it."""
    on_two_days: bool = False
    """It passes within hours by itself, so that the first runs of two days are enough."""
    is_slow: bool = False
    """A run that has lost more than a quarter says little: that is no decay, and another share tells it."""


QUARTER = Drop()
"""Articles of a field that come from elsewhere: a roll-out to a quarter of the readers."""
FEWEST_MISSES = 0.01
"""A usual share is never taken to be nearer to all than this: one miss is no event."""
UNSURE = 1.0
"""Standard errors by which a usual share is taken to be smaller than what was seen: it is known by and by."""
CEILING = 2.0
"""The score never exceeds what an alarm needs by more, so that an alarm ends soon after its cause."""
MOST_NEEDED = 6.0
"""Times the usual evidence: so much is enough, however strange a time was."""
PASSING = 7 * 86_400
"""Seconds; what passes by itself within this time was a strange time, such as a holiday, and no redesign."""
TOTAL = 0.2
"""A share is lost as a whole below this part of the usual one."""
MOST = 0.55
"""Usual share from which on a loss as a whole is weighed as such: what fewer have is at times in none."""
MORE_THAN_HALF_NEEDED = 0.55
"""Part of the usual evidence that one run may add at most, so that it takes two."""
LEAST_MOST = 1.5
"""Evidence that any run may add, and a whole holiday: holidays come in rows, a week of them does not."""
MORE_THAN_HALF = 5.0
"""Evidence that more than half is lost on a site with strange days: ten of a half in a row can be chance."""
DIP = 2.0
"""Evidence from which on a time counts as a strange one."""
STRANGE_DAY = 22 * 3600
"""Seconds from its first strange run on; less than a day, so that daily runs have a day each."""
WIDEST = 9.0
"""Bound on what one run says of the spread between runs: three standard deviations, squared."""


@dataclass(slots=True)
class Share:
    """What is known of one share, and the evidence that it has dropped."""

    good: float = 0.0
    asked: float = 0.0
    runs: int = 0
    dips: int = 0
    """Times that the score was high and came to nothing."""
    spread: float = 1.0
    """How much runs differ from each other, as a multiple of what chance does."""
    score: float = 0.0
    """Evidence that the share has dropped, 0 or more."""
    top: float = 0.0
    """The highest score since it left 0."""
    peak: float = 0.0
    """The highest score that came to nothing."""
    since: int = 0
    """When the score left 0, seconds since 1970."""
    since_good: int = 0
    since_asked: int = 0
    """Articles since then."""
    open_runs: int = 0
    """Runs since an alarm was raised; 0: none is open."""
    recent: list[tuple[int, int]] = field(default_factory=list)
    has_passed: bool = False
    """An alarm was over by itself within a week: a site with strange days, so days count and not runs."""
    day: int = 0
    """When the latest strange day began, seconds since 1970."""
    of_day: float = 0.0
    """What it has added to the score, but for a loss as a whole."""
    day_good: int = 0
    day_asked: int = 0
    """Its articles, since the score left 0."""

    @property
    def usual(self) -> float:
        """The usual share."""
        return (self.good + 1) / (self.asked + 2)

    def is_known(self, limits: Limits) -> bool:
        """Tell whether the site has history enough."""
        return self.asked >= limits.least_history and self.runs >= limits.least_runs

    def add(
        self,
        good: int,
        asked: int,
        moment: int,
        limits: Limits,
        drop: Drop = QUARTER,
        *,
        is_special: bool = False,
    ) -> bool:
        """Take in a run; return whether an alarm is open.

        :param good: of the run's articles, those that have it.
        :param moment: of the run, seconds since 1970.
        :param is_special: the day is a holiday or the like, on which a part of the articles is often strange.
        """
        if not asked:
            return self.open_runs > 0
        self.recent = [*self.recent, (good, asked)][-RECENT:]
        if not self.open_runs and not (self.is_known(limits) and self.usual >= drop.least_usual):
            self._learn(good, asked, limits)
            return False
        self._weigh(good, asked, moment, limits, drop, is_special=is_special)
        if self.open_runs or self._is_alarming(limits):
            self._stay_open(good, asked, moment, limits)
        elif self.score < limits.evidence / 2:
            self._learn(good, asked, limits)
        return self.open_runs > 0

    def start_anew(self) -> None:
        """Forget everything: the site's declaration has been changed."""
        self.good = self.asked = self.score = self.top = self.peak = 0.0
        self.runs = self.dips = self.since_good = self.since_asked = self.open_runs = self.since = 0
        self.spread, self.recent, self.has_passed = 1.0, [], False

    def latest(self) -> tuple[int, int]:
        """Return good and asked of the articles since the score left 0, of the latest runs at least."""
        return self.since_good, self.since_asked

    def _weigh(
        self, good: int, asked: int, moment: int, limits: Limits, drop: Drop, *, is_special: bool
    ) -> None:
        usual = self._surely_usual()
        self._count(good, asked, moment)
        is_doubtful = self.has_passed or is_special
        if is_special and not self.open_runs:
            self._believe_less()
        ratio = _evidence(good, asked, usual, usual * drop.lowered_to)
        if drop.at_once and self._is_total(usual, limits, is_doubtful=is_doubtful):
            if usual >= MOST:  # that nothing is left says more than that it is less
                ratio = max(ratio, _evidence(good, asked, usual, usual * TOTAL / 2))
            ratio /= max(1.0, self.spread)
        else:
            most = LEAST_MOST if is_special else self._most_of_a_run(limits)
            if drop.on_two_days and self.day == moment:
                most = MORE_THAN_HALF_NEEDED * limits.evidence
            elif drop.is_slow and good < QUARTER.lowered_to * asked:
                most = LEAST_MOST
            ratio = min(ratio / max(1.0, self.spread), most)
            if is_doubtful and ratio > 0:
                ratio = min(ratio, max(0.0, most - self.of_day))
            self.of_day += max(0.0, ratio)
        self.score = min(max(0.0, self.score + ratio), CEILING * self._needed(limits))
        self.top = max(self.top, self.score)
        if self.score == 0.0 and not self.open_runs:
            if self.top >= DIP:
                self.dips += 1
                self.peak = max(self.peak * 0.999, self.top)
            self.top = 0.0

    def _believe_less(self) -> None:
        """Take back what the day has added before it was known for a special one."""
        excess = max(0.0, self.of_day - LEAST_MOST)
        self.score, self.of_day = max(0.0, self.score - excess), self.of_day - excess

    def _count(self, good: int, asked: int, moment: int) -> None:
        """Count the articles since the score left 0, and those of the strange day."""
        if self.score == 0.0:
            self.since, self.since_good, self.since_asked = moment, 0, 0
        is_new_day = good < asked and moment - self.day >= STRANGE_DAY
        if is_new_day:
            self.day, self.of_day = moment, 0.0
        if is_new_day or self.score == 0.0:
            self.day_good = self.day_asked = 0
        self.since_good, self.since_asked = self.since_good + good, self.since_asked + asked
        self.day_good, self.day_asked = self.day_good + good, self.day_asked + asked

    def _most_of_a_run(self, limits: Limits) -> float:
        rate = (self.dips + 1) / (self.runs + 100)
        return min(max(LEAST_MOST, -log(rate)), MORE_THAN_HALF_NEEDED * limits.evidence)

    def _is_total(self, usual: float, limits: Limits, *, is_doubtful: bool) -> bool:
        """Tell whether the latest articles have lost it as a whole.

        :param is_doubtful: a half of them can be strange today, and ten of a half in a row chance.
        """
        good = asked = 0
        for run_good, run_asked in reversed(self.recent):
            good, asked = good + run_good, asked + run_asked
            if asked >= limits.least_articles:
                break
        if asked < limits.least_articles or good > TOTAL * usual * asked:
            return False
        of_day = _evidence(self.day_good, self.day_asked, usual / 2, usual * TOTAL / 2)
        return usual < MOST or not is_doubtful or of_day >= MORE_THAN_HALF

    def _surely_usual(self) -> float:
        """Return the usual share, less what chance may have added to it."""
        usual = min(self.usual, 1 - FEWEST_MISSES)
        error = sqrt(usual * (1 - usual) * max(1.0, self.spread) / (self.asked + 2))
        return max(usual - UNSURE * error, usual / 2)

    def _needed(self, limits: Limits) -> float:
        """Return the score that raises an alarm: more than a strange time ever had."""
        return min(max(limits.evidence, 1.25 * self.peak), MOST_NEEDED * limits.evidence)

    def _is_alarming(self, limits: Limits) -> bool:
        return self.score >= self._needed(limits) and self.since_asked >= limits.least_articles

    def _stay_open(self, good: int, asked: int, moment: int, limits: Limits) -> None:
        self.open_runs += 1
        if self.score == 0.0:  # it is as it was
            if moment - self.since <= PASSING:
                self.peak = max(self.peak, self.top) if self.has_passed else self.peak
                self.has_passed = True
            self.open_runs, self.top = 0, 0.0
            self.dips += 1
            self._learn(good, asked, limits)
        elif self.open_runs > limits.least_runs and moment - self.since >= limits.relearn_days * 86_400:
            kept = self.recent
            self.start_anew()
            for run_good, run_asked in kept:
                self._learn(run_good, run_asked, limits)

    def _learn(self, good: int, asked: int, limits: Limits) -> None:
        if self.runs >= limits.least_runs:
            usual = min(max(self.usual, FEWEST_MISSES), 1 - FEWEST_MISSES)
            strange = min((good - asked * usual) ** 2 / (asked * usual * (1 - usual)), WIDEST)
            weight = 1 / min(self.runs + 10, 200)
            self.spread += weight * (strange - self.spread)
        self.runs += 1
        self.good, self.asked = self.good + good, self.asked + asked
        if self.asked > limits.memory > 0:
            self.good, self.asked = self.good * limits.memory / self.asked, float(limits.memory)

    def chance(self) -> float:
        """Return how likely it is that the drop is chance."""
        return exp(-self.score)


def _evidence(good: int, asked: int, usual: float, lowered: float) -> float:
    """Return the logarithm of how much likelier a run is with the lowered share than with the usual one."""
    return good * log(lowered / usual) + (asked - good) * log((1 - lowered) / (1 - usual))

"""Nothing lost, nothing twice, wherever the crawl is killed."""

from __future__ import annotations

import random
import signal

import pytest

from tests.forks import BOUND
from tests.kill import rounds
from tests.kill.killed_crawl import FAULTS
from tests.kill.place import Place
from tests.kill.site import Site

pytestmark = pytest.mark.slow

BATCHES = ("-s", "EXPORT_BATCH_LINES=2")


def test_killed_at_each_step_of_a_commit(place: Place) -> None:
    """Each crawl finds what the one before has left, and eight new articles."""
    with Site.of(0) as site:
        for number, fault in enumerate(FAULTS, 1):
            site.articles.update(Site.of(8 * number).articles)
            code, text = rounds.crawl(site, place, "--fault", f"{fault}:3", *BATCHES)
            assert code == -signal.SIGKILL, (fault, text)
        code, text = rounds.crawl(site, place)
        assert code == 0, text
        rounds.check(site, place)


def test_killed_while_a_lost_ledger_is_made_anew(place: Place) -> None:
    with Site.of(24) as site:
        assert rounds.crawl(site, place, *BATCHES)[0] == 0
        place.lose_ledger()
        assert rounds.crawl(site, place, "--fault", "before_commit:1")[0] == -signal.SIGKILL
        assert rounds.crawl(site, place)[0] == 0
        rounds.check(site, place)


def test_killed_at_random_moments(place: Place) -> None:
    with Site.of(24) as site:
        site.delay = 0.01
        rounds.random_round(site, place, random.Random(1), FAULTS)


@pytest.mark.fleet
def test_another_machine_with_the_same_ledger(postgres_place: Place) -> None:
    """It has a disk of its own, and writes only what the first has not."""
    two, three, four = (
        Place(postgres_place.output / name, postgres_place.ledger_url) for name in ("two", "three", "four")
    )
    with Site.of(24) as site:
        assert rounds.crawl(site, postgres_place)[0] == 0
        site.articles.update(Site.of(30).articles)
        assert rounds.crawl(site, two)[0] == 0
        assert len(rounds.lines(two.output)) == 6
        assert rounds.crawl(site, postgres_place)[0] == 0
        assert len(rounds.lines(postgres_place.output)) == 24
        site.articles.update(Site.of(50).articles)
        site.delay = 0.3  # longer than anybody waits for the lock
        both = [rounds.start(site, place) for place in (three, four)]
        said = [process.communicate(timeout=BOUND)[1] for process in both]
        assert sorted(process.returncode or 0 for process in both) == [0, 75], said

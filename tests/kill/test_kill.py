"""Nothing lost, nothing twice, wherever the crawl is killed."""

from __future__ import annotations

import random
import signal
from typing import TYPE_CHECKING

import pytest

from tests.kill import rounds
from tests.kill.crawl import FAULTS
from tests.kill.site import Site

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.slow

BATCHES = ("-s", "EXPORT_BATCH_LINES=5")


@pytest.mark.parametrize("fault", FAULTS)
def test_killed_at_each_step_of_a_commit(fault: str, tmp_path: Path) -> None:
    with Site.of(24) as site:
        code, text = rounds.crawl(site, tmp_path, "--fault", f"{fault}:3", *BATCHES)
        assert code == -signal.SIGKILL, text
        code, text = rounds.crawl(site, tmp_path)
        assert code == 0, text
        rounds.check(site, tmp_path)


def test_killed_while_a_lost_ledger_is_made_anew(tmp_path: Path) -> None:
    with Site.of(24) as site:
        assert rounds.crawl(site, tmp_path, *BATCHES)[0] == 0
        for path in tmp_path.glob(".ledger.db*"):
            path.unlink()
        assert rounds.crawl(site, tmp_path, "--fault", "before_commit:1")[0] == -signal.SIGKILL
        assert rounds.crawl(site, tmp_path)[0] == 0
        rounds.check(site, tmp_path)


@pytest.mark.parametrize("seed", range(2))
def test_killed_at_random_moments(seed: int, tmp_path: Path) -> None:
    with Site.of(24) as site:
        site.delay = 0.01
        rounds.random_round(site, tmp_path, random.Random(seed), FAULTS)

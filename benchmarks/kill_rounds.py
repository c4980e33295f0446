"""Rounds of ``kill -9`` and starting again: ``python -m benchmarks.kill_rounds [--rounds 200] [--seed 1]``.

Each round crawls a small site in 1 to 3 processes that are killed, at a random moment or at a random step of a commit,
then in one that is let finish. Then every article must be there, each revision once, each line whole and valid, the
ledger equal to one made anew from the lines, each run recorded once with numbers that add up.
"""

from __future__ import annotations

import argparse
import random
import tempfile
import time
import traceback
from collections import Counter
from pathlib import Path

from tests.kill import rounds
from tests.kill.crawl import FAULTS
from tests.kill.site import Site


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    begin, kills, results = time.monotonic(), 0, Counter[str]()
    for number in range(options.seed, options.seed + options.rounds):
        dice = random.Random(number)
        with tempfile.TemporaryDirectory() as folder, Site.of(dice.randint(5, 40)) as site:
            site.delay = dice.choice([0.0, 0.005, 0.02])
            try:
                kills += rounds.random_round(site, Path(folder), dice, FAULTS)
                results["good"] += 1
            except AssertionError:
                results["bad"] += 1
                print(f"round {number}:")
                traceback.print_exc()
        if sum(results.values()) % 20 == 0:
            print(f"{dict(results)}, {kills} processes killed, {time.monotonic() - begin:.0f} s", flush=True)
    print(
        f"{options.rounds} rounds: {dict(results)}, {kills} processes killed, {time.monotonic() - begin:.0f} s"
    )
    return bool(results["bad"])


if __name__ == "__main__":
    raise SystemExit(main())

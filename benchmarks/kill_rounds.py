"""Rounds of ``kill -9`` and starting again.

``python -m benchmarks.kill_rounds [--rounds 200] [--seed 1] [--postgres]``

Each round crawls a small site in 1 to 3 processes that are killed, at a random moment or at a random step of
a commit, then in one that is let finish. Then every article must be there, each revision once, each line
whole and valid, the ledger equal to one made anew from the lines, each run recorded once with numbers that
add up. With ``--postgres`` the ledger of each round is an empty database of a server that is started for it,
with fsync on.
"""

from __future__ import annotations

import argparse
import random
import tempfile
import time
import traceback
from collections import Counter
from contextlib import ExitStack
from pathlib import Path

from tests.kill import rounds
from tests.kill.killed_crawl import FAULTS
from tests.kill.place import Place
from tests.kill.site import Site
from tests.postgres import Server, database


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--postgres", action="store_true")
    options = parser.parse_args()
    with ExitStack() as until_the_end:
        server = None
        if options.postgres:
            server = Server(durable=True)
            until_the_end.callback(server.remove)
        return run(range(options.seed, options.seed + options.rounds), server)


def run(numbers: range, server: Server | None) -> int:
    begin, kills, results = time.monotonic(), 0, Counter[str]()
    for number in numbers:
        try:
            kills += one(number, server)
            results["good"] += 1
        except AssertionError:
            results["bad"] += 1
            print(f"round {number}:")
            traceback.print_exc()
        if sum(results.values()) % 20 == 0:
            print(f"{dict(results)}, {kills} processes killed, {time.monotonic() - begin:.0f} s", flush=True)
    print(
        f"{len(numbers)} rounds: {dict(results)}, {kills} processes killed, {time.monotonic() - begin:.0f} s"
    )
    return bool(results["bad"])


def one(number: int, server: Server | None) -> int:
    """Return how many processes were killed."""
    dice = random.Random(number)
    with ExitStack() as round_:
        folder = round_.enter_context(tempfile.TemporaryDirectory())
        url = round_.enter_context(database(server.url)) if server else ""
        site = round_.enter_context(Site.of(dice.randint(5, 40)))
        site.delay = dice.choice([0.0, 0.005, 0.02])
        return rounds.random_round(site, Place(Path(folder), url), dice, FAULTS)


if __name__ == "__main__":
    raise SystemExit(main())

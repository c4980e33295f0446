"""A worker of the fleet in a process of its own, with stand-in crawls: ``main`` for ``tests.forks``."""

from __future__ import annotations

import asyncio
import logging
import sys
from pathlib import Path

from scrapy.settings import Settings

from newscrawler.exceptions import OutputError, WrongArgument
from newscrawler.fleet.fleet_database import FleetDatabase
from newscrawler.fleet.policy import Policy
from newscrawler.fleet.worker import Worker
from newscrawler.run.endings import EXIT_FAILED, EXIT_WRONG_ARGUMENTS
from tests.defaults import DEFAULTS

CRAWL = (sys.executable, str(Path(__file__).with_name("stand_in_crawl.py")))
QUICK = {
    "FLEET_POLL": 0.1,
    "FLEET_GRACE": 5,
    "FLEET_LOST_AFTER": 0.5,
    "FLEET_HOME_PATIENCE": 1,
    "FLEET_STOP_GRACE": 2,
}


def policy(**values: float) -> Policy:
    """Return a policy whose waits are short."""
    names = {f"FLEET_{name.upper()}": value for name, value in values.items()}
    return Policy.of(Settings({**DEFAULTS, **QUICK, **names}))


async def work(worker: Worker) -> int:
    try:
        return await worker.run()
    except OutputError as error:
        print(error, file=sys.stderr)
        return EXIT_FAILED
    except WrongArgument as error:
        print(error, file=sys.stderr)
        return EXIT_WRONG_ARGUMENTS


def main() -> int:
    url, machine, logs, program, *waits = sys.argv[1:]
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(levelname)s %(name)s %(message)s")
    values = {name: float(value) for name, _, value in (wait.partition("=") for wait in waits)}
    database = FleetDatabase(url, machine)
    crawl = (program,) if program else CRAWL
    worker = Worker(database, machine, policy(**values), Path(logs), folder=logs, crawl_command=crawl)
    return asyncio.run(work(worker))

"""What ``scrapy fleet`` can be told, by name."""

from __future__ import annotations

import asyncio
import time
from typing import TYPE_CHECKING

from scrapy.exceptions import UsageError
from scrapy.utils.log import configure_logging

from newscrawler.fleet import look_verbs, machines, schedule_verbs
from newscrawler.fleet.call import Call, interval
from newscrawler.fleet.fleet_database import FleetDatabase
from newscrawler.fleet.policy import Policy, machine_name
from newscrawler.fleet.setting_up import set_up
from newscrawler.fleet.worker import Worker
from newscrawler.output.folder import fleet_logs, ledger_lock, output_folder
from newscrawler.output.locks import locked
from newscrawler.output.store_id import store_id
from newscrawler.run.endings import EXIT_FAILED, EXIT_GOOD

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["BY_NAME", "Call"]

_LOG_FORMAT = "%(asctime)s %(levelname)s %(message)s"


def init(call: Call) -> int:
    """Make the tables, or bring them up to date."""
    _takes_options_only("init", call)
    call.say(set_up(call.settings))
    return EXIT_GOOD


def work(call: Call) -> int:
    """Crawl what is due, until a signal."""
    _takes_options_only("work", call)
    settings = call.settings
    if call.opts.slots is not None:
        settings.set("FLEET_SLOTS", call.opts.slots, "cmdline")
    machine, policy = machine_name(settings), Policy.of(settings)
    call.database().close()
    configure_logging({**settings.copy_to_dict(), "LOG_ENABLED": True, "LOG_FORMAT": _LOG_FORMAT})
    output = output_folder(settings)
    with locked(ledger_lock(output), settings.getfloat("LEDGER_WAIT")):
        folder = store_id(output)
    options = [part for option in call.opts.set for part in ("-s", option)]
    worker = Worker(
        FleetDatabase(settings["LEDGER_URL"], machine),
        machine,
        policy,
        fleet_logs(output),
        folder=folder,
        options=(*options, "-s", f"OUTPUT_MACHINE={machine}"),
    )
    return asyncio.run(worker.run())


def drain(call: Call) -> int:
    """Let a machine begin no more crawls and wait for those under way; ``--off``: let it work again."""
    if len(call.args) > 1:
        raise UsageError("drain takes one machine, or none for this one")
    machine = call.args[0] if call.args else machine_name(call.settings)
    until = time.monotonic() + interval(call.opts.wait, "--wait").total_seconds()
    database = call.database()
    with database.transaction() as connection:
        machines.drain(connection, machine, wanted=not call.opts.off)
    if call.opts.off:
        call.say(f"{machine} takes sites again")
        return EXIT_GOOD
    while True:
        with database.transaction() as connection:
            crawls = machines.crawls_on(connection, machine)
        if not crawls:
            call.say(f"{machine} is drained; scrapy fleet drain {machine} --off lets it work again")
            return EXIT_GOOD
        if time.monotonic() > until:
            call.warn(f"{machine} begins no more crawls; {crawls} are still going on")
            return EXIT_FAILED
        time.sleep(0.5)


def _takes_options_only(verb: str, call: Call) -> None:
    if call.args:
        raise UsageError(f"{verb} takes options only")


BY_NAME: dict[str, Callable[[Call], int]] = {
    "init": init,
    "work": work,
    "drain": drain,
    **schedule_verbs.BY_NAME,
    **look_verbs.BY_NAME,
}

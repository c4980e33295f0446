"""The verbs of ``scrapy fleet`` that show what it does: ``list``, ``runs``, ``check``."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING

from scrapy.exceptions import UsageError

from newscrawler.fleet import overview, screens
from newscrawler.run.endings import EXIT_GOOD, EXIT_UNHEALTHY

if TYPE_CHECKING:
    from collections.abc import Callable

    from newscrawler.fleet.call import Call

_MANY_RUNS = 1000


def show_sites(call: Call) -> int:
    """Show machines and sites, those in trouble first."""
    if call.args:
        raise UsageError("list takes options only")
    with call.database().transaction() as connection:
        fleet = overview.Fleet(overview.machines(connection), overview.sites(connection))
    if call.opts.json:
        machines = [asdict(machine) for machine in fleet.machines]
        call.say_json({"machines": machines, "sites": [site.as_json() for site in fleet.sites]})
    else:
        call.say_lines(screens.site_screen(fleet, None if call.opts.all else screens.ROWS))
    return EXIT_GOOD


def show_runs(call: Call) -> int:
    """Show the last runs of a site, or of all sites."""
    if len(call.args) > 1:
        raise UsageError("runs shows one site, or all")
    most = _MANY_RUNS if call.opts.all else screens.ROWS
    with call.database().transaction() as connection:
        found = overview.runs(connection, call.args[0] if call.args else None, most)
    if call.opts.json:
        call.say_json([run.as_json() for run in found])
    else:
        call.say_lines(screens.run_screen(found))
    return EXIT_GOOD


def check(call: Call) -> int:
    """Name what needs a person; exit code 3 if anything does."""
    if call.args:
        raise UsageError("check takes options only")
    with call.database().transaction() as connection:
        fleet = overview.Fleet(overview.machines(connection), overview.sites(connection))
    found = overview.troubles(fleet)
    if call.opts.json:
        call.say_json(found)
    else:
        call.say_lines(found or ["every site is on time"])
    return EXIT_UNHEALTHY if found else EXIT_GOOD


BY_NAME: dict[str, Callable[[Call], int]] = {"list": show_sites, "runs": show_runs, "check": check}

"""A fleet of six sites on three machines: what is crawled, what is overdue, paused or failing."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from newscrawler.fleet.overview import Fleet, MachineState, SiteState
from newscrawler.fleet.planned_sites import BY_OPERATOR
from tests.report.month import HOSTILE, NOW


def site(name: str, due: timedelta = timedelta(minutes=9), **values: Any) -> SiteState:
    ordinary: dict[str, Any] = {
        "site": name, "spider": name, "arguments": {}, "every": 900.0, "spread": 120.0, "paused": None,
        "next_at": NOW + due, "run": None, "machine": None, "home": "one", "started": None,
        "ended": NOW - timedelta(minutes=6), "last_code": 0, "last_line": None, "failures": 0, "lost": 0,
        "now": NOW, "locked": False, "overdue": False,
    }  # fmt: skip
    return SiteState(**{**ordinary, **values})


def fleet() -> Fleet:
    begun = NOW - timedelta(minutes=3)
    long_ago = NOW - timedelta(hours=2)
    refused = "tribune: the site refused too many requests and was left alone"
    return Fleet(
        [
            MachineState("one", draining=False, crawls=2, alive=True),
            MachineState("three", draining=False, crawls=0, alive=False),
            MachineState("two", draining=True, crawls=0, alive=True),
        ],
        [
            site("chronicle", -timedelta(hours=1), run=7, machine="one", started=long_ago, overdue=True),
            site("courier", paused=BY_OPERATOR),
            site("gazette", paused=f"3 crawls in a row were killed {HOSTILE}", lost=3),
            site("herald", run=9, machine="one", started=begun, locked=True),
            site("mirror"),
            site("tribune", timedelta(minutes=52), failures=2, last_code=1, last_line=refused, home="two"),
        ],
    )

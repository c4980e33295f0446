"""A call of ``scrapy fleet``: what was asked, and where the answer goes."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from newscrawler.exceptions import WrongArgument
from newscrawler.fleet.fleet_database import FleetDatabase
from newscrawler.publication.cadence import interval_of

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable, Iterable
    from datetime import timedelta

    from scrapy.settings import Settings


def interval(text: str, name: str) -> timedelta:
    """Read an interval that an operator gives.

    :param name: where it stands, for the message.
    :raises WrongArgument: it is none.
    """
    try:
        return interval_of(text)
    except ValueError as error:
        raise WrongArgument(f"{name}: {error}") from None


@dataclass(frozen=True, slots=True)
class Call:
    """One call."""

    settings: Settings
    args: list[str]
    """What stands behind the verb: names of sites, of spiders, of a machine."""
    opts: argparse.Namespace
    say: Callable[[str], None]
    """Writes a line of the answer."""
    warn: Callable[[str], None]
    """Writes a line for the operator, beside the answer."""
    check_crawl: Callable[[str, Settings, dict[str, str]], str]
    """Returns the site that a spider would crawl with these settings and arguments, or refuses them."""

    def database(self) -> FleetDatabase:
        """Return the fleet's database.

        :raises WrongArgument: it has no tables of a fleet, or cannot serve one.
        """
        database = FleetDatabase(self.settings.get("LEDGER_URL") or "")
        database.check()
        return database

    def say_lines(self, lines: Iterable[str]) -> None:
        """Write the lines of the answer."""
        for line in lines:
            self.say(line)

    def say_json(self, value: Any) -> None:
        """Write the answer for a program."""
        self.say(json.dumps(value, ensure_ascii=False, default=str))

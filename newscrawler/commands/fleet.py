"""``scrapy fleet``: many machines crawl many sites on time; set up, work, change the schedule, look at it."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any, ClassVar

from scrapy.commands import ScrapyCommand
from scrapy.exceptions import UsageError

from newscrawler.commands.checked_crawl import check_crawl
from newscrawler.commands.checked_settings import ChecksSettings
from newscrawler.commands.terminal import write_line
from newscrawler.exceptions import OutputError, WrongArgument
from newscrawler.run.endings import EXIT_FAILED, EXIT_WRONG_ARGUMENTS

if TYPE_CHECKING:
    import argparse

VERBS = {
    "init": "make the tables, or bring them up to date; it may be repeated",
    "work": "crawl what is due, until it is stopped",
    "add": "add sites or change them: by spider, from --file, or without either all declared ones",
    "remove": "take sites out of the schedule",
    "pause": "begin no more crawls of sites",
    "resume": "crawl paused sites again",
    "now": "crawl sites at once, whatever they wait for",
    "list": "show machines and sites, those in trouble first",
    "runs": "show the last runs of a site, or of all",
    "check": "end with code 3 if a site is overdue, or was paused by the fleet",
    "drain": "let a machine (this one) begin no more crawls, and wait for those under way",
}


class Command(ChecksSettings, ScrapyCommand):
    """Run a fleet on the PostgreSQL of ``LEDGER_URL``; ``docs/fleet.md`` has the set-up, step by step.

    Exit codes: 0 good, 1 failed, 2 wrong arguments, 3 (``check``): a site needs a person.
    """

    requires_project = True
    requires_crawler_process = False
    default_settings: ClassVar[dict[str, Any]] = {"LOG_ENABLED": False}

    def syntax(self) -> str:
        """Return the arguments of the command."""
        return f"{'|'.join(VERBS)} [site ...]"

    def short_desc(self) -> str:
        """Return the line of ``scrapy --help``."""
        return "Crawl many sites on time, on machines that share a PostgreSQL"

    def long_desc(self) -> str:
        """Return what ``--help`` says."""
        verbs = "; ".join(f"{name}: {said}" for name, said in VERBS.items())
        return f"{self.short_desc()}. {verbs}."

    def add_options(self, parser: argparse.ArgumentParser) -> None:
        """Add options to Scrapy's own."""
        super().add_options(parser)
        add = parser.add_argument
        add(
            "-a", dest="spargs", action="append", default=[], metavar="NAME=VALUE", help="add: for the spider"
        )
        add("--file", metavar="TOML", help="add: the sites of this file")
        add(
            "--every",
            metavar="TIME",
            help="add: between two starts: 15m, 2h, 1d (else its cadence, else CADENCE)",
        )
        add("--spread", metavar="TIME", help="add: at most so much later, by chance")
        add("--slots", type=int, help="work: crawls at a time (FLEET_SLOTS)")
        add("--all", action="store_true", help="pause, resume, now: all sites; list, runs: all rows")
        add("--json", action="store_true", help="list, runs, check: for programs")
        add("--off", action="store_true", help="drain: let the machine take sites again")
        add("--wait", metavar="TIME", default="10m", help="drain: how long crawls may take to end (10m)")

    def run(self, args: list[str], opts: argparse.Namespace) -> None:
        """Do what the first argument names."""
        assert self.settings is not None
        if not args or args[0] not in VERBS or any(arg.startswith("-") for arg in args):
            raise UsageError(f"say what to do: scrapy fleet {self.syntax()}; scrapy fleet --help explains")
        try:
            # here: Scrapy imports every command for each crawl, and a plain crawl needs no queue
            from newscrawler.fleet import verbs

            call = verbs.Call(self.settings, args[1:], opts, _say, write_line, check_crawl)
            self.exitcode = verbs.BY_NAME[args[0]](call)
        except ImportError as error:
            missing = f"a fleet needs the package {error.name}: pip install 'newscrawler[fleet]'"
            self._end(EXIT_FAILED, missing)
        except WrongArgument as error:
            self._end(EXIT_WRONG_ARGUMENTS, str(error))
        except OutputError as error:
            self._end(EXIT_FAILED, str(error))

    def _end(self, code: int, line: str) -> None:
        self.exitcode = code
        write_line(line)


def _say(line: str) -> None:
    write_line(line, sys.stdout)

"""``scrapy status [site …]``: each site on one screen; ``--json`` for programs, ``--watch`` anew and anew."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, ClassVar

from scrapy.commands import ScrapyCommand

from newscrawler.commands.checked_settings import ChecksSettings
from newscrawler.commands.named_sites import check_names
from newscrawler.commands.terminal import write_line, write_page
from newscrawler.exceptions import OutputError, WrongArgument
from newscrawler.run.endings import EXIT_FAILED, EXIT_WRONG_ARGUMENTS

if TYPE_CHECKING:
    import argparse

    from newscrawler.report.site_facts import SiteFacts

EVERY = 5
"""Seconds between two looks."""


class Command(ChecksSettings, ScrapyCommand):
    """Show the last run, the last new article, the rate, the verdict and the alarms of each site."""

    requires_project = True
    requires_crawler_process = False
    default_settings: ClassVar = {"LOG_ENABLED": False}

    def syntax(self) -> str:
        """Return the arguments of the command."""
        return "[--json | --watch] [site ...]"

    def short_desc(self) -> str:
        """Return the line of ``scrapy --help``."""
        return "Show each site: last run, last new article, rate, verdict, alarms"

    def add_options(self, parser: argparse.ArgumentParser) -> None:
        """Add the options of the command."""
        super().add_options(parser)
        form = parser.add_mutually_exclusive_group()
        form.add_argument("--json", action="store_true", help="for programs: one JSON list")
        form.add_argument("--watch", action="store_true", help=f"look again every {EVERY} seconds")

    def run(self, args: list[str], opts: argparse.Namespace) -> None:
        """Show it; exit code 1 if the ledger cannot be used, 2 if a setting is wrong."""
        assert self.settings is not None
        try:
            check_names(self.settings, args)
            if opts.watch:
                self._watch(args)
            elif opts.json:
                # here: Scrapy imports every command for each crawl, and a crawl reports nothing
                from newscrawler.report.server import as_json

                write_page(as_json([site.as_json() for site in self._sites(args)]).rstrip("\n"))
            else:
                self._show(args)
        except WrongArgument as error:
            write_line(str(error))
            self.exitcode = EXIT_WRONG_ARGUMENTS
        except OutputError as error:
            write_line(str(error))
            self.exitcode = EXIT_FAILED

    def _show(self, sites: list[str]) -> None:
        from rich.console import Console

        from newscrawler.report.status_table import status_table

        # a URL or a command that is cut into lines cannot be copied
        Console(highlight=False).print(status_table(self._sites(sites)), soft_wrap=True)

    def _sites(self, names: list[str]) -> list[SiteFacts]:
        from newscrawler.report.gather import gather

        assert self.settings is not None
        return gather(self.settings, names)

    def _watch(self, sites: list[str]) -> None:
        from rich.console import Console
        from rich.live import Live

        from newscrawler.report.status_table import status_table

        console = Console(highlight=False)
        with Live(status_table(self._sites(sites)), console=console, screen=True) as live:
            try:
                while True:
                    time.sleep(EVERY)
                    live.update(status_table(self._sites(sites)))
            except KeyboardInterrupt:
                return

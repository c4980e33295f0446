"""``scrapy accept SITE [SUBJECT …]``: a change of the site is for good; its alarms are over."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, ClassVar

from scrapy.commands import ScrapyCommand
from scrapy.exceptions import UsageError

from newscrawler.commands.checked_settings import ChecksSettings
from newscrawler.commands.terminal import write_line
from newscrawler.exceptions import Busy, OutputError, WrongArgument
from newscrawler.ledger import open_ledger
from newscrawler.run.acceptance import accept, open_on
from newscrawler.run.endings import EXIT_BUSY, EXIT_FAILED, EXIT_WRONG_ARGUMENTS

if TYPE_CHECKING:
    import argparse


class Command(ChecksSettings, ScrapyCommand):
    """Show what is no longer as usual on a site, and take it as usual from now on."""

    requires_project = True
    requires_crawler_process = False
    default_settings: ClassVar = {"LOG_ENABLED": False}

    def syntax(self) -> str:
        """Return the arguments of the command."""
        return "SITE [SUBJECT ... | --all]"

    def short_desc(self) -> str:
        """Return the line of ``scrapy --help``."""
        return "Take a change of a site as usual: its alarms are over"

    def long_desc(self) -> str:
        """Return the text of ``scrapy accept --help``."""
        return (
            "Without a subject it shows what is open: a field, a section, 'new articles', the URL of a "
            "listing, or 'crawl', which is how much is listed and each lost listing."
        )

    def add_options(self, parser: argparse.ArgumentParser) -> None:
        """Add the options of the command."""
        super().add_options(parser)
        parser.add_argument("--all", action="store_true", help="accept all that is open")

    def run(self, args: list[str], opts: argparse.Namespace) -> None:
        """Accept; exit code 1 if the ledger cannot be used, 2 for what is not open, 75 for a busy site."""
        if not args or (opts.all and len(args) > 1):
            raise UsageError
        try:
            self._accept(args[0], args[1:], everything=opts.all)
        except WrongArgument as error:
            write_line(str(error))
            self.exitcode = EXIT_WRONG_ARGUMENTS
        except Busy as error:
            write_line(str(error))
            self.exitcode = EXIT_BUSY
        except OutputError as error:
            write_line(str(error))
            self.exitcode = EXIT_FAILED

    def _accept(self, site: str, subjects: list[str], *, everything: bool) -> None:
        # here: Scrapy imports every command for each crawl, and a crawl reports nothing
        from newscrawler.report.gather import gather

        assert self.settings is not None
        known = [facts.name for facts in gather(self.settings)]
        if site not in known:
            raise WrongArgument(f"no run of {site!r} is known; there are: {', '.join(known) or 'none'}")
        ledger = open_ledger(self.settings, site)
        try:
            found = open_on(ledger)
            if unknown := [subject for subject in subjects if subject not in found]:
                there = ", ".join(found) or "nothing"
                raise WrongArgument(f"{site}: {', '.join(unknown)} is not open; open is: {there}")
            accepted = list(found) if everything else subjects
            accept(ledger, accepted)
        finally:
            ledger.close()
        for subject in accepted:
            write_line(f"{site}: accepted: {subject}", sys.stdout)
        if not accepted:
            for subject, line in found.items():
                named = line if line.startswith(f"{subject}: ") else f"{subject}: {line}"
                write_line(named, sys.stdout)
            write_line(f"{site}: {len(found)} open, none accepted: name them, or give --all", sys.stdout)

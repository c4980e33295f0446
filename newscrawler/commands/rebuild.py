"""``scrapy rebuild [site …]``: make the ledger anew from the lines in ``OUTPUT_DIR``."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, ClassVar

from scrapy.commands import ScrapyCommand

from newscrawler.commands.checked_settings import ChecksSettings
from newscrawler.commands.terminal import write_line
from newscrawler.exceptions import Busy, OutputError, WrongArgument
from newscrawler.ledger import open_ledger
from newscrawler.output.day_files import sites_in
from newscrawler.output.folder import output_folder
from newscrawler.run.endings import EXIT_BUSY, EXIT_FAILED, EXIT_WRONG_ARGUMENTS

if TYPE_CHECKING:
    import argparse


class Command(ChecksSettings, ScrapyCommand):
    """Forget what the ledger knows of a site, and read its day files, plain and ``.gz``."""

    requires_project = True
    requires_crawler_process = False
    default_settings: ClassVar = {"LOG_ENABLED": False}

    def syntax(self) -> str:
        """Return the arguments of the command."""
        return "[site ...]"

    def short_desc(self) -> str:
        """Return the line of ``scrapy --help``."""
        return "Make the ledger anew from the lines of a site, or of all sites in OUTPUT_DIR"

    def run(self, args: list[str], opts: argparse.Namespace) -> None:
        """Rebuild; exit code 1 if lines or ledger cannot be used, 2 for an unknown site, 75 if it is busy."""
        assert self.settings is not None
        output = output_folder(self.settings)
        there = sites_in(output)
        if not (args or there):
            write_line(f"no lines in {output}: nothing to do", sys.stdout)
        for site in args or there:
            try:
                if site not in there:
                    raise WrongArgument(
                        f"no lines of {site!r} in {output}; there are: {', '.join(there) or 'none'}"
                    )
                ledger = open_ledger(self.settings, site, anew=True)
            except WrongArgument as error:
                write_line(str(error), sys.stdout)
                self.exitcode = EXIT_WRONG_ARGUMENTS
            except Busy as error:
                write_line(str(error), sys.stdout)
                self.exitcode = EXIT_BUSY
            except OutputError as error:
                write_line(str(error), sys.stdout)
                self.exitcode = EXIT_FAILED
            else:
                write_line(f"{site}: {ledger.recovery}", sys.stdout)
                ledger.close()

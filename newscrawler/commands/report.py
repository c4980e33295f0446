"""``scrapy report [site …]``: one HTML file that shows each site; it needs no network and no script."""

from __future__ import annotations

import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from scrapy.commands import ScrapyCommand

from newscrawler.commands.checked_settings import ChecksSettings
from newscrawler.commands.named_sites import check_names
from newscrawler.commands.terminal import write_line
from newscrawler.exceptions import OutputError, WrongArgument
from newscrawler.output.folder import output_folder
from newscrawler.output.write_whole import write_whole
from newscrawler.run.endings import EXIT_FAILED, EXIT_WRONG_ARGUMENTS

if TYPE_CHECKING:
    import argparse


class Command(ChecksSettings, ScrapyCommand):
    """Write the report, ``report.html`` in the output folder if no other path is named."""

    requires_project = True
    requires_crawler_process = False
    default_settings: ClassVar = {"LOG_ENABLED": False}

    def syntax(self) -> str:
        """Return the arguments of the command."""
        return "[--to FILE] [site ...]"

    def short_desc(self) -> str:
        """Return the line of ``scrapy --help``."""
        return "Write one HTML file that shows each site: articles, fields, alarms, runs"

    def add_options(self, parser: argparse.ArgumentParser) -> None:
        """Add the options of the command."""
        super().add_options(parser)
        parser.add_argument("--to", metavar="FILE", type=Path, help="default: report.html in OUTPUT_DIR")

    def run(self, args: list[str], opts: argparse.Namespace) -> None:
        """Write it and print its path; exit code 1: file or ledger cannot be used, 2: a setting."""
        # here: Scrapy imports every command for each crawl, and a crawl reports nothing
        from newscrawler.report.gather import gather_page
        from newscrawler.report.page import page

        assert self.settings is not None
        output = output_folder(self.settings)
        path = opts.to or output / "report.html"
        try:
            check_names(self.settings, args)
            text = page(gather_page(self.settings, args), output, datetime.now(UTC))
            write_whole(path, text.encode("utf-8", "replace"))
        except WrongArgument as error:
            write_line(str(error))
            self.exitcode = EXIT_WRONG_ARGUMENTS
        except OutputError as error:
            write_line(str(error))
            self.exitcode = EXIT_FAILED
        else:
            write_line(str(path), sys.stdout)

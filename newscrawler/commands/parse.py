"""``scrapy parse``: Scrapy's own command, without ledger, lines and record of a run."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scrapy.commands import parse

from newscrawler.commands.checked_crawl import spider_named
from newscrawler.commands.terminal import write_line
from newscrawler.commands.without_ledger import LooksAtPages
from newscrawler.exceptions import WrongArgument
from newscrawler.run.endings import EXIT_WRONG_ARGUMENTS

if TYPE_CHECKING:
    import argparse


class Command(LooksAtPages, parse.Command):
    """Parse a URL with its spider and print what comes of it; nothing is written."""

    def process_options(self, args: list[str], opts: argparse.Namespace) -> None:
        """Refuse a spider that is not there, or whose file is broken."""
        super().process_options(args, opts)
        assert self.settings is not None
        try:
            if opts.spider:
                spider_named(opts.spider, self.settings)
        except WrongArgument as error:
            write_line(str(error))
            raise SystemExit(EXIT_WRONG_ARGUMENTS) from None

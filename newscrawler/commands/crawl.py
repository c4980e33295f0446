"""``scrapy crawl``: check the arguments, crawl as Scrapy does, and judge the run by an exit code."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from scrapy.commands.crawl import Command as ScrapyCrawl
from scrapy.exceptions import UsageError

from newscrawler.commands.checked_crawl import check_crawl
from newscrawler.commands.checked_settings import ChecksSettings
from newscrawler.commands.crawl_log import set_log
from newscrawler.commands.ended_crawl import end_record, ending_of
from newscrawler.commands.terminal import write_line
from newscrawler.exceptions import Busy, OutputError, WrongArgument
from newscrawler.ledger.site_lock import SiteLock
from newscrawler.output.folder import output_folder
from newscrawler.run.endings import EXIT_BUSY, EXIT_FAILED, EXIT_WRONG_ARGUMENTS

if TYPE_CHECKING:
    import argparse

    from scrapy.settings import Settings


class Command(ChecksSettings, ScrapyCrawl):
    """Run a spider by name; exit codes: 0 good, 1 failed, 2 wrong, 3 unhealthy, 75 busy, 130 stopped."""

    def long_desc(self) -> str:
        """Return the text of ``scrapy crawl -h``."""
        return (
            "Crawl a news site: new and changed articles become JSON lines in output/<site>/<day>.jsonl. "
            "Arguments: -a sections= topics= query= since= until= max_pages= source= site_url= urls=. "
            "Example: scrapy crawl any_site -a urls=urls.txt (one URL a line; - reads standard input). "
            "Exit codes: 0 good, 1 failed, 2 wrong arguments, 3 unhealthy (the site may have changed), "
            "75 busy (another run of the site is going on), 130 stopped by a signal."
        )

    def process_options(self, args: list[str], opts: argparse.Namespace) -> None:
        """End with one line if an argument is wrong or the site is busy, before anything is logged."""
        super().process_options(args, opts)
        assert self.settings is not None
        if len(args) != 1:
            raise UsageError(
                "name one spider: scrapy crawl NAME [-a name=value]… (scrapy list shows the names)"
            )
        try:
            site = check_crawl(args[0], self.settings, dict(opts.spargs))
        except WrongArgument as error:
            self._end(EXIT_WRONG_ARGUMENTS, str(error))
            sys.exit(EXIT_WRONG_ARGUMENTS)
        self._probe_lock(args[0], site, self.settings)
        set_log(self.settings)

    def _probe_lock(self, name: str, site: str, settings: Settings) -> None:
        """Exit if another run of the site holds its lock. The crawl itself takes the lock later."""
        try:
            SiteLock(output_folder(settings), site).release()
        except Busy as error:
            self._end(EXIT_BUSY, str(error))
            sys.exit(EXIT_BUSY)
        except OutputError as error:
            self._end(EXIT_FAILED, f"{name}: {error}")
            sys.exit(EXIT_FAILED)

    def run(self, args: list[str], opts: argparse.Namespace) -> None:
        """Crawl, then judge the run."""
        assert self.crawler_process is not None
        name = args[0]
        crawler = self._create_crawler(name)
        task = self.crawler_process.crawl(crawler, **opts.spargs)
        self.crawler_process.start()
        end_record(crawler)
        self._end(*ending_of(name, crawler, task))

    def _end(self, code: int, line: str) -> None:
        self.exitcode = code
        if line:
            write_line(" ".join(line.split("\n")))

"""``scrapy checksites``: check declarations and saved pages, and with ``--live`` the sites themselves."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar

from scrapy.commands import ScrapyCommand
from scrapy.spiderloader import get_spider_loader

from newscrawler.commands.checked_settings import ChecksSettings
from newscrawler.commands.live_check import LiveCheck
from newscrawler.commands.page_fetcher import fetch_pages
from newscrawler.commands.site_options import DeclaredSite, add_site_options, chosen_sites
from newscrawler.commands.terminal import write_line
from newscrawler.commands.without_ledger import switch_off_ledger
from newscrawler.exceptions import WrongArgument
from newscrawler.publication.site_loader import SiteLoader
from newscrawler.run.endings import EXIT_FAILED, EXIT_GOOD, EXIT_WRONG_ARGUMENTS
from newscrawler.text.counted import some

if TYPE_CHECKING:
    import argparse

    from scrapy.http import Response


class Command(ChecksSettings, ScrapyCommand):
    """Check declared sites; the exit code is 1 where one has a fault."""

    requires_project = True
    default_settings: ClassVar[dict[str, Any]] = {}

    def syntax(self) -> str:
        """Return the arguments of the command."""
        return "[SITE…] [--country de,ch] [--language fr] [--kind agency] [--due] [--live]"

    def short_desc(self) -> str:
        """Return the line of ``scrapy --help``."""
        return "Check declared sites: declaration and saved pages; with --live a few articles of each"

    def add_options(self, parser: argparse.ArgumentParser) -> None:
        """Add options to Scrapy's own."""
        super().add_options(parser)
        add_site_options(parser)
        parser.add_argument("--live", action="store_true", help="ask the sites for a few pages")
        parser.add_argument("--pages", default="tests/pages", help="folder of all saved pages (tests/pages)")

    def process_options(self, args: list[str], opts: argparse.Namespace) -> None:
        """Switch off what writes, because this is no crawl."""
        super().process_options(args, opts)
        assert self.settings is not None
        switch_off_ledger(self.settings)
        if not opts.loglevel:
            self.settings.set("LOG_LEVEL", "CRITICAL", priority="cmdline")

    def run(self, args: list[str], opts: argparse.Namespace) -> None:
        """Check the sites, and print a verdict for each."""
        assert self.settings is not None
        try:
            sites = chosen_sites(self.settings, args, opts)
        except WrongArgument as error:
            write_line(str(error))
            self.exitcode = EXIT_WRONG_ARGUMENTS
            return
        faults = self._live(sites) if opts.live else self._saved(sites, Path(opts.pages), alone=bool(args))
        write_line(f"{some(len(sites), 'site')}: " + (f"{faults} with faults" if faults else "all good"))
        self.exitcode = EXIT_FAILED if faults else EXIT_GOOD

    def _saved(self, sites: list[DeclaredSite], pages: Path, *, alone: bool) -> int:
        """Return how many sites have faults.

        :param alone: only these are asked for, not whatever else is declared.
        """
        from newscrawler.saved_pages.site_check import check_site

        checks = [check_site(site.spider, pages) for site in sites]
        for check in checks:
            write_line(str(check), sys.stdout)
            for fault in check.faults:
                write_line(f"  {fault}", sys.stdout)
        assert self.settings is not None
        loader = get_spider_loader(self.settings)
        broken: dict[str, str] = {}
        if isinstance(loader, SiteLoader) and not alone:
            loader.list()  # tries each file
            broken = loader.broken
        for name, wrong in sorted(broken.items()):
            write_line(f"{name} is broken: {wrong}", sys.stdout)
        return sum(bool(check.faults) for check in checks) + len(broken)

    def _live(self, sites: list[DeclaredSite]) -> int:
        """Return how many sites have faults."""
        assert self.crawler_process is not None
        checks: list[LiveCheck] = []
        owners: dict[str, LiveCheck] = {}
        for site in sites:
            check = LiveCheck(site.spider)
            checks.append(check)
            try:
                site.spider.check_declaration()
            except WrongArgument as error:
                check.faults.append(str(error))
            else:
                owners |= dict.fromkeys(check.first_urls(), check)

        def follow(url: str, response: Response) -> list[str]:
            further = owners[url].answered(url, response)
            for each in further:
                owners.setdefault(each, owners[url])
            return further

        for url, answer in fetch_pages(self.crawler_process, list(owners), follow).items():
            if isinstance(answer, str):
                owners[url].failed(url, answer)
        for check in checks:
            for line in check.lines():
                write_line(line, sys.stdout)
        return sum(bool(check.faults) for check in checks)

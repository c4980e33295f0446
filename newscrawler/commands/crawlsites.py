"""``scrapy crawlsites``: crawl many declared sites in one process, each at its own pace."""

from __future__ import annotations

import asyncio
import logging
import sys
from typing import TYPE_CHECKING, Any

from scrapy.commands import BaseRunSpiderCommand
from scrapy.crawler import AsyncCrawlerProcess
from scrapy.spiderloader import get_spider_loader

from newscrawler.commands.checked_settings import ChecksSettings
from newscrawler.commands.crawl_log import SaidOnce, set_log
from newscrawler.commands.site_crawls import SiteCrawls
from newscrawler.commands.site_options import add_site_options, chosen_sites
from newscrawler.commands.terminal import write_line
from newscrawler.exceptions import WrongArgument
from newscrawler.extensions.garbage import put_aside
from newscrawler.extensions.live_line import LiveLine
from newscrawler.publication.site_loader import SiteLoader
from newscrawler.run.endings import EXIT_WRONG_ARGUMENTS, worst

if TYPE_CHECKING:
    import argparse


class Command(ChecksSettings, BaseRunSpiderCommand):
    """Crawl declared sites; the exit code is that of the one that ended worst."""

    requires_project = True

    def syntax(self) -> str:
        """Return the arguments of the command."""
        return "[SITE…] [--country de,ch] [--language fr] [--kind agency] [--due] [-a name=value]…"

    def short_desc(self) -> str:
        """Return the line of ``scrapy --help``."""
        return "Crawl many declared sites in one process, each at its own pace"

    def long_desc(self) -> str:
        """Return the text of ``scrapy crawlsites -h``."""
        return (
            "Crawl the named sites, or all that are declared: SITES_AT_ONCE side by side, each with its own "
            "lock, pace and run record. -a gives an argument to every spider. A site that fails touches no "
            "other. The exit code is the worst of all: stopped (130), failed (1), wrong (2), unhealthy (3), "
            "busy (75), good (0)."
        )

    def add_options(self, parser: argparse.ArgumentParser) -> None:
        """Add options to those of ``scrapy crawl``."""
        super().add_options(parser)
        add_site_options(parser)

    def process_options(self, args: list[str], opts: argparse.Namespace) -> None:
        """Choose the sites; end with one line if there are none of that kind."""
        super().process_options(args, opts)
        assert self.settings is not None
        try:
            sites = chosen_sites(self.settings, args, opts)
            self.at_once = _count(self.settings.get("SITES_AT_ONCE"))
        except WrongArgument as error:
            write_line(str(error))
            sys.exit(EXIT_WRONG_ARGUMENTS)
        # the longest unseen first; one that is disabled only where it is named, and then says why
        wanted = [site for site in sites if args or site.spider.disabled is None]
        wanted.sort(key=lambda site: (site.began is not None, site.began and site.began.timestamp()))
        self.sites = [site.name for site in wanted]
        if not (args or opts.country or opts.language or opts.kind):
            loader = get_spider_loader(self.settings)
            loader.list()  # tries each file
            self.sites += sorted(loader.broken) if isinstance(loader, SiteLoader) else []
        set_log(self.settings)
        logging.getLogger("newscrawler.addons").addFilter(SaidOnce())
        self.shows_line = sys.stderr.isatty() and self.settings.getbool("PROGRESS_LINE")
        self.settings.set("PROGRESS_LINE", False, priority="cmdline")  # one for all takes its place

    def run(self, args: list[str], opts: argparse.Namespace) -> None:
        """Crawl the sites, and say how it ended."""
        assert isinstance(self.crawler_process, AsyncCrawlerProcess)
        assert self.settings is not None
        if not self.sites:
            write_line("no site is due" if opts.due else "no site is declared so")
            return
        arguments: dict[str, Any] = dict(opts.spargs)
        crawls = SiteCrawls(self.crawler_process, self.settings, self.sites, arguments, write_line)
        line = LiveLine(crawls.line)
        put_aside()
        crawls.begin(self.at_once)
        if self.shows_line:
            line.start(asyncio.get_event_loop())
        try:
            self.crawler_process.start()
        finally:
            line.stop()
        crawls.end()
        write_line(crawls.summary())
        self.exitcode = worst(crawls.codes.values())


def _count(text: Any) -> int:
    """Return the number of sites side by side.

    :raises WrongArgument: it is none.
    """
    try:
        if (number := int(text)) >= 0:
            return number
    except (TypeError, ValueError):
        pass
    raise WrongArgument(f"SITES_AT_ONCE={text}: a whole number, 0 for all at once")

"""``scrapy backfill``: the articles of past months and years, planned, then crawled month by month."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from scrapy.crawler import AsyncCrawlerProcess
from scrapy.exceptions import UsageError
from scrapy.spiderloader import get_spider_loader

from newscrawler.commands.crawl import Command as CrawlCommand
from newscrawler.commands.terminal import write_line
from newscrawler.news_spider import NewsSpider
from newscrawler.output.folder import backfill_folder, output_folder, runs_file
from newscrawler.run.endings import EXIT_FAILED, EXIT_STOPPED

if TYPE_CHECKING:
    import argparse

_YEAR = re.compile(r"\d{4}\Z")
_REFUSED = ("since", "until", "urls", "topics", "query", "source", "max_pages")


class Command(CrawlCommand):
    """Backfill; exit codes as of ``scrapy crawl``."""

    def syntax(self) -> str:
        """Return the arguments of the command."""
        return "[options] --from WHEN --to WHEN SITE"

    def short_desc(self) -> str:
        """Return the line of ``scrapy --help``."""
        return "Crawl the articles of past months and years, planned first, month by month"

    def long_desc(self) -> str:
        """Return the text of ``scrapy backfill -h``."""
        return (
            "Plan a span of a site from its sitemaps, sections and feeds; say how many URLs, how long at the "
            "permitted pace and how many bytes; then crawl month by month, the newest first. Killed and "
            "started again, it goes on. --plan only plans. "
            "Example: scrapy backfill tass --from 2019 --to 2020-06. "
            "any_site needs -a url=. Exit codes: 0 good, 1 failed, 2 wrong arguments, 3 unhealthy, 75 busy, "
            "130 stopped by a signal."
        )

    def add_options(self, parser: argparse.ArgumentParser) -> None:
        """Add options to those of ``scrapy crawl``."""
        super().add_options(parser)
        days = "2019, 2019-05, 2019-05-04"
        parser.add_argument("--from", dest="first", metavar="WHEN", help=f"first day of the span: {days}")
        parser.add_argument("--to", dest="last", metavar="WHEN", help=f"last day of the span: {days}")
        parser.add_argument("--plan", action="store_true", help="only plan, and say what it would take")
        parser.add_argument("--anew", action="store_true", help="plan anew what was planned before")

    def process_options(self, args: list[str], opts: argparse.Namespace) -> None:
        """Check the span and the arguments of the crawl."""
        if not (opts.first and opts.last):
            raise UsageError("give the span: scrapy backfill SITE --from 2019 --to 2020-06")
        given = [part.partition("=")[0] for part in opts.spargs]
        for name in _REFUSED:
            if name in given:
                raise UsageError(f"-a {name}= is none of a backfill's: --from and --to say which articles")
        first, last = (f"{opts.first}-01", f"{opts.last}-12")
        opts.spargs += [
            f"since={first if _YEAR.match(opts.first) else opts.first}",
            f"until={last if _YEAR.match(opts.last) else opts.last}",
        ]
        super().process_options(args, opts)

    def run(self, args: list[str], opts: argparse.Namespace) -> None:
        """Plan, then crawl."""
        # here: Scrapy imports every command for each crawl, and a crawl of today plans nothing
        from newscrawler.backfill.guide import Backfill, Guide
        from newscrawler.backfill.page_size import usual_page_bytes
        from newscrawler.backfill.plan import Plan

        assert self.settings is not None
        assert isinstance(self.crawler_process, AsyncCrawlerProcess)
        spider = get_spider_loader(self.settings).load(args[0])
        if not issubclass(spider, NewsSpider):
            raise UsageError(f"{args[0]} is no news site")
        selection = spider.check_arguments(dict(opts.spargs))
        assert selection.since is not None
        assert selection.until is not None
        site, output = spider.site_named(opts.spargs), output_folder(self.settings)
        first, last = selection.since.date(), selection.until.date()
        plan = Plan(backfill_folder(output, site, f"{first}--{last}"), first, last)
        size = usual_page_bytes(runs_file(output), site)
        backfill = Backfill(
            self.crawler_process, spider, plan, arguments=opts.spargs, page_bytes=size, say=write_line
        )
        task = self.crawler_process.crawl(Guide, backfill, only_plan=opts.plan, anew=opts.anew)
        self.crawler_process.start()
        if backfill.failure or (task.done() and not task.cancelled() and task.exception()):
            self._end(EXIT_FAILED, f"{args[0]}: {backfill.failure or task.exception()}")
        elif backfill.exit_code is None:
            self._end(EXIT_STOPPED, "stopped by a signal: start again, and it goes on")
        else:
            self.exitcode = backfill.exit_code

"""``scrapy crawl``: check the arguments, crawl as Scrapy does, and judge the run by an exit code."""

from __future__ import annotations

import asyncio
import logging
import sys
from typing import TYPE_CHECKING, Any

from scrapy.commands.crawl import Command as ScrapyCrawl
from scrapy.exceptions import UsageError
from scrapy.settings import SETTINGS_PRIORITIES
from scrapy.spiderloader import get_spider_loader

from newscrawler.commands.terminal import write_line
from newscrawler.download.address_guard import check_base_url
from newscrawler.exceptions import Busy, OutputError, WrongArgument
from newscrawler.extensions.run_record import RunRecord
from newscrawler.ledger.site_lock import SiteLock
from newscrawler.news_spider import NewsSpider
from newscrawler.output.folder import output_folder
from newscrawler.publication.notation import did_you_mean
from newscrawler.run.endings import EXIT_BUSY, EXIT_FAILED, EXIT_WRONG_ARGUMENTS
from newscrawler.run.run import run_of
from newscrawler.run.verdict import judge

if TYPE_CHECKING:
    import argparse

    from scrapy.crawler import Crawler
    from scrapy.settings import Settings


START_UP = ("utils.log", "addons", "middleware", "crawler", "extensions.logstats")
"""Loggers of Scrapy's that list versions, settings and components: of use to who looks for a fault."""


class Command(ScrapyCrawl):
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
            self._check(args[0], self.settings, dict(opts.spargs))
        except WrongArgument as error:
            self._end(EXIT_WRONG_ARGUMENTS, str(error))
            sys.exit(EXIT_WRONG_ARGUMENTS)
        self._probe_lock(args[0], self.settings, dict(opts.spargs))
        if self.settings.get("LOG_LEVEL") != "DEBUG":
            for logger in START_UP:  # a filter: levels are reset when Scrapy sets logging up
                logging.getLogger(f"scrapy.{logger}").addFilter(_is_warning)
        on_terminal = sys.stderr.isatty() and not self.settings.get("LOG_FILE")
        own_level = (self.settings.getpriority("LOG_LEVEL") or 0) >= SETTINGS_PRIORITIES["cmdline"]
        if on_terminal and self.settings.getbool("PROGRESS_LINE") and not own_level:
            # A terminal shows the progress line instead; -L INFO or -s LOG_LEVEL=INFO brings the log back.
            self.settings.set("LOG_LEVEL", "WARNING", priority="cmdline")

    def _probe_lock(self, name: str, settings: Settings, arguments: dict[str, str]) -> None:
        """Exit if another run of the site holds its lock. The crawl itself takes the lock later."""
        spider = get_spider_loader(settings).load(name)
        site = spider.site_named(arguments) if issubclass(spider, NewsSpider) else name
        output = output_folder(settings)
        try:
            SiteLock(output, site).release()
        except Busy as error:
            self._end(EXIT_BUSY, str(error))
            sys.exit(EXIT_BUSY)
        except OutputError as error:
            self._end(EXIT_FAILED, f"{name}: {error}")
            sys.exit(EXIT_FAILED)

    def _check(self, name: str, settings: Settings, arguments: dict[str, str]) -> None:
        loader = get_spider_loader(settings)
        try:
            spider = loader.load(name)
        except KeyError:
            raise WrongArgument(
                f"no spider {name!r}{did_you_mean(name, loader.list())}; scrapy list names all"
            ) from None
        if not issubclass(spider, NewsSpider):
            return
        try:
            spider.check_settings(settings)
            selection = spider.check_arguments(arguments)
        except WrongArgument as error:
            raise WrongArgument(f"{name}: {error}") from None
        given, argument = selection.site_url, "site_url"
        if not given:
            given, argument = spider.url_named(arguments), "url"
        hosts = settings.get("ALLOWED_PRIVATE_HOSTS") or ""
        if given and (refusal := check_base_url(given, hosts, argument)):
            raise WrongArgument(f"{name}: {refusal}")

    def run(self, args: list[str], opts: argparse.Namespace) -> None:
        """Crawl, then judge the run."""
        assert self.crawler_process is not None
        name = args[0]
        crawler = self._create_crawler(name)
        task = self.crawler_process.crawl(crawler, **opts.spargs)
        self.crawler_process.start()
        _end_record(crawler)
        self._judge(name, crawler, task)

    def _judge(self, name: str, crawler: Crawler, task: Any) -> None:
        error = _error_of(task)
        if isinstance(error, Busy):
            self._end(EXIT_BUSY, str(error))
        elif isinstance(error, WrongArgument):
            self._end(EXIT_WRONG_ARGUMENTS, f"{name}: {error}")
        elif isinstance(error, OutputError):
            self._end(EXIT_FAILED, f"{name}: {error}")
        elif error is not None:
            self._end(EXIT_FAILED, f"{name}: the crawl did not start: {type(error).__name__}: {error}")
        else:
            verdict = judge(run_of(crawler))
            self._end(verdict.exit_code, f"{name}: {verdict.line}" if verdict.line else "")

    def _end(self, code: int, line: str) -> None:
        self.exitcode = code
        if line:
            write_line(" ".join(line.split("\n")))


def _end_record(crawler: Crawler) -> None:
    """Write the record of a run that a signal stopped after its spider was opened, before its engine ran."""
    try:
        record = crawler.get_extension(RunRecord)
    except RuntimeError:  # the signal came before it had extensions
        run_of(crawler).stopped = True
        return
    if record is not None:
        record.end("shutdown")
    if crawler.stats.get_value("finish_reason") is None:  # its spider was never opened
        run_of(crawler).stopped = True


def _error_of(task: Any) -> BaseException | None:
    """Return the exception that ended a crawl, whether it is a task or a deferred."""
    if isinstance(task, asyncio.Future):
        return task.exception() if task.done() and not task.cancelled() else None
    result = getattr(task, "result", None)
    return getattr(result, "value", None)


def _is_warning(record: logging.LogRecord) -> bool:
    return record.levelno >= logging.WARNING

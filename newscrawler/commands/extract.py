"""``scrapy extract``: saved pages and archives become the same lines that a crawl writes."""

from __future__ import annotations

from datetime import UTC
from typing import TYPE_CHECKING

from scrapy.commands import ScrapyCommand
from scrapy.crawler import AsyncCrawlerProcess
from scrapy.exceptions import UsageError

from newscrawler.archives.plain_settings import plain_settings
from newscrawler.archives.saved_url import URL_SOURCES
from newscrawler.archives.wanted import Wanted
from newscrawler.commands.checked_settings import ChecksSettings
from newscrawler.commands.terminal import write_line
from newscrawler.discovery.url_list import is_url_list
from newscrawler.exceptions import WrongArgument
from newscrawler.publication.selection import moment_of
from newscrawler.run.endings import EXIT_BUSY, EXIT_FAILED, EXIT_STOPPED, EXIT_WRONG_ARGUMENTS

if TYPE_CHECKING:
    import argparse
    from pathlib import Path

    from newscrawler.archives.extraction_run import Extraction


class Command(ChecksSettings, ScrapyCommand):
    """Extract; exit codes: 0 good, 1 failed, 2 wrong arguments, 3 no article, 75 busy, 130 stopped."""

    requires_project = True

    def syntax(self) -> str:
        """Return the arguments of the command."""
        return "[options] <FILE | FOLDER | WARC | WACZ> …"

    def short_desc(self) -> str:
        """Return the line of ``scrapy --help``."""
        return "Read saved pages and web archives, and write the same lines as a crawl"

    def long_desc(self) -> str:
        """Return the text of ``scrapy extract -h``."""
        return (
            "Read saved pages, folders of them, WARC and WACZ files, on all cores; articles become lines in "
            "output/<site>/<day>.jsonl as in a crawl, and nothing comes twice, however often it is started. "
            "Example: scrapy extract CC-NEWS-20261128.warc.gz --host example.org --since 2026-11. "
            "Damaged records are counted, the rest is read. "
            "Exit codes: 0 good, 1 failed, 2 wrong arguments, 3 no article in any page, 75 a site is busy, "
            "130 stopped by a signal."
        )

    def add_options(self, parser: argparse.ArgumentParser) -> None:
        """Add options to Scrapy's own."""
        super().add_options(parser)
        parser.add_argument(
            "--url-from", choices=URL_SOURCES, help="what alone names the URL of a saved page (default: any)"
        )
        parser.add_argument("--host", metavar="HOSTS", default="", help="pages of these hosts only")
        days = "2026-05-04, 2026-05, yesterday, 3d, or an ISO time with offset"
        parser.add_argument("--since", metavar="WHEN", help=f"fetched since then (UTC days): {days}")
        parser.add_argument("--until", metavar="WHEN", help="fetched until then, inclusive")
        parser.add_argument("--workers", type=int, default=0, help="processes that read (default: all cores)")

    def process_options(self, args: list[str], opts: argparse.Namespace) -> None:
        """Log errors alone: what is read is counted (``-L INFO`` brings the rest back)."""
        super().process_options(args, opts)
        assert self.settings is not None
        if not opts.loglevel:
            self.settings.set("LOG_LEVEL", "ERROR", priority="cmdline")

    def run(self, args: list[str], opts: argparse.Namespace) -> None:
        """Read all inputs, and say what became of them."""
        if not args:
            raise UsageError("name a file or a folder: scrapy extract FILE|FOLDER|WARC…")
        # here: Scrapy imports every command for each crawl, and a crawl reads no archives
        from newscrawler.archives.extraction_run import Extraction, Feeder
        from newscrawler.archives.inputs import check_inputs, sources_in
        from newscrawler.archives.reading import killed_the_reader, reader_of
        from newscrawler.archives.site_runs import SiteRuns
        from newscrawler.archives.workers import Workers

        try:
            paths, wanted = check_inputs(args), _wanted(opts)
            _refuse_lists(paths)
            assert self.settings is not None
            how = plain_settings(self.settings), wanted, opts.url_from
            reader_of(*how)  # as each process will: what is wrong with a setting is told once
        except WrongArgument as error:
            self._end(EXIT_WRONG_ARGUMENTS, str(error))
            return
        assert isinstance(self.crawler_process, AsyncCrawlerProcess)
        runs = SiteRuns(self.crawler_process, {"extract": " ".join(args)})
        extraction = Extraction(runs, write_line)
        with Workers(reader_of, how, killed_the_reader, opts.workers) as workers:
            self.crawler_process.crawl(Feeder, extraction, workers.read(sources_in(paths)))
            self.crawler_process.start()
        runs.stopped()
        for line in extraction.summary():
            write_line(line)
        self._judge(extraction)

    def _judge(self, extraction: Extraction) -> None:
        runs = extraction.runs
        for line in runs.failures:
            write_line(line)
        if not extraction.is_done:
            self._end(EXIT_STOPPED, "stopped by a signal: what was read is written; start again for the rest")
        elif runs.is_busy:
            self._end(EXIT_BUSY, "another run holds a site: start again when it has ended")
        elif runs.failures:
            self.exitcode = EXIT_FAILED
        else:
            self._end(*extraction.verdict())

    def _end(self, code: int, line: str) -> None:
        self.exitcode = code
        if line:
            write_line(line)


def _refuse_lists(paths: list[Path]) -> None:
    """Refuse a list of URLs: nothing of it was saved.

    :raises WrongArgument: a file is one; with the command that takes it.
    """
    for path in paths:
        if path.is_file():
            with path.open("rb") as file:
                if is_url_list(file):
                    raise WrongArgument(
                        f"{path} is a list of URLs, which were not fetched yet: "
                        f"scrapy crawl any_site -a urls={path}"
                    )


def _wanted(opts: argparse.Namespace) -> Wanted:
    since = moment_of(opts.since, "--since", UTC)
    until = moment_of(opts.until, "--until", UTC, end=True)
    if since and until and since > until:
        raise WrongArgument("--since is later than --until")
    if opts.workers < 0:
        raise WrongArgument("--workers: a number from 1 on")
    return Wanted(tuple(host.strip().lower() for host in opts.host.split(",") if host.strip()), since, until)

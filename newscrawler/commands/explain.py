"""``scrapy explain``: show field, value and source of an article, from its URL or a saved page."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from scrapy.commands import ScrapyCommand
from scrapy.exceptions import UsageError

from newscrawler.archives.saved_url import url_of
from newscrawler.commands.checked_settings import ChecksSettings
from newscrawler.commands.page_fetcher import fetch_pages
from newscrawler.commands.terminal import write_line
from newscrawler.commands.without_ledger import switch_off_ledger
from newscrawler.crawling.responses import load_article
from newscrawler.exceptions import WrongArgument
from newscrawler.extract import Reading, read_page
from newscrawler.news_spider import NewsSpider
from newscrawler.publication.declared_sites import DeclaredSites
from newscrawler.publication.notation import did_you_mean
from newscrawler.publication.site import Site
from newscrawler.publication.url_argument import check_url
from newscrawler.run.endings import EXIT_FAILED, EXIT_WRONG_ARGUMENTS
from newscrawler.text.printable import printable
from newscrawler.urls import registrable_host

if TYPE_CHECKING:
    import argparse

    from scrapy import Spider

WIDTH = 110
"""Characters of a value that are shown."""


class Command(ChecksSettings, ScrapyCommand):
    """Show what extraction makes of one page, and why."""

    requires_project = True

    def syntax(self) -> str:
        """Return the arguments of the command."""
        return "[options] <URL | FILE>"

    def short_desc(self) -> str:
        """Return the line of ``scrapy --help``."""
        return "Show field, value and source of an article, and why other candidates lost"

    def add_options(self, parser: argparse.ArgumentParser) -> None:
        """Add options to Scrapy's own."""
        super().add_options(parser)
        parser.add_argument(
            "--spider", help="use this spider's declaration (default: the spider of the URL's host)"
        )
        parser.add_argument(
            "--url", help="the URL of a saved FILE (default: what it, or a file beside it, says)"
        )

    def process_options(self, args: list[str], opts: argparse.Namespace) -> None:
        """Switch off ledger and lines, and the log but for errors (``-L INFO`` brings it back)."""
        super().process_options(args, opts)
        assert self.settings is not None
        switch_off_ledger(self.settings)
        if not opts.loglevel:
            self.settings.set("LOG_LEVEL", "ERROR", priority="cmdline")

    def run(self, args: list[str], opts: argparse.Namespace) -> None:
        """Read the page and print the table."""
        if len(args) != 1:
            raise UsageError("give one URL or one file: scrapy explain URL|FILE [--spider NAME] [--url URL]")
        target = args[0]
        try:
            if "://" in target:
                reading = self._live(check_url("", target), opts.spider)
            else:
                reading = self._saved(Path(target), opts)
        except WrongArgument as problem:
            write_line(str(problem))
            self.exitcode = EXIT_WRONG_ARGUMENTS
            return
        except _CannotShow as problem:
            write_line(str(problem))
            self.exitcode = problem.exit_code
            return
        show(reading)
        if reading.not_an_article is not None:
            self.exitcode = EXIT_FAILED

    def _site(self, name: str | None, url: str) -> Site:
        assert self.crawler_process is not None
        loader = self.crawler_process.spider_loader
        try:
            if name:
                return _declared(loader.load(name), url)
            if (spider := DeclaredSites(loader).spider_of(url)) is not None:
                return _declared(spider, url)
        except KeyError:
            hint = did_you_mean(name or "", loader.list())
            raise _CannotShow(
                f"no spider {name!r}{hint}; scrapy list names all", EXIT_WRONG_ARGUMENTS
            ) from None
        except WrongArgument as error:
            raise _CannotShow(f"{name or 'the declaration'}: {error}", EXIT_WRONG_ARGUMENTS) from None
        return Site(registrable_host(url) or "page")

    def _saved(self, path: Path, opts: argparse.Namespace) -> Reading:
        try:
            html = path.read_bytes()
        except OSError as error:
            raise _CannotShow(f"{path}: {error.strerror}", EXIT_WRONG_ARGUMENTS) from None
        found = None if opts.url else url_of(path, html)
        url = opts.url or (found[0] if found else path.resolve().as_uri())
        return read_page(html, url, site=self._site(opts.spider, url), explain=True)

    def _live(self, url: str, name: str | None) -> Reading:
        assert self.crawler_process is not None
        site = self._site(name, url)
        answer = fetch_pages(self.crawler_process, [url])[url]
        if isinstance(answer, str):
            raise _CannotShow(f"{url}: {answer}")
        return load_article(answer, site, explain=True)


class _CannotShow(Exception):
    """No page can be explained; the text is the one line for the user."""

    def __init__(self, text: str, exit_code: int = EXIT_FAILED) -> None:
        super().__init__(text)
        self.exit_code = exit_code


def _declared(spider: type[Spider], url: str) -> Site:
    if not issubclass(spider, NewsSpider):
        return Site(urlsplit(url).hostname or spider.name)
    spider.check_declaration()
    return spider.declared_site()


def show(reading: Reading) -> None:
    """Print a reading: the fields of the record, then every candidate that lost."""
    # Imported here, because Scrapy loads all commands for every crawl, and this takes 2 MB.
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    console = Console(soft_wrap=False, highlight=False)
    if reading.not_an_article is not None:
        found = reading.not_an_article
        console.print(Text(printable(f"not an article: {found.kind} ({found.reason})")))
    if reading.article is not None:
        table = Table("field", "value", "source", box=None, pad_edge=False)
        for name, value in asdict(reading.article).items():
            if value not in (None, [], "", {}) and name not in {"extracted_by", "schema_version"}:
                source = reading.article.extracted_by.get(name, "")
                parts = (
                    {f"{name}.{part}": of for part, of in value.items() if of}
                    if isinstance(value, dict)
                    else {name: value}
                )
                for part, of in parts.items():
                    table.add_row(Text(printable(part)), Text(_short(of)), source)
        console.print(table)
    lost = [candidate for candidate in reading.candidates if candidate.verdict != "won"]
    if lost:
        console.print()
        table = Table("field", "candidate", "source", "why not", box=None, pad_edge=False)
        for candidate in lost:
            shown = candidate.value if candidate.value not in (None, "", []) else candidate.raw
            table.add_row(
                candidate.field, Text(_short(shown)), candidate.source, Text(_short(candidate.verdict))
            )
        console.print(table)


def _short(value: Any) -> str:
    text = value if isinstance(value, str) else repr(value)
    text = printable(text.replace("\n\n", " ¶ ").replace("\n", " "))
    return text if len(text) <= WIDTH else f"{text[: WIDTH - 1]}… ({len(text)} characters)"

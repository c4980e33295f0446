"""``scrapy declare``: draft the spider of a site from what its own pages say."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar

from scrapy.commands import ScrapyCommand
from scrapy.exceptions import UsageError

from newscrawler.commands.checked_settings import ChecksSettings
from newscrawler.commands.page_fetcher import fetch_pages
from newscrawler.commands.terminal import write_code, write_line
from newscrawler.commands.without_ledger import switch_off_ledger
from newscrawler.crawling.responses import answer_of
from newscrawler.exceptions import WrongArgument
from newscrawler.publication.url_argument import check_url, with_scheme
from newscrawler.run.endings import EXIT_FAILED, EXIT_WRONG_ARGUMENTS

if TYPE_CHECKING:
    import argparse

    from scrapy.http import Response

    from newscrawler.drafts.draft import Draft


class Command(ChecksSettings, ScrapyCommand):
    """Draft a declaration; some twenty pages are asked for, one a second."""

    requires_project = True
    default_settings: ClassVar[dict[str, Any]] = {}

    def syntax(self) -> str:
        """Return the arguments of the command."""
        return "[options] <URL> [ARTICLE_URL…]"

    def short_desc(self) -> str:
        """Return the line of ``scrapy --help``."""
        return "Draft the spider of a site from its front page, robots.txt, feeds, menus and articles"

    def add_options(self, parser: argparse.ArgumentParser) -> None:
        """Add options to Scrapy's own."""
        super().add_options(parser)
        parser.add_argument("--name", help="the spider's name (default: from the host)")
        parser.add_argument("--to", metavar="FOLDER", help="write NAME.py here (default: print it)")

    def process_options(self, args: list[str], opts: argparse.Namespace) -> None:
        """Switch off what writes, because this is no crawl."""
        super().process_options(args, opts)
        assert self.settings is not None
        switch_off_ledger(self.settings)
        if not opts.loglevel:
            self.settings.set("LOG_LEVEL", "CRITICAL", priority="cmdline")

    def run(self, args: list[str], opts: argparse.Namespace) -> None:
        """Ask the site, and print or write the draft."""
        if not args:
            raise UsageError("give the URL of the front page: scrapy declare URL [ARTICLE_URL…]")
        try:
            home, *given = [check_url("", with_scheme(url)) for url in args]
        except WrongArgument as error:
            write_line(str(error))
            self.exitcode = EXIT_WRONG_ARGUMENTS
            return
        # here: Scrapy imports every command for each crawl, and a crawl drafts nothing
        from newscrawler.drafts.draft import Draft
        from newscrawler.drafts.spider_text import spider_name, spider_text

        draft = Draft(home, tuple(given))
        if problem := self._ask(draft):
            write_line(f"{home}: {problem}")
            self.exitcode = EXIT_FAILED
            return
        name = opts.name or spider_name(draft.host)
        text = spider_text(draft, name)
        if opts.to:
            path = Path(opts.to) / f"{name}.py"
            if path.exists():
                write_line(f"{path} is there already: give another --name")
                self.exitcode = EXIT_WRONG_ARGUMENTS
                return
            path.write_text(text, "utf-8")
            write_line(f"{path}: look at each comment, then: scrapy checksites {name} --live", sys.stdout)
        else:
            write_code(text.rstrip("\n"))

    def _ask(self, draft: Draft) -> str | None:
        """Let the site answer; return why its front page could not be had."""
        assert self.crawler_process is not None

        def follow(url: str, response: Response) -> list[str]:
            return draft.take(url, answer_of(response))

        answers = fetch_pages(self.crawler_process, draft.first_urls(), follow)
        for url, answer in answers.items():
            if isinstance(answer, str) and not url.endswith("/robots.txt"):
                draft.missing[url] = answer
        return draft.missing.pop(draft.home, None)

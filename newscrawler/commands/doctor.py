"""``scrapy doctor``: check what a crawl needs, and say how to get what is missing."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any, ClassVar

from scrapy.commands import ScrapyCommand
from scrapy.exceptions import UsageError

from newscrawler.commands.checked_settings import ChecksSettings
from newscrawler.commands.findings import (
    Finding,
    browser,
    clock,
    contact,
    database,
    free_space,
    packages,
    python,
    robots,
    selectors,
    server_clock,
    writable,
)
from newscrawler.commands.page_fetcher import fetch_pages
from newscrawler.commands.terminal import write_line
from newscrawler.commands.without_ledger import switch_off_ledger
from newscrawler.download.address_guard import check_base_url
from newscrawler.downloadermiddlewares.robotstxt import robots_agent
from newscrawler.exceptions import WrongArgument
from newscrawler.news_spider import NewsSpider
from newscrawler.output.folder import output_folder
from newscrawler.publication.notation import did_you_mean
from newscrawler.publication.site_loader import SiteLoader
from newscrawler.publication.url_argument import check_url
from newscrawler.run.endings import EXIT_FAILED, EXIT_GOOD, EXIT_WRONG_ARGUMENTS
from newscrawler.run.errand import RobotsErrand

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator

    from scrapy.http import Response
    from scrapy.settings import Settings


class Command(ChecksSettings, ScrapyCommand):
    """Check this machine, and with ``--spider`` a site; exit code 1 if something needed is missing."""

    requires_project = True
    default_settings: ClassVar[dict[str, Any]] = {}

    def syntax(self) -> str:
        """Return the arguments of the command."""
        return "[--spider NAME] [--site-url URL]"

    def short_desc(self) -> str:
        """Return the line of ``scrapy --help``."""
        return "Check what a crawl needs, and say how to get what is missing"

    def add_options(self, parser: argparse.ArgumentParser) -> None:
        """Add options to Scrapy's own."""
        super().add_options(parser)
        parser.add_argument("--spider", help="check this spider's site, too: robots.txt, clock, browser")
        parser.add_argument("--site-url", help="the URL to use instead of the site's own")

    def process_options(self, args: list[str], opts: argparse.Namespace) -> None:
        """Switch off what writes, because this is no crawl."""
        super().process_options(args, opts)
        assert self.settings is not None
        switch_off_ledger(self.settings)
        if not opts.loglevel:
            self.settings.set("LOG_LEVEL", "CRITICAL", "cmdline")

    def run(self, args: list[str], opts: argparse.Namespace) -> None:
        """Print a line for each finding."""
        assert self.settings is not None
        if args:
            raise UsageError("doctor takes options only: scrapy doctor [--spider NAME] [--site-url URL]")
        if opts.site_url and not opts.spider:
            raise UsageError("--site-url needs --spider NAME: say which site the URL stands for")
        try:
            site_url = check_url("--site-url ", opts.site_url) if opts.site_url else None
        except WrongArgument as error:
            write_line(str(error))
            self.exitcode = EXIT_WRONG_ARGUMENTS
            return
        spider = self._spider(opts.spider) if opts.spider else None
        findings = []
        for finding in self._look(self.settings, spider, site_url):
            write_line(str(finding), sys.stdout)
            findings.append(finding)
        self._say_which_sites_are_broken()
        missing = any(finding.needed and not finding.ok for finding in findings)
        self.exitcode = EXIT_FAILED if missing else EXIT_GOOD

    def _say_which_sites_are_broken(self) -> None:
        assert self.crawler_process is not None
        loader = self.crawler_process.spider_loader
        for name, wrong in sorted(loader.faults().items()) if isinstance(loader, SiteLoader) else ():
            write_line(f"{name} is broken: {wrong}")

    def _spider(self, name: str) -> type[NewsSpider]:
        assert self.crawler_process is not None
        loader = self.crawler_process.spider_loader
        if name not in loader.list() or not issubclass(spider := loader.load(name), NewsSpider):
            raise UsageError(f"no spider {name!r}{did_you_mean(name, loader.list())}; scrapy list names all")
        return spider

    def _look(
        self, settings: Settings, spider: type[NewsSpider] | None, site_url: str | None
    ) -> Iterator[Finding]:
        yield python()
        yield from packages()
        yield browser(settings, needed=bool(spider and spider.render))
        output = output_folder(settings)
        yield writable(output)
        yield free_space(output)
        yield database(settings.get("LEDGER_URL") or "", output)
        yield clock()
        yield contact(settings.get("CONTACT") or "")
        if spider is not None:
            yield from selectors(spider.layouts)
            yield from self._site(settings, spider, site_url)

    def _site(self, settings: Settings, spider: type[NewsSpider], site_url: str | None) -> Iterator[Finding]:
        named = site_url or spider.home or "".join(f"https://{host}" for host in spider.allowed_domains[:1])
        if not named:
            yield Finding("site", False, f"{spider.name} has no site of its own", "give --site-url URL")
            return
        base = named.rstrip("/")
        refusal = check_base_url(base, settings.get("ALLOWED_PRIVATE_HOSTS") or "", "--site-url")
        if refusal:
            yield Finding("site", False, refusal)
            return
        answer = self._robots(f"{base}/robots.txt")
        if isinstance(answer, str):
            yield Finding(
                "robots.txt", False, answer, "check the site in a browser, and this machine's connection"
            )
            return
        paths = [path if isinstance(path, str) else path[0] for path in spider.sections.values()] or ["/"]
        yield robots(answer, base, paths, robots_agent(settings))
        date = answer.headers.get("Date")
        if date:
            yield server_clock(date.decode("latin-1"))

    def _robots(self, url: str) -> Response | str:
        """Ask for robots.txt, through the same guard as any other request."""
        assert self.crawler_process is not None
        answer = fetch_pages(self.crawler_process, [url], meta=RobotsErrand().meta(), any_status=True)[url]
        return f"{url}: {answer}" if isinstance(answer, str) else answer

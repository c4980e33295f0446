"""``scrapy endpoints``: find the JSON URLs behind a listing, and print them as a declaration."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any, ClassVar
from urllib.parse import urljoin, urlsplit

from scrapy import Request, Spider
from scrapy.commands import ScrapyCommand
from scrapy.exceptions import UsageError

from newscrawler.commands.checked_settings import ChecksSettings
from newscrawler.commands.terminal import write_code, write_line
from newscrawler.commands.without_ledger import switch_off_ledger
from newscrawler.crawling.listing_requests import rendered_listing
from newscrawler.discovery.rows.html_rows import read_html
from newscrawler.document import parse_document
from newscrawler.download.address_guard import check_base_url
from newscrawler.exceptions import WrongArgument
from newscrawler.news_spider import NewsSpider
from newscrawler.publication.listing_layout import HtmlListing
from newscrawler.publication.url_argument import check_url
from newscrawler.rendering import Exchange, Rendering
from newscrawler.rendering.endpoints import Endpoint, find_endpoints
from newscrawler.run.endings import EXIT_FAILED, EXIT_WRONG_ARGUMENTS
from newscrawler.run.errand import Errand, errand_of
from newscrawler.run.failures import outcome_of
from newscrawler.run.run import run_of
from newscrawler.text.counted import some
from newscrawler.urls import in_domains

if TYPE_CHECKING:
    import argparse
    from collections.abc import AsyncIterator

    from scrapy.http import Response

BATCHES = 4
"""Batches of rows to load: enough to see how one question follows from the answer before it."""

HINTS = {
    "robots": "the site's robots.txt forbids this page",
    "robots_unreachable": "the site's robots.txt cannot be read, so no page may be",
    "wrong_selector": "--rows and --load-more take CSS that a browser understands",
}
"""Reason -> what it means, where the slug alone does not say it."""


class Command(ChecksSettings, ScrapyCommand):
    """Load a listing in the browser, press and scroll, and print where its rows come from."""

    requires_project = True

    def process_options(self, args: list[str], opts: argparse.Namespace) -> None:
        """Switch off what writes, because this is no crawl."""
        super().process_options(args, opts)
        assert self.settings is not None
        switch_off_ledger(self.settings)
        if not opts.loglevel:
            self.settings.set("LOG_LEVEL", "CRITICAL", "cmdline")

    def syntax(self) -> str:
        """Return the arguments of the command."""
        return "[options] <URL>"

    def short_desc(self) -> str:
        """Return the line of ``scrapy --help``."""
        return "Find the JSON URLs behind a listing's rows and print them as a declaration"

    def add_options(self, parser: argparse.ArgumentParser) -> None:
        """Add options to Scrapy's own."""
        super().add_options(parser)
        parser.add_argument(
            "--rows", help="CSS of a row (default: the spider's, or what makes up most of the page)"
        )
        parser.add_argument(
            "--load-more", help="CSS of the button (default: the spider's, or what looks like one)"
        )
        parser.add_argument("--scroll", action="store_true", help="scroll, too")

    def run(self, args: list[str], opts: argparse.Namespace) -> None:
        """Render the page and print what was found."""
        if len(args) != 1:
            raise UsageError("give one URL: scrapy endpoints URL [--rows CSS] [--load-more CSS] [--scroll]")
        try:
            url = check_url("", args[0])
        except WrongArgument as error:
            self._end(str(error), EXIT_WRONG_ARGUMENTS)
            return
        assert self.settings is not None
        refusal = check_base_url(url, self.settings.get("ALLOWED_PRIVATE_HOSTS") or "", url)
        if refusal:
            self._end(refusal, EXIT_WRONG_ARGUMENTS)
            return
        exchanges: list[Exchange] = []
        response, note = self._render(url, self._rendering(url, opts), exchanges)
        if response is None:
            self._end(note or f"{url}: no answer")
            return
        errand = errand_of(response.request)
        if errand is None or errand.rendered is None:
            kind = (response.headers.get("Content-Type") or b"of no stated type").decode("latin-1")
            self._end(f"{url}: not an HTML page but {kind}; give the URL of a listing")
            return
        how = errand.rendered.how
        rows = rows_of(response, how)
        if not rows:
            self._end(
                f"{url}: no element matches {how.rows!r}; give another --rows CSS"
                if how.rows
                else f"{url}: no rows were found; name them with --rows CSS"
            )
            return
        found = find_endpoints(exchanges, rows, response.url)
        write_line(
            f"{some(len(rows), 'row')} ({how.rows}), {some(len(exchanges), 'answer')} to the page's scripts"
        )
        if note:
            write_line(note)
        if not found:
            self._end(
                f"{url}: no JSON answer holds these rows; with render = {{'listing'}} the browser reads them"
                if exchanges
                else f"{url}: its scripts ask for nothing; the rows are in the page and need no browser"
            )
            return
        write_code(declaration(found[0], how))
        for other in found[1:]:
            write_code(f"\n# also, with {other.matched} of the rows:\n" + _commented(other.code()))

    def _rendering(self, url: str, opts: argparse.Namespace) -> Rendering:
        assert self.crawler_process is not None
        loader = self.crawler_process.spider_loader
        declared = Rendering()
        for name in loader.list():
            spider = loader.load(name)
            if issubclass(spider, NewsSpider) and spider.rows and in_domains(url, spider.allowed_domains):
                declared = rendered_listing(spider)
                break
        return replace(
            declared,
            find=True, pages=BATCHES, end_marker=None,
            rows=opts.rows or declared.rows, load_more=opts.load_more or declared.load_more,
            scroll=opts.scroll or declared.scroll,
        )  # fmt: skip

    def _render(
        self, url: str, how: Rendering, exchanges: list[Exchange]
    ) -> tuple[Response | None, str | None]:
        """Return the rendered page, or None, and a line for the user where there is something to say."""
        assert self.crawler_process is not None
        found: list[Response] = []
        failures: list[str] = []

        class OneListing(Spider):
            """Renders the one page, as politely and guarded as any other."""

            name = "endpoints"
            allowed_domains: ClassVar[list[str]] = [urlsplit(url).hostname or ""]
            render: ClassVar[frozenset[str]] = frozenset({"listing"})
            language = timezone = None

            async def start(self) -> AsyncIterator[Any]:
                meta = Errand(render=how, exchanges=exchanges).meta()
                yield Request(url, callback=self.parse, errback=self.failed, meta=meta)

            def parse(self, response: Response) -> None:
                found.append(response)

            def failed(self, failure: Any) -> None:
                outcome, reason = outcome_of(failure)
                hint = HINTS.get(reason)
                failures.append(f"{url}: {outcome} ({reason}{f': {hint}' if hint else ''})")

        crawler = self.crawler_process.create_crawler(OneListing)
        self.crawler_process.crawl(crawler)
        self.crawler_process.start()
        run = run_of(crawler)
        if not found:
            return None, run.failure or next(iter(failures), None)
        if "no_load_more_button" in run.account.listing_failures:
            return found[
                0
            ], f"no element matches --load-more {how.load_more!r}: only the first rows were loaded"
        return found[0], None

    def _end(self, line: str, code: int = EXIT_FAILED) -> None:
        write_line(line)
        self.exitcode = code


def rows_of(response: Response, how: Rendering) -> list[tuple[str, str]]:
    """Return URL and text of each row of a rendered page."""
    root = parse_document(response.body, response.url, {"Content-Type": "text/html; charset=utf-8"}).root
    page = read_html(root, response.url, HtmlListing(row=how.rows or "a"))
    return [(urljoin(response.url, link.url), link.headline or "") for link in page.links]


def declaration(endpoint: Endpoint, how: Rendering) -> str:
    """Write the listing layout that goes into a site's file."""
    code = endpoint.code().replace("\n", "\n            ")
    return f"""listing_layouts = (
    ListingLayout(
        "found",
        marker="html",
        rows=HtmlListing(row={how.rows!r}),
        api={{
            "section": {code},
        }},
    ),
)"""


def _commented(code: str) -> str:
    return "\n".join(f"# {line}" for line in code.splitlines())

"""``scrapy savepage``: keep a page for the tests of its site, in invented words, and what it must give."""

from __future__ import annotations

import json
import re
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar

from scrapy.commands import ScrapyCommand
from scrapy.exceptions import UsageError
from scrapy.spiderloader import get_spider_loader

from newscrawler.commands.checked_settings import ChecksSettings
from newscrawler.commands.page_fetcher import fetch_pages
from newscrawler.commands.site_options import declared_sites
from newscrawler.commands.terminal import write_line
from newscrawler.commands.without_ledger import switch_off_ledger
from newscrawler.crawling.responses import answer_of
from newscrawler.discovery.answer import Answer
from newscrawler.exceptions import WrongArgument
from newscrawler.publication.declaration import Publication
from newscrawler.publication.site import Site
from newscrawler.publication.url_argument import check_url
from newscrawler.run.endings import EXIT_FAILED, EXIT_WRONG_ARGUMENTS
from newscrawler.text.counted import some
from newscrawler.urls import in_domains, registrable_host

if TYPE_CHECKING:
    import argparse


class Command(ChecksSettings, ScrapyCommand):
    """Save a page of a site, and the draft of what it must give."""

    requires_project = True
    default_settings: ClassVar[dict[str, Any]] = {}

    def syntax(self) -> str:
        """Return the arguments of the command."""
        return "[options] <URL | FILE>"

    def short_desc(self) -> str:
        """Return the line of ``scrapy --help``."""
        return "Keep a page for the tests of its site: its markup, invented words, and its record"

    def add_options(self, parser: argparse.ArgumentParser) -> None:
        """Add options to Scrapy's own."""
        super().add_options(parser)
        parser.add_argument("--url", help="the URL of a saved FILE")
        parser.add_argument("--spider", help="the site (default: the declared site of the URL's host)")
        parser.add_argument(
            "--listing", metavar="NAME", help="the page is a listing; call it so: a section's slug"
        )
        parser.add_argument("--to", default="tests/pages", help="folder of all saved pages (tests/pages)")

    def process_options(self, args: list[str], opts: argparse.Namespace) -> None:
        """Switch off what writes, because this is no crawl."""
        super().process_options(args, opts)
        assert self.settings is not None
        switch_off_ledger(self.settings)
        if not opts.loglevel:
            self.settings.set("LOG_LEVEL", "ERROR", priority="cmdline")

    def run(self, args: list[str], opts: argparse.Namespace) -> None:
        """Save the page; say where, and what was lost on the way."""
        if len(args) != 1:
            raise UsageError("give one URL or one file: scrapy savepage URL|FILE [--url URL] [--spider NAME]")
        try:
            self._save(self._page(args[0], opts.url), opts)
        except WrongArgument as error:
            write_line(str(error))
            self.exitcode = self.exitcode or EXIT_WRONG_ARGUMENTS

    def _page(self, target: str, url: str | None) -> Answer:
        """Return the page.

        :raises WrongArgument: it cannot be had.
        """
        if "://" not in target:
            if not url:
                raise WrongArgument(f"{target}: a file does not say where it is from; give --url URL")
            try:
                return Answer(check_url("--url ", url), Path(target).read_bytes())
            except OSError as error:
                raise WrongArgument(f"{target}: {error.strerror}") from None
        assert self.crawler_process is not None
        asked = check_url("", target)
        answer = fetch_pages(self.crawler_process, [asked])[asked]
        if isinstance(answer, str):
            self.exitcode = EXIT_FAILED
            raise WrongArgument(f"{asked}: {answer}")
        return answer_of(answer)

    def _save(self, page: Answer, opts: argparse.Namespace) -> None:
        spider = self._spider(opts.spider, page.url)
        if opts.listing and spider is None:
            raise WrongArgument(
                "--listing needs a declared site: write its spider first (scrapy declare URL)"
            )
        folder = Path(opts.to) / (spider.name if spider else registrable_host(page.url))
        folder.mkdir(parents=True, exist_ok=True)
        if opts.listing:
            assert spider is not None
            self._save_listing(page, folder, spider, opts.listing)
        else:
            self._save_article(page, folder, spider)

    def _spider(self, name: str | None, url: str) -> type[Publication] | None:
        """Return the declared site of a page; None where there is none."""
        assert self.settings is not None
        if name:
            (site,) = declared_sites(self.settings, [name])
            return site.spider
        loader = get_spider_loader(self.settings)
        for known in sorted(loader.list()):
            spider = loader.load(known)
            if issubclass(spider, Publication) and in_domains(url, spider.allowed_domains):
                return spider
        return None

    def _save_article(self, page: Answer, folder: Path, spider: type[Publication] | None) -> None:
        # here: Scrapy imports every command for each crawl, and a crawl saves no pages
        from newscrawler.saved_pages import article_record
        from newscrawler.saved_pages.faithful import FaithfulSpecimens

        now = datetime.now(UTC).isoformat(timespec="seconds")
        site = spider.declared_site() if spider else Site(folder.name)
        specimens = FaithfulSpecimens(
            page.body, page.url, site, page.headers, fetched_at=now, keep=_kept(spider)
        )
        before, best = specimens.page, specimens.best()
        html, url, reading = best.html, best.url, best.reading
        record = article_record.record_of(url, now, reading)
        stem = _stem(url, before.article.published_at if before.article else None, now)
        _write(folder / f"{stem}.html", html)
        _write(folder / f"{stem}.json", _json(record))
        if reading.not_an_article is not None:
            kind = reading.not_an_article.kind
            write_line(f"not an article: {kind}; a listing is saved with --listing NAME")
        for name in best.lost:
            write_line(f"{name}: the page as saved gives it no more, or otherwise; see what its words were")
        write_line("correct the record by hand: it says what extraction made of the page")

    def _save_listing(self, page: Answer, folder: Path, spider: type[Publication], name: str) -> None:
        from newscrawler.saved_pages import listing_record
        from newscrawler.saved_pages.invented_words import InventedWords
        from newscrawler.saved_pages.specimen import Specimen
        from newscrawler.saved_pages.trimmed import Trimming

        listing = listing_record.discovery_of(spider, {}).listing_named(page.url)
        is_html = listing.format == "html"
        specimen = Specimen(page.body, page.headers)
        words = InventedWords(specimen.text, _kept(spider))
        saved = specimen.html(Trimming(), words).encode() if is_html else page.body
        record = listing_record.record_of(Answer(page.url, saved), spider, listing)
        stem = f"{re.sub('[^a-z0-9]+', '-', name.lower()).strip('-')}-listing"
        _write(folder / f"{stem}.{'html' if is_html else 'xml'}", saved.decode("utf-8", "replace"))
        _write(folder / f"{stem}.json", _json(record))
        write_line(
            f"{some(len(record['gives']['url']), 'link')}; problem: {record['gives']['problem'] or 'none'}"
        )
        if not is_html:
            write_line("its words are the publisher's still: replace them by hand before it is committed")


def _kept(spider: type[Publication] | None) -> list[str]:
    """Return the phrases of a site that its pages keep."""
    if spider is None:
        return []
    names = [name for printed in spider.section_names.values() for name in printed]
    return [name for name in (spider.title, spider.agency, *names) if name]


def _stem(url: str, published_at: str | None, now: str) -> str:
    slug = re.sub(r"\.\w+$", "", url.rstrip("/").rpartition("/")[2]).lower()
    words = "-".join(part for part in re.split("[^a-z0-9]+", slug) if part)[:40].strip("-")
    return f"{(published_at or now)[:10]}-{words or 'page'}"


def _json(record: dict[str, Any]) -> str:
    return json.dumps(record, ensure_ascii=False, indent=1) + "\n"


def _write(path: Path, text: str) -> None:
    path.write_text(text, "utf-8")
    write_line(f"{path} ({len(text.encode()):,} bytes)")

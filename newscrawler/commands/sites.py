"""``scrapy sites``: the declared sites, what each was tried on, and how its latest run ended."""

from __future__ import annotations

import json
import sys
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, ClassVar

from scrapy.commands import ScrapyCommand

from newscrawler.commands.checked_settings import ChecksSettings
from newscrawler.commands.site_options import DeclaredSite, add_site_options, chosen_sites
from newscrawler.commands.sites_page import sites_page
from newscrawler.commands.terminal import write_line
from newscrawler.commands.text_table import columns
from newscrawler.exceptions import WrongArgument
from newscrawler.publication.cadence import interval_text
from newscrawler.run.endings import EXIT_WRONG_ARGUMENTS, word_of
from newscrawler.text.counted import some

if TYPE_CHECKING:
    import argparse

HEAD = ("site", "name", "country", "languages", "kind", "tried", "every", "last run", "ended", "new", "due")


class Command(ChecksSettings, ScrapyCommand):
    """List the declared sites: a table, or a JSON object a line."""

    requires_project = True
    default_settings: ClassVar[dict[str, Any]] = {"LOG_ENABLED": False}

    def syntax(self) -> str:
        """Return the arguments of the command."""
        return "[SITE…] [--country de,ch] [--language fr] [--kind agency] [--due] [--json | --markdown]"

    def short_desc(self) -> str:
        """Return the line of ``scrapy --help``."""
        return "List the declared sites, what each was tried on, and how its latest run ended"

    def add_options(self, parser: argparse.ArgumentParser) -> None:
        """Add options to Scrapy's own."""
        super().add_options(parser)
        add_site_options(parser)
        parser.add_argument("--json", action="store_true", help="a JSON object for each site, one a line")
        parser.add_argument(
            "--markdown", action="store_true", help="what the sites declare, as docs/sites.md"
        )

    def run(self, args: list[str], opts: argparse.Namespace) -> None:
        """Print the sites that are chosen."""
        assert self.settings is not None
        try:
            sites = chosen_sites(self.settings, args, opts)
        except WrongArgument as error:
            write_line(str(error))
            self.exitcode = EXIT_WRONG_ARGUMENTS
            return
        now = datetime.now(UTC)
        if opts.markdown:
            for line in sites_page([site.spider for site in sites]).splitlines():
                write_line(line, sys.stdout)
        elif opts.json:
            for site in sites:
                write_line(json.dumps(site_facts(site, now), ensure_ascii=False), sys.stdout)
        else:
            for line in columns(HEAD, [_row(site, now) for site in sites]):
                write_line(line, sys.stdout)
            write_line(some(len(sites), "site"))


def site_facts(site: DeclaredSite, now: datetime) -> dict[str, Any]:
    """Return what is known of a site, as JSON has it."""
    spider, last = site.spider, site.last or {}
    return {
        "site": site.name,
        "title": spider.title,
        "country": spider.country,
        "languages": list(site.languages),
        "kind": spider.kind,
        "home": spider.home or f"https://{spider.allowed_domains[0]}",
        "sections": list(spider.section_slugs()),
        "verified": list(spider.verified),
        "disabled": spider.disabled,
        "every": interval_text(site.every),
        "last_run": last.get("start"),
        "exit_code": last.get("exit_code"),
        "new": last.get("new"),
        "due": site.is_due(now),
    }


def _row(site: DeclaredSite, now: datetime) -> list[str]:
    spider, last = site.spider, site.last or {}
    due = "disabled" if spider.disabled else "due" if site.is_due(now) else ""
    return [
        site.name, spider.title or "", spider.country or "", " ".join(site.languages), spider.kind or "",
        ", ".join(spider.verified), interval_text(site.every), str(last.get("start", "never"))[:16],
        word_of(last.get("exit_code")) if site.last else "", str(last.get("new", "")), due,
    ]  # fmt: skip

"""Commands that are no crawl: nothing reads or writes the output folder."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scrapy.settings.default_settings import DOWNLOAD_HANDLERS_BASE

from newscrawler.commands.checked_settings import ChecksSettings
from newscrawler.commands.given_urls import refuse_credentials

if TYPE_CHECKING:
    import argparse
    from collections.abc import Sequence

    from scrapy.settings import Settings

OFF = {
    "EXTENSIONS": (
        "newscrawler.extensions.run_record.RunRecord",
        "newscrawler.extensions.quick_stop.QuickStop",
        "newscrawler.extensions.health.Health",
        "newscrawler.extensions.progress.Progress",
    ),
    "ITEM_PIPELINES": (
        "newscrawler.pipelines.identify.Identify",
        "newscrawler.pipelines.deduplicate.Deduplicate",
        "newscrawler.pipelines.revise.Revise",
        "newscrawler.pipelines.export_jsonl.ExportJsonl",
    ),
    "SPIDER_MIDDLEWARES": ("newscrawler.spidermiddlewares.seen.SeenMiddleware",),
    "DOWNLOADER_MIDDLEWARES": (
        "newscrawler.downloadermiddlewares.not_modified.NotModifiedMiddleware",
        "newscrawler.downloadermiddlewares.archive.ArchiveMiddleware",
    ),
}
"""Setting -> components that are switched off."""

FILE_HANDLER = DOWNLOAD_HANDLERS_BASE["file"]


def switch_off_ledger(settings: Settings) -> None:
    """Switch off what reads or writes lines, ledger and record, with the priority of the command line."""
    for name, paths in OFF.items():
        components = {**settings.getdict(name), **dict.fromkeys(paths)}
        settings.set(name, components, "cmdline")


def let_in_local_files(settings: Settings, targets: Sequence[str]) -> None:
    """Let a command read files of this machine where a person names one; a crawl reads none."""
    if any(not target.startswith(("http:", "https:")) for target in targets):
        handlers = {**settings.getdict("DOWNLOAD_HANDLERS"), "file": FILE_HANDLER}
        settings.set("DOWNLOAD_HANDLERS", handlers, "cmdline")


class LooksAtPages(ChecksSettings):
    """Part of those of Scrapy's own commands that take a URL."""

    def process_options(self, args: list[str], opts: argparse.Namespace) -> None:
        """Switch off what writes; let in files of this machine, but no URL with a password."""
        super().process_options(args, opts)
        refuse_credentials(args)
        assert self.settings is not None
        switch_off_ledger(self.settings)
        let_in_local_files(self.settings, args)

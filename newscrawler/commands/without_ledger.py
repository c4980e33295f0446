"""Settings for commands that are no crawl: nothing reads or writes the ledger."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from scrapy.settings import Settings

OFF: dict[str, frozenset[str] | None] = {
    "EXTENSIONS": None,
    "ITEM_PIPELINES": None,
    "SPIDER_MIDDLEWARES": None,
    "DOWNLOADER_MIDDLEWARES": frozenset(
        {"newscrawler.downloadermiddlewares.not_modified.NotModifiedMiddleware"}
    ),
}
"""Setting -> components that are switched off; None for all of them."""


def switch_off_ledger(settings: Settings) -> None:
    """Switch off what reads and writes the ledger, with the priority of the command line."""
    for name, off in OFF.items():
        components = {
            path: None if off is None or path in off else order
            for path, order in settings.getdict(name).items()
        }
        settings.set(name, components, "cmdline")

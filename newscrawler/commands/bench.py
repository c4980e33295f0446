"""``scrapy bench``: Scrapy's own command, without ledger, lines and record of a run."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scrapy.commands import bench

from newscrawler.commands.checked_settings import ChecksSettings
from newscrawler.commands.without_ledger import switch_off_ledger

if TYPE_CHECKING:
    import argparse

SERVER = "localhost:8998"
UNBOUND = {
    "ROBOTSTXT_OBEY": False,
    "DOWNLOAD_DELAY": 0,
    "CONCURRENT_REQUESTS_PER_DOMAIN": 8,
    "TRAP_PAGES": 0,
}
"""Our manners are for publishers; the server of the benchmark is Scrapy's own, on this machine."""


class Command(ChecksSettings, bench.Command):
    """Crawl a server of this machine as fast as can be; nothing is written."""

    def process_options(self, args: list[str], opts: argparse.Namespace) -> None:
        """Switch off what writes, and what slows a crawl down; what the command line says stands."""
        super().process_options(args, opts)
        assert self.settings is not None
        switch_off_ledger(self.settings)
        self.settings.setdict(UNBOUND, "project")
        allowed = self.settings.get("ALLOWED_PRIVATE_HOSTS")
        self.settings.set("ALLOWED_PRIVATE_HOSTS", f"{allowed},{SERVER}" if allowed else SERVER, "cmdline")

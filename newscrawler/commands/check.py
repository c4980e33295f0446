"""``scrapy check``: Scrapy's own command, without ledger, lines and record of a run."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scrapy.commands import check

from newscrawler.commands.checked_settings import ChecksSettings
from newscrawler.commands.without_ledger import switch_off_ledger

if TYPE_CHECKING:
    import argparse


class Command(ChecksSettings, check.Command):
    """Check the contracts of spiders; nothing is written."""

    def process_options(self, args: list[str], opts: argparse.Namespace) -> None:
        """Switch off what writes: this is no crawl."""
        super().process_options(args, opts)
        assert self.settings is not None
        switch_off_ledger(self.settings)

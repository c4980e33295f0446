"""``scrapy view``: Scrapy's own command, without ledger, lines and record of a run."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scrapy.commands import view

from newscrawler.commands.given_urls import refuse_credentials
from newscrawler.commands.without_ledger import let_in_local_files, switch_off_ledger

if TYPE_CHECKING:
    import argparse


class Command(view.Command):
    """Fetch a URL as a crawl would and open the answer in a browser; nothing is written."""

    def process_options(self, args: list[str], opts: argparse.Namespace) -> None:
        """Switch off what writes: this is no crawl."""
        super().process_options(args, opts)
        refuse_credentials(args)
        assert self.settings is not None
        switch_off_ledger(self.settings)
        let_in_local_files(self.settings, args)

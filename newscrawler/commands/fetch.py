"""``scrapy fetch``: Scrapy's own command, without ledger, lines and record of a run."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from scrapy.commands import fetch

from newscrawler.commands.given_urls import refuse_credentials
from newscrawler.commands.terminal import write_page
from newscrawler.commands.without_ledger import let_in_local_files, switch_off_ledger

if TYPE_CHECKING:
    import argparse


class Command(fetch.Command):
    """Fetch a URL as a crawl would and print the answer; nothing is written.

    A terminal shows it printable; a file or a pipe gets its bytes.
    """

    def _print_bytes(self, bytes_: bytes) -> None:
        if sys.stdout.isatty():
            write_page(bytes_.decode("utf-8", "replace"))
        else:
            super()._print_bytes(bytes_)

    def process_options(self, args: list[str], opts: argparse.Namespace) -> None:
        """Switch off what writes: this is no crawl."""
        super().process_options(args, opts)
        refuse_credentials(args)
        assert self.settings is not None
        switch_off_ledger(self.settings)
        let_in_local_files(self.settings, args)

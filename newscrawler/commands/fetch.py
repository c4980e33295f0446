"""``scrapy fetch``: Scrapy's own command, without ledger, lines and record of a run."""

from __future__ import annotations

import sys

from scrapy.commands import fetch

from newscrawler.commands.terminal import write_page
from newscrawler.commands.without_ledger import LooksAtPages


class Command(LooksAtPages, fetch.Command):
    """Fetch a URL as a crawl would and print the answer; nothing is written.

    A terminal shows it printable; a file or a pipe gets its bytes.
    """

    def _print_bytes(self, bytes_: bytes) -> None:
        if sys.stdout.isatty():
            write_page(bytes_.decode("utf-8", "replace"))
        else:
            super()._print_bytes(bytes_)

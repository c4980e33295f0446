"""``scrapy shell``: Scrapy's own command, without ledger, lines and record of a run."""

from __future__ import annotations

from scrapy.commands import shell

from newscrawler.commands.without_ledger import LooksAtPages


class Command(LooksAtPages, shell.Command):
    """Fetch a URL as a crawl would and look at the answer in a console; nothing is written."""

"""``scrapy view``: Scrapy's own command, without ledger, lines and record of a run."""

from __future__ import annotations

from scrapy.commands import view

from newscrawler.commands.without_ledger import LooksAtPages


class Command(LooksAtPages, view.Command):
    """Fetch a URL as a crawl would and open the answer in a browser; nothing is written."""

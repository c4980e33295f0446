"""``scrapy list``: Scrapy's own command, which also says which sites are broken."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scrapy.commands import list as scrapy_list
from scrapy.spiderloader import get_spider_loader

from newscrawler.commands.checked_settings import ChecksSettings
from newscrawler.commands.terminal import write_line
from newscrawler.publication.site_loader import SiteLoader

if TYPE_CHECKING:
    import argparse


class Command(ChecksSettings, scrapy_list.Command):
    """List the spiders on stdout, the broken ones on stderr, a line each."""

    def run(self, args: list[str], opts: argparse.Namespace) -> None:
        """Print the names, then what is wrong."""
        super().run(args, opts)
        assert self.settings is not None
        loader = get_spider_loader(self.settings)
        if isinstance(loader, SiteLoader):
            for name, wrong in sorted(loader.faults().items()):
                write_line(f"{name} is broken: {wrong}")

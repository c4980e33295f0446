"""Declared sites: which spider declares the site that a URL lies on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newscrawler.publication.declaration import Publication
from newscrawler.urls import host_and_port, in_domains

if TYPE_CHECKING:
    from scrapy.spiderloader import SpiderLoaderProtocol

    from newscrawler.publication.site import Site


class DeclaredSites:
    """Finds spiders by the hosts that they declare."""

    def __init__(self, loader: SpiderLoaderProtocol) -> None:
        self._by_host: dict[str, list[type[Publication]]] = {}
        self._sites: dict[type[Publication], Site] = {}
        for name in sorted(loader.list()):
            spider = loader.load(name)
            if issubclass(spider, Publication):
                for domain in spider.allowed_domains:
                    self._by_host.setdefault(domain.partition(":")[0], []).append(spider)

    def spider_of(self, url: str) -> type[Publication] | None:
        """Return the spider that declares the host of a URL, or a host above it; None where none does."""
        labels = host_and_port(url)[0].split(".")
        for first in range(len(labels)):
            for spider in self._by_host.get(".".join(labels[first:]), ()):
                if in_domains(url, spider.allowed_domains):
                    return spider
        return None

    def site_of(self, url: str) -> Site | None:
        """Return what is declared of the site of a URL, as extraction takes it; None where nothing is."""
        spider = self.spider_of(url)
        if spider is not None and spider not in self._sites:  # a fiftieth of what it costs to read a page
            self._sites[spider] = spider.declared_site()
        return None if spider is None else self._sites[spider]

"""Known articles: those of a long listing that need no look are settled before anything is made of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newscrawler.discovery.packed_links import PackedLinks
from newscrawler.items import ListedArticle

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from newscrawler.discovery.frontier import Frontier
    from newscrawler.discovery.listed_link import ListedLink
    from newscrawler.run.run import Run


class KnownArticles:
    """Settles the articles of one crawl that are known and not due."""

    def __init__(self, run: Run, frontier: Frontier, article_url: Callable[[str], str | None]) -> None:
        self.run = run
        self.frontier = frontier
        self.article_url = article_url
        self.settled = 0
        """Articles that were settled so far."""

    def others(self, links: Sequence[ListedLink]) -> Iterator[ListedLink]:
        """Yield the links that are to be asked for or looked at; settle the others as ``not_due``.

        :param links: those of a sitemap are emptied on the way: what has been dealt with need not be held.
            All others go their way, as they do where what one listing shows is not wanted yet.
        """
        if self.frontier.required or not isinstance(links, PackedLinks):
            yield from links
            return
        for part in links.drained():
            yield from self._others(part)

    def has_all(self, links: Iterable[ListedLink]) -> bool:
        """Tell whether the ledger has all articles of a page: what lies behind it was read before."""
        urls = [url for link in links if (url := self.article_url(link.url))]
        listed = [ListedArticle(url, self.frontier.key(url)) for url in urls]
        return len(self.run.ledger.known(listed)) >= len(urls)

    def _others(self, links: list[ListedLink]) -> list[ListedLink]:
        urls: dict[str, str] = {}
        keys = []
        for link in links:
            url = self.article_url(link.url)
            key = self.frontier.key(url) if url is not None else ""
            keys.append(key)
            if url is not None and not self.frontier.has(key):
                urls[key] = url
        known = self.run.not_due(urls)
        for key in known:
            self.frontier.pass_over(key)
        self.settled += len(known)
        if entered := self.run.account.settle_at_once((urls[key] for key in known), "not_due"):
            self.run.stats.inc_value("newscrawler/not_due", entered)
        return [link for link, key in zip(links, keys, strict=True) if key not in known]

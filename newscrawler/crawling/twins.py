"""Twins: a story is asked for at one of its URLs; at another one only where the first gave no article."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from newscrawler.discovery.packed_links import PackedLinks
from newscrawler.urls.twins import is_further_page, is_twin

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from scrapy import Request

    from newscrawler.discovery.frontier import Frontier
    from newscrawler.discovery.listed_link import ListedLink
    from newscrawler.discovery.listing import Listing
    from newscrawler.items import ListedArticle
    from newscrawler.run.run import Run


class Twins:
    """Holds back the further URLs of the stories of one crawl."""

    def __init__(
        self, run: Run, frontier: Frontier, article_request: Callable[[ListedArticle], Request | None]
    ) -> None:
        self.run, self.frontier = run, frontier
        self.article_request = article_request
        self._held: dict[int, tuple[Listing, PackedLinks]] = {}
        """By the listing that showed them."""
        run.account.tell_of_lost(frontier.lose)

    def see(self, url: str, link: ListedLink, listing: Listing) -> ListedArticle | None:
        """Register a row of a listing; return its article if it is to be asked for now.

        :param url: URL to ask for.
        """
        listed = self.frontier.see(url, link, listing)
        if listed is None and not self.run.account.has(url):
            self._hold(replace(link, url=url), listing)
        return listed

    def has_had(self, url: str) -> bool:
        """Tell whether an article was asked for in this run; at this very URL, where another gave no line."""
        return self.frontier.knows(url) and (not self.frontier.has_lost(url) or self.run.account.has(url))

    def second_urls(self) -> Iterator[Request]:
        """Yield requests for the stories whose first URL gave no line, each at its next URL."""
        yield from filter(None, map(self.article_request, self._of_lost()))

    def _of_lost(self) -> Iterator[ListedArticle]:
        held, self._held = self._held, {}
        for listing, links in held.values():
            for part in links.drained():
                for link in part:
                    if listed := self.frontier.see_again(link.url, link, listing):
                        yield listed
                    elif not self.run.account.has(link.url):
                        self._hold(link, listing)

    def _hold(self, link: ListedLink, listing: Listing) -> None:
        self._held.setdefault(id(listing), (listing, PackedLinks()))[1].append(link)


def plain_first(links: Iterable[ListedLink]) -> Iterator[ListedLink]:
    """Yield links, those of AMP, mobile, print and further pages after all others."""
    twins = PackedLinks()
    for link in links:
        if is_twin(link.url) or is_further_page(link.url):
            twins.append(link)
        else:
            yield link
    for part in twins.drained():
        yield from part

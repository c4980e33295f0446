"""Unknown links: links that look like no article are tried, a few of each shape, and learned from."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from newscrawler.discovery.article_shapes import ArticleShapes
from newscrawler.extract import NotAnArticle
from newscrawler.items import ListedArticle
from newscrawler.urls import url_key

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from newscrawler.discovery.frontier import Frontier
    from newscrawler.discovery.listed_link import Candidate, ListedLink
    from newscrawler.discovery.listing import Listing
    from newscrawler.extract import Reading
    from newscrawler.items import Article
    from newscrawler.run.run import Run

REFUSALS = frozenset({"challenge", "consent", "login"})
"""Kinds of pages by which a publisher says no."""
UNTOLD = frozenset({*REFUSALS, "soft_404", "unavailable"})
"""Kinds of pages that do not tell what lies at their URL otherwise."""
_ELSEWHERE = frozenset({"listing", "feed", "sitemap", "url"})


class UnknownLinks:
    """Decides for one crawl which unknown links are asked for, and learns from what they were."""

    def __init__(self, run: Run, frontier: Frontier, article_url: Callable[[str], str | None]) -> None:
        self.run = run
        self.frontier = frontier
        self.article_url = article_url
        self._has_any = False

    @cached_property
    def shapes(self) -> ArticleShapes:
        """The shapes of the site's links, as earlier runs know them."""
        supply = self.run.supply_if_open
        return ArticleShapes(supply.shapes() if supply is not None else {})

    @property
    def dropped(self) -> int:
        """Links that were left out since too many waited."""
        return self.shapes.dropped if self._has_any else 0

    def offer(self, candidates: Iterable[Candidate], listing: Listing) -> None:
        """Take links that may be articles; leave out those that have turned out to be none before."""
        listed: dict[str, tuple[ListedArticle, Candidate]] = {}
        for candidate in candidates:
            url = self.article_url(candidate.link.url)
            if url is not None and not self.frontier.knows(url):
                listed[url] = ListedArticle(url, self.frontier.key(url)), candidate
        if not listed:
            return
        self._has_any = True
        rejected = self._rejected([article for article, _ in listed.values()])
        for url, (_, candidate) in listed.items():
            if url not in rejected:
                self.shapes.offer(candidate.link, listing, candidate.weight)

    def worth_trying(self) -> Iterator[tuple[ListedLink, Listing, bool]]:
        """Yield the links that it is time to ask for, and whether they need no trial."""
        if not self._has_any:
            return
        asked = {url_key(url) for url in self.run.listings.asked}
        yield from self.shapes.take(lambda url: self._is_asked(url, asked))

    def judge(self, listed: ListedArticle, reading: Reading) -> None:
        """Reject a page on trial that does not prove to be an article, and learn from what a page is."""
        article, found = reading.article, reading.not_an_article
        if article is not None and listed.is_trial and not _states_its_time(article):
            reading.article = article = None
            reading.not_an_article = found = NotAnArticle("unproven", "no time of publication")
        if article is not None:
            self._learn(listed.url, is_article=True)
        elif found is not None and found.kind not in UNTOLD:
            self._learn(listed.url, is_article=False)
        else:
            self.failed(listed)

    def failed(self, listed: ListedArticle) -> None:
        """Take note that a page did not come, or did not tell what it is."""
        if self._has_any:
            self.shapes.learn(listed.url, is_article=None)

    def _learn(self, url: str, *, is_article: bool) -> None:
        if not self._has_any:
            return
        name, shape = self.shapes.learn(url, is_article=is_article)
        if (supply := self.run.supply_if_open) is not None:
            supply.learned_shape(name, shape.articles, shape.others)

    def _is_asked(self, url: str, listings: set[str]) -> bool:
        own = self.article_url(url)
        return own is None or self.frontier.knows(own) or url_key(own) in listings

    def _rejected(self, listed: list[ListedArticle]) -> set[str]:
        supply = self.run.supply_if_open
        rows = supply.remembered(listed) if supply is not None else {}
        return {url for url, row in rows.items() if row.outcome == "rejected"}


def _states_its_time(article: Article) -> bool:
    """Tell whether a page itself says when it was published; no page of a service does."""
    evidence = article.published_at_evidence
    return article.published_at is not None and evidence is not None and evidence.source not in _ELSEWHERE

"""Make one record of one article, under the id that it was written under before."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Self

from newscrawler.exceptions import NotWritten, OutputError
from newscrawler.items import Article, Gone, NoLine
from newscrawler.ledger.given_again import is_another_story
from newscrawler.ledger.known_as import known_as
from newscrawler.run.run import run_of
from newscrawler.urls import article_id

if TYPE_CHECKING:
    from scrapy.crawler import Crawler

    from newscrawler.run.run import Run


class Identify:
    """Give each article the id by which the ledger knows it; a second URL of this run is a duplicate.

    It remembers a hash of each id, 60 bytes an article; in a set it would take 140.
    """

    def __init__(self, run: Run) -> None:
        self._run = run
        self._seen: dict[int, None] = {}

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Build with the run's ledger."""
        return cls(run_of(crawler))

    def process_item(self, item: Any) -> Any:
        """Return the article, or a ``NoLine`` for one that this run has had.

        :raises NotWritten: the ledger cannot be asked; the run ends.
        """
        if not isinstance(item, Article | Gone) or not item.id:
            return item
        if isinstance(item, Article):
            item.id = self._id_of(item)
        identity = hash(item.id)
        if identity in self._seen:
            return NoLine(item, "duplicate", known_as=item.id)
        self._seen[identity] = None
        return item

    def _id_of(self, article: Article) -> str:
        try:
            if self._has_numbers and is_another_story(self._run.ledger, article):
                article.id = self._id_by_url(article)
                if self._run.ledger.find(article.id) is None:
                    self._run.given_again.add(article.url)
            if hash(article.id) in self._seen:
                return article.id
            known = known_as(self._run.ledger, article)
        except OutputError as error:
            self._run.stop_for(error)
            raise NotWritten("left", "output_error") from error
        return known.id if known else article.id

    @property
    def _has_numbers(self) -> bool:
        site = self._run.declared_site
        return site is not None and site.article_number is not None

    def _id_by_url(self, article: Article) -> str:
        """Return the id of an article whose number is another one's: as if its site had no numbers."""
        site = self._run.declared_site
        home = site.domains[0] if site and site.domains else None
        base_url = site.base_url if site else None
        return article_id(self._run.site, article.canonical_url or article.url, None, home, base_url=base_url)

"""Make one record of one article, under the id that it was written under before."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Self

from newscrawler.exceptions import NotWritten, OutputError
from newscrawler.items import Article, Gone, NoLine
from newscrawler.ledger.known_as import known_as
from newscrawler.run.run import run_of

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
        if hash(article.id) in self._seen:
            return article.id
        try:
            known = known_as(self._run.ledger, article)
        except OutputError as error:
            self._run.stop_for(error)
            raise NotWritten("left", "output_error") from error
        return known.id if known else article.id

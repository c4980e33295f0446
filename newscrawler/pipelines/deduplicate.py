"""Mark or drop copies: articles that repeat the text of an earlier one, of any site in the ledger."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Self

from newscrawler.exceptions import NotWritten, OutputError, WrongArgument
from newscrawler.items import Article, NoLine
from newscrawler.pipelines.same_article import SameArticle
from newscrawler.run.run import run_of

if TYPE_CHECKING:
    from scrapy.crawler import Crawler

    from newscrawler.run.run import Run

POLICIES = ("annotate", "drop")


class Deduplicate:
    """Fill ``duplicate_of`` and ``similarity``; with the setting ``DUPLICATES = "drop"`` a copy is no line.

    It comes after ``identify``: a second URL of one article is no copy. Nor is what ``SameArticle`` knows by
    its text and URL: the article again, or the article moved. A later revision of an article is not compared
    with the article itself.
    """

    def __init__(self, run: Run, *, drop: bool) -> None:
        self._run = run
        self._drop = drop
        self._same = SameArticle(run)

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Build with the run's ledger.

        :raises WrongArgument: ``DUPLICATES`` is unknown.
        """
        policy = crawler.settings.get("DUPLICATES")
        if policy not in POLICIES:
            msg = f"DUPLICATES is {policy!r}: give one of {', '.join(POLICIES)}"
            raise WrongArgument(msg)
        return cls(run_of(crawler), drop=policy == "drop")

    def process_item(self, item: Any) -> Any:
        """Return the article with what it is a copy of, or a ``NoLine`` where copies are dropped."""
        if not isinstance(item, Article):
            return item
        if item.id in self._same.moved:
            return NoLine(item, "duplicate", known_as=item.id)
        try:
            copy = self._run.ledger.find_copy(item)
            if copy and copy.similarity == 1 and self._same.is_again(item, copy.original):
                return NoLine(item, "duplicate", known_as=copy.original)
            if copy and self._same.has_moved(item, copy.original):
                item.id, copy = copy.original, None
        except OutputError as error:
            self._run.stop_for(error)
            raise NotWritten("left", "output_error") from error
        item.duplicate_of = copy.original if copy else None
        item.similarity = copy.similarity if copy else None
        if copy is None:
            return item
        if copy.is_news:
            self._run.tied.add(item.id)
        self._run.stats.inc_value("newscrawler/copies")
        if self._drop:
            return NoLine(item, "duplicate", known_as=copy.original)
        return item

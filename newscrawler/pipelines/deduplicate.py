"""Mark or drop copies: articles that repeat the text of an earlier one, of any site in the ledger."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Self

from newscrawler.exceptions import NotWritten, OutputError, WrongArgument
from newscrawler.items import Article, NoLine
from newscrawler.ledger.known_as import LISTED, same_fields
from newscrawler.output.content_hash import field_hashes
from newscrawler.run.run import run_of
from newscrawler.urls import clean_url
from newscrawler.urls.one_page import keep_one_name, may_be_one_page

if TYPE_CHECKING:
    from scrapy.crawler import Crawler

    from newscrawler.run.run import Run

POLICIES = ("annotate", "drop")


class Deduplicate:
    """Fill ``duplicate_of`` and ``similarity``; with the setting ``DUPLICATES = "drop"`` a copy is no line.

    It comes after ``identify``: a second URL of one article is no copy. Nor is an article of the same site
    that says the same at a URL of the same number or slug, as under two sections: that is the article again.
    One that an earlier run had at another URL of the same name, and that is nearly the same, has moved: it is
    a revision. A later revision of an article is not compared with the article itself.
    """

    def __init__(self, run: Run, *, drop: bool) -> None:
        self._run = run
        self._drop = drop
        self._moved: set[str] = set()
        """Articles that this run has had at a new URL."""

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
        if item.id in self._moved:
            return NoLine(item, "duplicate", known_as=item.id)
        try:
            copy = self._run.ledger.find_copy(item)
            if copy and copy.similarity == 1 and self._is_second_url(item, copy.original):
                return NoLine(item, "duplicate", known_as=copy.original)
            if copy and self._has_moved(item, copy.original):
                self._moved.add(copy.original)
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

    def _is_second_url(self, item: Article, original: str) -> bool:
        """Tell whether an article of the same text is the same article, under another URL of it."""
        ledger = self._run.ledger
        if original.rpartition(":")[0] != item.site or ledger.find(item.id):
            return False  # what was written under an id stays under it
        found = self._url_and_fields(original)
        if found is None or not same_fields(found[1], item) >= {"headline", "published_at"}:
            return False
        return may_be_one_page(clean_url(item.url), clean_url(found[0]))

    def _has_moved(self, item: Article, original: str) -> bool:
        """Tell whether an article of an earlier run is the same article, by its name and its own time."""
        ledger = self._run.ledger
        stated = "T" in (item.published_at or "") and item.extracted_by.get("published_at") not in LISTED
        if not stated or original.rpartition(":")[0] != item.site or ledger.find(item.id):
            return False
        known = ledger.find(original)
        if known is None or original in self._moved or self._is_written(original):
            return False
        is_same = "published_at" in same_fields(known.field_hashes, item)
        return is_same and keep_one_name(clean_url(item.url), clean_url(known.url))

    def _is_written(self, name: str) -> bool:
        return any(article.id == name for article, _ in self._run.batch.lines)

    def _url_and_fields(self, original: str) -> tuple[str, bytes] | None:
        """Return URL and field hashes of an article of this site, committed or not."""
        for article, _ in reversed(self._run.batch.lines):
            if article.id == original:
                return article.url, field_hashes(article)
        known = self._run.ledger.find(original)
        return (known.url, known.field_hashes) if known else None

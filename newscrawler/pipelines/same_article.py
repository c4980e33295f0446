"""Same article: what looks like a copy may be an article of the site itself, again or moved to a new URL."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newscrawler.ledger.known_as import LISTED, same_fields
from newscrawler.output.content_hash import field_hashes
from newscrawler.urls import clean_url
from newscrawler.urls.one_page import keep_one_name, may_be_one_page

if TYPE_CHECKING:
    from newscrawler.items import Article
    from newscrawler.run.run import Run


class SameArticle:
    """Tells whether an article is the one whose text it repeats; what was written under an id stays under it.

    :raises OutputError: the ledger cannot be asked; each method may raise it.
    """

    def __init__(self, run: Run) -> None:
        self._run = run
        self.moved: set[str] = set()
        """Ids of the articles that this run has had at a new URL."""

    def is_again(self, item: Article, original: str) -> bool:
        """Tell whether an article of the same text is the same one, as under two sections.

        Headline and time are the same, too, and the two URLs may be those of one page.

        :param original: id of the article that has the same text.
        """
        if not self._is_new_of_site(item, original):
            return False
        found = self._url_and_fields(original)
        if found is None or not same_fields(found[1], item) >= {"headline", "published_at"}:
            return False
        return may_be_one_page(clean_url(item.url), clean_url(found[0]))

    def has_moved(self, item: Article, original: str) -> bool:
        """Tell whether an article is one of an earlier run at a new URL, and so a revision of it.

        The page states the same time as before, and the two URLs have one number, code or path.

        :param original: id of the article that has nearly the same text.
        """
        stated = "T" in (item.published_at or "") and item.extracted_by.get("published_at") not in LISTED
        if not stated or not self._is_new_of_site(item, original):
            return False
        known = self._run.ledger.find(original)
        if known is None or original in self.moved or self._is_written(original):
            return False
        is_same = "published_at" in same_fields(known.field_hashes, item)
        if is_same and keep_one_name(clean_url(item.url), clean_url(known.url)):
            self.moved.add(original)
            return True
        return False

    def _is_new_of_site(self, item: Article, original: str) -> bool:
        return original.rpartition(":")[0] == item.site and not self._run.ledger.find(item.id)

    def _is_written(self, name: str) -> bool:
        """Tell whether this run has a line of an article that is not committed yet."""
        return any(article.id == name for article, _ in self._run.batch.lines)

    def _url_and_fields(self, original: str) -> tuple[str, bytes] | None:
        """Return URL and field hashes of an article of this site, committed or not."""
        for article, _ in reversed(self._run.batch.lines):
            if article.id == original:
                return article.url, field_hashes(article)
        known = self._run.ledger.find(original)
        return (known.url, known.field_hashes) if known else None

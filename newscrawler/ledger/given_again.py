"""Given again: an article number that a publisher has given to a second story, as after a move.

By its number it is known, so nobody would ask for it; by the words of its URL it is another one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from newscrawler.ledger.known_as import same_fields
from newscrawler.urls.slug import speak_of_others

if TYPE_CHECKING:
    from collections.abc import Iterable

    from newscrawler.items import Article, ListedArticle
    from newscrawler.ledger.ledger import Ledger
    from newscrawler.ledger.rows import Known


def known_stories(ledger: Ledger, listed: Iterable[ListedArticle]) -> dict[str, Known]:
    """Return what is known of listed articles, URL -> article, by numbers only where the words agree.

    :raises OutputError: the ledger cannot be asked.
    """
    known = ledger.known(listed)
    for url in [url for url, found in known.items() if speak_of_others(found.url, url)]:
        own = ledger.find_by_url(url)
        if own is None:
            del known[url]
        else:
            known[url] = own
    return known


def is_another_story(ledger: Ledger, article: Article) -> bool:
    """Tell whether an article's number is that of an earlier story, of which it has neither words nor time.

    :raises OutputError: the ledger cannot be asked.
    """
    known = ledger.find(article.id)
    if known is None or not speak_of_others(known.url, article.url):
        return False
    return not same_fields(known.field_hashes, article)

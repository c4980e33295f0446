"""Given again: an article number that a publisher has given to a second story, as after a move.

By its number it is known, so nobody would ask for it; by the words of its URL it is another one. Where its
URL has no words, a listing tells: it dates and calls it otherwise.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from newscrawler.items import Article
from newscrawler.ledger.known_as import same_fields
from newscrawler.output.content_hash import changed_fields, field_hashes
from newscrawler.urls.slug import speak_of_others

if TYPE_CHECKING:
    from collections.abc import Collection

    from newscrawler.items import ListedArticle
    from newscrawler.ledger.ledger import Ledger
    from newscrawler.ledger.rows import Known


def known_stories(ledger: Ledger, listed: Collection[ListedArticle]) -> dict[str, Known]:
    """Return what is known of listed articles, URL -> article, by numbers only where the words agree.

    What a listing tells anew is due.

    :raises OutputError: the ledger cannot be asked.
    """
    known = ledger.known(listed)
    for each in listed:
        found = known.get(each.url)
        if found is not None and found.url == each.url and _is_told_anew(found, each):
            known[each.url] = replace(found, next_check=found.last_checked)
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


def is_retold(known: Known, article: Article, changed: Collection[str]) -> bool:
    """Tell whether a revision is another story at the same URL, of a later day.

    :param changed: fields in which the two differ.
    """
    is_other = {"headline", "body", "published_at"} <= set(changed)
    return is_other and _days_after(article.published_at, known.published_at) >= 1


def _is_told_anew(known: Known, listed: ListedArticle) -> bool:
    """Tell whether a listing says that since the last look, days later, another article came out here."""
    if _days_after(listed.published_at, known.published_at) < 1:
        return False
    if _days_after(listed.published_at, known.last_checked.isoformat()) < 0:
        return False
    headlines = [sighting.headline for sighting in listed.sightings if sighting.headline]
    hashes = [field_hashes(Article(headline=headline)) for headline in headlines]
    return bool(hashes) and all("headline" in changed_fields(known.field_hashes, each) for each in hashes)


def _days_after(one: str | None, other: str | None) -> float:
    """Return the days between two instants; below 0 where one of them is none."""
    try:
        return (datetime.fromisoformat(one or "") - datetime.fromisoformat(other or "")) / timedelta(days=1)
    except (ValueError, TypeError):
        return -1

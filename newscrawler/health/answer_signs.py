"""Answer signs: what the site's answer says of an article, beside its page: where it led, when made."""

from __future__ import annotations

from datetime import datetime, timedelta
from email.utils import parsedate_to_datetime
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

if TYPE_CHECKING:
    from newscrawler.items import Article

REDIRECTED = "url redirected"
LAST_MODIFIED = "published_at to Last-Modified"
LATELY = timedelta(minutes=15)
"""A page that was made so shortly before it was asked for, by the site or a cache, says nothing."""
SOON = timedelta(minutes=30)
LONGEST = timedelta(days=2)
"""From publication; what took longer was not news when it was listed."""


def is_redirected(article: Article) -> bool:
    """Tell whether an article was found at another place than the one that was listed.

    ``https``, ``www.``, a slash at the end and what follows ``?`` make no other place.

    >>> from newscrawler.items import Article
    >>> is_redirected(Article(url="https://www.a.example/b/?c", requested_url="http://a.example/b"))
    False
    >>> is_redirected(Article(url="https://amp.a.example/b", requested_url="https://a.example/b"))
    True
    """
    return bool(article.requested_url) and _place(article.url) != _place(article.requested_url)


def made(article: Article, last_modified: str) -> str:
    """Return when a page was made, by its Last-Modified: before its article was published, soon after, later.

    An hour that a site is wrong by shows here even where it is crawled too seldom to see it by the delay.

    :param last_modified: the header, as it was sent.
    :return: empty where it says nothing.
    """
    if (known := published_and_fetched(article)) is None or not last_modified:
        return ""
    published, fetched = known
    try:
        moment = parsedate_to_datetime(last_modified)
        if fetched - moment <= LATELY or abs(moment - published) > LONGEST:
            return ""
    except (ValueError, TypeError, OverflowError):
        return ""
    after = moment - published
    return "before" if after < -LATELY else "soon" if after < SOON else "later"


def published_and_fetched(article: Article) -> tuple[datetime, datetime] | None:
    """Return both instants; None where only the day of publication is known, or no offset."""
    evidence = article.published_at_evidence
    is_instant = evidence is not None and evidence.precision != "day" and evidence.offset != "unknown"
    if not (is_instant and article.published_at and article.fetched_at):
        return None
    try:
        return datetime.fromisoformat(article.published_at), datetime.fromisoformat(article.fetched_at)
    except ValueError:
        return None


def _place(url: str) -> tuple[str, str]:
    parts = urlsplit(url)
    return parts.netloc.removeprefix("www."), parts.path.rstrip("/")

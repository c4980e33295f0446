"""Tell the year of an article from what is known outside its page: its listings, its URL, its number."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from newscrawler.dates import YearEvidence, parse_time
from newscrawler.urls import in_domains

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from newscrawler.items import ListedArticle
    from newscrawler.publication.site import Site

_DAY = re.compile(r"/((?:19|20)\d\d)[/-]?(0[1-9]|1[0-2])[/-]?(0[1-9]|[12]\d|3[01])(?=[/_-]|$)")


def day_of_url(url: str) -> str | None:
    """Return the day in the path of a URL, as ``YYYY-MM-DD``.

    A query says nothing of the article, nor does the name under which a page was saved.
    """
    path = url.partition("?")[0].partition("#")[0]
    found = _DAY.search(path) if not path.startswith("file:") else None
    return "-".join(found.groups()) if found is not None else None


def year_evidence(
    url: str, site: Site, listed: Sequence[ListedArticle], number: str | None
) -> list[YearEvidence]:
    """Return what is known of the year from outside the page, the most trusted evidence first.

    :param url: of the page.
    :param listed: how listings showed the article.
    :param number: the publisher's own number of the article.
    """
    return [*_of_listings(site, listed), *_of_url(url), *_of_number(url, site, number)]


def _of_listings(site: Site, listed: Sequence[ListedArticle]) -> Iterator[YearEvidence]:
    for listing in listed:
        time = parse_time(listing.published_at, zone=site.timezone) if listing.published_at else None
        if time is not None and time.instant is not None:
            yield YearEvidence(listing.time_source or "listing", time.instant, time.instant)


def _of_url(url: str) -> Iterator[YearEvidence]:
    try:
        day = datetime.fromisoformat(day_of_url(url) or "").replace(tzinfo=UTC)
    except ValueError:  # none, or one that no calendar has
        return
    yield YearEvidence("url", day, day + timedelta(days=1))


def _of_number(url: str, site: Site, number: str | None) -> Iterator[YearEvidence]:
    if site.number_dates is None or number is None or not number.isdecimal() or not _is_own(url, site):
        return
    window = site.number_dates(int(number))
    if window is not None:
        yield YearEvidence("article-number", *window)


def _is_own(url: str, site: Site) -> bool:
    """Return whether a page is from one of the site's hosts: another publication has numbers of its own."""
    base = urlsplit(site.base_url).netloc if site.base_url else ""
    return not site.domains or in_domains(url, [*site.domains, base] if base else site.domains)

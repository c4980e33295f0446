"""Reading in a crawl: each page is marked meanwhile; one at which runs have died is left unread."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from newscrawler.crawling import witnesses
from newscrawler.crawling.responses import answer_of, load_article
from newscrawler.discovery.answer import Found, Problem
from newscrawler.extract import NotAnArticle, Reading

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from scrapy.http import Response

    from newscrawler.discovery.discovery import Discovery
    from newscrawler.discovery.listing import Listing
    from newscrawler.items import ListedArticle
    from newscrawler.publication.site import Site
    from newscrawler.run.run import Run


_KILLED: Final = "killed_the_reader"


def read_article(
    run: Run, response: Response, site: Site, discovery: Discovery, listed: ListedArticle
) -> Reading:
    """Read the page of an article.

    :raises OutputError: the file for the mark cannot be used.
    """
    with run.reading(response.url) as may_be_read:
        if not may_be_read:
            return Reading(
                not_an_article=NotAnArticle(_KILLED, "earlier runs were killed while they read it")
            )
        witness = witnesses.is_wanted(run, site)
        reading = load_article(
            response, site, listed=[listed], witness=witness, bounds=discovery.scope.bounds
        )
        witnesses.heard(run, reading)
        return reading


def read_listing(run: Run, response: Response, discovery: Discovery, listing: Listing) -> Found:
    """Read an answer of a listing.

    :raises OutputError: the file for the mark cannot be used.
    """
    with run.reading(response.url) as may_be_read:
        if not may_be_read:
            return Found(problem=Problem(_KILLED))
        return discovery.read(answer_of(response), listing)


def reads_on(run: Run, discovery: Discovery, listing: Listing) -> Callable[[Sequence[str]], bool]:
    """Return what tells, by its latest rows, whether a rendered listing is to be loaded further."""

    def wants_more(rows: Sequence[str]) -> bool:
        with run.reading(listing.url, to_its_end=False) as may_be_read:
            return may_be_read and discovery.wants_more(rows)

    return wants_more

"""Reading in a crawl: each page is marked meanwhile; one at which runs have died is left unread."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Final

from newscrawler.crawling import witnesses
from newscrawler.crawling.responses import answer_of, load_article
from newscrawler.discovery.answer import Found, Problem
from newscrawler.extract import NotAnArticle, Reading

if TYPE_CHECKING:
    from collections.abc import Iterator

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
    with _marked(run, response.url) as may_be_read:
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
    with _marked(run, response.url) as may_be_read:
        if not may_be_read:
            return Found(problem=Problem(_KILLED))
        return discovery.read(answer_of(response), listing)


@contextmanager
def _marked(run: Run, url: str) -> Iterator[bool]:
    """Mark a page while it is read; give false where it is not to be read."""
    mark = run.reading_mark
    if mark is None:
        yield True
    elif mark.condemns(url):
        yield False
    else:
        with mark.at(url):
            yield True

"""Reading in a crawl: each page is marked meanwhile; one that kills what reads it is left unread."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from newscrawler.crawling import witnesses
from newscrawler.crawling.responses import answer_of, load_article
from newscrawler.discovery.answer import Found, Problem
from newscrawler.exceptions import KillsTheReader
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
    witness = witnesses.is_wanted(run, site)

    def read() -> Reading:
        return load_article(response, site, listed=[listed], witness=witness, bounds=discovery.scope.bounds)

    try:
        reading = run.read(response.url, read)
    except KillsTheReader:
        return Reading(not_an_article=NotAnArticle(_KILLED, "a process died while it read it"))
    witnesses.heard(run, reading)
    return reading


def read_listing(run: Run, response: Response, discovery: Discovery, listing: Listing) -> Found:
    """Read an answer of a listing.

    :raises OutputError: the file for the mark cannot be used.
    """
    try:
        return run.read(response.url, lambda: discovery.read(answer_of(response), listing))
    except KillsTheReader:
        return Found(problem=Problem(_KILLED))


def reads_on(run: Run, discovery: Discovery, listing: Listing) -> Callable[[Sequence[str]], bool]:
    """Return what tells, by its latest rows, whether a rendered listing is to be loaded further."""

    def wants_more(rows: Sequence[str]) -> bool:
        try:
            return run.read(listing.url, lambda: discovery.wants_more(rows), to_its_end=False)
        except KillsTheReader:
            return False

    return wants_more

"""Listing requests: what discovery asks of listings becomes requests."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from scrapy import Request

from newscrawler.crawling.marked_reading import reads_on
from newscrawler.rendering import Rendering
from newscrawler.run.errand import ListingErrand
from newscrawler.urls import in_domains

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from newscrawler.discovery.answer import Found, Question
    from newscrawler.discovery.discovery import Discovery
    from newscrawler.publication.declaration import Publication
    from newscrawler.run.run import Run

FEED_FIRST = 20
"""Priority of a feed: before articles, since it may say what their pages do not, as their times."""
NAMED_ANYWHERE = frozenset({"feed", "sitemap"})
"""Kinds of listings that are read on whichever host the site names them; their articles are its own alone."""
ASKED_LAST = -10
"""Priority of a listing that is asked for after all others."""


class ListingRequests:
    """Makes the requests for the listings of one crawl."""

    def __init__(
        self, run: Run, publication: type[Publication], discovery: Discovery,
        callback: Callable[..., Any], errback: Callable[..., Any],
    ) -> None:  # fmt: skip
        self.run = run
        self.publication = publication
        self.discovery = discovery
        self.callback, self.errback = callback, errback

    def worth_asking(self, questions: Iterable[Question]) -> Iterator[Request]:
        """Yield requests; leave out listings that need not be there and were not there lately."""
        supply = self.run.supply_if_open
        for question in questions:
            listing = question.listing
            guessed = listing.guessed and listing.format != "robots"
            if supply is None or supply.is_asked(listing.url, guessed=guessed):
                yield self.request(question)

    def feeds_of(self, found: Found) -> Iterator[Request]:
        """Yield requests for the feeds that an answer names, and take them off; they go before articles."""
        feeds = [each for each in found.listings if each.listing.kind == "feed"]
        found.listings = [each for each in found.listings if each.listing.kind != "feed"]
        yield from self.worth_asking(feeds)

    def request(self, question: Question) -> Request:
        """Return the request for a page of a listing."""
        listing, scope = question.listing, self.discovery.scope
        if not listing.pages:
            supply = self.run.supply_if_open
            self.run.listings.ask(
                listing.url, listing.kind, guessed=listing.guessed,
                retired=supply is not None and supply.is_retired(listing.url),
            )  # fmt: skip
        # robots.txt names sitemaps, and is no sitemap of sitemaps
        errand = ListingErrand(kind=listing.kind, pages=0 if listing.format == "robots" else 1)
        if question.rendered:
            most = scope.selection.max_pages or 0
            wants_more = reads_on(self.run, self.discovery, listing)
            errand.render = rendered_listing(self.publication, most, wants_more)
        meta: dict[str, Any] = {**errand.meta()}
        if listing.kind in NAMED_ANYWHERE or in_domains(question.url, scope.listing_hosts):
            meta["allow_offsite"] = True  # the site names it, or its declaration
        if listing.kind == "sitemap":
            meta["download_maxsize"] = scope.bounds.sitemap_size
        return Request(
            self._place(question), self.callback, question.method, dict(question.headers), question.body,
            errback=self.errback, cb_kwargs={"listing": listing}, meta=meta,
            dont_filter=question.again, priority=_priority(question),
        )  # fmt: skip

    def _place(self, question: Question) -> str:
        """Return the URL to ask for: of a listing that has moved for good, where it is now."""
        supply = self.run.supply_if_open
        if supply is not None and question.url == question.listing.url:
            return supply.place(question.url)
        return question.url


def _priority(question: Question) -> int:
    if question.last:
        return ASKED_LAST
    return FEED_FIRST if question.listing.kind == "feed" and not question.listing.pages else 0


def rendered_listing(
    publication: type[Publication],
    pages: int = 0,
    wants_more: Callable[[Sequence[str]], bool] | None = None,
) -> Rendering:
    """Return what the browser is to do with a listing of a publication.

    :param pages: most batches of rows; 0: all.
    :param wants_more: tells by the latest batch whether another one is wanted.
    """
    return Rendering(
        rows=publication.rows, load_more=publication.load_more, scroll=publication.scroll,
        end_marker=publication.end_marker, pages=pages, domains=publication.render_domains,
        wants_more=wants_more,
    )  # fmt: skip

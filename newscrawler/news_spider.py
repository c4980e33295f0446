"""NewsSpider: the base of all publications: from listings to articles, by two callbacks."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any

from scrapy import Request
from scrapy.exceptions import CloseSpider

from newscrawler.bounds import Bounds
from newscrawler.crawling.article_pages import ArticlePages, FurtherPage
from newscrawler.crawling.known_articles import KnownArticles
from newscrawler.crawling.listed_urls import ListedUrls
from newscrawler.crawling.listing_report import ListingReport, moved_to
from newscrawler.crawling.listing_requests import ListingRequests
from newscrawler.crawling.marked_reading import read_article, read_listing
from newscrawler.crawling.twins import Twins, plain_first
from newscrawler.crawling.unknown_links import REFUSALS, UnknownLinks
from newscrawler.crawling.waiting_requests import WaitingRequests
from newscrawler.discovery.declared import DeclaredDiscovery
from newscrawler.discovery.frontier import Frontier, required_kinds
from newscrawler.discovery.scope import Scope
from newscrawler.items import Article, Gone, ListedArticle, Rejection
from newscrawler.publication.declaration import Publication
from newscrawler.rendering import Rendering
from newscrawler.run.errand import ArticleErrand, article_errand
from newscrawler.run.failures import is_missing, outcome_of
from newscrawler.run.record import now
from newscrawler.run.run import run_of
from newscrawler.urls import article_id

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterator

    from scrapy.http import Response
    from twisted.python.failure import Failure

    from newscrawler.discovery.answer import Found
    from newscrawler.discovery.discovery import Discovery
    from newscrawler.discovery.listed_link import ListedLink
    from newscrawler.discovery.listing import Listing
    from newscrawler.extract import NotAnArticle
    from newscrawler.run.run import Run

ARTICLE_FIRST = 10
"""Priority of articles: before listings, so that the queue stays short and a killed run has its lines."""


class NewsSpider(Publication):
    """Base of all publications: turns what discovery finds into requests, and tells the run how it went.

    A site declares attributes (``Publication``), mostly; an odd one overrides a method in its own file.
    """

    @cached_property
    def run(self) -> Run:
        """The run of this crawl."""
        return run_of(self.crawler)

    @property
    def base_url(self) -> str:
        """URL of the site's home."""
        return self.selection.site_url or self.home or f"https://{self.allowed_domains[0]}"

    @cached_property
    def scope(self) -> Scope:
        """What this crawl is asked for, and where."""
        bounds, domains = Bounds.of(self.crawler.settings), tuple(self.allowed_domains)
        return Scope.of(type(self), self.base_url, domains, self.selection, bounds)

    @cached_property
    def discovery(self) -> Discovery:
        """Where the site's articles are listed."""
        return DeclaredDiscovery(type(self), self.scope)

    @cached_property
    def frontier(self) -> Frontier:
        """The articles that were listed in this crawl."""
        return Frontier(self.name, self.article_number, required_kinds(self.selection))

    @cached_property
    def twins(self) -> Twins:
        """The further URLs of articles that were listed in this crawl."""
        return Twins(self.run, self.frontier, self.article_request)

    @cached_property
    def listings(self) -> ListingRequests:
        """What makes the requests for listings."""
        return ListingRequests(self.run, type(self), self.discovery, self.parse_listing, self.listing_failed)

    @cached_property
    def waiting(self) -> WaitingRequests:
        """What makes requests for articles small while they wait."""
        return WaitingRequests(self.frontier, self.parse_article, self.article_failed)

    @cached_property
    def report(self) -> ListingReport:
        """What tells the run of listings."""
        return ListingReport(self.run, self.logger)

    @cached_property
    def pages(self) -> ArticlePages:
        """What follows an article over its pages."""
        return ArticlePages(self.scope, self.frontier, self.article_url, is_guess=not self.is_declared)

    @cached_property
    def known(self) -> KnownArticles:
        """What settles known articles of long listings."""
        return KnownArticles(self.run, self.frontier, self.article_url)

    @cached_property
    def unknown(self) -> UnknownLinks:
        """What tries links that look like no article."""
        return UnknownLinks(self.run, self.frontier, self.article_url)

    @cached_property
    def listed_urls(self) -> ListedUrls:
        """What asks for the URLs of a list that a person gives."""
        return ListedUrls(self.run, self.scope, self.twins, self.article_request)

    # --- Listings -------------------------------------------------------------------------------------------

    async def start(self) -> AsyncIterator[Any]:
        """Ask for the first listings of what the arguments ask for."""
        given = self.selection.urls
        first = self.listings.worth_asking(self.discovery.start())
        for request in self.listed_urls.requests(given) if given else first:
            yield request

    def parse(self, response: Response, **_: Any) -> Iterator[Any]:
        """Read a page that a person names: ``scrapy parse URL --spider NAME``."""
        is_listing = self.discovery.listing_at(response.url) or self.article_url(response.url) is None
        return (self.parse_listing if is_listing else self.parse_article)(response)

    def parse_listing(self, response: Response, listing: Listing | None = None) -> Iterator[Any]:
        """Read an answer of a listing; yield requests for articles, the next page and further listings."""
        listing = listing or self.discovery.listing_named(response.url)
        found = read_listing(self.run, response, self.discovery, listing)
        self.report.answered(listing, found, response)
        yield from self.listings.feeds_of(found)
        requests = 0
        settled = self.known.settled
        for link in plain_first(self.known.others(found.links)):
            if request := self._listed_article(link, listing):
                requests += 1
                yield request
        requests += self.known.settled - settled
        is_known = listing.format == "feed" and found.next is not None and self.known.has_all(found.links)
        if listing.leads_nowhere(requests) or is_known:
            found.next = None
        yield from self._further_listings(listing, found)
        self.unknown.offer([*found.candidates, *found.unlikely], listing)
        yield from self._tried_links()

    def listing_failed(self, failure: Failure) -> Iterator[Any]:
        """Tell the run of a listing that could not be had, and ask for what stands in for it."""
        request = failure.request  # type: ignore[attr-defined]  # set by Scrapy
        listing: Listing = request.cb_kwargs["listing"]
        outcome, reason = outcome_of(failure)
        if outcome == "left":
            self.report.left(listing, reason)
            return
        url = listing.url  # discovery may put another one in its place
        found = self.discovery.failed(listing, reason, missing=is_missing(reason))
        if found.problem is None:
            self.run.listings.replaced(url)
        yield from self._further_listings(listing, found)

    def _listed_article(
        self, link: ListedLink, listing: Listing, *, is_trial: bool = False
    ) -> Request | None:
        """Return the request for the article of a row; None where it is none, or is asked for already."""
        url = self.article_url(link.url)
        if url is None:
            self.report.not_an_article_link()
            return None
        listed = self.twins.see(url, link, listing)
        if listed is None:
            return None
        listed.is_trial = is_trial
        return self.article_request(listed)

    def _tried_links(self) -> Iterator[Request]:
        """Yield requests for unknown links of which it is time to see what they are."""
        for link, listing, is_proven in self.unknown.worth_trying():
            if request := self._listed_article(link, listing, is_trial=not is_proven):
                yield request

    def _further_listings(self, listing: Listing, found: Found) -> Iterator[Request]:
        """Tell the run what is wrong with a listing; yield requests for its next page and other listings."""
        self.report.turned_out(listing, found)
        yield from self.listings.worth_asking(found.listings)
        if found.next is not None:
            yield self.listings.request(found.next)
        if found.wrong_argument:
            self.run.wrong_argument(found.wrong_argument)
            raise CloseSpider("wrong_argument")

    # --- Articles -------------------------------------------------------------------------------------------

    def article_url(self, url: str) -> str | None:
        """Return the URL to ask for of a listed link, None where it is no article of this site."""
        return self.scope.article_url(url)

    def article_request(self, listed: ListedArticle) -> Request | None:
        """Return the request for a listed article, now in the account; None where the listing excludes it."""
        self.run.account.enter(listed.url)
        if reason := self.discovery.excludes_listed(listed) or self.run.dates.hides(listed):
            self.run.account.settle(listed.url, "out_of_range", reason)
            return None
        return self._page_request(listed.url, ArticleErrand(listed=listed))

    def _page_request(self, url: str, errand: ArticleErrand) -> Request:
        if "article" in self.render:
            errand.render = Rendering(ready=self.article_ready, domains=self.render_domains)
        return Request(
            url, self.parse_article, errback=self.article_failed, meta=errand.meta(), priority=ARTICLE_FIRST,
            dont_filter=True,  # the frontier has filtered, by identity rather than by URL
        )  # fmt: skip

    def revisit(self, url: str, published_at: str | None) -> Request | None:
        """Return the request for a known article that it is time to look at again, listed or not.

        :return: None where the run is asked for a part of the site to which the article need not belong.
        """
        asked, own = self.selection, self.article_url(url)
        if own is None or asked.sections or asked.topics or asked.query or asked.source or asked.urls:
            return None
        is_wanted = asked.in_range(published_at) and not self.twins.has_had(own)
        return self.article_request(self.frontier.enter(own)) if is_wanted else None

    def parse_article(self, response: Response) -> Iterator[Any]:
        """Read an article page: an Article, or a Rejection that says what it is instead."""
        errand = article_errand(response.request) or self._unlisted(response.url)
        if errand.page == "listed":
            errand.listed.moved_to = moved_to(response) or errand.listed.moved_to
        reading = read_article(self.run, response, self.site, self.discovery, errand.listed)
        self.unknown.judge(errand.listed, reading)
        article = reading.article
        if article is None:  # of a further page too: without it the article's text is cut
            whole = self.pages.without_answer(errand, reading.not_an_article)
            found = self._not_an_article(errand, response, reading.not_an_article)
            yield self._finished(errand.listed, whole) if whole and isinstance(found, Rejection) else found
            yield from self._tried_links()
            return
        match self.pages.after(errand, article, reading.next_page):
            case FurtherPage(url, further):
                yield self._page_request(url, further)
            case Article() as whole:
                yield self._finished(errand.listed, whole)
            case rejection:
                yield rejection
        yield from self._tried_links()

    def _unlisted(self, url: str) -> ArticleErrand:
        """Return the errand of a page that no listing has shown, but a person named."""
        listed = self.frontier.enter(self.article_url(url) or url)
        self.run.account.enter(listed.url)
        return ArticleErrand(listed=listed)

    def _finished(self, listed: ListedArticle, article: Article) -> Article | None:
        """Return the article if it is among those asked for."""
        article.requested_url = listed.url
        article.listed_on = list(listed.sightings)
        self.run.dates.learn(listed, article)
        listed.published_at = article.published_at  # for the next run, if it is out of range
        if reason := self.discovery.excludes(article):
            self.run.account.settle(listed.url, "out_of_range", reason)
            return None
        return article

    def _not_an_article(self, errand: ArticleErrand, response: Response, found: NotAnArticle | None) -> Any:
        """Return the rejection of a page that is not an article, or not a whole one; None for a refusal."""
        assert found is not None
        reason = errand.reason(found.kind)
        if found.kind not in REFUSALS:
            url, is_trial = errand.listed.url, errand.listed.is_trial
            return Rejection(url, response.url, reason, found.reason, fetched_at=now(), is_trial=is_trial)
        self.run.account.settle(errand.listed.url, "refused", reason)
        self.run.refusals.answered(found.kind, challenge=True)
        return None

    def article_failed(self, failure: Failure) -> Iterator[Any]:
        """Settle an article that could not be had; one that is gone may be known to the ledger."""
        errand = article_errand(failure.request)  # type: ignore[attr-defined]  # set by Scrapy
        assert errand is not None
        listed, (outcome, reason) = errand.listed, outcome_of(failure)
        self.unknown.failed(listed)
        if is_missing(reason) and (whole := self.pages.without_page(errand)):
            yield self._finished(listed, whole)
        elif is_missing(reason) and errand.page == "listed":
            site, home = self.site.name, self.allowed_domains[0]
            known_as = article_id(site, listed.url, self.article_number, home)
            yield Gone(known_as, site, listed.url, fetched_at=now())
        else:
            if outcome != "out_of_range":  # it was not asked for
                self.logger.info("Article %s: %s (%s)", listed.url, outcome, reason)
            self.run.account.settle(listed.url, outcome, errand.reason(reason))
        yield from self._tried_links()

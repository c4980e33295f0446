"""NewsSpider: the base of all publications: from listings to articles, by two callbacks."""

from __future__ import annotations

import logging
from datetime import UTC, datetime
from functools import cached_property
from typing import TYPE_CHECKING, Any

from scrapy import Request
from scrapy.exceptions import CloseSpider

from newscrawler.bounds import DEFAULT, Bounds, setting
from newscrawler.discovery.answer import Answer
from newscrawler.discovery.declared import DeclaredDiscovery
from newscrawler.discovery.frontier import Frontier, required_kinds
from newscrawler.discovery.scope import Scope
from newscrawler.download.page import page_of
from newscrawler.extract import NotAnArticle, Reading, join_pages, read_page
from newscrawler.extraction.article_pages import further_url, own_url
from newscrawler.items import Article, Gone, ListedArticle, Rejection
from newscrawler.publication.declaration import Publication
from newscrawler.rendering import Rendering
from newscrawler.run.errand import ArticleErrand, ListingErrand, article_errand, errand_of
from newscrawler.run.failures import TOLD_TO_WAIT, is_missing, outcome_of
from newscrawler.run.run import run_of
from newscrawler.urls import article_id

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterable, Iterator, Sequence

    from scrapy.http import Response
    from twisted.python.failure import Failure

    from newscrawler.discovery.answer import Found, Problem, Question
    from newscrawler.discovery.discovery import Discovery
    from newscrawler.discovery.listing import Listing
    from newscrawler.publication.site import Site
    from newscrawler.run.run import Run

ARTICLE_FIRST, ASKED_LAST = 10, -10
"""Priorities: articles before listings, so that the queue stays short and a killed run has its lines."""


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
        base, bounds = self.base_url.rstrip("/") + "/", Bounds.of(self.crawler.settings)
        domains = tuple(self.allowed_domains)
        return Scope(base, domains, self.selection, bounds, self.article_path, self.timezone)

    @cached_property
    def discovery(self) -> Discovery:
        """Where the site's articles are listed."""
        return DeclaredDiscovery(type(self), self.scope)

    @cached_property
    def frontier(self) -> Frontier:
        """The articles that were listed in this crawl."""
        return Frontier(self.name, self.article_number, required_kinds(self.selection))

    # --- Listings -------------------------------------------------------------------------------------------

    async def start(self) -> AsyncIterator[Any]:
        """Ask for the first listings of what the arguments ask for."""
        for request in self.listing_requests(self.discovery.start()):
            yield request

    def listing_requests(self, questions: Iterable[Question]) -> Iterator[Request]:
        """Yield the requests for listings, without those that nobody names and that were not there lately."""
        supply = self.run.supply_if_open
        for question in questions:
            listing = question.listing
            guessed = listing.guessed and listing.format != "robots"
            if supply is None or supply.is_asked(listing.url, guessed=guessed):
                yield self.listing_request(question)

    def listing_request(self, question: Question) -> Request:
        """Return the request for a page of a listing."""
        listing = question.listing
        if not listing.pages:
            self.run.listings.ask(listing.url, listing.kind, guessed=listing.guessed)
        errand = ListingErrand(kind=listing.kind)
        if question.rendered:
            errand.render = self.rendering(self.selection.max_pages or 0, self.discovery)
        meta: dict[str, Any] = {**errand.meta()}
        if listing.kind == "sitemap":
            meta["download_maxsize"] = self.scope.bounds.sitemap_size
        supply, url = self.run.supply_if_open, question.url
        if supply is not None and url == listing.url:
            url = supply.place(url)
        return Request(
            url, self.parse_listing, question.method, dict(question.headers), question.body,
            errback=self.listing_failed, cb_kwargs={"listing": listing}, meta=meta,
            dont_filter=question.again, priority=ASKED_LAST if question.last else 0,
        )  # fmt: skip

    @classmethod
    def rendering(cls, pages: int = 0, discovery: Discovery | None = None) -> Rendering:
        """Return what the declaration says of rendered listings; ``pages``: most batches of rows, 0: all."""
        return Rendering(
            rows=cls.rows, load_more=cls.load_more, scroll=cls.scroll, end_marker=cls.end_marker, pages=pages,
            domains=cls.render_domains, wants_more=discovery.wants_more if discovery else None,
        )  # fmt: skip

    def parse(self, response: Response, **_: Any) -> Iterator[Any]:
        """Read a page that a person names: ``scrapy parse URL --spider NAME``."""
        is_listing = self.discovery.listing_at(response.url) or self.article_url(response.url) is None
        return self.parse_listing(response) if is_listing else self.parse_article(response)

    def parse_listing(self, response: Response, listing: Listing | None = None) -> Iterator[Any]:
        """Read an answer of a listing; yield requests for articles, the next page and further listings."""
        listing = listing or self.discovery.listing_named(response.url)
        found = self.discovery.read(answer_of(response), listing)
        for bound in found.cut:
            self.logger.warning("%s goes beyond %s: only its beginning is read", response.url, bound)
            self.run.stats.inc_value("newscrawler/listing/cut")
        self.run.listings.saw(found.seen, found.others)
        asked = self.run.listings.ask(listing.url, listing.kind, guessed=listing.guessed)
        asked.read = asked.read or found.problem is None
        asked.articles += len(found.links)
        asked.moved_to = asked.moved_to or moved_to(response)
        requests = 0
        for link in found.links:
            url = self.article_url(link.url)
            if url is None:
                self.run.stats.inc_value("newscrawler/listing/not_an_article_link")
            elif (seen := self.frontier.see(url, link, listing)) and (request := self.article_request(seen)):
                requests += 1
                yield request
        asked.fresh += requests
        if listing.leads_nowhere(requests) or (
            listing.format == "feed" and found.next and self._knows(found)
        ):
            found.next = None
        yield from self._further(found, listing)

    def _knows(self, found: Found) -> bool:
        """Tell whether the ledger has all articles of a page: what lies behind was read before."""
        urls = [url for link in found.links if (url := self.article_url(link.url))]
        return len(
            self.run.ledger.known([ListedArticle(url, self.frontier.key(url)) for url in urls])
        ) >= len(urls)

    def listing_failed(self, failure: Failure) -> Iterator[Any]:
        """Tell the run of a listing that could not be had, and ask for what stands in for it."""
        request = failure.request  # type: ignore[attr-defined]  # set by Scrapy
        listing: Listing = request.cb_kwargs["listing"]
        outcome, reason = outcome_of(failure)
        if outcome == "left":  # a bound of ours, the end of the run, or a host that told us to wait
            self.run.stats.inc_value(f"newscrawler/listing/left/{reason}")
            if reason in TOLD_TO_WAIT:
                self.run.listings.ask(listing.url, listing.kind, guessed=listing.guessed).problem = reason
        else:
            url = listing.url
            found = self.discovery.failed(listing, reason, missing=is_missing(reason))
            if found.problem is None:
                self.run.listings.replaced(url)
            yield from self._further(found, listing)

    def _further(self, found: Found, listing: Listing) -> Iterator[Request]:
        """Tell the run what is wrong with a listing; yield requests for the listings behind it."""
        if found.problem is not None:
            self._tell(found.problem, listing)
        if found.api_not_declared:
            self.run.stats.inc_value("newscrawler/listing/api_not_declared")
        if found.fallback:
            self.run.stats.inc_value("newscrawler/render/fallback")
            self.logger.warning("%s: its JSON URL fails (%s): rendered", listing, found.fallback)
        yield from self.listing_requests(found.listings)
        if found.next is not None:
            yield self.listing_request(found.next)
        if found.wrong_argument:
            self.run.wrong_argument(found.wrong_argument)
            raise CloseSpider("wrong_argument")

    def _tell(self, problem: Problem, listing: Listing) -> None:
        """Count a listing that could not be read, and say so."""
        asked = self.run.listings.ask(listing.url, listing.kind, guessed=listing.guessed)
        asked.problem = asked.problem or problem.reason
        self.run.stats.inc_value(f"newscrawler/listing/{problem.kind}")
        if problem.kind != "not_there":
            level = logging.WARNING if problem.kind == "missing" else logging.ERROR
            self.logger.log(level, "%s: %s", listing, problem)
        if problem.kind == "missing" and listing.kind == "section" and not self.selection.sections:
            self.run.account.sections_missing += 1
        if problem.is_failure:
            self.run.account.listing_failures[problem.reason] += 1

    # --- Articles -------------------------------------------------------------------------------------------

    def article_url(self, url: str) -> str | None:
        """Return the URL to ask for of a listed link, None where it is no article of this site."""
        return self.scope.article_url(url)

    def article_request(self, listed: ListedArticle) -> Request | None:
        """Return the request for a listed article, now in the account; None where the listing excludes it."""
        self.run.account.enter(listed.url)
        if reason := self.discovery.excludes_listed(listed):
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
        if own is None or asked.sections or asked.topics or asked.query or asked.source:
            return None
        is_wanted = asked.in_range(published_at) and not self.frontier.knows(own)
        return self.article_request(self.frontier.enter(own)) if is_wanted else None

    def parse_article(self, response: Response) -> Iterator[Any]:
        """Read an article page: an Article, or a Rejection that says what it is instead."""
        errand = article_errand(response.request) or self._unlisted(response.url)
        listed, first = errand.listed, next(iter(errand.read), None)
        reading = load_article(response, self.site, listed=[listed], bounds=self.scope.bounds)
        article = reading.article
        if article is None:  # of a further page too: without it the article's text is cut
            yield self._not_an_article(errand, response, reading.not_an_article)
            return
        if errand.page == "listed" and (own := own_url(article, response.url, self.article_url)):
            yield self._page_request(own, ArticleErrand(listed=listed, page="own"))
            return
        article.fetched_at = _now()
        article.opt_outs = list(dict.fromkeys([*article.opt_outs, *errand.opt_outs]))
        read, asked = (*errand.read, article), (*errand.asked, response.url)
        linked = self.scope.url(reading.next_page) if reading.next_page else None
        next_page = further_url(
            linked, first or article, asked, lambda url: self.frontier.number_key(url) == listed.key
        )
        if next_page is None:
            yield self._finished(listed, join_pages(read[0], read[1:]) if first else article)
        elif 0 < self.scope.bounds.text_length < sum(len(page.body or "") for page in read):
            beyond = f"the article goes on beyond {setting('text_length')}"
            yield self._reject(listed, response, "too_large", beyond)
        elif 0 < self.scope.bounds.article_pages <= len(read):
            beyond = f"the article goes on beyond {setting('article_pages')}"
            yield self._reject(listed, response, "too_many_pages", beyond)
        else:
            # the next page may redirect to one that has been read
            further = ArticleErrand(listed=listed, page="further", read=read, asked=(*asked, next_page))
            yield self._page_request(next_page, further)

    def _unlisted(self, url: str) -> ArticleErrand:
        """Return the errand of a page that no listing has shown, but a person named."""
        listed = self.frontier.enter(self.article_url(url) or url)
        self.run.account.enter(listed.url)
        return ArticleErrand(listed=listed)

    def _finished(self, listed: ListedArticle, article: Article) -> Article | None:
        """Return the article if it is among those asked for."""
        article.requested_url = listed.url
        article.listed_on = list(listed.sightings)
        listed.published_at = article.published_at  # for the next run, if it is out of range
        if reason := self.discovery.excludes(article):
            self.run.account.settle(listed.url, "out_of_range", reason)
            return None
        return article

    def _not_an_article(self, errand: ArticleErrand, response: Response, found: NotAnArticle | None) -> Any:
        """Return the rejection of a page that is not an article, or not a whole one; None for a refusal."""
        assert found is not None
        reason = errand.reason(found.kind)
        if found.kind not in {"challenge", "consent", "login"}:
            return self._reject(errand.listed, response, reason, found.reason)
        self.run.account.settle(errand.listed.url, "refused", reason)
        self.run.refusals.answered(found.kind, challenge=True)
        return None

    def _reject(self, listed: ListedArticle, response: Response, reason: str, detail: str) -> Rejection:
        """Return what goes to ``output/rejected``; the next run tries it again."""
        return Rejection(listed.url, response.url, reason, detail, fetched_at=_now())

    def article_failed(self, failure: Failure) -> Iterator[Any]:
        """Settle an article that could not be had; one that is gone may be known to the ledger."""
        errand = article_errand(failure.request)  # type: ignore[attr-defined]  # set by Scrapy
        assert errand is not None
        listed, (outcome, reason) = errand.listed, outcome_of(failure)
        if is_missing(reason) and errand.page == "listed":
            site, home = self.site.name, self.allowed_domains[0]
            known_as = article_id(site, listed.url, self.article_number, home)
            yield Gone(known_as, site, listed.url, fetched_at=_now())
            return
        self.logger.info("Article %s: %s (%s)", listed.url, outcome, reason)
        self.run.account.settle(listed.url, outcome, errand.reason(reason))


def load_article(
    response: Response, site: Site, listed: Sequence[ListedArticle] = (), *,
    explain: bool = False, bounds: Bounds = DEFAULT,
) -> Reading:  # fmt: skip
    """Read the article of a Scrapy response as ``read_page`` does."""
    page = page_of(response)
    return read_page(
        page.body, page.url, requested_url=page.requested_url, headers=page.headers,
        site=site, listed=listed, explain=explain, bounds=bounds,
        recognised=True,  # by the middleware that heeds refusals
    )  # fmt: skip


def answer_of(response: Response) -> Answer:
    """Return a response as discovery reads it."""
    page, errand = page_of(response), errand_of(response.request)
    is_rendered = errand is not None and errand.render is not None
    gave_up_at = errand.rendered.gave_up_at if errand and errand.rendered else None
    return Answer(page.url, page.body, page.headers, is_rendered, gave_up_at)


def moved_to(response: Response) -> str | None:
    """Return where a page has moved for good; None where it has not, or for now."""
    reasons = response.meta.get("redirect_reasons", []) if response.request else []
    return response.url if reasons and all(reason in {301, 308} for reason in reasons) else None


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")

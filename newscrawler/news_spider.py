"""NewsSpider: the base of all publications: listed addresses to articles."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from scrapy import Request

from newscrawler.bounds import DEFAULT, Bounds, setting
from newscrawler.discovery.plan import Discovery
from newscrawler.extract import NotAnArticle, Reading, join_pages, read_page
from newscrawler.items import Article, Gone, Rejection
from newscrawler.listing_spider import is_instant
from newscrawler.rendering import Rendering
from newscrawler.run.failures import is_missing, outcome_of
from newscrawler.run.run import run_of
from newscrawler.text import clean
from newscrawler.urls import (
    article_id,
    article_key,
    article_number,
    clean_url,
    continues,
    in_domains,
    rebase,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from scrapy.http import Response
    from twisted.python.failure import Failure

    from newscrawler.items import ListedArticle
    from newscrawler.publication.site import Site


ARTICLE_FIRST = 10
"""Priority: articles before further listing pages, so that the queue stays short and a killed run has its lines."""
_TWIN = re.compile(r"//(?:m|amp|mobile)\.|/(?:amp|m|mobile|print)(?:/|$|[?#])|\.amp(?:\.html)?(?:$|[?#])")


class NewsSpider(Discovery):
    """Base of all publications.

    A site declares attributes (``Publication``), mostly; an odd one overrides a method in its own file.
    """

    def article_request(self, listed: ListedArticle) -> Request | None:
        """The request for a listed article, entered in the account; None where the listing rules it out."""
        account = run_of(self.crawler).account
        account.enter(listed.url)
        if is_instant(listed.published_at) and not self.selection.in_range(listed.published_at):
            account.settle(listed.url, "out_of_scope", "date")
            return None
        if self.selection.sections and listed.section and not self._may_be_wanted(listed.section):
            account.settle(listed.url, "out_of_scope", "section")
            return None
        return self._page_request(listed.url, listed)

    def _page_request(
        self, url: str, listed: ListedArticle, cb_kwargs: dict[str, Any] | None = None, **meta: Any
    ) -> Request:
        """The request for a page of a listed article; ``meta``: which page, where it is not the listed one."""
        if "article" in self.render:
            meta["render"] = Rendering(ready=self.article_ready, domains=self.render_domains)
        return Request(
            url,
            callback=self.parse_article,
            errback=self.article_failed,
            cb_kwargs=cb_kwargs,
            meta={"page_kind": "article", "listed": listed, **meta},
            priority=ARTICLE_FIRST,
            dont_filter=True,  # ever_listed has filtered, by identity rather than by address
        )

    def revisit(self, url: str, published_at: str | None) -> Request | None:
        """The request for a known article that it is time to look at again, whether or not a listing still shows it.

        None where the run is asked for a part of the site to which it need not belong.
        """
        asked = self.selection
        address = self.article_address(url)
        if address is None or asked.sections or asked.topics or asked.query or asked.source:
            return None
        if not asked.in_range(published_at):
            return None
        key = article_key(self.name, address, self.article_number)
        if hash(key) in self.ever_listed:
            return None
        return self.article_request(self.enter(address, key))

    def article_address(self, url: str) -> str | None:
        """The address to ask for of a listed link, None where it is no article of this site."""
        if not in_domains(url, self.allowed_domains):
            return None
        url = clean_url(rebase(url, self.allowed_domains, self.selection.site_url))
        if self._article_path is not None and not self._article_path.search(urlsplit(url).path):
            return None
        return url

    def parse_article(
        self, response: Response, first: Article | None = None, parts: Any = ()
    ) -> Iterator[Any]:
        """An article page: an Article, or a Rejection that says what it is instead."""
        listed: ListedArticle = response.meta["listed"]
        reading: Reading = load_article(response, self.site, listed=[listed], bounds=self.bounds)
        if reading.not_an_article is not None:  # of a further page too: without it the article's text is cut
            yield from self.rejected(listed, response, reading.not_an_article)
            return
        article = reading.article
        assert article is not None
        if first is None and (own := self.own_address(article, response)):
            yield self._page_request(own, listed, twin=True)
            return
        article.fetched_at = _now()
        article.opt_outs = list(dict.fromkeys([*article.opt_outs, *response.meta.get("opt_outs", ())]))
        if first is not None:
            parts = (*parts, article)
        pages = (*response.meta.get("pages", ()), response.url)
        next_page = self._next_page(reading, first or article, listed, pages)
        if next_page is None:
            yield self._finished(listed, join_pages(first, parts) if first is not None else article)
        elif 0 < self.bounds.article_pages <= len(parts) + 1:
            beyond = f"the article goes on beyond {setting('article_pages')}"
            yield self._set_aside(listed, response, "too_many_pages", beyond)
        else:
            # the next page may redirect to one that has been read
            read = {"first": first or article, "parts": parts}
            yield self._page_request(next_page, listed, read, pages=(*pages, next_page), continued=True)

    def _next_page(
        self, reading: Reading, first: Article, listed: ListedArticle, pages: tuple[str, ...]
    ) -> str | None:
        """The address of the article's next page, None at its end; ``pages``: addresses of those asked for."""
        following = reading.next_page and self.address(reading.next_page)
        if not following or following in pages:
            return None
        number = article_number(following, self.article_number)
        is_same = number is not None and f"{self.name}:{number}" == listed.key
        return following if is_same or continues(first.url, following) else None

    def own_address(self, article: Article, response: Response) -> str | None:
        """The article's own address where the page is its AMP, mobile or print twin, which has fewer fields."""
        canonical = article.canonical_url
        if not canonical or response.meta.get("twin") or not _TWIN.search(response.url):
            return None
        own = self.article_address(canonical)
        return own if own and not _TWIN.search(own) else None

    def _finished(self, listed: ListedArticle, article: Article) -> Article | None:
        """The article if it is among those asked for."""
        article.requested_url = listed.url
        article.listed_on = list(listed.sightings)
        account = run_of(self.crawler).account
        if self.selection.sections and self.section_of(article) not in self.selection.sections:
            account.settle(listed.url, "out_of_scope", "section")
            return None
        in_range = self.selection.in_range(article.published_at)
        if not in_range:
            account.settle(listed.url, "out_of_scope", "undated" if in_range is None else "date")
            return None
        return article

    def section_of(self, article: Article) -> str | None:
        """The slug of the article's own section; by its printed name, else by the slug of its address."""
        if article.section:
            known = self._section_slugs.get(clean(article.section).casefold())
            if known:
                return known
        first = urlsplit(article.canonical_url or article.url).path.strip("/").partition("/")[0]
        return self._section_slugs.get(first.casefold())

    def _may_be_wanted(self, printed: str) -> bool:
        """Whether a listing's section name may be one that was asked for: yes, unless it is another known one."""
        slug = self._section_slugs.get(clean(printed).casefold())
        return slug is None or slug in self.selection.sections

    def rejected(self, listed: ListedArticle, response: Response, found: NotAnArticle) -> Iterator[Any]:
        """What to do with a listed page that is not an article, or not a whole one."""
        kind = found.kind
        if kind in {"challenge", "consent", "login"}:
            run_of(self.crawler).account.settle(listed.url, "refused", _which_page(response.meta) + kind)
            run_of(self.crawler).refusals.answered(kind, challenge=True)
            return
        yield self._set_aside(listed, response, _which_page(response.meta) + kind, found.reason)

    def _set_aside(self, listed: ListedArticle, response: Response, reason: str, detail: str) -> Rejection:
        """What goes to ``output/rejected``; the next run tries it again."""
        return Rejection(
            requested_url=listed.url, url=response.url, reason=reason, detail=detail, fetched_at=_now()
        )

    def article_failed(self, failure: Failure) -> Iterator[Any]:
        """Settle an article that could not be had; one that is gone may be known to the ledger."""
        request = failure.request  # type: ignore[attr-defined]  # set by Scrapy
        listed: ListedArticle = request.meta["listed"]
        outcome, reason = outcome_of(failure)
        which = _which_page(request.meta)
        if is_missing(reason) and not which:
            yield Gone(
                id=article_id(self.site.name, listed.url, self.article_number, self.allowed_domains[0]),
                site=self.site.name, url=listed.url, fetched_at=_now(),
            )  # fmt: skip
            return
        self.logger.info("Article %s: %s (%s)", listed.url, outcome, reason)
        run_of(self.crawler).account.settle(listed.url, outcome, which + reason)


def load_article(
    response: Response,
    site: Site,
    listed: Sequence[ListedArticle] = (),
    *,
    explain: bool = False,
    bounds: Bounds = DEFAULT,
) -> Reading:
    """Read the article of a Scrapy response.

    :param response: the page.
    :param site: the publication as declared by its spider.
    :param listed: how listings showed the article.
    :param explain: keep every candidate with its verdict.
    :param bounds: how much of the page is read.
    :return: the article, or what the page is instead.
    """
    request = response.request
    asked = [] if request is None else [*request.meta.get("redirect_urls", ()), request.url]
    return read_page(
        response.body,
        response.url,
        requested_url=asked[0] if asked else response.url,
        headers={
            name.decode("latin-1"): b", ".join(values).decode("latin-1")
            for name, values in response.headers.items()
        },
        site=site,
        listed=listed,
        explain=explain,
        recognised=True,  # by the middleware that heeds refusals
        bounds=bounds,
    )


def _which_page(meta: dict[str, Any]) -> str:
    """What begins a reason that is not that of the listed page itself: a further one's, or the own one of a twin."""
    return "page-2-" if meta.get("continued") else "own-page-" if meta.get("twin") else ""


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")

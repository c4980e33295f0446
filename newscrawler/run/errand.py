"""Errand: what a request is for; the one key of ours in ``request.meta``, where the others are Scrapy's."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from scrapy import Request

    from newscrawler.download.chain_cookies import ChainCookies
    from newscrawler.items import Archived, Article, ListedArticle, ListingKind
    from newscrawler.ledger import Known
    from newscrawler.ledger.supply_memory import NoLine
    from newscrawler.rendering.rendering import Exchange, Rendered, Rendering


@dataclass(slots=True, kw_only=True)
class Errand:
    """A request of ours. Redirects and retries of it carry the same errand."""

    render: Rendering | None = None
    """What the browser is to do with the answer; None: nothing."""
    rendered: Rendered | None = None
    """What it has done."""
    exchanges: list[Exchange] | None = None
    """Collects what a rendered page asked for; None: nobody wants to know."""
    cookies: ChainCookies | None = None
    """What redirects on its way have set; None: nothing."""

    def meta(self) -> dict[str, Errand]:
        """Return the errand as ``Request`` takes it."""
        return {"errand": self}


@dataclass(slots=True)
class RobotsErrand(Errand):
    """Asks for robots.txt."""


@dataclass(slots=True)
class ListingErrand(Errand):
    """Asks for a page of a listing."""

    kind: ListingKind
    pages: int = 1
    """Pages of listings on the way to this one, itself included."""
    validators: Literal["none", "sent", "withheld"] = "none"
    """Whether the validators of the last answer went with the request; withheld: to see if they are true."""


@dataclass(slots=True)
class ArticleErrand(Errand):
    """Asks for a page of an article that a listing showed."""

    listed: ListedArticle
    page: Literal["listed", "own", "further"] = "listed"
    """The page that was listed; the article's own page, where that was its AMP or mobile twin; or a page on
    which the article goes on."""
    read: tuple[Article, ...] = ()
    """What the pages before gave."""
    asked: tuple[str, ...] = ()
    """URLs of the pages before, and of this one."""
    archived: Archived | None = None
    """Where the page lies in the archive, if the crawl keeps one."""
    opt_outs: list[str] = field(default_factory=list)
    """AI and text-mining opt-outs that robots.txt and headers state for the page."""
    known: Known | None = None
    """The article as the ledger has it, where it is looked at again."""
    no_line: NoLine | None = None
    """What earlier runs made of its URL, where that gave no line."""
    is_asked: bool = False
    """Its request was on the way to the site before: a retry or redirect is the same errand."""

    def reason(self, reason: str) -> str:
        """Return a reason that says of which page it is, where it is not of the listed one."""
        return {"listed": "", "own": "own-page-", "further": "page-2-"}[self.page] + reason


def errand_of(request: Request | None) -> Errand | None:
    """Return what a request is for; None for a request that is not of this project's spiders."""
    errand = None if request is None else request.meta.get("errand")
    return errand if isinstance(errand, Errand) else None


def listing_errand(request: Request | None) -> ListingErrand | None:
    """Return the errand of a request for a listing; None for any other request."""
    errand = errand_of(request)
    return errand if isinstance(errand, ListingErrand) else None


def article_errand(request: Request | None) -> ArticleErrand | None:
    """Return the errand of a request for an article; None for any other request."""
    errand = errand_of(request)
    return errand if isinstance(errand, ArticleErrand) else None

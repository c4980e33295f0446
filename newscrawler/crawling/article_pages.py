"""Pages of one article: its own page where its twin was listed, and those on which it goes on."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

from newscrawler.bounds import setting
from newscrawler.extract import join_pages
from newscrawler.items import Rejection
from newscrawler.run.errand import ArticleErrand
from newscrawler.urls import bare_host, clean_url
from newscrawler.urls.spelling import ENDING
from newscrawler.urls.twins import is_twin

if TYPE_CHECKING:
    from collections.abc import Callable, Collection

    from newscrawler.discovery.frontier import Frontier
    from newscrawler.discovery.scope import Scope
    from newscrawler.items import Article

_PAGE_PARAMETER = re.compile(
    r"(?:page|p|pg|pagenum|page_?no|paged|seite|pagina|page_number)=\d{1,3}\Z", re.IGNORECASE
)
_PAGE_MARK = re.compile(r"(?:[/_,]|[/_,.-](?:page|p|pg|seite|pagina)[/_,.=-]?)\d{1,2}\Z", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class FurtherPage:
    """Another page of the article that is needed before it is whole."""

    url: str
    errand: ArticleErrand


@dataclass(frozen=True, slots=True)
class ArticlePages:
    """Follows the articles of one crawl over their pages."""

    scope: Scope
    frontier: Frontier
    article_url: Callable[[str], str | None]
    """Gives the URL to ask for, None where that is no article of the site."""

    def after(
        self, errand: ArticleErrand, article: Article, next_page: str | None
    ) -> Article | FurtherPage | Rejection:
        """Say what comes after a page that was read: another page, or the whole article.

        :param article: what the page gave; its ``url`` is the page's.
        :param next_page: the URL that the page links as the next one.
        :return: a rejection where the article goes on beyond a bound.
        """
        listed, url = errand.listed, article.url
        if errand.page == "listed" and (own := own_url(article, url, self.article_url)):
            self.frontier.also(own, listed)  # a listing that shows it later need not have it asked for again
            return FurtherPage(own, ArticleErrand(listed=listed, page="own"))
        read, asked = (*errand.read, article), (*errand.asked, url)
        linked = self.scope.url(next_page) if next_page else None
        further = further_url(
            linked, read[0], asked, lambda found: self.frontier.number_key(found) == listed.key
        )
        if further is None:
            return join_pages(read[0], read[1:]) if errand.read else article
        bounds = self.scope.bounds
        if 0 < bounds.text_length < sum(len(page.body or "") for page in read):
            return self._beyond("text_length", "too_large", errand, article)
        if 0 < bounds.article_pages <= len(read):
            return self._beyond("article_pages", "too_many_pages", errand, article)
        # the next page may redirect to one that has been read
        return FurtherPage(
            further, ArticleErrand(listed=listed, page="further", read=read, asked=(*asked, further))
        )

    def _beyond(self, bound: str, reason: str, errand: ArticleErrand, article: Article) -> Rejection:
        detail = f"the article goes on beyond {setting(bound)}"
        return Rejection(errand.listed.url, article.url, reason, detail, fetched_at=article.fetched_at)


def own_url(article: Article, url: str, clean: Callable[[str], str | None]) -> str | None:
    """Return the article's own URL where a page is its AMP, mobile or print twin, which has fewer fields.

    :param url: of the page.
    :param clean: gives the URL to ask for, None where that is no article of the site.
    """
    own = clean(article.canonical_url) if article.canonical_url and is_twin(url) else None
    return own if own and not is_twin(own) else None


def further_url(
    linked: str | None, first: Article, asked: Collection[str], is_same: Callable[[str], bool]
) -> str | None:
    """Return the URL of the article's next page, None at its end.

    :param linked: the page that the latest one links as its next.
    :param first: what the first page gave.
    :param asked: URLs of the pages so far.
    :param is_same: tells by its number whether a URL is one of the same article.
    """
    if not linked or linked in asked:
        return None
    return linked if is_same(linked) or continues(first.url, linked) else None


def continues(first: str, following: str) -> bool:
    """Tell whether a URL is a further page of the article at another; ``rel=next`` can name the next story.

    >>> first = "https://example.com/politics/harbour-opens.html"
    >>> continues(first, "https://example.com/politics/harbour-opens/2"), continues(first, first + "?page=2")
    (True, True)
    >>> continues(first, "https://example.com/politics/harbour-opens-2.html")
    False
    """
    a, b = urlsplit(clean_url(first)), urlsplit(clean_url(following))
    if bare_host(a.netloc) != bare_host(b.netloc):
        return False
    path_a, path_b = (ENDING.sub("", unquote(parts.path)).rstrip("/") for parts in (a, b))
    if path_a == path_b:
        added = set(b.query.split("&")) - set(a.query.split("&"))
        return len(added) == 1 and _PAGE_PARAMETER.match(added.pop()) is not None
    return bool(path_a) and path_b.startswith(path_a) and _PAGE_MARK.match(path_b, len(path_a)) is not None

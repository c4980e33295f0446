"""Pages of one article: its own page where its twin was listed, and those on which it goes on."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from newscrawler.bounds import setting
from newscrawler.crawling.other_story import is_of_another_story
from newscrawler.extract import join_pages
from newscrawler.items import NoLine, Rejection
from newscrawler.run.errand import ArticleErrand
from newscrawler.run.record import now
from newscrawler.urls.further_pages import continues
from newscrawler.urls.twins import is_twin

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Sequence

    from newscrawler.discovery.frontier import Frontier
    from newscrawler.discovery.scope import Scope
    from newscrawler.extract import NotAnArticle
    from newscrawler.items import Article


_NO_PAGE = frozenset({"soft_404", "listing"})
"""What stands at a URL, beside a 404, at which a site has no page of a story."""


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
    is_guess: bool = False
    """The site is undeclared: that a link leads to a further page is our guess."""

    def after(
        self, errand: ArticleErrand, article: Article, next_page: str | None
    ) -> Article | FurtherPage | Rejection | NoLine:
        """Say what comes after a page that was read: another page, or the whole article.

        :param article: what the page gave; its ``url`` is the page's.
        :param next_page: the URL that the page links as the next one.
        :return: a rejection where the article goes on beyond a bound; no line where a page was listed whose
            article is asked for by itself.
        """
        article.fetched_at, article.archived = now(), errand.archived
        article.opt_outs = list(dict.fromkeys([*article.opt_outs, *errand.opt_outs]))
        listed, url = errand.listed, article.url
        if errand.page == "listed" and (own := own_url(article, url, self.article_url)):
            if continues(own, url) and self.frontier.has_other(own, listed):
                return NoLine(article, "duplicate")
            self.frontier.also(own, listed)  # a listing that shows it later need not have it asked for again
            return FurtherPage(own, ArticleErrand(listed=listed, page="own", read=(article,)))
        before = errand.read if errand.page == "further" else ()
        if before and not goes_on(before, article, is_guess=self.is_guess):
            return join_pages(before[0], before[1:])
        if before:
            self.frontier.also(url, listed)
        read, asked = (*before, article), (*errand.asked, url)
        linked = self.scope.url(next_page) if next_page else None
        further = further_url(
            linked, read[0], asked, lambda found: self.frontier.number_key(found) == listed.key
        )
        if further is None:
            return join_pages(read[0], read[1:]) if before else article
        bounds = self.scope.bounds
        if 0 < bounds.text_length < sum(len(page.body or "") for page in read):
            return self._beyond("text_length", "too_large", errand, article)
        if 0 < bounds.article_pages <= len(read):
            return self._beyond("article_pages", "too_many_pages", errand, article)
        # the next page may redirect to one that has been read
        return FurtherPage(
            further, ArticleErrand(listed=listed, page="further", read=read, asked=(*asked, further))
        )

    def stands_in(self, errand: ArticleErrand) -> Article | None:
        """Return what the listed page gave, where the article's own page is not to be had."""
        return errand.read[0] if errand.page == "own" and is_twin(errand.read[0].url) else None

    def without_page(self, errand: ArticleErrand) -> Article | None:
        """Return the article as read so far, where the site has no such page; None where it lacks a part.

        A further page that does not exist is none of a story's on a site whose pager is our guess; a declared
        one leads to a part that is missing.
        """
        if self.is_guess and errand.page == "further":
            return join_pages(errand.read[0], errand.read[1:])
        return self.stands_in(errand)

    def without_answer(self, errand: ArticleErrand, found: NotAnArticle | None) -> Article | None:
        """Return the article as read so far, where a page is no article; None where it lacks a part."""
        is_missing = found is not None and found.kind in _NO_PAGE
        return self.without_page(errand) if is_missing else self.stands_in(errand)

    def _beyond(self, bound: str, reason: str, errand: ArticleErrand, article: Article) -> Rejection:
        detail = f"the article goes on beyond {setting(bound)}"
        return Rejection(errand.listed.url, article.url, reason, detail, fetched_at=article.fetched_at)


def own_url(article: Article, url: str, clean: Callable[[str], str | None]) -> str | None:
    """Return the article's own URL where a page is its AMP, mobile or print twin, or a further page of it.

    A twin has fewer fields; a further page has but a part of the text.

    :param url: of the page.
    :param clean: gives the URL to ask for, None where that is no article of the site.
    """
    stated = article.canonical_url
    own = clean(stated) if stated and (is_twin(url) or continues(stated, url)) else None
    return own if own and not is_twin(own) else None


def goes_on(before: Sequence[Article], page: Article, *, is_guess: bool) -> bool:
    """Tell whether a page adds to the article on the pages before it.

    One that repeats them shows further comments or pictures; one of another story has but a URL like theirs.

    :param is_guess: no declaration says that the link to the page leads to a further one.
    """
    if is_guess and is_of_another_story(before[0], page):
        return False
    had = {block for each in before for block in (each.body or "").split("\n\n")}
    return not had.issuperset((page.body or "").split("\n\n"))


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

"""A listing of a declared site whose rows no layout names, read as a page of an undeclared site."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newscrawler.bounds import setting
from newscrawler.discovery.answer import Question
from newscrawler.discovery.rows.html_rows import declared_next_page
from newscrawler.discovery.rows.page_links import read_links

if TYPE_CHECKING:
    from newscrawler.discovery.answer import Answer, Found
    from newscrawler.discovery.listed_link import ListingPage
    from newscrawler.discovery.listing import Listing
    from newscrawler.discovery.scope import Scope
    from newscrawler.document import Element
    from newscrawler.publication.listing_layout import ListingLayout


def read_redesigned(
    root: Element, url: str, listing: Listing, scope: Scope, found: Found, *, next_page: str | None = None
) -> None:
    """Add the articles that a page links, those that it may link, and its next page.

    An article is what the declared ``article_path`` matches; without one, what looks like an article.

    :param next_page: selector of the link to the next page, where it is declared.
    """
    declared = (lambda link: scope.article_url(link) is not None) if scope.tells_articles else None
    page = read_links(root, url, scope.domains, scope.bounds, declared)
    if page.cut:
        found.cut.append(setting("page_links"))
    if next_page:
        page.next_page = declared_next_page(root, url, next_page, scope.bounds)
    listing.enter(page)
    found.links, found.seen, found.others = page.links, page.seen, page.others
    found.candidates = [] if declared else page.candidates
    if page.next_page and listing.goes_on(page, scope.selection):
        found.next = Question(listing, scope.url(page.next_page))


def has_lost_rows(page: ListingPage, layout: ListingLayout, listing: Listing, answer: Answer) -> bool:
    """Tell whether the first page of a listing has the mark of a layout, but none of its rows."""
    is_expected = listing.layout is None and listing.kind not in layout.api and answer.gave_up_at is None
    return is_expected and not page.links

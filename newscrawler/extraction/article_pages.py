"""Pages of one article: its own page where its twin was listed, and those on which it goes on."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newscrawler.urls import continues

if TYPE_CHECKING:
    from collections.abc import Callable, Collection

    from newscrawler.items import Article

_TWIN = re.compile(r"//(?:m|amp|mobile)\.|/(?:amp|m|mobile|print)(?:/|$|[?#])|\.amp(?:\.html)?(?:$|[?#])")


def own_url(article: Article, url: str, clean: Callable[[str], str | None]) -> str | None:
    """Return the article's own URL where a page is its AMP, mobile or print twin, which has fewer fields.

    :param url: of the page.
    :param clean: gives the URL to ask for, None where that is no article of the site.
    """
    own = clean(article.canonical_url) if article.canonical_url and _TWIN.search(url) else None
    return own if own and not _TWIN.search(own) else None


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

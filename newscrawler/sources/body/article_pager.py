"""Article pager: the link of a page to the next page of its own article, where no layout declares it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newscrawler.document.node import above, class_of, names_of
from newscrawler.publication.selectors import select
from newscrawler.text import clean
from newscrawler.urls.further_pages import continues, page_after

if TYPE_CHECKING:
    from newscrawler.document import Document, Element

_ENDS_IN_NUMBER = re.compile(r"(?:\A|[=/_,.-])(\d{1,2})(?:\.\w{3,5})?/?(?:#.*)?\Z")
_OTHERS = re.compile(
    r"comment|kommentar|coment|disqus|repl(?:y|ies)|forum|gallery|galerie|slide|slick|swiper|carousel|lightbox"
    r"|related|sidebar|widget|calendar",
    re.IGNORECASE,
)
"""What else has pages beside an article: what readers say, pictures, other stories."""


def next_of_article(document: Document, stated: str | None) -> str | None:
    """Return the next page of a page's article: what the page states, else what its pager links.

    :param stated: the URL that the head of the page calls the next, which may be another story's.
    """
    if stated and continues(document.url, stated):
        return stated
    for link in select(document.root, "a[href]"):
        href = (link.attr("href") or "").strip()
        found = _ENDS_IN_NUMBER.search(href)
        if found and int(found[1]) > 1 and _says(link, found[1]):
            there = document.absolute(href)
            if there and page_after(document.url, there) and not _is_of_others(link):
                return there
    return stated


def _says(link: Element, number: str) -> bool:
    """Tell whether a link says that it leads to the next page, or to the page of a number."""
    if "next" in f"{link.attr('rel')} {class_of(link)}".lower():
        return True
    return number.lstrip("0") in re.findall(r"\d+", clean(link.text))


def _is_of_others(link: Element) -> bool:
    return any(
        part.tag in {"aside", "footer"} or _OTHERS.search(names_of(part))
        for part in above(link)
        if part.tag not in {"html", "body"}
    )

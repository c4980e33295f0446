"""The link to a listing's next page, as a selector: one that leads there from every page that was seen."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newscrawler.bounds import DEFAULT
from newscrawler.discovery.links import absolute, base_of_page
from newscrawler.discovery.pagers.next_page import next_page
from newscrawler.discovery.rows.html_rows import declared_next_page
from newscrawler.document.node import parent
from newscrawler.publication.selectors import select

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from newscrawler.document import Element

_PLAIN = re.compile(r"[A-Za-z][\w-]*")


def next_link(pages: Mapping[str, Element]) -> tuple[str, int] | None:
    """Return the selector of the link to older rows, and on how many pages it leads there; None for none.

    :param pages: URL -> tree, of listings and of second pages of them.
    """
    wanted = {url: there for url, root in pages.items() if (there := next_page(root, url))}
    for url, there in wanted.items():
        for selector in _selectors(pages[url], url, there):
            leads = {at: declared_next_page(root, at, selector, DEFAULT) for at, root in pages.items()}
            if all(leads[at] == to for at, to in wanted.items()) and not _leads_back(leads, wanted):
                return selector, len(wanted)
    return None


def _leads_back(leads: Mapping[str, str | None], wanted: Mapping[str, str]) -> bool:
    """Tell whether a selector leads anywhere from a page without a next one: back, or in a circle."""
    return any(to is not None for at, to in leads.items() if at not in wanted)


def _selectors(root: Element, url: str, there: str) -> Iterator[str]:
    """Yield selectors of the links to a URL, those that say what they are first."""
    base = base_of_page(root, url)
    links = [
        link
        for link in select(root, "link[href], a[href]")
        if absolute(base, link.attr("href") or "") == there
    ]
    for link in links:
        if "next" in (link.attr("rel") or "").lower().split():
            yield f'{link.tag}[rel~="next"]'
    for link in links:
        yield from (f"{link.tag}.{name}" for name in _classes(link))
        if (name := link.attr("id")) and _PLAIN.fullmatch(name):
            yield f"{link.tag}#{name}"
        box = parent(link)
        if box is not None:
            yield from (f"{box.tag}.{name} > a" for name in _classes(box))
            yield from _after_current(link, "a")
            yield from _after_current(box, f"{box.tag} a")


def _after_current(element: Element, then: str) -> Iterator[str]:
    """Yield the selectors by what stands before: ``span.current + a``, where pages are numbered."""
    box = parent(element)
    siblings = list(select(box, ":scope > *")) if box is not None else []
    if element in siblings and (place := siblings.index(element)):
        before = siblings[place - 1]
        yield from (f"{before.tag}.{name} + {then}" for name in _classes(before))
        if before.attr("aria-current"):
            yield f"{before.tag}[aria-current] + {then}"
        if before.tag in {"strong", "b", "em", "span"}:
            yield f"{before.tag} + {then}"


def _classes(element: Element) -> list[str]:
    names = element.attr("class") or ()
    return [name for name in (names.split() if isinstance(names, str) else names) if _PLAIN.fullmatch(name)]

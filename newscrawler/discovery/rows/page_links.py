"""Page links: the articles that a page of an undeclared site links, and the links that may be articles."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import islice
from typing import TYPE_CHECKING

from newscrawler.bounds import DEFAULT, Bounds
from newscrawler.discovery.link_places import CARD, is_service, menus, weight_of
from newscrawler.discovery.links import absolute, base_of_page
from newscrawler.discovery.listed_link import Candidate, ListedLink, ListingPage
from newscrawler.discovery.pagers.next_page import next_page
from newscrawler.discovery.rows.scripted_rows import scripted_rows
from newscrawler.discovery.story_urls import looks_like_article, may_be_article
from newscrawler.publication.selectors import select
from newscrawler.text import clean
from newscrawler.urls import clean_url, in_domains

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from newscrawler.document import Element

OTHERS = 3
"""Links that look like no article and are kept as examples."""

_ASIDE = (
    "aside, footer, [class*=footer], [class*=sidebar], [class*=cookie], [class*=breadcrumb], "
    "[class*=pagination]"
)


def read_links(
    root: Element,
    url: str,
    domains: Sequence[str],
    bounds: Bounds = DEFAULT,
    is_article: Callable[[str], bool] | None = None,
) -> ListingPage:
    """Return the links that look like articles, in document order, each with its longest text.

    :param is_article: tells by the URL, where the site declares that.
    """
    links, most = select(root, "a[href], area[href]"), bounds.page_links
    found = _PageLinks(set(select(root, _ASIDE)), menus(root), is_article)
    stated = [(link, link.attr("href") or "", "") for link in links[: most or None]]
    rows = list(islice(scripted_rows(root), most or None))
    for link, linked, headline in _own([*stated, *rows], root, url, domains, bounds.url_length):
        found.take(link, linked, headline)
    return ListingPage(
        list(found.articles.values()),
        next_page=next_page(root, url, bounds.url_length),
        seen=len(links),
        others=found.others,
        candidates=[each for linked, each in found.candidates.items() if linked not in found.articles],
        unlikely=[
            each for linked, each in found.unlikely.items() if linked not in found.articles | found.candidates
        ],
        cut=0 < most < len(links),
    )


def _own(
    links: Iterable[tuple[Element, str, str]], root: Element, url: str, domains: Sequence[str], longest: int
) -> Iterator[tuple[Element, str, str]]:
    """Yield the links to other pages of the site, with their clean URLs for those that are written."""
    base, own = base_of_page(root, url, longest), clean_url(url)
    for link, href, headline in links:
        linked = clean_url(absolute(base, href, longest) or "", longest)
        if linked != own and in_domains(linked, domains):
            yield link, linked, headline


@dataclass(slots=True)
class _PageLinks:
    """What the links of one page are."""

    aside: set[Element]
    menus: set[Element]
    is_article: Callable[[str], bool] | None
    articles: dict[str, ListedLink] = field(default_factory=dict)
    candidates: dict[str, Candidate] = field(default_factory=dict)
    unlikely: dict[str, Candidate] = field(default_factory=dict)
    others: list[str] = field(default_factory=list)

    def take(self, link: Element, linked: str, said: str = "") -> None:
        """Sort one link.

        :param said: the headline of a row that is no link.
        """
        headline = said or clean(link.text) or clean(_label(link)) or None
        if self.is_article(linked) if self.is_article else looks_like_article(linked, headline):
            if self.aside.isdisjoint(link.ancestors):
                row = self.articles.setdefault(linked, ListedLink(linked, len(self.articles) + 1))
                row.headline = _longer(row.headline, headline)
            return
        if len(self.others) < OTHERS and linked not in self.others:
            self.others.append(linked)
        if may_be_article(linked) and (self.aside | self.menus).isdisjoint(link.ancestors):
            self._weigh(link, linked, headline, least=CARD if said or link.tag == "area" else 0)

    def _weigh(self, link: Element, linked: str, headline: str | None, *, least: int) -> None:
        """Take note of a link that may be an article, with its longest text and the best of its places.

        What a picture is said to show speaks for an article as a text does, but is no headline.

        :param least: what its form alone speaks for it.
        """
        shown = headline or clean(next((image.attr("alt") for image in select(link, "img[alt]")), ""))
        known, weight = self.candidates.get(linked), max(weight_of(link, shown), least)
        if known is None and weight == 0:
            if any(map(str.isalpha, shown)) and not is_service(link):
                row = ListedLink(linked, len(self.unlikely) + 1, headline)
                self.unlikely.setdefault(linked, Candidate(row, 0))
            return
        row = known.link if known else ListedLink(linked, len(self.candidates) + 1)
        row.headline = _longer(row.headline, headline)
        self.candidates[linked] = Candidate(row, max(weight, known.weight) if known else weight)


def _label(link: Element) -> str:
    """Return what a link without a text is said to be."""
    alt = link.attr("alt") if link.tag == "area" else None
    return link.attr("title") or link.attr("aria-label") or alt or ""


def _longer(one: str | None, other: str | None) -> str | None:
    return other if len(other or "") > len(one or "") else one

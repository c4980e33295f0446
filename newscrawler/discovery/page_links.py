"""Page links: the articles that a page of an undeclared site links, and the links that may be articles."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from newscrawler.bounds import DEFAULT, Bounds
from newscrawler.discovery.front_page import looks_like_article, may_be_article
from newscrawler.discovery.link_places import menus, weight_of
from newscrawler.discovery.links import absolute, base_of_page
from newscrawler.discovery.listed_link import Candidate, ListedLink, ListingPage
from newscrawler.discovery.next_page import next_page
from newscrawler.publication.selectors import select
from newscrawler.text import clean
from newscrawler.urls import clean_url, in_domains

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from newscrawler.document import Element

OTHERS = 3
"""Links that look like no article and are kept as examples."""

_ASIDE = (
    "aside, footer, [class*=footer], [class*=sidebar], [class*=cookie], [class*=breadcrumb], "
    "[class*=pagination]"
)


def read_links(root: Element, url: str, domains: Sequence[str], bounds: Bounds = DEFAULT) -> ListingPage:
    """Return the links that look like articles, in document order, each with its longest text."""
    links, most = select(root, "a[href]"), bounds.page_links
    found = _PageLinks(set(select(root, _ASIDE)), menus(root))
    for link, address in _own_links(links[: most or None], root, url, domains, bounds.address_length):
        found.take(link, address)
    return ListingPage(
        list(found.articles.values()),
        next_page=next_page(root, url, bounds.address_length),
        seen=len(links),
        others=found.others,
        candidates=[each for address, each in found.candidates.items() if address not in found.articles],
        cut=0 < most < len(links),
    )


def _own_links(
    links: Sequence[Element], root: Element, url: str, domains: Sequence[str], longest: int
) -> Iterator[tuple[Element, str]]:
    """Yield the links to other pages of the site, with their clean URLs."""
    base, own = base_of_page(root, url, longest), clean_url(url)
    for link in links:
        address = clean_url(absolute(base, link.attr("href") or "", longest) or "", longest)
        if address != own and in_domains(address, domains):
            yield link, address


@dataclass(slots=True)
class _PageLinks:
    """What the links of one page are."""

    aside: set[Element]
    menus: set[Element]
    articles: dict[str, ListedLink] = field(default_factory=dict)
    candidates: dict[str, Candidate] = field(default_factory=dict)
    others: list[str] = field(default_factory=list)

    def take(self, link: Element, address: str) -> None:
        """Sort one link."""
        headline = clean(link.text) or clean(link.attr("title") or link.attr("aria-label") or "") or None
        if looks_like_article(address, headline):
            if self.aside.isdisjoint(link.ancestors):
                row = self.articles.setdefault(address, ListedLink(address, len(self.articles) + 1))
                row.headline = _longer(row.headline, headline)
            return
        if len(self.others) < OTHERS and address not in self.others:
            self.others.append(address)
        if may_be_article(address) and (self.aside | self.menus).isdisjoint(link.ancestors):
            self._weigh(link, address, headline)

    def _weigh(self, link: Element, address: str, headline: str | None) -> None:
        """Take note of a link that may be an article, with its longest text and the best of its places."""
        known, weight = self.candidates.get(address), weight_of(link, headline or "")
        if known is None and weight == 0:
            return
        row = known.link if known else ListedLink(address, len(self.candidates) + 1)
        row.headline = _longer(row.headline, headline)
        self.candidates[address] = Candidate(row, max(weight, known.weight) if known else weight)


def _longer(one: str | None, other: str | None) -> str | None:
    return other if len(other or "") > len(one or "") else one

"""Check a declared site on the publisher's own server: a few listings and articles, and what they give."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from newscrawler.commands.text_table import columns
from newscrawler.crawling.responses import answer_of
from newscrawler.extract import read_page
from newscrawler.publication.site import Site
from newscrawler.text.counted import some

if TYPE_CHECKING:
    from collections.abc import Iterator

    from scrapy.http import Response

    from newscrawler.discovery.declared import DeclaredDiscovery
    from newscrawler.discovery.listing import Listing
    from newscrawler.items import Article
    from newscrawler.publication.declaration import Publication

LISTINGS = 3
ARTICLES = 3
NEEDED = ("headline", "body", "published_at")
"""Fields that every article has to have."""


@dataclass(slots=True)
class LiveCheck:
    """The check of one site, while its pages come in."""

    spider: type[Publication]
    faults: list[str] = field(default_factory=list)
    """What is wrong, a line each."""
    found: dict[str, int] = field(default_factory=dict)
    """URL of a listing -> links to articles."""
    read: list[tuple[Article, Article | None]] = field(default_factory=list)
    """Articles, each beside the general reading of its page, which knows no declaration."""
    _listings: dict[str, Listing] = field(default_factory=dict)
    _asked: list[str] = field(default_factory=list)

    def first_urls(self) -> list[str]:
        """Return the listings to ask for: one of each kind first."""
        questions = list(self._discovery().start())
        first = {each.listing.kind: each for each in reversed(questions)}
        chosen = [*first.values(), *(each for each in questions if each not in first.values())][:LISTINGS]
        self._listings = {each.url: each.listing for each in chosen}
        if not chosen:
            self.faults.append("no listing is declared")
        return list(self._listings)

    def answered(self, url: str, response: Response) -> list[str]:
        """Take an answer in; return the articles to ask for."""
        listing = self._listings.get(url)
        if listing is None:
            self._read(url, response)
            return []
        discovery = self._discovery()
        found = discovery.read(answer_of(response), listing)
        urls = [article for link in found.links if (article := discovery.scope.article_url(link.url))]
        self.found[url] = len(urls)
        if found.problem is not None:
            self.faults.append(f"{url}: {found.problem}")
        elif not urls and found.next is not None and found.next.method == "GET":
            self._listings[found.next.url] = listing  # the rows are in the JSON behind the page
            return [found.next.url]
        elif not urls and found.next is None:
            self.faults.append(f"{url}: no link that article_path matches, of {len(found.links)}")
        fresh = [each for each in dict.fromkeys(urls) if each not in self._asked]
        fresh = fresh[: ARTICLES - len(self._asked)]
        self._asked += fresh
        return fresh

    def failed(self, url: str, reason: str) -> None:
        """Take in that a page could not be had."""
        self.faults.append(f"{url}: {reason}")

    def lines(self) -> Iterator[str]:
        """Yield what a screen shows of the site."""
        yield f"{self.spider.name}: {some(len(self.faults), 'fault') if self.faults else 'good'}"
        for url, links in self.found.items():
            yield f"  {url}: {some(links, 'article')}"
        if self.read:
            from newscrawler.saved_pages.article_record import FIELDS

            head = ("  field", f"of {len(self.read)}", "from", "general reading", "the first one")
            yield from columns(head, [self._row(name) for name in FIELDS])
        for fault in self.faults:
            yield f"  {fault}"

    def _discovery(self) -> DeclaredDiscovery:
        from newscrawler.saved_pages.listing_record import discovery_of

        return discovery_of(self.spider, {})

    def _read(self, url: str, response: Response) -> None:
        site = self.spider.declared_site()
        reading = read_page(response.body, response.url, site=site)
        general = read_page(response.body, response.url, site=Site(site.name, site.domains))
        if reading.article is None:
            kind = reading.not_an_article.kind if reading.not_an_article is not None else "nothing"
            self.faults.append(f"{url}: not an article: {kind}")
            return
        self.read.append((reading.article, general.article))
        missing = [name for name in NEEDED if not getattr(reading.article, name)]
        if missing:
            self.faults.append(f"{url}: without {', '.join(missing)}")

    def _row(self, name: str) -> list[str]:
        has = [article for article, _ in self.read if getattr(article, name)]
        sources = Counter(article.extracted_by.get(name, "") for article in has)
        same = sum(getattr(article, name) == getattr(general, name, None) for article, general in self.read)
        first = getattr(self.read[0][0], name)
        text = first if isinstance(first, str) else "; ".join(first or ())
        shown = text.replace("\n", " ")
        return [
            f"  {name}", str(len(has)), _counted(sources),
            "the same" if same == len(self.read) else f"another in {len(self.read) - same}",
            shown if len(shown) <= 60 else f"{shown[:59]}…",
        ]  # fmt: skip


def _counted(sources: Counter[str]) -> str:
    return " ".join(f"{source} {times}" for source, times in sources.most_common())

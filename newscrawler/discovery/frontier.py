"""Frontier: the articles that listings have shown in this run, each asked for once."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING, Literal
from weakref import WeakValueDictionary

from newscrawler.discovery.feeds.listed_time import whole_instant
from newscrawler.discovery.packed_articles import PackedArticles
from newscrawler.discovery.sitemaps.sitemap_order import day_in_url
from newscrawler.items import ListedArticle, Sighting, StatedDate
from newscrawler.urls import article_key, article_number
from newscrawler.urls.twins import twin_key

if TYPE_CHECKING:
    from newscrawler.discovery.listed_link import ListedLink
    from newscrawler.discovery.listing import Listing
    from newscrawler.items import ListingKind, Source
    from newscrawler.publication.selection import Selection

TIME_SOURCES: dict[ListingKind, Source] = {"feed": "feed", "sitemap": "sitemap"}
"""Who gave a time, by the kind of listing; of the others it is ``listing``."""

_State = Literal["waits", "had", "lost"]
"""Of an article that was listed: it waits for its turn, has had it, or gave no line."""


class Frontier:
    """Knows which articles were listed, by identity rather than by URL."""

    def __init__(
        self, site: str, article_number: str | None = None, required: frozenset[ListingKind] = frozenset()
    ) -> None:
        """Make an empty frontier.

        :param site: name of the spider.
        :param article_number: regular expression of the article number in a URL.
        :param required: kinds of listings that must all have shown an article before it is wanted.
        """
        self.site = site
        self.article_number = article_number
        self.required = required
        self.listed: WeakValueDictionary[str, ListedArticle] = WeakValueDictionary()
        """Place -> what listings said. Held weakly: it is dropped with the request that carries it."""
        self._states: dict[int, _State] = {}
        """Hash of the place of each article that was listed -> how far it is."""
        self._packed = PackedArticles()
        self._seen_meanwhile: dict[int, list[tuple[ListedLink, Listing]]] = {}
        """Hash of a place -> rows that have shown an article while it waited."""
        self._awaiting: dict[str, tuple[ListedArticle, set[ListingKind]]] = {}
        """Place -> article and the kinds of listings that have shown it, where several must."""

    def key(self, url: str) -> str:
        """Return the identity of an article."""
        return article_key(self.site, url, self.article_number)

    def number_key(self, url: str) -> str | None:
        """Return the identity that the article number in a URL gives; None where there is none."""
        number = article_number(url, self.article_number)
        return None if number is None else f"{self.site}:{number}"

    def knows(self, url: str) -> bool:
        """Tell whether an article was listed before."""
        return self.has(self.key(url))

    def has(self, key: str) -> bool:
        """Tell whether the article of a key was listed before."""
        return hash(self._place(key)) in self._states

    def pass_over(self, key: str) -> None:
        """Take note of an article that was listed and that nobody asks for."""
        self._states[hash(self._place(key))] = "had"

    def lose(self, url: str) -> None:
        """Take note of an article that gave no line: another URL of it may give one."""
        place = self._place(self.key(url))
        if self._states.get(hash(place)) == "had":
            self._states[hash(place)] = "lost"

    def has_lost(self, url: str) -> bool:
        """Tell whether the article of a URL was listed and gave no line."""
        return self._states.get(hash(self._place(self.key(url)))) == "lost"

    def has_other(self, url: str, listed: ListedArticle) -> bool:
        """Tell whether a URL was listed as another article than this one, which has not been lost."""
        place = self._place(self.key(url))
        return self._states.get(hash(place)) in {"waits", "had"} and place != self._place(listed.key)

    def enter(self, url: str) -> ListedArticle:
        """Register an article that is known otherwise than by a listing."""
        return self._enter(url, self.key(url))

    def also(self, url: str, listed: ListedArticle) -> None:
        """Take a further URL for that of an article; it is left to itself where it was listed by itself."""
        key = self.key(url)
        if not self.has(key):
            self.pass_over(key)
            self.listed[self._place(key)] = listed

    def see(self, url: str, link: ListedLink, listing: Listing) -> ListedArticle | None:
        """Register a row of a listing; return its article if this is the first time that it is wanted.

        :param url: URL to ask for.
        """
        key = self.key(url)
        place = self._place(key)
        listed = self.listed.get(place)
        is_first = listed is None
        if listed is None:
            if self.has(key):
                self._see_waiting(place, link, listing)
                return None
            listed = self._enter(url, key)
        _note(listed, link, listing)
        if self.required:
            _, kinds = self._awaiting.setdefault(place, (listed, set()))
            was_complete = kinds >= self.required
            kinds.add(listing.kind)
            is_first = not was_complete and kinds >= self.required
        return listed if is_first else None

    def see_again(self, url: str, link: ListedLink, listing: Listing) -> ListedArticle | None:
        """Register a row whose article gave no line at another URL; None where that is not so."""
        if not self.has_lost(url):
            return None
        listed = self._enter(url, self.key(url))
        _note(listed, link, listing)
        return listed

    def pack(self, listed: ListedArticle) -> bytes:
        """Return an article that is to wait as bytes; nobody need hold what listings said of it."""
        self._states[hash(self._place(listed.key))] = "waits"
        return self._packed.pack(listed)

    def unpack(self, packed: bytes) -> ListedArticle:
        """Return an article whose turn has come, with all that listings have said of it meanwhile."""
        listed = self._packed.unpack(packed)
        listed.key = self.key(listed.url)
        place = self._place(listed.key)
        self._states[hash(place)] = "had"
        for link, listing in self._seen_meanwhile.pop(hash(place), ()):
            _note(listed, link, listing)
        return self.listed.setdefault(place, listed)

    def _place(self, key: str) -> str:
        """Return what stands for an article here: its number, else what the keys of its twins share."""
        return key if self._is_number(key) else twin_key(key)

    def _is_number(self, key: str) -> bool:
        return self.article_number is not None and key.startswith(f"{self.site}:")

    def _see_waiting(self, place: str, link: ListedLink, listing: Listing) -> None:
        if self._states.get(hash(place)) == "waits":
            self._seen_meanwhile.setdefault(hash(place), []).append((link, listing))

    def _enter(self, url: str, key: str) -> ListedArticle:
        place = self._place(key)
        listed = self.listed[place] = ListedArticle(url=url, key=key)
        if day := day_in_url(url):
            listed.stated = (StatedDate("url", day),)
        self._states[hash(place)] = "had"
        return listed


def required_kinds(selection: Selection) -> frozenset[ListingKind]:
    """Return the kinds of listings that must all have shown an article: arguments intersect."""
    kinds: set[ListingKind] = {"topic"} if selection.topics else set()
    if selection.query:
        kinds.add("search")
    if kinds and selection.source in {"feed", "sitemap"}:
        kinds.add("feed" if selection.source == "feed" else "sitemap")
    return frozenset(kinds) if len(kinds) > 1 else frozenset()


def is_instant(published_at: str | None) -> bool:
    """Tell whether a listing's time is a whole instant, with its offset."""
    try:
        return published_at is not None and datetime.fromisoformat(published_at).tzinfo is not None
    except ValueError:
        return False


def is_date(text: str) -> bool:
    """Tell whether a text is a day, or a whole instant.

    >>> is_date("2026-11-27"), is_date("2026-11-27T08:00:00Z"), is_date("2026-11"), is_date("yesterday")
    (True, True, False, False)
    """
    try:
        return is_instant(text) or (len(text) == 10 and bool(date.fromisoformat(text)))
    except ValueError:
        return False


def _note(listed: ListedArticle, link: ListedLink, listing: Listing) -> None:
    """Add what a row says to what is known of its article; a whole instant is better than another time."""
    listed.sightings.append(
        Sighting(listing.url, listing.kind, listing.name, link.position, link.headline, link.guid)
    )
    if link.published_at and (
        listed.published_at is None or (is_instant(link.published_at) and not is_instant(listed.published_at))
    ):
        listed.published_at = link.published_at
        listed.time_source = TIME_SOURCES.get(listing.kind, "listing")
    if (lastmod := whole_instant(link.lastmod)) and is_date(lastmod):
        listed.stated = (*listed.stated, StatedDate(listing.url, lastmod))
    listed.section = listed.section or link.section
    listed.lead = listed.lead or link.lead
    listed.topics = listed.topics or link.topics

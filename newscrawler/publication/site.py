"""Site: what a spider declares and extraction needs to know, without spider or engine."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from types import MappingProxyType
from typing import TYPE_CHECKING

from newscrawler.publication.places import place_at

if TYPE_CHECKING:
    from newscrawler.publication.article_layout import Layout

NumberDates = Callable[[int], tuple[datetime, datetime] | None]
"""Article number -> earliest and latest moment at which it can have been given out, or None if unknown."""


@dataclass(frozen=True, slots=True)
class Site:
    """A publication as declared by its spider.

    ``Site("example.org")`` with nothing else declared is a site about which nothing is known.
    """

    name: str
    """The first part of every article's ``id``."""
    domains: tuple[str, ...] = ()
    """The site's own hosts, its home first; subdomains belong to them."""
    language: str | None = None
    languages: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    """Place (:mod:`newscrawler.publication.places`) -> language of the articles there."""
    timezone: str | None = None
    """IANA zone of printed times that state no offset."""
    date_formats: tuple[str, ...] = ()
    """``strptime`` forms of printed times, tried before general ones."""
    layouts: tuple[Layout, ...] = ()
    """Recognised by their marker, first match wins."""
    not_topics: frozenset[str] = frozenset()
    """Keywords that are no topics, casefolded."""
    agency: str | None = None
    """News agency whose own site this is; datelines name it."""
    section_places: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    """Place -> name of the section whose articles are there."""
    article_number: str | None = None
    """Regular expression on the URL; its groups are the publisher's article number."""
    number_dates: NumberDates | None = None
    """Publication time by article number, as evidence for a missing year."""
    base_url: str | None = None
    """URL that stands for the site's own (``site_url``); nothing of the record depends on it."""

    def language_at(self, url: str) -> str | None:
        """Return the language that is declared for the articles at a URL."""
        place = place_at(url, self.languages)
        return self.languages[place] if place else self.language

    def section_at(self, url: str) -> str | None:
        """Return the name of the section that is declared for the articles at a URL."""
        place = place_at(url, self.section_places)
        return self.section_places[place] if place else None

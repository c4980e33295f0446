"""SectionNames: the slugs of a site's sections by the names that pages print for them."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from newscrawler.publication.places import place_at
from newscrawler.text import clean

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from newscrawler.items import Article


class SectionNames:
    """Knows what a site declares, and learns what its menus say."""

    def __init__(
        self,
        names: Mapping[str, tuple[str, ...]],
        slugs: Iterable[str] = (),
        places: Mapping[str, str] | None = None,
    ) -> None:
        """Start with a declaration.

        :param names: slug -> names that pages print for the section.
        :param slugs: of all sections.
        :param places: host or path prefix -> slug of the section whose articles are there.
        """
        self._places = places or {}
        self._names = {slug: texts[0] for slug, texts in names.items() if texts}
        printed = {clean(text).casefold(): slug for slug, texts in names.items() for text in (*texts, slug)}
        self._slugs = printed | {slug: slug for slug in slugs}

    def learn(self, name: str, slug: str) -> None:
        """Take note of a name, unless it is known already."""
        self._slugs.setdefault(name.casefold(), slug)

    def slug(self, name: str) -> str | None:
        """Return the slug of a printed name; None where it is not known."""
        return self._slugs.get(clean(name).casefold())

    def name(self, slug: str) -> str | None:
        """Return the name that pages print for a section; None where none is declared."""
        return self._names.get(slug)

    def section_of(self, article: Article) -> str | None:
        """Return the slug of the article's own section: by its printed name, else by its place."""
        if article.section and (slug := self.slug(article.section)):
            return slug
        url = article.canonical_url or article.url
        if place := place_at(url, self._places):
            return self._places[place]
        first = urlsplit(url).path.strip("/").partition("/")[0]
        return self._slugs.get(first.casefold())

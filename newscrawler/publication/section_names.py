"""SectionNames: the slugs of a site's sections by the names that pages print for them."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from newscrawler.text import clean

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from newscrawler.items import Article


class SectionNames:
    """Knows what a site declares, and learns what its menus say."""

    def __init__(self, names: Mapping[str, tuple[str, ...]], slugs: Iterable[str] = ()) -> None:
        """Start with a declaration.

        :param names: slug -> names that pages print for the section.
        :param slugs: of all sections.
        """
        printed = {clean(text).casefold(): slug for slug, texts in names.items() for text in (*texts, slug)}
        self._slugs = printed | {slug: slug for slug in slugs}

    def learn(self, name: str, slug: str) -> None:
        """Take note of a name, unless it is known already."""
        self._slugs.setdefault(name.casefold(), slug)

    def slug(self, name: str) -> str | None:
        """Return the slug of a printed name; None where it is not known."""
        return self._slugs.get(clean(name).casefold())

    def section_of(self, article: Article) -> str | None:
        """Return the slug of the article's own section: by its printed name, else by its path."""
        if article.section and (slug := self.slug(article.section)):
            return slug
        first = urlsplit(article.canonical_url or article.url).path.strip("/").partition("/")[0]
        return self._slugs.get(first.casefold())

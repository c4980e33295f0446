"""Menus: the names under which a site's own pages link its sections."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from newscrawler.discovery.links import absolute
from newscrawler.publication.attributes import urls_of
from newscrawler.publication.selectors import select
from newscrawler.text import clean
from newscrawler.urls import bare_host

if TYPE_CHECKING:
    from newscrawler.discovery.scope import Scope
    from newscrawler.document import Element
    from newscrawler.publication.declaration import Publication
    from newscrawler.publication.section_names import SectionNames

LONGEST_NAME = 60
"""Characters of a section's name in a menu; a longer link is a headline."""


def learn_section_names(
    sections: SectionNames, root: Element, url: str, declared: type[Publication], scope: Scope
) -> None:
    """Take note of the names under which a page links the declared sections.

    :param url: of the page, after redirects.
    """
    slugs = {
        _place(scope.url(page)): slug for slug, pages in declared.sections.items() for page in urls_of(pages)
    }
    slugs.pop(_place(scope.base), None)  # a section that is a host, where site_url stands for all hosts
    for link in select(root, "a[href]")[: scope.bounds.page_links or None]:
        linked = absolute(url, link.attr("href") or "")
        slug = slugs.get(_place(scope.url(linked))) if linked else None
        name = clean(link.text) if slug else ""
        if slug and 0 < len(name) < LONGEST_NAME:
            sections.learn(name, slug)


def _place(url: str) -> str:
    """Return host and path of a section's page."""
    parts = urlsplit(url)
    return bare_host(parts.netloc) + parts.path.rstrip("/")

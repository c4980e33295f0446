"""Topics: from the names or slugs that a crawl is asked for to the listings of a site's topic pages."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import quote, urlsplit

from newscrawler.discovery.links import absolute
from newscrawler.discovery.listing import Listing
from newscrawler.publication.selectors import select
from newscrawler.text import clean

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping

    from newscrawler.discovery.scope import Scope
    from newscrawler.document import Element
    from newscrawler.publication.listing_layout import ListingLayout

ALL = ("all",)
"""``topics=all``: every topic that the site itself names."""


class Topics:
    """The topics that a crawl is asked for."""

    def __init__(self, scope: Scope, declared: Mapping[str, str], sections: Collection[str]) -> None:
        """Start with a declaration.

        :param declared: topic name -> slug, where the slug does not follow from the name.
        :param sections: slugs that are sections and no topics.
        """
        self.scope = scope
        self.declared = {name.casefold(): slug for name, slug in declared.items()}
        self.sections = sections
        self.asked = scope.selection.topics
        self._urls: dict[str, str] = {}
        """Slug -> URL of the topic's page, as a page of the site links it."""

    def named_by(self, root: Element, url: str, layout: ListingLayout) -> dict[str, str]:
        """Return slug -> name of the links to topics on a page."""
        pattern = _topic_pattern(layout)
        if pattern is None:
            return {}
        named: dict[str, str] = {}
        for link in select(root, layout.topic_links or "a")[: self.scope.bounds.page_links or None]:
            linked = absolute(url, link.attr("href") or "") or ""
            slug = _slug_of_page(urlsplit(linked).path, pattern)
            if slug and slug not in self.sections and (name := clean(link.text)):
                named.setdefault(slug, name)
                self._urls.setdefault(slug, linked)
        return named

    def need_index(self, named: Mapping[str, str]) -> bool:
        """Tell whether the site's index of topics is needed beside those that its home page names."""
        if self.asked == ALL:
            return True
        names = {topic.casefold() for topic in self.asked if not is_slug(topic) and not topic.startswith("/")}
        return not self._slugs(named).keys() >= names

    def listings(self, layout: ListingLayout, named: Mapping[str, str]) -> Iterator[Listing]:
        """Yield the listings of the topics that are asked for, as far as their pages are known.

        :param named: slug -> name, as the site itself names them.
        """
        for topic in named if self.asked == ALL else self.asked:
            slug = self._slug(topic, named)
            if url := self._url(topic, slug, layout):
                yield Listing("topic", named.get(slug, topic), url, slug=slug, layout=layout)

    def without_page(self, layout: ListingLayout, named: Mapping[str, str]) -> list[str]:
        """Return the topics of those that are asked for of which nobody has named a page."""
        asked = () if self.asked == ALL else self.asked
        return [topic for topic in asked if self._url(topic, self._slug(topic, named), layout) is None]

    def _slug(self, topic: str, named: Mapping[str, str]) -> str:
        """Return the slug of a topic that is given by slug, by name or by the path of its page."""
        if topic.startswith("/"):
            return topic.rstrip("/").rpartition("/")[2]
        return topic if topic in named else self._slugs(named).get(topic.casefold()) or slug_of(topic)

    def _url(self, topic: str, slug: str, layout: ListingLayout) -> str | None:
        """Return the URL of a topic's page: given, by the declared form, or as a page links it."""
        if topic.startswith("/"):
            return self.scope.url(topic)
        if layout.topic_url:
            return self.scope.url(layout.topic_url.format(slug=quote(slug)))
        return self.scope.url(self._urls[slug]) if slug in self._urls else None

    def _slugs(self, named: Mapping[str, str]) -> dict[str, str]:
        return self.declared | {clean(name).casefold(): slug for slug, name in named.items()}


def _topic_pattern(layout: ListingLayout) -> re.Pattern[str] | None:
    """Return what the path of a topic's page matches; None where a layout has no topics."""
    if layout.topic_path:
        return re.compile(layout.topic_path)
    if layout.topic_url:
        return re.compile("^" + re.escape(layout.topic_url).replace(r"\{slug\}", r"([\w-]+)") + "/?$")
    return None


def _slug_of_page(path: str, pattern: re.Pattern[str]) -> str | None:
    """Return group 1, else the last part of the path; None for a page of no topic."""
    match = pattern.search(path)
    if match is None:
        return None
    return match[1] if pattern.groups else path.rstrip("/").rpartition("/")[2]


def is_slug(text: str) -> bool:
    """Tell whether a topic was given by its slug rather than by its name.

    >>> is_slug("foreign-policy"), is_slug("Foreign policy")
    (True, False)
    """
    return bool(re.fullmatch(r"[a-z0-9]+(?:-[a-z0-9]+)*", text))


def slug_of(name: str) -> str:
    """Return the slug that sites usually make of a name.

    >>> slug_of("Foreign policy")
    'foreign-policy'
    """
    return re.sub(r"[^a-z0-9]+", "-", name.casefold()).strip("-")

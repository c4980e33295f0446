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

    def named_by(self, root: Element, url: str, layout: ListingLayout) -> dict[str, str]:
        """Return slug -> name of the links to topics on a page."""
        if not layout.topic_url:
            return {}
        pattern = re.compile(re.escape(layout.topic_url).replace(r"\{slug\}", r"([\w-]+)") + "/?$")
        named: dict[str, str] = {}
        for link in select(root, layout.topic_links or "a")[: self.scope.bounds.page_links or None]:
            match = pattern.fullmatch(urlsplit(absolute(url, link.attr("href") or "") or "").path)
            if match and match[1] not in self.sections and (name := clean(link.text)):
                named.setdefault(match[1], name)
        return named

    def need_index(self, named: Mapping[str, str]) -> bool:
        """Tell whether the site's index of topics is needed beside those that its home page names."""
        if self.asked == ALL:
            return True
        names = {topic.casefold() for topic in self.asked if not is_slug(topic)}
        return not self._slugs(named).keys() >= names

    def listings(self, layout: ListingLayout, named: Mapping[str, str]) -> Iterator[Listing]:
        """Yield the listings of the topics that are asked for.

        :param named: slug -> name, as the site itself names them.
        """
        assert layout.topic_url is not None  # else it was a wrong argument
        slugs = self._slugs(named)
        for topic in named if self.asked == ALL else self.asked:
            slug = topic if topic in named else slugs.get(topic.casefold()) or slug_of(topic)
            url = self.scope.url(layout.topic_url.format(slug=quote(slug)))
            yield Listing("topic", named.get(slug, topic), url, slug=slug, layout=layout)

    def _slugs(self, named: Mapping[str, str]) -> dict[str, str]:
        return self.declared | {clean(name).casefold(): slug for slug, name in named.items()}


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

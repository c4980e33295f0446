"""Layout: where one generation of a site's markup keeps the fields of an article.

Selectors (:mod:`newscrawler.publication.selectors`) are CSS, or XPath where they begin with ``//`` or ``./``.
They name elements; ``selector@attribute`` takes an attribute instead of the text. A redesign adds a Layout;
the old one stays, so that archived pages still parse.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from types import MappingProxyType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from newscrawler.items import Source
    from newscrawler.publication.notation import Alternatives, ArticleField, FieldsPattern, Selector


@dataclass(frozen=True, slots=True)
class ImageRule:
    """How a layout shows one kind of picture."""

    box: Selector
    """The element around picture, caption and credit."""
    url: Alternatives = "img@src"
    """Within the box; several by comma-separated alternatives, the first that is there wins."""
    caption: Selector | None = None
    credit: Selector | None = None
    """Within the box. Where caption and credit share one text, the part from © on is the credit."""


@dataclass(frozen=True, slots=True)
class EntryRule:
    """How a layout shows the updates of a live blog."""

    box: Selector
    """The element around one update."""
    body: Selector
    """Within the box, as ``Layout.body``."""
    id: Selector | None = None
    """``selector@attribute``; of the box itself where no element is named: ``@id``."""
    time: Selector | None = None
    headline: Selector | None = None
    author: Selector | None = None


@dataclass(frozen=True, slots=True)
class Layout:
    """Selectors for the fields of an article page. Others are left to the general sources."""

    name: str
    marker: Selector
    """The layout is in use on a page where this matches something."""
    headline: Selector | None = None
    lead: Selector | None = None
    body: Selector | None = None
    """The elements that hold the text: paragraphs, subheads, list items and quotes are taken in order."""
    not_body: tuple[Selector, ...] = ()
    """Removed from the body: read-also boxes, captions, share bars, adverts."""
    section: Selector | None = None
    topics: Selector | None = None
    authors: Selector | None = None
    published_at: Selector | None = None
    modified_at: Selector | None = None
    images: tuple[ImageRule, ...] = ()
    entries: EntryRule | None = None
    """Updates of a live blog."""
    related: Selector | None = None
    """Links (``a`` elements, or elements that hold one) to stories offered beside this one."""
    next_page: Selector | None = None
    """The link to the next page of the same article."""
    title: FieldsPattern | None = None
    """Regular expression on ``<title>``, a group named for each field that only it states (``section``)."""
    prefer: Mapping[ArticleField, Source] = field(default_factory=lambda: MappingProxyType({}))
    """Field -> source that is better than this layout's own selector: ``{"published_at": "json-ld"}``."""
    since: date | None = None
    until: date | None = None
    """Days of publication: only where markup cannot tell two layouts apart."""

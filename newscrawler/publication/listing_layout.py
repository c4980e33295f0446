"""ListingLayout: how one generation of a site shows its listings."""

from __future__ import annotations

from dataclasses import dataclass, field
from types import MappingProxyType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from newscrawler.discovery.html_rows import HtmlListing
    from newscrawler.discovery.json_api import JsonListing
    from newscrawler.items import ListingKind


@dataclass(frozen=True, slots=True)
class ListingLayout:
    """The rows of HTML listing pages, and the JSON addresses behind them, of one generation of a site's markup."""

    name: str
    marker: str
    """The layout is in use on a page where this matches something."""
    rows: HtmlListing
    api: Mapping[ListingKind, JsonListing] = field(default_factory=lambda: MappingProxyType({}))
    """JSON listings by kind: ``section``, ``topic``, ``index`` (all news), ``search``."""
    topic_url: str | None = None
    """Address of a topic's page: ``/tag/{slug}``."""
    topic_index: str | None = None
    """Page that names the site's topics."""
    topic_links: str | None = None
    """Links to topic pages on the topic index and on the home page."""

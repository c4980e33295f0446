"""Scope: which articles a crawl is asked for, and at which URLs the site's own pages are."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from urllib.parse import urljoin, urlsplit

from newscrawler.bounds import DEFAULT, Bounds
from newscrawler.publication.selection import Selection
from newscrawler.urls import clean_url, in_domains, rebase

if TYPE_CHECKING:
    from collections.abc import Sequence


@dataclass(frozen=True, slots=True)
class Scope:
    """What every reader of a listing has to know of the crawl."""

    base: str
    """URL of the site's home, with a slash at its end; ``site_url`` where that is given."""
    domains: Sequence[str] = ()
    """The site's own hosts; subdomains belong to them."""
    selection: Selection = field(default_factory=Selection)
    bounds: Bounds = DEFAULT
    article_path: str | None = None
    """Regular expression that the path of an article's URL matches."""
    timezone: str | None = None
    """IANA zone of times that listings give in unix seconds."""

    def url(self, path: str) -> str:
        """Return the URL to ask for, of a path or of a URL on the site's own hosts."""
        return rebase(urljoin(self.base, path), self.domains, self.selection.site_url)

    def page_url(self, url: str) -> str:
        """Return the URL to ask for of any page of the site, clean."""
        return clean_url(rebase(url, self.domains, self.selection.site_url))

    def article_url(self, url: str) -> str | None:
        """Return the URL to ask for of a listed link, None where it is no article of this site."""
        if not in_domains(url, self.domains):
            return None
        url = self.page_url(url)
        if self.article_path and not re.search(self.article_path, urlsplit(url).path):
            return None
        return url

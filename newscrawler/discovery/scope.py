"""Scope: which articles a crawl is asked for, and at which URLs the site's own pages are."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from urllib.parse import urljoin, urlsplit

from newscrawler.bounds import DEFAULT, Bounds
from newscrawler.publication.selection import Selection
from newscrawler.urls import clean_url, host_and_port, in_domains, rebase

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newscrawler.publication.declaration import Publication


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
    article_query: str | None = None
    """Regular expression that the query of an article's URL matches."""
    article_hosts: Sequence[str] = ()
    """The hosts on which articles are; empty: all of ``domains``."""
    not_article: str | None = None
    """Regular expression on host, path and query of what is no article."""
    listing_hosts: Sequence[str] = ()
    """Further hosts, on which the site's feeds and sitemaps are."""

    @classmethod
    def of(
        cls,
        declared: type[Publication],
        base: str,
        domains: Sequence[str],
        selection: Selection,
        bounds: Bounds = DEFAULT,
    ) -> Scope:
        """Return the scope of a crawl of a declared site.

        :param base: URL of its home, or what stands for it.
        """
        return cls(
            base.rstrip("/") + "/", domains, selection, bounds, declared.article_path, declared.timezone,
            declared.article_query, declared.article_hosts, declared.not_article, declared.listing_hosts(),
        )  # fmt: skip

    @property
    def tells_articles(self) -> bool:
        """Tell whether the declaration says by the URL what an article is."""
        return bool(self.article_path or self.article_query)

    def url(self, path: str) -> str:
        """Return the URL to ask for, of a path or of a URL on the hosts of the site or of its listings."""
        hosts = (*self.domains, *self.listing_hosts)
        return rebase(urljoin(self.base, path), hosts, self.selection.site_url)

    def page_url(self, url: str) -> str:
        """Return the URL to ask for of any page of the site, clean."""
        return clean_url(rebase(url, self.domains, self.selection.site_url))

    def article_url(self, url: str) -> str | None:
        """Return the URL to ask for of a listed link, None where it is no article of this site."""
        if not in_domains(url, self.domains):
            return None
        url = clean_url(url)
        return self.page_url(url) if self._is_article(url) else None

    def _is_article(self, url: str) -> bool:
        """Tell whether a clean URL of the site is that of an article, as far as the declaration says."""
        if self.article_path and not re.search(self.article_path, urlsplit(url).path):
            return False
        if self.article_query and not re.search(self.article_query, urlsplit(url).query):
            return False
        if self.not_article and re.search(self.not_article, url.partition("://")[2]):
            return False
        own = self.selection.site_url or ""
        return (
            not self.article_hosts
            or in_domains(url, self.article_hosts)
            or (host_and_port(url) == host_and_port(own))
        )

"""Fill in the URLs of an article, and the identity that follows from them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newscrawler.urls import article_id, believe_canonical, clean_url

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from newscrawler.document import Document
    from newscrawler.items import Article, Source
    from newscrawler.publication.site import Site
    from newscrawler.sources.metadata.schema_org import Values

_STATING: tuple[Source, ...] = ("opengraph", "json-ld", "microdata")
"""Sources that name a canonical URL, besides the page's link."""


def fill_urls(article: Article, document: Document, site: Site, stated: Mapping[Source, Values]) -> None:
    """Fill in the canonical URL, the first that is believed, and those of the AMP and the mobile page.

    :param stated: what each source says of the page.
    """
    for source, text in _canonical(document, stated):
        believed = believe_canonical(
            document.url,
            document.absolute(text),
            domains=site.domains,
            longest=document.bounds.url_length,
        )
        if believed:
            article.canonical_url = believed
            article.extracted_by["canonical_url"] = source
            break
    amp = (document.absolute(link.attr("href")) for link in document.links("amphtml"))
    article.amp_url = next((url for url in amp if url), None)
    for link in document.links("alternate"):
        media = (link.attr("media") or "").lower()
        if "max-width" in media or "handheld" in media:
            article.mobile_url = document.absolute(link.attr("href"))
            break


def fill_identity(article: Article, url: str, site: Site, number: str | None) -> None:
    """Fill in the id: by the publisher's number, else by the canonical URL, else by the URL of the page."""
    if number is not None:
        article.id = f"{site.name}:{number}"
    else:
        own = article.canonical_url or clean_url(url)
        home = site.domains[0] if site.domains else None
        article.id = article_id(site.name, own, site.article_number, home, base_url=site.base_url)


def _canonical(document: Document, stated: Mapping[Source, Values]) -> Iterator[tuple[Source, str]]:
    """Yield the canonical URLs that the page states, by which source, as they stand."""
    for link in document.links("canonical"):
        yield "meta", link.attr("href") or ""
    for source in _STATING:
        for text in stated[source].get("canonical_url", ()):
            yield source, text

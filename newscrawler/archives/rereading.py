"""Rereading: the page of a line is read by today's declaration, and held against what the line says."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from scrapy.settings import Settings
from scrapy.spiderloader import get_spider_loader

from newscrawler.archives.kept_page import NoPage
from newscrawler.archives.kept_records import KeptRecords
from newscrawler.bounds import Bounds
from newscrawler.crawling.article_pages import further_url, goes_on
from newscrawler.extract import join_pages, read_page
from newscrawler.items import Article, ListedArticle
from newscrawler.pipelines.check_dates import withdraw_impossible
from newscrawler.publication.declaration import Publication
from newscrawler.publication.site import Site
from newscrawler.text.control_characters import remove_control_characters
from newscrawler.urls import article_number, in_domains

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from scrapy.spiderloader import SpiderLoaderProtocol

    from newscrawler.archives.kept_page import KeptPage

COMPARED = (
    "canonical_url", "headline", "lead", "body", "entries", "section", "topics", "authors", "byline",
    "agency", "language", "published_at", "modified_at", "published_at_evidence", "dateline", "images",
    "related", "access",
)  # fmt: skip
"""What a page says, in the order of the line; not what a run knows of it."""

_LISTINGS = frozenset({"listing", "feed", "sitemap"})


@dataclass(frozen=True, slots=True)
class Reread:
    """A line, and what its page gives now."""

    line: Article
    now: Article | None
    reason: str = ""
    """Why the page is no article any more, or cannot be read: a slug."""
    changed: tuple[str, ...] = field(default=())
    """Fields of which page and line say something else."""


class Rereader:
    """Reads the pages of one site's lines."""

    def __init__(self, records: KeptRecords, site: Site, bounds: Bounds) -> None:
        self._records, self._site, self._bounds = records, site, bounds

    def close(self) -> None:
        """Give the archive back."""
        self._records.close()

    def reread(self, line: Article) -> Reread:
        """Read the page of a line."""
        if line.archived is None:
            return Reread(line, None, "not_kept")
        page = self._records.page_at(line.archived)
        if isinstance(page, NoPage):
            return Reread(line, None, page.reason)
        found = self._read(page, line)
        if isinstance(found, str):
            return Reread(line, None, found)
        remove_control_characters(found)
        found.fetched_at = line.fetched_at
        withdraw_impossible(found)
        changed = tuple(name for name in COMPARED if getattr(found, name) != getattr(line, name))
        return Reread(line, found, changed=changed)

    def _read(self, page: KeptPage, line: Article) -> Article | str:
        """Return the article of a page and of those on which it goes on, or why there is none."""
        read: list[Article] = []
        seen: list[str] = []
        most = self._bounds.article_pages
        while True:
            reading = read_page(
                page.body, page.url, requested_url=line.requested_url, fetched_at=line.fetched_at,
                headers=page.headers, site=self._site_of(line), listed=[_listed(line)], bounds=self._bounds,
            )  # fmt: skip
            if reading.article is None:
                assert reading.not_an_article is not None
                return reading.not_an_article.kind
            if read and not goes_on(read, reading.article, is_guess=not self._site.layouts):
                return join_pages(read[0], read[1:])
            read.append(reading.article)
            seen.append(page.url)
            following = further_url(reading.next_page, read[0], seen, lambda url: self._is_same(url, line))
            if following is None or 0 < most <= len(read):
                return join_pages(read[0], read[1:]) if len(read) > 1 else read[0]
            further = self._records.page_of(following)
            if isinstance(further, NoPage):
                return f"page_2_{further.reason}"
            page = further

    def _is_same(self, url: str, line: Article) -> bool:
        number = article_number(url, self._site.article_number)
        return number is not None and line.id == f"{self._site.name}:{number}"

    def _site_of(self, line: Article) -> Site:
        """Return the site as the crawl had it: with the base URL that stood for its own, if one did."""
        if in_domains(line.requested_url, self._site.domains):
            return self._site
        parts = urlsplit(line.requested_url)
        return replace(self._site, base_url=f"{parts.scheme}://{parts.netloc}")


def revised(found: Reread) -> Article:
    """Return the next revision of a line: as the page is read now, marked as changed by us."""
    line, now = found.line, found.now
    assert now is not None
    values: dict[str, Any] = {name: getattr(now, name) for name in COMPARED}
    return replace(
        line, **values, extracted_by=now.extracted_by, revision=line.revision + 1,
        changed=list(found.changed), changed_by="extraction",
        previous_hash=line.content_hash, silent_edit=False,
    )  # fmt: skip


def _listed(line: Article) -> ListedArticle:
    """Return what listings had said of an article, as far as its line says what came from them."""
    by, evidence = line.extracted_by, line.published_at_evidence
    stated = (by.get("published_at"), evidence.year_source if evidence else None)
    source = next((each for each in stated if each in _LISTINGS), None)
    return ListedArticle(
        url=line.requested_url, key=line.id, sightings=line.listed_on,
        published_at=line.published_at if source else None, time_source=source,
        section=line.section if by.get("section") in _LISTINGS else None,
        lead=line.lead if by.get("lead") in _LISTINGS else None,
        topics=line.topics if by.get("topics") in _LISTINGS else [],
    )  # fmt: skip


def rereader_of(settings: Mapping[str, Any], name: str) -> Rereader:
    """Return what rereads the lines of a site, by today's declaration.

    :raises OSError: the archive cannot be read.
    :raises WrongArgument: the site's declaration is broken.
    """
    found = Settings(settings)
    bound = found.getint("DOWNLOAD_MAXSIZE")
    records = KeptRecords(Path(found["WARC_DIR"]), name, bound if bound > 0 else 1 << 40)
    return Rereader(records, _site_named(name, get_spider_loader(found)), Bounds.of(found))


def reread_of(settings: Mapping[str, Any], name: str) -> Callable[[Article], Reread]:
    """Return what rereads one line, for a process of its own."""
    return rereader_of(settings, name).reread


def killed_the_rereader(line: Article) -> Reread:
    """Return what becomes of a line at whose page a process died."""
    return Reread(line, None, "killed_the_reader")


def _site_named(name: str, loader: SpiderLoaderProtocol) -> Site:
    try:
        spider = loader.load(name)
    except KeyError:
        return Site(name, domains=(name,))
    return spider.declared_site() if issubclass(spider, Publication) else Site(name, domains=(name,))

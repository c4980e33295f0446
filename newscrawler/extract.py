"""Read an article out of a page, without engine, network or clock: what spiders and other programs call."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from newscrawler.bounds import DEFAULT, Bounds, setting
from newscrawler.document import parse_document
from newscrawler.document.charset import UNKNOWN
from newscrawler.document.reading_time import read_within
from newscrawler.extraction.not_an_article import NotAnArticle, find_no_page, judge, recognise
from newscrawler.extraction.reader import PageReader
from newscrawler.loaders import Candidate
from newscrawler.output.content_hash import content_hash
from newscrawler.publication.site import Site
from newscrawler.sources.access import most_reserving
from newscrawler.text.control_characters import remove_control_characters
from newscrawler.urls import registrable_host

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from newscrawler.document import Document
    from newscrawler.items import Article, ListedArticle

__all__ = ["Candidate", "NotAnArticle", "Reading", "extract", "join_pages", "read_page"]


@dataclass(slots=True)
class Reading:
    """What a page gave: an article, or the reason why there is none."""

    article: Article | None = None
    not_an_article: NotAnArticle | None = None
    next_page: str | None = None
    """URL of the next page of the same article."""
    layout: str | None = None
    """Name of the site's layout that the page is in."""
    candidates: list[Candidate] = field(default_factory=list)
    """Every value that was offered and why it won or lost; only when asked for."""
    general: Article | None = None
    """The page as that of a site without layouts: a second witness; only when asked for."""
    stated: dict[str, str | None] = field(default_factory=dict)
    """What the page's metadata state of headline and lead; with ``general``."""


def extract(
    html: bytes | str,
    url: str,
    *,
    fetched_at: str | None = None,
    headers: Mapping[str, str] | None = None,
    site: Site | None = None,
    listed: Sequence[ListedArticle] = (),
    bounds: Bounds = DEFAULT,
) -> Article | NotAnArticle:
    """Read an article out of a page.

    :param html: the page as fetched; bytes where they are at hand, since their charset is weighed here.
    :param url: where it was fetched from.
    :param fetched_at: when, ISO 8601.
    :param headers: of the response.
    :param site: the publication as declared by its spider; without it, nothing is known of the site.
    :param listed: how listings showed the article.
    :param bounds: how much of a page is read; what goes beyond is no article, since its end is not known.
    :return: the article, or a ``NotAnArticle`` (false) that names what the page is instead. Never raises.
    """
    reading = read_page(
        html, url, fetched_at=fetched_at, headers=headers, site=site, listed=listed, bounds=bounds
    )
    if reading.article is not None:
        remove_control_characters(reading.article)
        reading.article.content_hash = content_hash(reading.article)
        return reading.article
    assert reading.not_an_article is not None
    return reading.not_an_article


def read_page(
    html: bytes | str,
    url: str,
    *,
    requested_url: str | None = None,
    fetched_at: str | None = None,
    headers: Mapping[str, str] | None = None,
    site: Site | None = None,
    listed: Sequence[ListedArticle] = (),
    explain: bool = False,
    witness: bool = False,
    recognised: bool = False,
    bounds: Bounds = DEFAULT,
) -> Reading:
    """Read a page as ``extract`` does, with what else it says: next page, layout, every candidate.

    What takes longer than its bound is no article: ``too_slow``.

    :param requested_url: what was asked for, where a redirect led elsewhere.
    :param explain: keep every candidate with its verdict.
    :param witness: read an article a second time, as if the site had no layouts.
    :param recognised: ``recognise`` has looked at the page already, as a crawl does with every answer.
    """
    named = {name.lower(): value for name, value in (headers or {}).items()}
    found = find_no_page(html, named.get("content-type"))
    if found is None and not recognised:
        found = recognise(html, url, named)
    if found is not None:
        return Reading(not_an_article=found)
    declared = site or Site(registrable_host(url))
    fetched = requested_url or url, fetched_at

    def read() -> Reading:
        document = parse_document(html, url, headers, bounds)
        reading = _read_document(document, declared, listed, fetched, explain=explain)
        if witness and reading.article is not None and reading.layout is not None:
            reader = PageReader(document, replace(declared, layouts=()), listed)
            reading.general = reader.read()
            reading.stated = {"headline": reader.first("headline"), "lead": reader.first("description")}
            reader.let_go()
        return reading

    if (reading := read_within(bounds.page_seconds, read)) is None:
        beyond = f"reading takes longer than {setting('page_seconds')}"
        return Reading(not_an_article=NotAnArticle("too_slow", beyond))
    return reading


def _read_document(
    document: Document,
    site: Site,
    listed: Sequence[ListedArticle],
    fetched: tuple[str, str | None],
    *,
    explain: bool,
) -> Reading:
    """Read a parsed page.

    :param fetched: the URL that was asked for, and when.
    """
    if document.beyond is not None:
        beyond = f"the page goes beyond {setting(document.beyond)}"
        return Reading(not_an_article=NotAnArticle("too_large", beyond))
    if document.encoding == UNKNOWN:
        return Reading(not_an_article=NotAnArticle("unknown_charset", "its bytes are words in no charset"))
    reader = PageReader(document, site, listed, explain)
    article = reader.read()
    article.url = document.url
    article.requested_url, article.fetched_at = fetched
    layout = reader.layout
    reading = Reading(
        next_page=reader.next_page(),
        layout=layout.name if layout else None,
        candidates=reader.loader.candidates,
    )
    if layout is None or not (article.headline and article.body):
        reading.not_an_article = judge(document, article)
    if reading.not_an_article is None:
        reading.article = article
    reader.let_go()
    return reading


def join_pages(first: Article, rest: Sequence[Article]) -> Article:
    """Return the pages of one article as one: the first page's fields, the bodies one after another.

    What one of them reserves, by an opt-out or a paywall, holds for the whole.
    """
    bodies = [first.body, *(_without_opening(page.body, first.body) for page in rest)]
    images = {image.url: image for page in (first, *rest) for image in page.images}
    related = {(story.url, story.headline): story for page in (first, *rest) for story in page.related}
    return replace(
        first,
        body="\n\n".join(dict.fromkeys(filter(None, bodies))) or None,
        images=list(images.values()),
        related=list(related.values()),
        topics=list(dict.fromkeys(topic for page in (first, *rest) for topic in page.topics)),
        opt_outs=list(dict.fromkeys(stated for page in (first, *rest) for stated in page.opt_outs)),
        access=most_reserving(page.access for page in (first, *rest)),
    )


def _without_opening(body: str | None, first: str | None) -> str:
    """Return the text of a further page without the paragraphs with which each page begins."""
    blocks, opening = (body or "").split("\n\n"), (first or "").split("\n\n")
    repeated = next((at for at, (a, b) in enumerate(zip(blocks, opening, strict=False)) if a != b), None)
    return "\n\n".join(blocks[min(len(blocks), len(opening)) if repeated is None else repeated :])

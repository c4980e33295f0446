"""extract: a page in, an article out. No engine, no network, no clock; spiders and libraries use the same code."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from newscrawler.content import content_hash
from newscrawler.dates import YearEvidence, parse_time
from newscrawler.document import Document, parse_document
from newscrawler.items import Article, Image
from newscrawler.loaders import ArticleLoader, Candidate
from newscrawler.publication_time import TimeReader
from newscrawler.site import Site
from newscrawler.sources import declared, jsonld, microdata, opengraph, visible
from newscrawler.sources.access import opt_outs, read_access
from newscrawler.sources.bylines import bylines
from newscrawler.sources.language import language_code, language_of
from newscrawler.sources.page import BodyHints, page_body
from newscrawler.sources.page_kind import Refusal, refuse, refuse_early
from newscrawler.sources.pictures import is_placeholder, split_credit
from newscrawler.sources.publication import publication_names
from newscrawler.sources.time_element import printed_times, read_times
from newscrawler.text import clean, split_byline, split_dateline
from newscrawler.urls import article_id, article_number, believe_canonical, clean_url, registrable_host

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from lxml.html import HtmlElement
    from scrapy.http import Response

    from newscrawler.items import ListedArticle, Source
    from newscrawler.layout import Layout
    from newscrawler.sources.jsonld import Values

__all__ = ["Candidate", "Reading", "Refusal", "extract", "join_pages", "load_article", "read_page"]

_LOADED = (
    "headline",
    "lead",
    "body",
    "section",
    "topics",
    "authors",
    "agency",
    "published_at",
    "modified_at",
    "images",
    "related",
)
_URL_DAY = re.compile(
    r"/(?P<year>(?:19|20)\d\d)[/-]?(?P<month>0[1-9]|1[0-2])[/-]?(?P<day>0[1-9]|[12]\d|3[01])(?=[/_-]|$)"
)


@dataclass(slots=True)
class Reading:
    """What a page gave: an article, or the reason why there is none."""

    article: Article | None = None
    refusal: Refusal | None = None
    next_page: str | None = None
    """Address of the next page of the same article."""
    layout: str | None = None
    """Name of the site's layout that the page is in."""
    candidates: list[Candidate] = field(default_factory=list)
    """Every value that was offered and why it won or lost; only when asked for."""


def extract(
    html: bytes | str,
    url: str,
    *,
    fetched_at: str | None = None,
    headers: Mapping[str, str] | None = None,
    site: Site | None = None,
    listed: Sequence[ListedArticle] = (),
) -> Article | Refusal:
    """Read an article out of a page.

    :param html: the page as fetched; bytes where they are at hand, since their charset is weighed here.
    :param url: address that it was fetched from.
    :param fetched_at: when, ISO 8601.
    :param headers: of the response.
    :param site: the publication as declared by its spider; without it, nothing is known of the site.
    :param listed: how listings showed the article.
    :return: the article, or a refusal (false) that names what the page is instead. Never raises.
    """
    reading = read_page(html, url, fetched_at=fetched_at, headers=headers, site=site, listed=listed)
    if reading.article is not None:
        return reading.article
    assert reading.refusal is not None
    return reading.refusal


def load_article(
    response: Response, site: Site, listed: Sequence[ListedArticle] = (), *, fetched_at: str | None = None
) -> Reading:
    """Read the article of a Scrapy response."""
    redirected = response.meta.get("redirect_urls") if response.request is not None else None
    requested = (
        redirected[0]
        if redirected
        else response.request.url
        if response.request is not None
        else response.url
    )
    headers = {
        name.decode("latin-1"): b", ".join(values).decode("latin-1")
        for name, values in response.headers.items()
    }
    return read_page(
        response.body,
        response.url,
        requested_url=requested,
        fetched_at=fetched_at,
        headers=headers,
        site=site,
        listed=listed,
    )


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
) -> Reading:
    """Read a page as ``extract`` does, with what else it says: next page, layout, and every candidate if asked for."""
    content_type = next(
        (value for name, value in (headers or {}).items() if name.lower() == "content-type"), None
    )
    if (refusal := refuse_early(html, content_type)) is not None:
        return Reading(refusal=refusal)
    site = site or Site(registrable_host(url))
    document = parse_document(html, url, headers)
    layout = declared.layout_of(document, site.layouts)
    names = publication_names(document, site.name)
    publication = frozenset(name.casefold() for name in names)
    loader = ArticleLoader(_time_reader(site, document, listed), publication=publication, explain=explain)
    stated = _offer(loader, document, site, layout, listed, names)
    article = loader.load_item()
    article.url, article.requested_url, article.fetched_at = url, requested_url or url, fetched_at
    _finish(article, document, site, stated, listed)
    reading = Reading(
        next_page=declared.next_page(document, layout),
        layout=layout.name if layout else None,
        candidates=loader.candidates,
    )
    if layout is None or not (article.headline and article.body):
        source = html if isinstance(html, str) else html[:60_000].decode("utf-8", "replace")
        reading.refusal = refuse(document, article, source)
    if reading.refusal is None:
        reading.article = article
    return reading


def _offer(
    loader: ArticleLoader,
    document: Document,
    site: Site,
    layout: Layout | None,
    listed: Sequence[ListedArticle],
    names: Sequence[str],
) -> dict[Source, Values]:
    """Let the sources offer in the order of their trust."""
    stated: dict[Source, Values] = {
        "json-ld": jsonld.read(document),
        "microdata": microdata.read(document),
        "opengraph": opengraph.read_opengraph(document),
        "meta": opengraph.read_meta(document, loader.publication),
    }
    if layout is not None:
        stated = {"site": declared.read(document, layout), **stated}
        for name, preferred in layout.prefer.items():
            source: Source = preferred  # type: ignore[assignment]  # a layout names sources by the same vocabulary
            if name in (values := _loadable(stated.get(source, {}), site)):
                loader.offer(source, {name: values[name]})
    if layout is None or "headline" not in stated["site"]:
        element = _offer_headline(loader, document, stated, names)
    else:
        element = None
    for source, values in stated.items():
        loader.offer(source, _loadable(values, site, lead=source == "site"))
    if layout is None:
        _offer_visible(loader, document, element, stated, site)
    _offer_outside(loader, document, site, listed)
    return stated


def _loadable(values: Values, site: Site, *, lead: bool = False) -> Values:
    """Return what the loader takes of a source's values: bylines told apart into people and agencies."""
    loadable = {name: values[name] for name in _LOADED if name in values and (lead or name != "lead")}
    names = [*values.get("authors", ()), *values.get("bylines", ())]
    if names:
        loadable["authors"] = names
    if agencies := [
        agency for name in (*names, *values.get("organisations", ())) if (agency := _agency(name, site))
    ]:
        loadable["agency"] = agencies
    if "images" in values:
        loadable["images"] = [image for image in values["images"] if not is_placeholder(image.url)]
    return loadable


def _agency(name: str, site: Site) -> str | None:
    agency = split_byline(name)[1]
    if agency is None and site.agency and name.strip().casefold() == site.agency.casefold():
        agency = site.agency
    return agency


def _offer_headline(
    loader: ArticleLoader, document: Document, stated: Mapping[Source, Values], names: Sequence[str]
) -> HtmlElement | None:
    titles = [(source, text) for source, values in stated.items() for text in values.get("headline", ())[:1]]
    choice = visible.headline(document, titles, names)
    if choice is None or choice.text.casefold() in loader.publication:
        return None  # a bare <title>Site name</title> is no headline
    loader.offer(choice.source, {"headline": [choice.text]})
    return choice.element


def _offer_visible(
    loader: ArticleLoader,
    document: Document,
    element: HtmlElement | None,
    stated: Mapping[Source, Values],
    site: Site,
) -> None:
    if element is None and "headline" in loader.extracted_by:
        element = visible.headline_like(document, loader.get_output_value("headline"))
    around = visible.near(element)
    loader.offer("time-element", read_times(document, around))
    loader.offer("text", printed_times(document, around))
    if "authors" not in loader.extracted_by:
        loader.offer("page", {"authors": bylines(document, around)})
    if "topics" not in loader.extracted_by:
        loader.offer("page", {"topics": visible.topic_links(document)})
    descriptions = [text for values in stated.values() for text in values.get("description", ())]
    body = next((text for values in stated.values() for text in values.get("body", ())), None)
    headline = loader.get_output_value("headline") if "headline" in loader.extracted_by else None
    found = page_body(document, hints=BodyHints(headline, descriptions[0] if descriptions else None, body))
    if found is not None:
        source: Source = "json-ld" if found.source == "json-ld" else "page"
        loader.take(source, "body", [found.text])


def _offer_outside(
    loader: ArticleLoader, document: Document, site: Site, listed: Sequence[ListedArticle]
) -> None:
    """Offer what the address and the listings say, for what the page does not."""
    if found := _URL_DAY.search(document.url):
        loader.offer("url", {"published_at": ["-".join(found.groups())]})
    if site.section_names:
        slug = document.url.split("://", 1)[-1].partition("/")[2].partition("/")[0]
        loader.offer("url", {"section": site.section_names.get(slug, ())[:1]})
    for listing in listed:
        source: Source = listing.time_source or "listing"
        if listing.published_at:
            loader.offer(source, {"published_at": [listing.published_at]})
        offered: Values = {"section": [listing.section], "lead": [listing.lead], "topics": listing.topics}
        loader.offer(source, {name: values for name, values in offered.items() if values and values[0]})


def _time_reader(site: Site, document: Document, listed: Sequence[ListedArticle]) -> TimeReader:
    language = site.language or (language_code(document.lang) if document.lang else None)
    return TimeReader(site.timezone, site.date_formats, language, _year_evidence(site, document.url, listed))


def _year_evidence(site: Site, url: str, listed: Sequence[ListedArticle]) -> list[YearEvidence]:
    """Return what is known from outside the page of the year: listings, the address, the article's number."""
    evidence = []
    for listing in listed:
        time = parse_time(listing.published_at, zone=site.timezone) if listing.published_at else None
        if time is not None and time.instant is not None:
            evidence.append(YearEvidence(listing.time_source or "listing", time.instant, time.instant))
    if found := _URL_DAY.search(url):
        try:
            day = datetime.fromisoformat("-".join(found.groups())).replace(tzinfo=UTC)
        except ValueError:
            pass
        else:
            evidence.append(YearEvidence("url", day, day + timedelta(days=1)))
    if site.number_dates is not None and (number := article_number(url, site.article_number)):
        window = site.number_dates(int(number)) if number.isdigit() else None
        if window is not None:
            evidence.append(YearEvidence("article-number", *window))
    return evidence


def _finish(
    article: Article,
    document: Document,
    site: Site,
    stated: Mapping[Source, Values],
    listed: Sequence[ListedArticle],
) -> None:
    """Fill the fields that follow from the page as a whole or from other fields."""
    article.site = site.name
    _addresses(article, document, site, stated)
    declared_languages = [
        document.lang,
        *(text for values in stated.values() for text in values.get("language", ())),
        site.language,
    ]
    codes = [code for text in declared_languages if text and (code := language_code(text))]
    text = " ".join(part for part in (article.headline, article.lead, article.body) if part)
    article.language = language_of(text, codes[0] if codes else None)
    if article.body:
        article.dateline = split_dateline(article.body, (site.agency,) if site.agency else ())
        if article.agency is None and article.dateline is not None and article.dateline.agency:
            article.agency = article.dateline.agency
            article.extracted_by["agency"] = "text"
    article.images = [_told_apart(image, document) for image in article.images]
    article.access = read_access(document, *stated.values())
    article.opt_outs = opt_outs(document)
    article.listed_on = [sighting for listing in listed for sighting in listing.sightings]
    article.content_hash = content_hash(article)


def _told_apart(image: Image, document: Document) -> Image:
    caption, credit = (image.caption, image.credit) if image.credit else split_credit(image.caption)
    return Image(
        document.absolute(image.url) or image.url, clean(caption or "") or None, clean(credit or "") or None
    )


def _addresses(article: Article, document: Document, site: Site, stated: Mapping[Source, Values]) -> None:
    named: list[tuple[Source, str]] = [
        ("meta", link.get("href") or "") for link in document.links("canonical")
    ]
    named += [
        (source, text)
        for source in ("opengraph", "json-ld", "microdata")
        for text in stated[source].get("canonical_url", ())
    ]
    for source, text in named:
        if believed := believe_canonical(document.url, document.absolute(text), domains=site.domains):
            article.canonical_url = believed
            article.extracted_by["canonical_url"] = source
            break
    article.amp_url = next(
        (url for link in document.links("amphtml") if (url := document.absolute(link.get("href")))), None
    )
    for link in document.links("alternate"):
        media = (link.get("media") or "").lower()
        if "max-width" in media or "handheld" in media:
            article.mobile_url = document.absolute(link.get("href"))
            break
    number = article_number(document.url, site.article_number)
    address = document.url if number else article.canonical_url or clean_url(document.url)
    home = site.domains[0] if site.domains else None
    article.id = article_id(site.name, address, site.article_number, home, base_url=site.base_url)


def join_pages(first: Article, rest: Sequence[Article]) -> Article:
    """Return the pages of one article as one: the first page's fields, the bodies one after another."""
    bodies = [page.body for page in (first, *rest) if page.body]
    images = {image.url: image for page in (first, *rest) for image in page.images}
    related = {(story.url, story.headline): story for page in (first, *rest) for story in page.related}
    joined = replace(
        first,
        body="\n\n".join(dict.fromkeys(bodies)) or None,
        images=list(images.values()),
        related=list(related.values()),
        topics=list(dict.fromkeys(topic for page in (first, *rest) for topic in page.topics)),
    )
    joined.content_hash = content_hash(joined)
    return joined

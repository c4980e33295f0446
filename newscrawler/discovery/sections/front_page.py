"""Front page of an undeclared site: which of its links lead to feeds, to sections and to articles."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

from newscrawler.bounds import DEFAULT, Bounds
from newscrawler.discovery.feeds.feed_page import FEED_URL
from newscrawler.discovery.links import absolute, base_of_page, web_url
from newscrawler.discovery.scripted_links import scripted_links
from newscrawler.discovery.sections.section_hosts import section_of_host, without_editions
from newscrawler.discovery.sections.unmarked_menu import LEAST, unmarked_menus
from newscrawler.discovery.story_urls import DATE, FILE, NOT_NEWS, VIEW_OF_SECTION, looks_like_article
from newscrawler.publication.selectors import select
from newscrawler.text import clean
from newscrawler.urls import clean_url, in_domains

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from newscrawler.document import Element

FEED_TYPES = frozenset(
    f"{kind}/{form}" for kind in ("application", "text") for form in ("rss+xml", "atom+xml", "rdf+xml")
) | {
    "application/feed+json",
    "application/rss",
    "application/atom",
    "application/xml",
    "text/xml",
    "application/json",
}
_NO_FEED = re.compile(r"oembed|/wp-json/|openapi|manifest|/api/|opensearch", re.IGNORECASE)
"""Alternatives of a page that are no feeds, though their type may be one's."""
_FEED_NAME = re.compile(r"(?:RSS|Atom)(?:[ -]?(?:[12]\.0|feeds?|канал|лента))?\Z", re.IGNORECASE)
_SECTION_PARAMETER = re.compile(
    r"(?:sc_)?(?:sub_?)?(?:c|cat|cid|cate|category|section|sec|rubric|rubrik|ressort|channel|sid[12]|genre)"
    r"(?:[-_]?(?:id|no|code))?=[^&=]{1,30}\Z",
    re.IGNORECASE,
)
_NAMED_PAGE = re.compile(
    r"(?:page|p|view|go|do|show|act|action|menu|mod|module|site|seite|rub|r|k|s|topic|kat)=([a-z][a-z_-]{2,30})\Z",
    re.IGNORECASE,
)
"""A page of a site that has all of its pages at one path."""
_VIEW = re.compile(r"(?:mobile|desktop|print|amp|full|text|list|grid|dark|light|rss|all)\Z", re.IGNORECASE)
_BESIDE = re.compile(r"(?:lang|language|l|hl|lng|locale|itemid|option|layout)=[\w.-]{1,20}\Z", re.IGNORECASE)
"""What does not say which page it is: language, form."""


@dataclass(slots=True)
class Front:
    """The ways in that a front page shows."""

    feeds: list[str] = field(default_factory=list)
    sections: dict[str, tuple[str, str]] = field(default_factory=dict)
    """Slug -> (URL, name) of what the site's own menus link."""
    states_feeds: bool = False
    """The page itself says what its feeds are; a link that says ``RSS`` may lead to a page of them."""


def read_front(root: Element, url: str, domains: Sequence[str], bounds: Bounds = DEFAULT) -> Front:
    """Return the feeds that a page names and the sections that its menus link."""
    front = Front()
    most, longest = bounds.page_links or None, bounds.url_length
    base = base_of_page(root, url, longest)
    front.feeds, front.states_feeds = _feeds(root, base, domains, bounds)
    menus = select(
        root,
        "nav a[href], header a[href], [class*=menu] a[href], [class*=nav] a[href], [role=navigation] a[href],"
        " [id*=menu] a[href], [id*=nav] a[href], map area[href]",
    )
    links = [(link, link.attr("href") or "") for link in menus[:most]]
    named = sections_of([*links, *_scripted_menus(root)], base, domains, longest)
    front.sections = {slug: each for slug, each in named.items() if not looks_like_article(each[0])}
    if len(front.sections) < LEAST:
        for menu in unmarked_menus(root):
            links = [(link, link.attr("href") or "") for link in menu[:most]]
            front.sections |= _sections_of_unmarked(sections_of(links, base, domains, longest))
    front.sections = without_editions(front.sections, domains)
    return front


def _feeds(root: Element, base: str, domains: Sequence[str], bounds: Bounds) -> tuple[list[str], bool]:
    """Return the feeds that a page names, and whether it states them; else its links look like some."""
    most, longest = bounds.page_links or None, bounds.url_length
    if stated := stated_feeds(root, base, bounds):
        return stated, True
    feeds: dict[str | None, None] = {}
    for link in select(root, "a[href]")[:most]:
        href = link.attr("href") or ""
        if FEED_URL.search(href) or _FEED_NAME.match(clean(link.text)):
            linked = absolute(base, href, longest)
            feeds[linked if linked and in_domains(linked, domains) else None] = None
    return list(filter(None, feeds)), False


def stated_feeds(root: Element, base: str, bounds: Bounds) -> list[str]:
    """Return the feeds that the head of a page states.

    :param base: what its links are relative to.
    """
    feeds: dict[str | None, None] = {}
    for link in select(root, "link[rel~=alternate][href]"):
        kind = (link.attr("type") or "").partition(";")[0].strip().lower()
        if kind in FEED_TYPES and not _NO_FEED.search(link.attr("href") or ""):
            feeds[web_url(base, link.attr("href") or "", bounds.url_length)] = None
    return list(filter(None, feeds))


def _scripted_menus(root: Element) -> Iterator[tuple[Element, str]]:
    """Yield what a script follows in the menus of a page: lists to choose from, and marked menus."""
    marked = set(select(root, "nav, header, [class*=menu], [class*=nav], [role=navigation]"))
    for element, place in scripted_links(root):
        if element.tag == "option" or not marked.isdisjoint(element.ancestors):
            yield element, place


def _sections_of_unmarked(links: dict[str, tuple[str, str]]) -> dict[str, tuple[str, str]]:
    """Return the sections that a list of short links names, if it is a menu: most are like no article.

    A section may be named by as many words as an article, but not by a code or a date.
    """
    worded = {
        slug: each
        for slug, each in links.items()
        if not any(map(str.isdecimal, slug)) and not DATE.search(each[0])
    }
    unlike = sum(not looks_like_article(url) for url, _ in worded.values())
    return worded if unlike >= LEAST and unlike >= 0.7 * len(links) else {}


def sections_of(
    menus: Iterable[tuple[Element, str]], base: str, domains: Sequence[str], longest: int
) -> dict[str, tuple[str, str]]:
    """Return what links lead to sections: slug -> (URL, name).

    :param menus: elements, and where each leads.
    """
    found: dict[str, tuple[str, str]] = {}
    home = (absolute(base, "/", longest) or "").rstrip("/")
    for link, href in menus:
        linked = clean_url(absolute(base, href, longest) or "", longest)
        name = clean(link.text) or clean(link.attr("alt") or "")
        slug = section_slug(linked, domains)
        if slug and 1 < len(name) <= 40 and linked.rstrip("/") != home:
            found.setdefault(slug, (linked, name))
    return found


def section_slug(url: str, domains: Sequence[str]) -> str | None:
    """Return the last part of a section page's path, else the first of its host; None for what is no section.

    >>> section_slug("https://paper.example/news/world/", ["paper.example"])
    'world'
    >>> section_slug("https://paper.example/?cat=3", ["paper.example"])
    'cat=3'
    """
    if not in_domains(url, domains):
        return None
    parts = urlsplit(url)
    if (
        parts.scheme not in {"http", "https"}
        or (parts.query and not _names_a_section(parts.query))
        or NOT_NEWS.match(parts.path)
        or FILE.search(parts.path)
    ):
        return None
    segments = [segment for segment in parts.path.split("/") if segment]
    if not segments:
        return unquote(parts.query).lower() if parts.query else section_of_host(url, domains)
    if not 1 <= len(segments) <= 3:
        return None
    slug = unquote(re.sub(r"\.\w+$", "", segments[-1])).lower()
    if slug == "1" and len(segments) > 1:  # its first page
        slug = unquote(segments[-2]).lower()
    if parts.query:
        return f"{slug}?{unquote(parts.query).lower()}"
    return None if slug.isdecimal() else slug  # the second page of a section is none


def _names_a_section(query: str) -> bool:
    """Tell whether a query string names nothing but a section: ``?cat=3``, ``?go=sport``."""
    pairs = [pair for pair in query.split("&") if pair and not _BESIDE.match(pair)]
    if VIEW_OF_SECTION.search(query):
        return True
    if len(pairs) != 1:
        return False
    named = _NAMED_PAGE.match(pairs[0])
    return _SECTION_PARAMETER.match(pairs[0]) is not None or (
        named is not None and not (NOT_NEWS.match(f"/{named[1]}") or _VIEW.match(named[1]))
    )

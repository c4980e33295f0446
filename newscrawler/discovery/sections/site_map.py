"""Site map: a page of links to all sections of a site; sections that list nothing but sections, or a feed."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

from newscrawler.discovery.links import web_url
from newscrawler.discovery.listing import Listing
from newscrawler.discovery.sections.front_page import sections_of, stated_feeds
from newscrawler.discovery.sections.unmarked_menu import LEAST
from newscrawler.discovery.story_urls import looks_like_article
from newscrawler.publication.selectors import select
from newscrawler.text import clean
from newscrawler.urls import clean_url, in_domains

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newscrawler.discovery.listed_link import ListingPage
    from newscrawler.discovery.scope import Scope
    from newscrawler.discovery.sections.front_page import Front
    from newscrawler.document import Document

_MAP = re.compile(r"(?:\A|[/_.-])(?:html)?site[-_]?map(?:\.\w{3,5})?/?\Z", re.IGNORECASE)
_FOR_MACHINES = re.compile(r"\.(?:xml|gz|txt)/?\Z", re.IGNORECASE)
_CALLED_AS_TEXT = """
site map|sitemap|site index|seitenübersicht|übersicht aller themen|alle rubriken|alle ressorts
plan du site|mapa del sitio|mapa web|mapa del lloc|mapa do site|mapa do sítio|mappa del sito|mappa sito
sitekaart|sivukartta|nettstedskart|sidekart|sidekort|webbkarta|webbplatskarta|sajtkarta|veftré
mapa strony|mapa serwisu|mapa stránek|mapa stránok|mapa webu|honlaptérkép|oldaltérkép|harta site
harta site-ului|karta stranica|mapa sajta|mapa stranice|zemljevid strani|kazalo strani|karta sajta
карта сайта|карта сайту|мапа сайту|карта на сайта|мапа сајта|χάρτης ιστοσελίδας|χάρτης ιστότοπου
site haritası|خريطة الموقع|نقشه سایت|מפת אתר|מפת האתר|साइटमैप|サイトマップ|网站地图|網站地圖
사이트맵|사이트 맵|sơ đồ trang|sơ đồ website|peta situs|แผนผังเว็บไซต์
"""
_CALLED = frozenset(part for line in _CALLED_AS_TEXT.split("\n") for part in line.split("|") if part)


def maps_of(document: Document, front: Front, scope: Scope) -> Iterator[Listing]:
    """Yield the site's map where a front page links one, and has hardly a menu by itself."""
    if len(front.sections) >= LEAST or scope.selection.sections:
        return
    own, longest = clean_url(document.url), scope.bounds.url_length
    for link in select(document.root, "a[href]")[: scope.bounds.page_links or None]:
        there = clean_url(web_url(document.base_url, link.attr("href") or "", longest) or "", longest)
        if not there or there == own or not in_domains(there, scope.domains):
            continue
        path = unquote(urlsplit(there).path)
        is_map = _MAP.search(path) or clean(link.text).casefold().strip(" »›→") in _CALLED
        if is_map and not _FOR_MACHINES.search(path):
            yield Listing("section", None, scope.url(there), "map", guessed=True)
            return


def sections_beyond_menus(
    document: Document, page: ListingPage, listing: Listing, scope: Scope, known: set[str]
) -> Iterator[Listing]:
    """Yield the sections that a page lists: the site's map; a section without articles, those below it.

    Such a section may state a feed as well. Nobody says that all these are there: one that is not is no sign
    of a change.

    :param page: what it lists beside them.
    :param known: URLs of sections that are known; what is found becomes known.
    """
    is_map = listing.format == "map"
    if listing.pages or listing.kind != "section" or not (is_map or not page.links):
        return
    links = select(document.root, "a[href]")[: scope.bounds.page_links or None]
    stated = ((link, link.attr("href") or "") for link in links)
    named = sections_of(stated, document.base_url, scope.domains, scope.bounds.url_length)
    own = clean_url(document.url)
    if not (is_map or page.candidates):
        for feed in stated_feeds(document.root, document.base_url, scope.bounds):
            yield Listing("feed", None, scope.url(feed), "feed", guessed=True)
    for slug, (place, name) in named.items():
        is_further = place != own and (is_map or _is_below(place, own)) and not looks_like_article(place)
        if is_further and place not in known:
            known.add(place)
            yield Listing("section", name, scope.url(place), "links", slug=slug, guessed=True)


def _is_below(place: str, own: str) -> bool:
    """Tell whether a page lies directly below another.

    >>> _is_below("https://paper.example/region/north", "https://paper.example/region/")
    True
    >>> _is_below("https://paper.example/region/", "https://paper.example/")
    False
    """
    there, here = urlsplit(place), urlsplit(own)
    above, _, last = there.path.rstrip("/").rpartition("/")
    return bool(last and above) and there.netloc == here.netloc and above == here.path.rstrip("/")

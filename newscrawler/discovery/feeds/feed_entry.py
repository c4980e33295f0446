"""One entry of an RSS, RDF or Atom feed: its own elements, told from those of other vocabularies."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING
from urllib.parse import parse_qsl, unquote, urldefrag, urlsplit

from newscrawler.bounds import DEFAULT
from newscrawler.discovery.feeds.listed_text import lead_text, title_text
from newscrawler.discovery.feeds.listed_time import whole_instant
from newscrawler.discovery.links import absolute, web_url
from newscrawler.discovery.listed_link import ListedLink
from newscrawler.discovery.xml.xml_entries import local_name
from newscrawler.text import clean
from newscrawler.urls import host_and_port, registrable_host

if TYPE_CHECKING:
    from lxml.etree import _Element

_WHOLE = re.compile(r"https?://", re.IGNORECASE)
_ABOUT = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}about"
_BASE = "{http://www.w3.org/XML/1998/namespace}base"
_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_VOCABULARIES = {
    "www.w3.org/2005/atom": "atom",
    "purl.org/atom/ns#": "atom",
    "purl.org/dc/elements/1.1": "dc",
    "purl.org/dc/elements/1.0": "dc",
    "purl.org/dc/terms": "dcterms",
    "rssnamespace.org/feedburner/ext/1.0": "feedburner",
    "www.pheedo.com/namespace/pheedo": "pheedo",
    "purl.org/syndication/thread/1.0": "thr",
    "purl.org/rss/1.0/modules/content": "content",
    "search.yahoo.com/mrss": "media",
    "www.itunes.com/dtds/podcast-1.0.dtd": "itunes",
    "www.google.com/schemas/sitemap-news/0.9": "news",
}
_COMMENT_MARK = re.compile(r"(?:comment|komment|respond|reply|c\d)[\w-]*\Z", re.IGNORECASE)
_TIMES = (
    "pubdate",
    "published",
    "issued",
    "date",
    "dc:date",
    "dcterms:issued",
    "dcterms:created",
    "atom:published",
)
_TEXTS = (
    "description", "summary", "content", "content:encoded", "atom:summary", "atom:content",
    "media:description", "dc:description",
)  # fmt: skip
_GALLERY = re.compile(
    r"/(?:photos?|photo-?streams?|photo-?gall[\w-]+|fotos?|foto(?:strecke|galer|serie)[\w-]*|pictures?|pics|images?"
    r"|galler(?:y|ies)|galer[\w-]+|bilder(?:strecke|galerie|serie)?n?|diashows?|slideshows?|фото[\w-]*)(?:/|\Z)",
    re.IGNORECASE,
)
_NO_CATEGORIES = frozenset(
    (
        "uncategorized",
        "uncategorised",
        "unkategorisiert",
        "non classé",
        "sin categoría",
        "senza categoria",
        "без рубрики",
    )
)


class FeedEntry:
    """The elements of an entry by name; the first of each name counts, and those without text do not.

    Elements of the entry's own vocabulary have their bare name, those of others are ``dc:date``.
    """

    def __init__(self, element: _Element) -> None:
        self.element = element
        self.children: dict[str, list[_Element]] = {}
        for child in element:
            self.children.setdefault(name_of(child, element), []).append(child)

    def text(self, *names: str) -> str | None:
        """Return the cleaned text of the first of these elements that has one, in the order of the names."""
        return next(
            (
                text
                for name in names
                for child in self.children.get(name, ())
                if (text := clean(all_text(child)))
            ),
            None,
        )

    def title(self) -> str | None:
        """Return the title as text."""
        return next(
            (title for child in self._all("title", "atom:title", "dc:title") if (title := _title(child))),
            None,
        )

    def is_comment(self, link: str | None) -> bool:
        """Tell a reader's comment from an article."""
        if "thr:in-reply-to" in self.children:
            return True
        marks = [
            urlsplit(found).fragment for found in (link, self.text("guid", "id")) if found and "#" in found
        ]
        return any(map(_COMMENT_MARK.match, marks))

    def is_episode(self) -> bool:
        """Tell an episode of a podcast from an article."""
        sounds = [
            child
            for child in self._all("enclosure")
            if (child.get("type") or "").startswith(("audio/", "video/"))
        ]
        return bool(sounds) and any(
            name in self.children for name in ("itunes:duration", "itunes:episode", "itunes:episodetype")
        )

    def is_picture(self, link: str) -> bool:
        """Tell a picture of a photo stream from an article: a gallery's URL, a picture, no word on it."""
        if not _GALLERY.search(unquote(urlsplit(link).path)):
            return False
        pictures = [
            child
            for child in self._all("enclosure", "media:content", "media:thumbnail")
            if "image" in (child.get("type") or child.get("medium") or local_name(child))
        ]
        said = (title_text(all_text(child)) for child in self._all(*_TEXTS))
        shows = bool(pictures) or any("<img" in all_text(child).lower() for child in self._all(*_TEXTS))
        return shows and not any(text and text != self.title() for text in said)

    def link(self, url: str, home: str, longest: int = DEFAULT.url_length) -> str | None:
        """Return the URL of the article.

        Where the link leads over another host, as through a redirector that counts clicks, or to the front
        page, a URL that the entry states beside it is taken.

        :param url: of the feed.
        :param home: URL of the site that the feed states, else of the feed.
        """
        original = self._links("feedburner:origlink", "pheedo:origlink", url=url, longest=longest)
        links = self._links("link", "atom:link", url=url, longest=longest)
        is_astray = bool(links) and _is_astray(links[0], home)
        names = (self._named(child, longest, even_no_link=is_astray) for child in self._all("guid", "id"))
        permalinks = list(filter(None, names))
        if original:
            return original[0]
        if is_astray and permalinks and not _is_astray(permalinks[0], home):
            return permalinks[0]
        found = next(iter([*links, *permalinks]), None) or self._about(longest)
        return _aim_of(found, home, longest) if found else None

    def listed(self, url: str, position: int) -> ListedLink:
        """Return what the entry says of its article."""
        if self.is_comment(url):  # nothing that a reader wrote is said of the article
            return ListedLink(urldefrag(url).url, position)
        title = self.title()
        leads = [
            all_text(child) for child in self._all("description", "summary", "atom:summary", "dc:description")
        ]
        categories = [
            name
            for child in self._all("category", "dc:subject", "atom:category")
            if (name := _category(child))
        ]
        return ListedLink(
            url=url,
            position=position,
            headline=title,
            published_at=whole_instant(self.text(*_TIMES)),
            section=categories[0] if categories else None,
            lead=next((lead for text in leads if (lead := lead_text(text, url, title))), None),
            topics=categories[1:],
            language=language_of(self.text("dc:language") or _stated_language(self.element)),
        )

    def _all(self, *names: str) -> list[_Element]:
        return [child for name in names for child in self.children.get(name, ())]

    def _links(self, *names: str, url: str, longest: int) -> list[str]:
        found = []
        for child in self._all(*names):
            rel = child.get("rel", "alternate").strip().lower().rpartition("/")[2]
            stated = link_text(child)
            linked = web_url(base_of(child, url), stated, longest) if stated and rel == "alternate" else None
            if linked is not None:
                found.append(
                    (child.get("type", "text/html") not in {"text/html", "application/xhtml+xml"}, linked)
                )
        return [linked for _, linked in sorted(found, key=lambda pair: pair[0])]

    def _about(self, longest: int) -> str | None:
        """Return the URL by which RDF names the entry; RSS 1.0 wants it to be that of the article."""
        stated = (self.element.get(_ABOUT) or "").strip()
        return web_url(stated, stated, longest) if _WHOLE.match(stated) else None

    @staticmethod
    def _named(child: _Element, longest: int, *, even_no_link: bool) -> str | None:
        """Return the URL that a ``guid`` or ``id`` is, unless it says that it is none."""
        is_link = child.get("isPermaLink", child.get("ispermalink", "true")).strip().lower() != "false"
        if not (is_link or even_no_link):
            return None
        stated = link_text(child)
        return web_url(stated, stated, longest) if _WHOLE.match(stated) else None


def name_of(child: _Element, entry: _Element) -> str:
    """Return the name of an element: bare in the entry's own vocabulary, else with that of its own."""
    return _name(str(child.tag), child.prefix, str(entry.tag), entry.prefix)


@lru_cache(maxsize=1024)
def _name(tag: str, prefix: str | None, entry_tag: str, entry_prefix: str | None) -> str:
    local = tag.rpartition("}")[2].lower()
    namespace, own = (each.rpartition("}")[0][1:] for each in (tag, entry_tag))
    if (namespace == own or not namespace) and (prefix is None or prefix == entry_prefix):
        return local
    key = namespace.lower().partition("://")[2].rstrip("/")
    return f"{_VOCABULARIES.get(key) or (prefix or 'other').lower()}:{local}"


def all_text(element: _Element) -> str:
    """Return the text of an element; where elements stand in it, they part words as they do for a reader."""
    if not len(element):
        return element.text or ""  # as nearly all
    parts = [element.text or ""]
    for child in element.iterdescendants():
        parts.append(" " if local_name(child) in {"br", "p", "div", "li"} else "")
        parts.append(child.text or "")
        parts.append(child.tail or "")
    return "".join(parts)


def link_text(element: _Element) -> str:
    """Return the URL that an element states: its text, else its ``href``.

    Line breaks in it are none, and an ``&`` that was escaped twice is one.
    """
    text = (element.text or "").strip()
    if text and not len(element) and "&" not in text and text.isprintable():
        return text  # as nearly all are
    stated = "".join(str(text) for text in element.itertext()).strip() or element.get("href") or ""
    return re.sub(r"&(?:amp|#0*38|#x0*26);", "&", re.sub(r"[\t\r\n]", "", stated)).strip()


def base_of(element: _Element, url: str) -> str:
    """Return what relative URLs of an element are relative to: ``xml:base`` of it and of what holds it."""
    stated = [base for each in (element, *element.iterancestors()) if (base := each.get(_BASE))]
    for base in reversed(stated):
        url = absolute(url, base) or url
    return url


def language_of(stated: str | None) -> str | None:
    """Return the two letters of a language."""
    return clean(stated or "")[:2].lower() or None


def _stated_language(element: _Element) -> str | None:
    return next((stated for each in (element, *element.iterancestors()) if (stated := each.get(_LANG))), None)


def _title(element: _Element) -> str | None:
    text = all_text(element)
    is_literal = element.get("type") in {"text", "text/plain"} or (
        "/atom" in str(element.tag).lower() and element.get("type") is None and element.get("mode") is None
    )
    return clean(text) or None if is_literal else title_text(text)


def _category(element: _Element) -> str | None:
    text = title_text(all_text(element)) or clean(element.get("label") or element.get("term") or "")
    return text if text and text.casefold() not in _NO_CATEGORIES else None


def _aim_of(link: str, home: str, longest: int) -> str:
    """Return the URL of the site that a redirector on another host states in its query, else the link."""
    if "://" not in unquote(urlsplit(link).query) or not _is_elsewhere(link, home):
        return link
    stated = [value for _, value in parse_qsl(urlsplit(link).query) if _WHOLE.match(value)]
    aims = [aim for value in stated if (aim := web_url(value, value, longest))]
    return next((aim for aim in aims if not _is_elsewhere(aim, home)), link)


def _is_astray(url: str, home: str) -> bool:
    """Tell whether a link leads to another host, or to a front page."""
    parts = urlsplit(url)
    return _is_elsewhere(url, home) or (parts.path in {"", "/"} and not parts.query)


def _is_elsewhere(link: str, home: str) -> bool:
    if host_and_port(link) == host_and_port(home):
        return False  # as nearly always; the list of public suffixes is large
    return registrable_host(link) != registrable_host(home)

"""Section links: the section under which the page shows its story, in a breadcrumb or above the headline."""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING, Any, Final, NamedTuple
from urllib.parse import SplitResult, unquote, urlsplit

from newscrawler.document.node import above, after, before, elements, parent
from newscrawler.sources.bylines.other_names import PROFILE
from newscrawler.sources.metadata.schema_org import text_of, types
from newscrawler.sources.sections.section_name import (
    is_generic,
    is_home,
    is_section_name,
    leads_to_topic,
    name_of,
)
from newscrawler.sources.sections.topic_links import is_with_article
from newscrawler.text import clean
from newscrawler.text.person import may_be_person
from newscrawler.urls.hosts import bare_host
from newscrawler.urls.no_page import is_no_page

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from newscrawler.document import Document, Element

_CRUMBS: Final = ", ".join(
    f'[{attribute}*="{name}" i]'
    for attribute, names in (
        (
            "class",
            (
                "breadcrumb",
                "crumbs",
                "crumb-",
                "ariane",
                "brotkrum",
                "migas",
                "navpath",
                "pathway",
                "okruszk",
            ),
        ),
        ("id", ("breadcrumb", "crumbs", "ariane", "brotkrum", "navpath")),
        (
            "aria-label",
            ("breadcrumb", "ariane", "brotkrum", "brødkrumme", "okruszk", "murupol", "migas", "kruimel"),
        ),
        ("itemtype", ("BreadcrumbList",)),
    )
    for name in names
)
_BOXES: Final = frozenset(("nav", "ol", "ul", "div", "p", "span", "section", "header", "td", "dl"))
_PLAIN_BOXES: Final = ("nav", "ol", "ul", "div", "p", "td", "small", "span", "h4", "h5")
_LONGEST_BOX, _LONGEST_KICKER = 250, 30
"""Characters of a breadcrumb, and of a name that stands alone above the headline."""
_MOST_LINKS: Final = 8
_ABOVE: Final = 20
"""Elements above the headline that are looked at."""
_LEVELS: Final = 3
_NOT_BESIDE: Final = frozenset(("header", "nav", "aside", "ul", "ol", "script", "footer", "form"))
_MOST_PLAIN: Final = 400
_FEW: Final = 3
_SEPARATOR: Final = re.compile(r"^\s*(?:[›»→>▸▶＞/]|::|&gt;)\s*$")
_FILED: Final = re.compile(
    r"/(?:categor\w*|kategori\w*|sections?|seccion(?:es)?|secao|sezion[ei]|rubri\w*|ressorts?|channels?|cat|kategoria)/",
    re.IGNORECASE,
)
_LABEL: Final = re.compile(r"[:：]\s*$")
_WORDS: Final = re.compile(r"\w+")


class Crumb(NamedTuple):
    """A step of the way from the front page to the story."""

    text: str
    url: str


def section_links(document: Document, headline: Element | None) -> list[str]:
    """Return the section that a breadcrumb, the line above the headline or the post's category names."""
    page = _Page(document, headline)
    for crumbs in page.breadcrumbs():
        if name := page.section_of(crumbs):
            return [name]
    name = page.kicker() or page.category()
    return [name] if name else []


class _Page:
    def __init__(self, document: Document, headline: Element | None) -> None:
        self.document = document
        self.headline = headline
        self.title = _words(headline.text) if headline is not None else ""
        parts = _parts(document.url)
        self.host = bare_host(parts.netloc)
        self.path = unquote(parts.path).rstrip("/").casefold()

    def breadcrumbs(self) -> Iterator[list[Crumb]]:
        """Yield the ways from the front page to the story: stated ones, named ones, plain ones."""
        for node in self.document.jsonld:
            if "breadcrumblist" in types(node):
                yield list(_stated(node))
        for box in islice(self.document.root.select(_CRUMBS), _MOST_LINKS):
            if box.tag in _BOXES and self._is_shown(box) and (crumbs := self._crumbs(box)):
                yield crumbs
        if self.headline is not None:
            for box in islice(self._plain_boxes(), _MOST_PLAIN):
                crumbs = self._crumbs(box)
                if len(crumbs) > 1 and self._is_way(box, crumbs):
                    yield crumbs

    def section_of(self, crumbs: Sequence[Crumb]) -> str | None:
        """Return the first name below the front page that says more than "News"."""
        names = [
            crumb.text
            for place, crumb in enumerate(crumbs)
            if self._is_section(crumb) and not (place == 0 and self._is_paper(crumb.text))
        ]
        return next((name for name in names if not is_generic(name)), names[0] if names else None)

    def _is_paper(self, text: str) -> bool:
        """Tell whether the first step is the paper itself: its host's name is in it."""
        label = max(self.host.split(".")[:-1] or [self.host], key=len)
        return bool(label) and label in "".join(_words(text).split())

    def kicker(self) -> str | None:
        """Return the text of the nearest link above or below the headline that leads to a section."""
        current, level = self.headline, 0
        while current is not None and level < _LEVELS and current.tag not in ("body", "main", "html"):
            names = [self._section_beside(islice(before(current), _MOST_LINKS))]
            if level == 0:
                name = self._section_beside(islice(after(current), _FEW))
                is_person = name is not None and " " in name and may_be_person(name)
                names.append(None if is_person else name)
            if found := next(filter(None, names), None):
                return found
            current, level = parent(current), level + 1
        return None

    def _section_beside(self, siblings: Iterable[Element]) -> str | None:
        """Return the section that one of some short lines beside the headline leads to."""
        for sibling in siblings:
            if sibling.tag in _NOT_BESIDE:
                continue
            links = list(islice(elements(sibling, "a"), _FEW + 1))
            if len(links) > _FEW or len(sibling.text) > _LONGEST_BOX:
                return None
            if name := self._section_among(links):
                return name
        return None

    def _section_among(self, links: Sequence[Element]) -> str | None:
        """Return the first section that links beside the headline lead to; none where they are a menu."""
        if any(self._leads_home(Crumb(clean(link.text), link.attr("href") or "x:x")) for link in links):
            return None
        return next((name_of(link) for link in links if self._leads_to_section(link)), None)

    def category(self) -> str | None:
        """Return the category in which a post is filed, as its own links say."""
        links = (link for link in self.document.root.select('a[rel~="category"]') if is_with_article(link))
        names = [
            name_of(link)
            for link in islice(links, _MOST_LINKS)
            if not self.document.visibility.is_hidden(link)
        ]
        return next((name for name in names if is_section_name(name)), None)

    def _plain_boxes(self) -> Iterator[Element]:
        """Yield the short boxes above the headline, the nearest first."""
        current = self.headline
        while current is not None and current.tag not in ("body", "html"):
            for sibling in before(current):
                if len(sibling.text) > 4 * _LONGEST_BOX and sibling.tag != "header":
                    continue
                for box in islice(elements(sibling, *_PLAIN_BOXES), _ABOVE):
                    if len(box.text) <= _LONGEST_BOX and self._is_shown(box):
                        yield box
            current = parent(current)

    def _is_shown(self, box: Element) -> bool:
        is_foreign = any(outer.tag in ("footer", "aside") for outer in above(box))
        return not is_foreign and not self.document.visibility.is_hidden(box)

    def _crumbs(self, box: Element) -> list[Crumb]:
        """Return the links of a box; none where it is a menu, or a list with a label."""
        links = list(islice(elements(box, "a"), _MOST_LINKS + 1))
        if not links or len(links) > _MOST_LINKS or len(clean(box.text)) > _LONGEST_BOX:
            return []
        crumbs = [Crumb(name_of(link), link.attr("href") or "") for link in links]
        has_label = any(_LABEL.search(crumb.text) for crumb in crumbs)
        return [] if has_label else [each for each in crumbs if each.url]

    def _is_way(self, box: Element, crumbs: Sequence[Crumb]) -> bool:
        """Tell whether links without a name are a way: from the front page, and to the story."""
        if not self._leads_home(crumbs[0]):
            return False
        path = self._path(crumbs[1])
        if path and self.path.startswith(f"{path}/"):
            return True
        if self._is_title(_last_text(box)):
            return True
        return len(crumbs) <= _FEW and _is_separated(box)

    def _path(self, crumb: Crumb) -> str:
        absolute = self.document.absolute(crumb.url) or ""
        parts = _parts(absolute)
        return unquote(parts.path).rstrip("/").casefold() if bare_host(parts.netloc) == self.host else ""

    def _leads_home(self, crumb: Crumb) -> bool:
        if is_home(crumb.text):
            return True
        parts = _parts(self.document.absolute(crumb.url) or "x:x")
        is_own = self.host == bare_host(parts.netloc) or self.host.endswith(f".{bare_host(parts.netloc)}")
        return bool(parts.netloc) and is_own and parts.path in ("", "/") and not parts.query

    def _is_section(self, crumb: Crumb) -> bool:
        if crumb.url and (
            is_no_page(crumb.url) or PROFILE.search(crumb.url) or self._path(crumb) == self.path != ""
        ):
            return False
        return not self._leads_home(crumb) and is_section_name(crumb.text) and not self._is_title(crumb.text)

    def _is_title(self, text: str) -> bool:
        said = _words(text)
        return bool(self.title) and len(said) > _LONGEST_KICKER // 2 and self.title.startswith(said.rstrip())

    def _leads_to_section(self, link: Element) -> bool:
        text, href = name_of(link), (link.attr("href") or "").strip()
        if not is_section_name(text) or len(text) > _LONGEST_KICKER or not href or is_no_page(href):
            return False
        crumb = Crumb(text, href)
        path = self._path(crumb)
        if (
            not path
            or path.startswith(self.path or "/")
            or PROFILE.search(href)
            or leads_to_topic(link, href, path)
        ):
            return False
        if is_home(text) or self.document.visibility.is_hidden(link):
            return False
        return (
            self.path.startswith(f"{path}/")
            or _FILED.search(path + "/") is not None
            or self._is_in_menu(crumb)
        )

    def _is_in_menu(self, crumb: Crumb) -> bool:
        """Tell whether the site's menu has the same link."""
        return any(
            name_of(link).casefold() == crumb.text.casefold()
            and self._path(Crumb("", link.attr("href") or "")) == self._path(crumb)
            for link in islice(
                self.document.root.select("nav a[href], header a[href], [class*=menu] a[href]"), 200
            )
        )


def _parts(url: str) -> SplitResult:
    """Return the parts of a URL; empty ones where it is none."""
    try:
        return urlsplit(url)
    except ValueError:
        return urlsplit("")


def _stated(node: dict[str, Any]) -> Iterator[Crumb]:
    """Yield the steps that a ``BreadcrumbList`` states."""
    members = node.get("itemListElement")
    for member in members[:_MOST_LINKS] if isinstance(members, list) else ():
        if isinstance(member, dict):
            item = member.get("item")
            name = text_of(member.get("name")) or (
                text_of(item.get("name")) if isinstance(item, dict) else None
            )
            url = item.get("@id") or item.get("url") if isinstance(item, dict) else item
            if name:
                yield Crumb(clean(name), url if isinstance(url, str) else "")


def _words(text: str) -> str:
    return " ".join(_WORDS.findall(text.lower()))


def _last_text(box: Element) -> str:
    texts = [part for part in map(str.strip, box.strings) if part]
    return texts[-1] if texts else ""


def _is_separated(box: Element) -> bool:
    """Tell whether signs that point on stand between the links of a box, and not before the first."""
    texts = [part for part in map(str.strip, box.strings) if part]
    return len(texts) > 1 and not _SEPARATOR.match(texts[0]) and any(map(_SEPARATOR.match, texts[1:]))

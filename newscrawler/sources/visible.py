"""Visible: headline, byline, times, topics and standfirst as the page shows them, where no layout says where."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from newscrawler.document import elements_at
from newscrawler.text import clean, strip_site_suffix

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from lxml.html import HtmlElement

    from newscrawler.document import Document
    from newscrawler.items import Source

_WORD = re.compile(r"\w+")
_NEAR = 160
"""Elements after the headline that are looked at for byline and time."""
_ASIDE = re.compile(
    r"(?:^|[\s_-])(?:related|recommend\w*|teaser\w*|sidebar|aside|comment\w*|footer|nav|navigation|menu|promo\w*|newsletter|most-?\w*|popular"
    r"|trending|latest|more-?\w*|breadcrumb\w*|read-?(?:more|also|next)|carousel|ticker)(?:$|[\s_-])",
    re.IGNORECASE,
)
_BYLINES = elements_at(
    "//*[@rel='author' or @itemprop='author' or contains(@class,'uthor') or contains(@class,'yline')"
    " or contains(@class,'autor') or contains(@class,'Autor') or contains(@class,'auteur') or contains(@class,'redacteur')]"
)
_BYLINE_NAME = re.compile(
    r"(?:^|[\s_-]|[a-z](?=[A-Z]))(?:by-?line|author|autor|auteur|autore)s?(?:$|[\s_-]|(?<=[a-z])(?=[A-Z]))(?!.*(?:bio|image|img|avatar|photo|follow|social))",
    re.IGNORECASE,
)
_TOPIC_LINKS = elements_at(
    "//a[contains(@rel,'tag') or contains(@href,'/tag/') or contains(@href,'/tags/') or contains(@href,'/topic') or contains(@href,'/thema/') or contains(@href,'/themen/')]"
)
_SKIPPED = frozenset(
    ("script", "style", "noscript", "template", "svg", "nav", "footer", "aside", "form", "iframe", "button")
)


@dataclass(slots=True)
class HeadlineChoice:
    """The headline and which source shows it in that form."""

    text: str
    source: Source
    element: HtmlElement | None = field(default=None, repr=False)


def loose(text: str) -> str:
    """Return the words of a text without case and punctuation, for comparison."""
    return " ".join(_WORD.findall(unicodedata.normalize("NFKC", text).casefold()))


def likeness(a: str, b: str) -> float:
    """Return how much of the words of two texts is shared, 0 to 1."""
    first, second = set(loose(a).split()), set(loose(b).split())
    if not first or not second:
        return 0.0
    if len(first) < 3 and len(second) < 3:  # no spaces between words: compare letters
        first, second = set(loose(a)), set(loose(b))
    return len(first & second) / min(len(first), len(second))


def headline(
    document: Document, stated: Sequence[tuple[Source, str]], site_names: Sequence[str] = ()
) -> HeadlineChoice | None:
    """Return the headline that the page shows: the heading on which its own statements agree.

    :param stated: headlines by JSON-LD, microdata, OpenGraph and meta, in the order of trust.
    """
    titles = [(source, strip_site_suffix(clean(text), site_names)) for source, text in stated]
    titles = [(source, text) for source, text in titles if text]
    own_title = strip_site_suffix(clean(document.title or ""), site_names)
    references = [text for _, text in titles] + ([own_title] if own_title else [])
    best: tuple[float, str, HtmlElement] | None = None
    for element in document.elements["h1"][:12]:
        text = clean("".join(_texts(element)))
        if not text or len(text) > 400:
            continue
        score = max((likeness(text, reference) for reference in references), default=0.5)
        if best is None or score > best[0]:
            best = (score, text, element)
    if best is not None and (best[0] >= 0.6 or not titles):
        shown, element = best[1], best[2]
        for source, text in titles:  # the heading holds a kicker beside the headline
            if len(text) < len(shown) and loose(shown).endswith(" " + loose(text)) and len(element):
                return HeadlineChoice(text, source, element)
        return HeadlineChoice(shown, "page", element)
    if titles:
        return HeadlineChoice(titles[0][1], titles[0][0], best[2] if best else None)
    return HeadlineChoice(own_title, "page") if own_title else None


def near(element: HtmlElement | None) -> Iterator[HtmlElement]:
    """Elements around a headline, those after it first: byline, time and standfirst stand there."""
    count = 0
    current = element
    while current is not None and count < _NEAR and current.tag not in ("body", "html"):
        for sibling in current.itersiblings():
            if sibling.tag in _SKIPPED or is_aside(sibling):
                continue
            for inner in sibling.iter():
                if count >= _NEAR:
                    return
                count += 1
                yield inner
        for sibling in current.itersiblings(preceding=True):
            if sibling.tag in _SKIPPED or count >= _NEAR or is_aside(sibling):
                continue
            for inner in list(sibling.iter())[:20]:
                count += 1
                yield inner
        current = current.getparent()


def is_aside(element: HtmlElement) -> bool:
    """Tell whether an element is named as something beside the article."""
    return bool(_ASIDE.search(f"{element.get('class') or ''} {element.get('id') or ''}"))


def within_aside(element: HtmlElement) -> bool:
    """Tell whether an element lies in something beside the article."""
    return any(
        parent.tag in ("aside", "footer", "nav") or is_aside(parent)
        for parent in element.iterancestors()
        if parent.tag not in ("body", "html")
    )


def time_elements(document: Document, headline_element: HtmlElement | None) -> tuple[list[str], list[str]]:
    """Return (published, modified) as ``time`` elements of the article state them."""
    published: list[str] = []
    modified: list[str] = []
    times = document.elements["time"]
    if not times:
        return published, modified
    close = [element for element in near(headline_element) if element.tag == "time"]
    chosen = close or [element for element in times[:10] if not within_aside(element)][:2]
    for element in chosen[:4]:
        text = element.get("datetime") or "".join(element.itertext())
        label = f"{element.get('class') or ''} {element.get('itemprop') or ''} {_before(element)}"
        (modified if _MODIFIED.search(label) else published).append(clean(text))
    return published, modified


_MODIFIED = re.compile(
    r"modif|updat|aktualis|aktualiz|mis à jour|mise à jour|actuali[sz]|aggiorn|atualiz|обновл|güncel|更新|수정|revised|edited|changed",
    re.IGNORECASE,
)


def _before(element: HtmlElement) -> str:
    """Return the words that stand directly before an element: its label."""
    previous = element.getprevious()
    parent = element.getparent()
    if previous is not None:
        return (previous.tail or "").strip() or "".join(previous.itertext())[-40:]
    return (parent.text or "") if parent is not None else ""


def bylines(document: Document, headline_element: HtmlElement | None) -> list[str]:
    """Return the bylines that the page shows with the article, nearest to the headline first."""
    found: list[str] = []
    for element in _BYLINES(document.root)[:40]:
        marked = element.get("rel") == "author" or element.get("itemprop") == "author"
        if element.tag in _SKIPPED or element.tag in (
            "meta",
            "link",
            "img",
            "body",
            "html",
            "article",
            "main",
            "section",
        ):
            continue
        if not marked and not _BYLINE_NAME.search(f"{element.get('class') or ''}"):
            continue
        text = clean(" ".join(_texts(element)))
        if 2 < len(text) <= 120 and not within_aside(element):
            found.append(text)
    return found[:3]


def topic_links(document: Document) -> list[str]:
    """Return the texts of the links to topics that stand with the article, not in menus."""
    return [
        text
        for element in _TOPIC_LINKS(document.root)[:60]
        if (text := clean("".join(element.itertext()))) and not within_aside(element)
    ]


def _texts(element: HtmlElement) -> Iterator[str]:
    """Texts within an element, without scripts and what is not shown."""
    if element.text:
        yield element.text
    for child in element:
        if child.tag not in ("script", "style", "template", "svg", "noscript"):
            if child.tag in ("br", "p", "div", "li"):
                yield " "
            yield from _texts(child)
        if child.tail:
            yield child.tail


def printed_times(headline_element: HtmlElement | None) -> Iterable[str]:
    """Texts near the headline that have digits: they may print the time of publication."""
    for element in near(headline_element):
        if element.tag in _SKIPPED:
            continue
        for text in (element.text, element.tail):
            if text and 5 < len(text) < 200 and any(character.isdigit() for character in text):
                yield clean(text)

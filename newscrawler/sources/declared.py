"""Declared: the fields of an article where the site's own layout says they are."""

from __future__ import annotations

import re
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING

from newscrawler.document.class_index import ClassIndex, ClassNames, within
from newscrawler.items import Image, RelatedStory
from newscrawler.sources.blocks import blocks, body_text
from newscrawler.sources.boilerplate import without_furniture
from newscrawler.sources.pictures import is_placeholder, split_credit
from newscrawler.text import clean

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from lxml.html import HtmlElement

    from newscrawler.document import Document
    from newscrawler.publication.article_layout import ImageRule, Layout
    from newscrawler.sources.jsonld import Values

_MOST_SITES = 1_000
_TIMES = ("published_at", "modified_at")
_TEXTS = ("headline", "lead", "section", "topics", "authors", "published_at", "modified_at")
_ATTRIBUTE = re.compile(r"(.+)@([\w:-]+)$")
_COMMA = re.compile(r",(?![^(\[]*[)\]])")
_BACKGROUND = re.compile(r"background-image\s*:\s*url\(\s*['\"]?([^'\")]+)")


class DeclaredPage:
    """A page as one of the site's layouts reads it."""

    def __init__(self, document: Document, layouts: Sequence[Layout]) -> None:
        self._document = document
        self._index = ClassIndex(document.root, _class_names(layouts))
        self.layout = next((layout for layout in layouts if self._index.select(layout.marker)), None)
        """The first layout whose marker is on the page."""

    def read(self) -> Values:
        """Return what the page holds in the places that its layout names."""
        layout = self.layout
        if layout is None:
            return {}
        values: Values = {}
        for field in _TEXTS:
            selector = getattr(layout, field)
            if selector is not None and (texts := self._texts(selector)):
                values["bylines" if field == "authors" else field] = (
                    # where there are several times, the others are those of neighbouring stories
                    texts if field not in _TIMES else [clean(texts[0])]
                )
        if layout.title is not None and (
            stated := re.search(layout.title, clean(self._document.title or ""))
        ):
            headline = clean(values["headline"][0]) if "headline" in values else ""
            for field, text in stated.groupdict().items():
                if text and (text := clean(text)) and not headline.endswith(text):
                    values.setdefault(field, [text])
        if layout.body is not None and (text := self._body(layout.body, layout.not_body)):
            values["body"] = [text]
        if images := self._images(layout.images):
            values["images"] = images
        if layout.related is not None and (related := self._related(layout.related)):
            values["related"] = related
        return values

    def has_body_place(self) -> bool:
        """Whether the element is there that the layout declares for the text, empty or not."""
        selector = self.layout.body if self.layout is not None else None
        return selector is None or any(True for _ in self._index.select(selector))

    def next_page(self) -> str | None:
        """Return the address of the article's next page: the layout's link, else ``rel=next`` of the head."""
        selector = self.layout.next_page if self.layout is not None else None
        found = self._index.select(selector) if selector else self._document.links("next")
        return next((url for element in found if (url := self._document.absolute(element.get("href")))), None)

    def _select(self, selector: str) -> list[HtmlElement]:
        """The elements of the page's own story: a second one, loaded below, has the same classes."""
        found = self._index.select(selector)
        return [element for element in found if element not in self._below] if self._below else found

    @cached_property
    def _below(self) -> frozenset[HtmlElement]:
        """All that stands from the headline of a second story on."""
        layout = self.layout
        if layout is None or layout.body is None or layout.headline is None:
            return frozenset()
        places = self._index.select(layout.body)
        if len(places) < 2:
            return frozenset()
        headlines = set(self._index.select(layout.headline))
        begun = False
        elements = iter(self._document.root.iter())
        for element in elements:
            begun = begun or element is places[0]
            if begun and element in headlines:
                return frozenset((element, *elements))
        return frozenset()

    def _texts(self, selector: str) -> list[str]:
        return _first(selector, self._select)

    def _body(self, selector: str, left_out: Sequence[str]) -> str | None:
        dropped = [element for other in left_out for element in self._index.select(other)]
        return body_text(without_furniture(blocks(self._select(selector), dropped)))

    def _images(self, rules: Iterable[ImageRule]) -> list[Image]:
        images: dict[str, Image] = {}
        for rule in rules:
            for box in self._select(rule.box):
                url = self._document.absolute(_address(box, rule.url))
                if url is None or is_placeholder(url):
                    continue
                caption, credit = _caption(box, rule.caption), _caption(box, rule.credit)
                told, of_caption = split_credit(caption)
                if credit is None or credit == caption:
                    caption, credit = told, of_caption
                else:
                    caption, credit = told or caption, split_credit(credit)[1] or credit
                kept = images.setdefault(url, Image(url))
                kept.caption = kept.caption or caption
                kept.credit = kept.credit or credit
        return list(images.values())

    def _related(self, selector: str) -> list[RelatedStory]:
        stories: dict[str, RelatedStory] = {}
        captions: dict[str, str] = {}
        for element in self._select(selector):
            link = element if element.tag == "a" else next(element.iter("a"), None)
            url = self._document.absolute(link.get("href")) if link is not None else None
            headline = clean("".join(_titled(element).itertext())) or None
            if url is None and headline is None:
                continue
            key = url or headline or ""
            if url is not None and headline is not None and _is_captioned_picture(element):
                captions.setdefault(key, headline)  # a picture links to the story, too
                headline = None
            story = stories.setdefault(key, RelatedStory(url, headline))
            story.headline = story.headline or headline
        for key, story in stories.items():
            story.headline = story.headline or captions.get(key)
        return list(stories.values())


_names_of: dict[int, tuple[Sequence[Layout], ClassNames]] = {}


def _class_names(layouts: Sequence[Layout]) -> ClassNames:
    """Return the class names that layouts ask for, found once: a site's layouts are one object as long as it lives."""
    known = _names_of.get(id(layouts))
    if known is None:
        if len(_names_of) >= _MOST_SITES:
            _names_of.clear()
        selectors = [selector for layout in layouts for selector in _selectors(layout)]
        known = _names_of[id(layouts)] = (layouts, ClassNames(selectors))
    return known[1]


def _selectors(layout: Layout) -> Iterator[str]:
    declared = [getattr(layout, field) for field in (*_TEXTS, "marker", "body", "related", "next_page")]
    declared += [*layout.not_body, *(rule.box for rule in layout.images)]
    for selector in declared:
        if selector is not None:
            yield from (css for css, _ in _alternatives(selector))


def _first(selector: str, select: Callable[[str], list[HtmlElement]]) -> list[str]:
    """Return texts or attributes as they stand; of alternatives that name attributes, the first that is there."""
    for css, attribute in _alternatives(selector):
        texts = [
            text
            for match in select(css)
            if (text := (match.get(attribute) or "") if attribute else "".join(match.itertext())).strip()
        ]
        if texts:
            return texts
    return []


@lru_cache(maxsize=512)
def _alternatives(selector: str) -> tuple[tuple[str, str | None], ...]:
    """Split a selector that names attributes at its commas; one that does not is a group, read in document order."""
    if "@" not in selector or selector.startswith(("//", "./")):
        return ((selector, None),)
    parts = (part.strip() for part in _COMMA.split(selector))
    return tuple(
        (found[1], found[2]) if (found := _ATTRIBUTE.match(part)) else (part, None) for part in parts
    )


def _address(box: HtmlElement, selectors: str) -> str | None:
    for css, attribute in _alternatives(selectors):
        for match in within(box, css):
            text = match.get(attribute or "src")
            if text and attribute == "style":
                style = _BACKGROUND.search(text)
                text = style.group(1) if style else None
            if text and "{{" not in text and not text.startswith("data:"):
                return str(text)
    return None


def _caption(box: HtmlElement, selector: str | None) -> str | None:
    if selector is None:
        return None
    texts = _first(selector, lambda css: within(box, css))
    return next((cleaned for text in texts if (cleaned := clean(text))), None)


def _is_captioned_picture(element: HtmlElement) -> bool:
    """Whether the box has a picture and no part that is named as a title: its text may be the picture's caption."""
    return next(element.iter("img"), None) is not None and _titled(element) is element


def _titled(element: HtmlElement) -> HtmlElement:
    """Return the part of a box that is named as its title, else the box."""
    if len(element):
        for part in element.iter():
            names = part.get("class")
            if names is not None and "title" in names:
                return part
    return element

"""Declared: the fields of an article where the site's own layout says they are."""

from __future__ import annotations

import re
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING

from newscrawler.document.node import class_of, elements, first
from newscrawler.items import Image, RelatedStory
from newscrawler.publication.selectors import select
from newscrawler.sources.body.article_pager import next_of_article
from newscrawler.sources.body.blocks import blocks, body_text
from newscrawler.sources.body.pictures import is_placeholder, split_credit
from newscrawler.sources.boilerplate.prose import without_furniture
from newscrawler.text import clean

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from newscrawler.document import Document, Element
    from newscrawler.publication.article_layout import ImageRule, Layout
    from newscrawler.sources.metadata.schema_org import Values

_TIMES = ("published_at", "modified_at")
_TEXTS = ("headline", "lead", "section", "topics", "authors", "published_at", "modified_at")
_ATTRIBUTE = re.compile(r"(.+)@([\w:-]+)$")
_COMMA = re.compile(r",(?![^(\[]*[)\]])")
_BACKGROUND = re.compile(r"background-image\s*:\s*url\(\s*['\"]?([^'\")]+)")


class DeclaredPage:
    """A page as one of the site's layouts reads it."""

    def __init__(self, document: Document, layouts: Sequence[Layout]) -> None:
        self._document = document
        self.layout = next((layout for layout in layouts if self._all(layout.marker)), None)
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
        """Tell whether the element is there that the layout declares for the text, empty or not."""
        selector = self.layout.body if self.layout is not None else None
        return selector is None or any(True for _ in self._all(selector))

    def next_page(self) -> str | None:
        """Return the URL of the article's next page: the layout's link, else that of the head or a pager."""
        selector = self.layout.next_page if self.layout is not None else None
        found = self._all(selector) if selector else self._document.links("next")
        urls = (self._document.absolute(element.attr("href")) for element in found)
        stated = next(filter(None, urls), None)
        return next_of_article(self._document, stated) if self.layout is None else stated

    def _all(self, selector: str) -> list[Element]:
        return select(self._document.root, selector)

    def _select(self, selector: str) -> list[Element]:
        """Yield the elements of the page's own story; a second one, loaded below, has the same classes."""
        found = self._all(selector)
        return [element for element in found if element not in self._below] if self._below else found

    @cached_property
    def _below(self) -> frozenset[Element]:
        """All that stands from the headline of a second story on."""
        layout = self.layout
        if layout is None or layout.body is None or layout.headline is None:
            return frozenset()
        places = self._all(layout.body)
        if len(places) < 2:
            return frozenset()
        headlines = set(self._all(layout.headline))
        begun = False
        found = elements(self._document.root)
        for element in found:
            begun = begun or element is places[0]
            if begun and element in headlines:
                return frozenset((element, *found))
        return frozenset()

    def _texts(self, selector: str) -> list[str]:
        return _first(selector, self._select)

    def _body(self, selector: str, left_out: Sequence[str]) -> str | None:
        dropped = [element for other in left_out for element in self._all(other)]
        return body_text(
            without_furniture(blocks(self._select(selector), dropped, self._document.visibility))
        )

    def _images(self, rules: Iterable[ImageRule]) -> list[Image]:
        images: dict[str, Image] = {}
        for rule in rules:
            for box in self._select(rule.box):
                url = self._document.absolute(_url_in(box, rule.url))
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
            link = first(element, "a")
            url = self._document.absolute(link.attr("href")) if link is not None else None
            headline = clean(_titled(element).text) or None
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


def _first(selector: str, select: Callable[[str], list[Element]]) -> list[str]:
    """Return texts or attributes as they stand: of alternatives that name attributes, the first one found."""
    for css, attribute in _alternatives(selector):
        texts = [
            text
            for match in select(css)
            if (text := (match.attr(attribute) or "") if attribute else match.text).strip()
        ]
        if texts:
            return texts
    return []


@lru_cache(maxsize=512)
def _alternatives(selector: str) -> tuple[tuple[str, str | None], ...]:
    """Split a selector that names attributes at its commas; any other is a group, read in document order."""
    if "@" not in selector or selector.startswith(("//", "./")):
        return ((selector, None),)
    parts = (part.strip() for part in _COMMA.split(selector))
    return tuple(
        (found[1], found[2]) if (found := _ATTRIBUTE.match(part)) else (part, None) for part in parts
    )


def _url_in(box: Element, selectors: str) -> str | None:
    for css, attribute in _alternatives(selectors):
        for match in select(box, css):
            text = match.attr(attribute or "src")
            if text and attribute == "style":
                style = _BACKGROUND.search(text)
                text = style.group(1) if style else None
            if text and "{{" not in text and not text.startswith("data:"):
                return str(text)
    return None


def _caption(box: Element, selector: str | None) -> str | None:
    if selector is None:
        return None
    texts = _first(selector, lambda css: select(box, css))
    return next((cleaned for text in texts if (cleaned := clean(text))), None)


def _is_captioned_picture(element: Element) -> bool:
    """Tell whether a box has a picture and no part named as a title: its text may be the caption."""
    return first(element, "img") is not None and _titled(element) is element


def _titled(element: Element) -> Element:
    """Return the part of a box that is named as its title, else the box."""
    for part in elements(element):
        if "title" in class_of(part):
            return part
    return element

"""Declared: the fields of an article where the site's own layout says they are."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from newscrawler.document import Document
from newscrawler.items import Image, RelatedStory
from newscrawler.selector import select
from newscrawler.sources.blocks import blocks, body_text
from newscrawler.sources.pictures import is_placeholder, split_credit
from newscrawler.text import clean

if TYPE_CHECKING:
    from collections.abc import Iterable

    from lxml.html import HtmlElement

    from newscrawler.layout import ImageRule, Layout
    from newscrawler.sources.jsonld import Values

_TIMES = ("published_at", "modified_at")
_TEXTS = ("headline", "lead", "section", "topics", "authors", "published_at", "modified_at")
_ATTRIBUTE = re.compile(r"(.+)@([\w:-]+)$")
_COMMA = re.compile(r",(?![^(\[]*[)\]])")
_BACKGROUND = re.compile(r"background-image\s*:\s*url\(\s*['\"]?([^'\")]+)")


def layout_of(document: Document, layouts: Iterable[Layout]) -> Layout | None:
    """Return the first layout whose marker is on the page."""
    return next((layout for layout in layouts if document.classes.select(layout.marker)), None)


def read(document: Document, layout: Layout) -> Values:
    """Return what the page holds in the places that the layout names."""
    values: Values = {}
    for field in _TEXTS:
        selector = getattr(layout, field)
        if selector is not None and (texts := _texts(document, selector)):
            values["bylines" if field == "authors" else field] = (
                texts if field not in _TIMES else [clean(text) for text in texts]
            )
    if layout.title is not None and (stated := re.search(layout.title, clean(document.title or ""))):
        for field, text in stated.groupdict().items():
            if text and (text := clean(text)):
                values.setdefault(field, [text])
    if layout.body is not None:
        dropped = [element for selector in layout.not_body for element in document.classes.select(selector)]
        text = body_text(blocks(document.classes.select(layout.body), dropped))
        if text:
            values["body"] = [text]
    if images := _images(document, layout.images):
        values["images"] = images
    if layout.related is not None and (related := _related(document, layout.related)):
        values["related"] = related
    return values


def next_page(document: Document, layout: Layout | None) -> str | None:
    """Return the address of the article's next page: the layout's link, else ``rel=next`` of the head."""
    found = (
        document.classes.select(layout.next_page)
        if layout is not None and layout.next_page
        else document.links("next")
    )
    return next((url for element in found if (url := document.absolute(element.get("href")))), None)


def _texts(page: Document | HtmlElement, selector: str) -> list[str]:
    """Return texts or attributes as they stand, of the page or within an element.

    Of alternatives that name attributes, the first that is there.
    """
    for css, attribute in _alternatives(selector):
        found = page.classes.select(css) if isinstance(page, Document) else select(page, css)
        texts = [
            text
            for match in found
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


def _images(document: Document, rules: Iterable[ImageRule]) -> list[Image]:
    images: dict[str, Image] = {}
    for rule in rules:
        for box in document.classes.select(rule.box):
            url = document.absolute(_address(box, rule.url))
            if url is None or is_placeholder(url):
                continue
            caption = _caption(box, rule.caption)
            credit = _caption(box, rule.credit)
            told, of_caption = split_credit(caption)
            if credit is None or credit == caption:
                caption, credit = told, of_caption
            else:
                caption, credit = told or caption, split_credit(credit)[1] or credit
            kept = images.setdefault(url, Image(url))
            kept.caption = kept.caption or caption
            kept.credit = kept.credit or credit
    return list(images.values())


def _address(box: HtmlElement, selectors: str) -> str | None:
    for css, attribute in _alternatives(selectors):
        for match in select(box, css):
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
    return next((cleaned for text in _texts(box, selector) if (cleaned := clean(text))), None)


def _related(document: Document, selector: str) -> list[RelatedStory]:
    stories: dict[str, RelatedStory] = {}
    for element in document.classes.select(selector):
        link = element if element.tag == "a" else next(element.iter("a"), None)
        url = document.absolute(link.get("href")) if link is not None else None
        shown = next((part for part in element.iter() if "title" in (part.get("class") or "")), element)
        headline = clean("".join(shown.itertext())) or None
        if url is None and headline is None:
            continue
        story = stories.setdefault(url or headline or "", RelatedStory(url, headline))
        story.headline = story.headline or headline  # a picture links to the story, too
    return list(stories.values())

"""Selectors of declarations, compiled once.

CSS; ``selector@attribute`` takes an attribute (one, also of several alternatives) instead of the text; what begins with ``//`` or ``./`` is XPath.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from cssselect import HTMLTranslator, SelectorError
from lxml import etree

from newscrawler.text import clean

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_ATTRIBUTE = re.compile(r"@([\w:-]+)(?=\s*(?:,|$))")


@lru_cache(maxsize=512)
def compile_selector(selector: str) -> tuple[etree.XPath, str | None]:
    """Return the XPath of a selector and the attribute that it names.

    :raises ValueError: the selector is neither CSS nor XPath.
    """
    if selector.startswith(("//", "./")):
        try:
            return etree.XPath(selector), None
        except etree.XPathSyntaxError as error:
            raise ValueError(f"not an XPath: {selector!r} ({error})") from None
    attributes = set(_ATTRIBUTE.findall(selector))
    if len(attributes) > 1:
        raise ValueError(f"one selector names one attribute: {selector!r}")
    css = _ATTRIBUTE.sub("", selector)
    attribute = attributes.pop() if attributes else None
    try:
        path = HTMLTranslator().css_to_xpath(css.strip() or "*", prefix="descendant-or-self::")
    except SelectorError as error:
        raise ValueError(f"not a CSS selector: {css!r} ({error})") from None
    return etree.XPath(path), attribute


def select(element: HtmlElement, selector: str) -> list[HtmlElement]:
    """The elements that a selector matches within an element, the element itself included, in document order."""
    found: Any = compile_selector(selector)[0](element)
    return list(found) if isinstance(found, list) else []


def value(element: HtmlElement, selector: str) -> str | None:
    """Text or attribute of the first match, cleaned; None where there is none."""
    path, attribute = compile_selector(selector)
    found: Any = path(element)  # a list of elements: the selectors are paths, not expressions
    for match in found if isinstance(found, list) else ():
        text = match.get(attribute) if attribute else match.text_content()
        if text and (text := clean(text)):
            return text
    return None

"""Selectors of declarations, checked once.

CSS; what begins with ``//`` or ``./`` is XPath. ``selector@attribute`` takes an attribute instead of the
text, the same one of all alternatives.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

import turbohtml
from turbohtml import Element, SelectorSyntaxError

from newscrawler.text import clean

if TYPE_CHECKING:
    from collections.abc import Iterator

_ATTRIBUTE = re.compile(r"@([\w:-]+)(?=\s*(?:,|$))")
_XPATH = ("//", "./")
_PAGE = turbohtml.parse("<p>", positions=False)


@lru_cache(maxsize=2048)
def compile_selector(selector: str) -> tuple[str, str | None]:
    """Return the path of a selector, CSS or XPath, and the attribute that it names.

    :raises ValueError: the selector is neither CSS nor XPath.
    """
    if selector.startswith(_XPATH):
        try:
            _PAGE.xpath(selector)
        except ValueError as error:
            raise ValueError(f"not an XPath: {selector!r} ({error})") from None
        return selector, None
    attributes = set(_ATTRIBUTE.findall(selector))
    if len(attributes) > 1:
        raise ValueError(f"one selector names one attribute: {selector!r}")
    css = _ATTRIBUTE.sub("", selector).strip() or "*"
    try:
        _PAGE.select(css)
    except (SelectorSyntaxError, ValueError) as error:
        raise ValueError(f"not a CSS selector: {css!r} ({error})") from None
    return css, attributes.pop() if attributes else None


def select(element: Element, selector: str) -> list[Element]:
    """Return what a selector matches within an element, itself included, in document order."""
    return list(_matches(element, compile_selector(selector)[0]))


def value(element: Element, selector: str) -> str | None:
    """Return text or attribute of the first match, cleaned; None where there is none."""
    path, attribute = compile_selector(selector)
    for match in _matches(element, path):
        text = match.attr(attribute) if attribute else match.text
        if text and (text := clean(text)):
            return text
    return None


def _matches(element: Element, path: str) -> Iterator[Element]:
    if path.startswith(_XPATH):
        found = element.xpath(path)
        if isinstance(found, list):
            yield from (match for match in found if isinstance(match, Element))
        return
    if element.matches(path):
        yield element
    yield from element.select(path)

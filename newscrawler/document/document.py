"""Document: decoding and the one parse of a page, with what every source asks of it collected in one pass."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cached_property
from threading import local
from typing import TYPE_CHECKING, Any, cast
from urllib.parse import urljoin

from lxml import etree
from lxml.html import HtmlElement

from newscrawler.bounds import DEFAULT, Bounds
from newscrawler.document.attributes import end_within
from newscrawler.document.charset import as_utf8
from newscrawler.document.json_script import count_values, parse_json, walk

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

_PARSER_DEPTH = 256
"""Elements in elements at which the parser stops, unless it is told that the tree may be huge: then 2048."""

_HTML_ELEMENTS = etree.ElementDefaultClassLookup(element=HtmlElement)
"""One class for all tags: lxml.html's own choice by tag costs a Python call for every element that is touched."""


class _Parsers(local):
    """A parser for each thread: one for each page would be garbage that goes round in circles."""

    def __init__(self) -> None:
        self.html = _parser(huge_tree=False)
        self.huge = _parser(huge_tree=True)


def _parser(*, huge_tree: bool) -> etree.HTMLParser:
    parser = etree.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, huge_tree=huge_tree)
    parser.set_element_class_lookup(_HTML_ELEMENTS)
    return parser


_parsers = _Parsers()
_COLLECTED = ("meta", "link", "script", "time", "h1", "title", "base")
_SIMPLE_PATH = re.compile(r"/(?!/)(?:(?!/\.)[^\s\\])*$")
_JSON_LD = "application/ld+json"


@dataclass
class Document:
    """A parsed page. Sources read it and never change it."""

    url: str
    base_url: str
    """Address that the page's relative addresses start from."""
    root: HtmlElement
    encoding: str
    """Charset that the bytes were in; ``UNKNOWN`` where no charset gives them words."""
    headers: Mapping[str, str]
    """Response headers, names in lower case."""
    elements: dict[str, list[HtmlElement]] = field(default_factory=dict)
    """The page's meta, link, script, time, h1 and title elements by tag, in document order."""
    has_microdata: bool = True
    """False where the page has no ``itemprop`` at all."""
    bounds: Bounds = DEFAULT
    beyond: str | None = None
    """The bound at which reading ended (``page_tags``): what comes after it is not in the tree."""

    @cached_property
    def meta(self) -> dict[str, list[str]]:
        """Contents of meta elements by their name, property, itemprop or http-equiv in lower case."""
        found: dict[str, list[str]] = {}
        for element in self.elements["meta"]:
            content = element.get("content") or element.get("value")
            if not content:
                continue
            names = [element.get(key) for key in ("property", "name", "itemprop", "http-equiv")]
            for name in dict.fromkeys(names):
                if name:
                    found.setdefault(name.strip().lower(), []).append(content)
        return found

    @cached_property
    def jsonld(self) -> list[dict[str, Any]]:
        """Every object of the page's JSON-LD that has a type, outermost first."""
        return [node for value in self.jsonld_values for node in walk(value) if "@type" in node]

    @cached_property
    def jsonld_values(self) -> list[Any]:
        """The page's JSON-LD scripts, each as it was written."""
        texts = (
            element.text
            for element in self.elements["script"]
            if _JSON_LD in (element.get("type") or "").lower()
        )
        values: list[Any] = []
        room = self.bounds.json_values
        for text in texts:
            if not text:
                continue
            if self.bounds.json_values:
                room -= count_values(text)
                if room < 0:
                    break
            values += parse_json(text)
        return values

    @cached_property
    def title(self) -> str | None:
        """Text of the title element in the head, as it stands."""
        for element in self.elements["title"]:
            parent = element.getparent()
            if parent is None or parent.tag in ("head", "html", "body"):
                return "".join(element.itertext())
        return None

    @cached_property
    def lang(self) -> str | None:
        """Language that the page declares, as it stands."""
        root = self.root
        declared: str | None = root.get("lang") or root.get("xml:lang")
        return declared

    @cached_property
    def _origin(self) -> str:
        scheme, separator, rest = self.base_url.partition("://")
        return scheme + separator + re.split(r"[/?#]", rest, maxsplit=1)[0]

    def links(self, rel: str) -> list[HtmlElement]:
        """Link elements of this relation."""
        return [
            element for element in self.elements["link"] if rel in (element.get("rel") or "").lower().split()
        ]

    def absolute(self, address: str | None) -> str | None:
        """Make an address of the page absolute; None where it is no http address."""
        if not address:
            return None
        address = address.strip()
        if _SIMPLE_PATH.match(address):
            return self._origin + address
        if address.startswith(("http://", "https://")):
            return address
        try:
            joined = urljoin(self.base_url, address)
        except ValueError:
            return None
        return joined if joined.startswith(("http://", "https://")) else None


def elements_at(path: str) -> Callable[[HtmlElement], list[HtmlElement]]:
    """Compile an XPath that gives elements."""
    return cast("Callable[[HtmlElement], list[HtmlElement]]", etree.XPath(path))


def parse_document(
    html: bytes | str, url: str, headers: Mapping[str, str] | None = None, bounds: Bounds = DEFAULT
) -> Document:
    """Parse a page. Never raises; what is no HTML gives a document with an empty body."""
    most = bounds.page_bytes or len(html)
    names = {name.lower(): value for name, value in (headers or {}).items()}
    if isinstance(html, str):
        data, encoding = html[:most].encode("utf-8", "replace"), "utf-8"
    else:
        data, encoding = as_utf8(html[:most], names.get("content-type"), url)
    root, beyond = _parse(data, bounds)
    beyond = "page_bytes" if len(html) > most else beyond
    elements: dict[str, list[HtmlElement]] = {tag: [] for tag in _COLLECTED}
    for element in root.iter(*_COLLECTED):
        elements[element.tag].append(element)
    document = Document(url, url, root, encoding, names, elements, b"itemprop" in data, bounds, beyond)
    for element in elements["base"]:
        document.base_url = document.absolute(element.get("href")) or url
        break
    return document


def _parse(data: bytes, bounds: Bounds) -> tuple[HtmlElement, str | None]:
    """Build the tree; name the bound at which it ends."""
    beyond = None
    if b"\0" in data:
        data = data.replace(b"\0", b"")
    if 0 < bounds.page_tags < len(data) and bounds.page_tags < data.count(b"<"):
        data = b"<".join(data.split(b"<", bounds.page_tags)[: bounds.page_tags])
        beyond = "page_tags"
    if bounds.page_attributes and (end := end_within(data, bounds.page_attributes)) < len(data):
        data, beyond = data[:end], "page_attributes"
    parser = _parsers.html if 0 < bounds.page_depth <= _PARSER_DEPTH else _parsers.huge
    try:
        root = etree.fromstring(data, parser)
    except etree.LxmlError:
        root = None
    if root is None or root.tag != "html":
        return etree.fromstring(b"<html><body></body></html>", parser), beyond
    return root, "page_depth" if _is_too_deep(root, bounds.page_depth) else beyond


def _is_too_deep(root: HtmlElement, most: int) -> bool:
    """Whether the parser stopped, which leaves the deepest element last, or the tree is deeper than asked for."""
    if 0 < most < _PARSER_DEPTH and etree.XPath("boolean(//*[count(ancestor::*) >= $most])")(root, most=most):
        return True
    depth, element = 1, root
    while len(element):
        depth, element = depth + 1, element[-1]
    return depth >= (_PARSER_DEPTH if 0 < most <= _PARSER_DEPTH else 8 * _PARSER_DEPTH)

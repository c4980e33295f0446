"""Document: decoding and the one parse of a page, with what every source asks of it collected in one pass."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Any
from urllib.parse import urljoin

from newscrawler.bounds import DEFAULT, Bounds
from newscrawler.document.charset import as_utf8
from newscrawler.document.json_salvage import salvage_json
from newscrawler.document.json_script import count_values, parse_json, walk
from newscrawler.document.node import above
from newscrawler.document.tree import build_tree
from newscrawler.document.visibility import Visibility

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from newscrawler.document.node import Element
    from newscrawler.document.tree import Script

_SIMPLE_PATH = re.compile(r"/(?!/)(?:(?!/\.)[^\s\\])*$")
_JSON_LD = "application/ld+json"
_PAGE_PART = re.compile(r"schema\.org/(?:WPFooter|WPHeader|WPSideBar|SiteNavigationElement)\b")
_LONGEST_BROKEN = 300_000
"""Characters of a broken script; a longer one is not worth its time."""


@dataclass
class Document:
    """A parsed page. Sources read it and never change it."""

    url: str
    base_url: str
    """URL to which the page's relative URLs are relative."""
    root: Element
    encoding: str
    """Charset that the bytes were in; ``UNKNOWN`` where no charset gives them words."""
    headers: Mapping[str, str]
    """Response headers, names in lower case."""
    scripts: list[Script] = field(default_factory=list)
    """The page's scripts; the tree does not have their text."""
    elements: Mapping[str, Sequence[Element]] = field(default_factory=dict)
    """The page's elements by tag, in document order."""
    has_microdata: bool = True
    """False where the page has no ``itemprop`` at all."""
    bounds: Bounds = DEFAULT
    beyond: str | None = None
    """The bound at which reading ended (``page_tags``): what comes after it is not in the tree."""
    noscripts: Sequence[str] = ()
    """Markup with links that only readers without scripts see; it is not in the tree."""

    def elements_of(self, tag: str) -> Sequence[Element]:
        """Return the elements with this tag, in document order."""
        return self.elements.get(tag, ())

    @cached_property
    def meta(self) -> dict[str, list[str]]:
        """Contents of meta elements by their name, property, itemprop or http-equiv in lower case.

        What a page says of its own footer or menu, it does not say of itself.
        """
        found: dict[str, list[str]] = {}
        for element in self.elements_of("meta"):
            content = element.attr("content") or element.attr("value")
            if not content:
                continue
            names = [element.attr(key) for key in ("property", "name", "itemprop", "http-equiv")]
            if names[2] and _is_of_a_page_part(element):
                continue
            for name in dict.fromkeys(names):
                if name:
                    found.setdefault(name.strip().lower(), []).append(content)
        return found

    @cached_property
    def jsonld(self) -> list[dict[str, Any]]:
        """Every object of the page's JSON-LD that has a type, outermost first."""
        return _typed(self.jsonld_values)

    @property
    def jsonld_values(self) -> list[Any]:
        """The page's JSON-LD scripts, each as it was written; without those that are broken."""
        return self._jsonld_scripts[0]

    @cached_property
    def salvaged_jsonld(self) -> list[dict[str, Any]]:
        """Every object with a type of the JSON-LD scripts that are broken, as far as it can be told."""
        return _typed([value for text in self._jsonld_scripts[1] for value in salvage_json(text)])

    @cached_property
    def _jsonld_scripts(self) -> tuple[list[Any], list[str]]:
        """The values of the scripts, and the texts of those that are broken."""
        values: list[Any] = []
        broken: list[str] = []
        room = self.bounds.json_values
        for text in (script.text for script in self.scripts if _JSON_LD in script.kind):
            if self.bounds.json_values:
                room -= count_values(text)
                if room < 0:
                    break
            found = parse_json(text)
            values += found
            if not found and len(text) <= _LONGEST_BROKEN:
                broken.append(text)
        return values, broken

    @cached_property
    def title(self) -> str | None:
        """Text of the first title element outside of drawings, as it stands; browsers take that one too."""
        for element in self.elements_of("title"):
            if not any(outer.tag == "svg" for outer in above(element)):
                return element.text
        return None

    @cached_property
    def visibility(self) -> Visibility:
        """What a reader of the page sees."""
        return Visibility(self.root)

    @cached_property
    def lang(self) -> str | None:
        """Language that the page declares, as it stands."""
        root = self.root
        declared: str | None = root.attr("lang") or root.attr("xml:lang")
        return declared

    @cached_property
    def _origin(self) -> str:
        scheme, separator, rest = self.base_url.partition("://")
        return scheme + separator + re.split(r"[/?#]", rest, maxsplit=1)[0]

    def links(self, rel: str) -> list[Element]:
        """Return the link elements of this relation."""
        return [
            element
            for element in self.elements_of("link")
            if rel in (element.attr("rel") or "").lower().split()
        ]

    def absolute(self, href: str | None) -> str | None:
        """Return a URL of the page as an absolute one; None where it is no http(s) URL."""
        if not href:
            return None
        href = href.strip()
        if _SIMPLE_PATH.match(href):
            return self._origin + href
        if href.startswith(("http://", "https://")):
            return href
        try:
            joined = urljoin(self.base_url, href)
        except ValueError:
            return None
        return joined if joined.startswith(("http://", "https://")) else None


def _typed(values: list[Any]) -> list[dict[str, Any]]:
    return [node for value in values for node in walk(value) if "@type" in node]


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
    tree = build_tree(data, bounds)
    beyond = "page_bytes" if len(html) > most else tree.beyond
    document = Document(
        url, url, tree.root, encoding, names, tree.scripts, tree.elements, b"itemprop" in data, bounds,
        beyond, tree.noscripts,
    )  # fmt: skip
    for element in document.elements_of("base"):
        document.base_url = document.absolute(element.attr("href")) or url
        break
    return document


def _is_of_a_page_part(element: Element) -> bool:
    """Tell whether microdata belong to an item that is a part of each page: its footer, its menu."""
    scope = next((each for each in above(element) if each.attr("itemscope") is not None), None)
    return scope is not None and _PAGE_PART.search(scope.attr("itemtype") or "") is not None

"""Microdata: item scopes of the page turned into the objects that the JSON-LD reader knows."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from newscrawler.document import elements_at
from newscrawler.sources.jsonld import Node, Values, choose, read_node

if TYPE_CHECKING:
    from lxml.html import HtmlElement

    from newscrawler.document import Document

_PROPERTIES = elements_at("//*[@itemprop or @itemscope]")
_ADDRESS = {
    "a": "href",
    "area": "href",
    "link": "href",
    "img": "src",
    "source": "src",
    "iframe": "src",
    "object": "data",
}
_LONG = frozenset(("articleBody", "reviewBody", "text"))
_MAX_PROPERTIES = 3_000


def nodes(document: Document) -> list[Node]:
    """Return the page's items, outermost first, each in the form of a JSON-LD object."""
    found: dict[HtmlElement, Node] = {}
    order: list[Node] = []
    loose: Node = {}
    for element in _PROPERTIES(document.root)[:_MAX_PROPERTIES]:
        names = (element.get("itemprop") or "").split()
        value: Any
        if element.get("itemscope") is not None:
            value = {"@type": (element.get("itemtype") or "Thing").split()}
            if identity := element.get("itemid"):
                value["@id"] = identity
            found[element] = value
            order.append(value)
        elif names:
            value = None if _LONG.intersection(names) else _value(element, document)
        if not names or value is None:
            continue
        owner = _owner(element, found)
        for name in names:
            _add(loose if owner is None else owner, name, value)
    if loose.get("headline") or loose.get(
        "datePublished"
    ):  # properties of an article whose scope is not marked
        order.append({"@type": "Article", **loose})
    return order


def _owner(element: HtmlElement, scopes: dict[HtmlElement, Node]) -> Node | None:
    parent = element.getparent()
    while parent is not None:
        if (scope := scopes.get(parent)) is not None:
            return scope
        parent = parent.getparent()
    return None


def _value(element: HtmlElement, document: Document) -> str | None:
    content: str | None = element.get("content")
    if content is not None:
        return content
    if element.tag == "time" and element.get("datetime"):
        return str(element.get("datetime"))
    if attribute := _ADDRESS.get(element.tag):
        if element.tag == "a" and "url" not in (element.get("itemprop") or "").lower():
            return " ".join("".join(element.itertext()).split())
        return document.absolute(element.get(attribute))
    return " ".join("".join(element.itertext()).split())[:2000] or None


def _add(node: Node, name: str, value: Any) -> None:
    if name not in node:
        node[name] = value
    elif isinstance(node[name], list):
        node[name].append(value)
    else:
        node[name] = [node[name], value]


def read(document: Document) -> Values:
    """Return what the page's microdata says of the article, nothing where it describes none."""
    found = nodes(document) if document.has_microdata else []
    node = choose(found, found, document.url)
    return read_node(node) if node is not None else {}

"""Microdata: item scopes of the page turned into the objects that the JSON-LD reader knows."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from newscrawler.document.node import above, elements, names_of
from newscrawler.sources.metadata.jsonld import choose, names_page
from newscrawler.sources.metadata.schema_org import Node, Values, read_node, types

if TYPE_CHECKING:
    from newscrawler.document import Document, Element

_PROPERTIES = "[itemprop], [itemscope]"
_URL_ATTRIBUTE = {
    "a": "href",
    "area": "href",
    "link": "href",
    "img": "src",
    "source": "src",
    "iframe": "src",
    "object": "data",
}
_LONG = frozenset(("articleBody", "reviewBody", "text"))
_COMMENT = re.compile(
    r"(?:^|[\s_-])(?:comments?(?:-?(?:list|area|body|content|item|meta|author|wrapper))?|"
    r"disqus_thread)(?:\s|$)",
    re.IGNORECASE,
)
_MAX_PROPERTIES = 3_000


def nodes(document: Document) -> list[Node]:
    """Return the page's items, outermost first, each in the form of a JSON-LD object."""
    found: dict[Element, Node] = {}
    order: list[Node] = []
    loose: Node = {}
    articles: list[Element | None] = []
    for element in document.root.select(_PROPERTIES)[:_MAX_PROPERTIES]:
        names = (element.attr("itemprop") or "").split()
        value: Any
        if element.attr("itemscope") is not None:
            value = {"@type": (element.attr("itemtype") or "Thing").split()}
            if identity := element.attr("itemid"):
                value["@id"] = identity
            found[element] = value
            order.append(value)
        elif names:
            value = None if _LONG.intersection(names) else _values(element, document)
        if not names or value is None:
            continue
        if "author" in names and _is_of_another_text(element, articles):
            continue
        owner = _owner(element, found)
        for name in names:
            _add(loose if owner is None else owner, name, value)
    if loose.get("headline") or loose.get(
        "datePublished"
    ):  # properties of an article whose scope is not marked
        order.append({"@type": "Article", **loose})
    return order


def _is_of_another_text(author: Element, articles: list[Element | None]) -> bool:
    """Tell whether an author is that of a reader's comment, or of another article than the first author.

    :param articles: where the ``article`` element of the first author is kept.
    """
    if _is_in_comment(author):
        return True
    around = next((outer for outer in above(author) if outer.tag == "article"), None)
    if not articles:
        articles.append(around)
    return around is not articles[0]


def _is_in_comment(element: Element) -> bool:
    """Tell whether an element lies in a comment of a reader."""
    return any(
        _COMMENT.search(names_of(outer)) for outer in above(element) if outer.tag not in ("body", "html")
    )


def _owner(element: Element, scopes: dict[Element, Node]) -> Node | None:
    return next((scope for outer in above(element) if (scope := scopes.get(outer)) is not None), None)


def _values(element: Element, document: Document) -> str | list[str] | None:
    """Return the value of a property; keywords that are several links are several values."""
    if "keywords" in (element.attr("itemprop") or "") and element.attr("content") is None:
        links = [" ".join(link.text.split()) for link in elements(element, "a")]
        if len(links) > 1:
            return links
    return _value(element, document)


def _value(element: Element, document: Document) -> str | None:
    content: str | None = element.attr("content")
    if content is not None:
        return content
    if element.tag == "time" and element.attr("datetime"):
        return str(element.attr("datetime"))
    if attribute := _URL_ATTRIBUTE.get(element.tag):
        if element.tag == "a" and "url" not in (element.attr("itemprop") or "").lower():
            return " ".join(element.text.split())
        return document.absolute(element.attr(attribute))
    return " ".join(element.text.split())[:2000] or None


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
    if node is None or _is_one_of_a_listing(node, found, document.url):
        return {}
    return read_node(node)


def _is_one_of_a_listing(node: Node, found: list[Node], url: str) -> bool:
    """Tell whether an item is one of several of its kind, and says neither headline nor this page's URL."""
    several = sum(types(other) == types(node) for other in found) > 1
    return several and not node.get("headline") and not names_page(node, url)

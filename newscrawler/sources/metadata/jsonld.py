"""JSON-LD: the article as its publisher describes it to machines."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from newscrawler.sources.metadata.schema_org import access_of, read_node, text_of, types

if TYPE_CHECKING:
    from collections.abc import Iterable

    from newscrawler.document import Document
    from newscrawler.sources.metadata.schema_org import Node, Values

_ARTICLES = frozenset(
    [
        "article",
        "newsarticle",
        "reportagenewsarticle",
        "opinionnewsarticle",
        "analysisnewsarticle",
        "backgroundnewsarticle",
        "reviewnewsarticle",
        "askpublicnewsarticle",
        "satiricalarticle",
        "advertisercontentarticle",
        "blogposting",
        "liveblogposting",
        "socialmediaposting",
        "report",
        "techarticle",
        "scholarlyarticle",
        "review",
        "claimreview",
        "hentry",
        "medicalscholarlyarticle",
    ]
)
_PAGES = frozenset(("webpage", "itempage", "creativework"))
_LISTED_WITHIN = frozenset(("itemlist", "collectionpage", "searchresultspage"))
_WORD = re.compile(r"\w+")
_LITTLE = 0.4
"""Share of a headline's words that makes two headlines alike."""


def article_node(document: Document) -> Node | None:
    """Return the object that describes the page's own article: not one listed beside it."""
    return choose(document.jsonld, document.jsonld_values, document.url)


def choose(nodes: Iterable[Node], values: list[Any], url: str) -> Node | None:
    """Return the article among the typed nodes of a page: the one that names the page, else the fullest."""
    listed = {id(node) for value in values for node in _listed(value)}
    best: tuple[int, Node] | None = None
    for node in nodes:
        kinds = types(node)
        if not kinds & _ARTICLES or id(node) in listed:
            continue
        score = 4 * names_page(node, url)
        score += (
            2 * bool(node.get("datePublished")) + 2 * bool(node.get("headline")) + bool(node.get("author"))
        )
        score += bool(node.get("articleBody")) + ("newsarticle" in kinds)
        if best is None or score > best[0]:
            best = (score, node)
    return best[1] if best and best[0] > 0 else None


def _listed(value: Any) -> Iterable[Node]:
    """Return the nodes within a list of other articles, related links or live updates."""
    stack: list[tuple[Any, bool]] = [(value, False)]
    count = 0
    while stack and count < 5000:
        current, within = stack.pop()
        count += 1
        if isinstance(current, list):
            stack.extend((member, within) for member in current)
        elif isinstance(current, dict):
            if within:
                yield current
            within = within or bool(types(current) & _LISTED_WITHIN)
            stack.extend(
                (
                    member,
                    within
                    or _is_of_customers(current, key, member)
                    or key
                    in (
                        "relatedLink",
                        "citation",
                        "mentions",
                        "itemListElement",
                        "isBasedOn",
                        "liveBlogUpdate",
                        "comment",
                    ),
                )
                for key, member in current.items()
                if isinstance(member, (dict, list))
            )


def _is_of_customers(node: Node, key: str, member: Any) -> bool:
    """Tell whether a property holds what customers say of a thing: many reviews, or beside their average."""
    is_many = isinstance(member, list) and len(member) > 1
    return key in ("review", "reviews") and (is_many or "aggregateRating" in node)


def names_page(node: Node, url: str) -> bool:
    """Tell whether the node names the page's URL (without scheme and query) as its own."""
    path = _path(url)
    page = node.get("mainEntityOfPage")
    named = [node.get("url"), node.get("@id"), page.get("@id") if isinstance(page, dict) else page]
    named.append(page.get("url") if isinstance(page, dict) else None)
    return any(isinstance(url, str) and _path(url) == path for url in named)


def _is_of_another_page(node: Node, document: Document) -> bool:
    """Tell whether a node names another page as its own, and its headline is not what this one shows."""
    page = node.get("mainEntityOfPage")
    named = [node.get("url"), page.get("@id") if isinstance(page, dict) else page]
    elsewhere = {
        _path(url) for url in named if isinstance(url, str) and _path(url).count("/") and "://" in url
    }
    words = frozenset(_WORD.findall((text_of(node.get("headline")) or "").lower()))
    if not elsewhere or not words or names_page(node, document.url):
        return False
    canonical = (document.absolute(link.attr("href") or "") for link in document.links("canonical"))
    if any(_path(url or "") in elsewhere for url in canonical):
        return False
    known = _shown_words(document)
    return bool(known) and len(words & known) < _LITTLE * len(words)


def _shown_words(document: Document) -> frozenset[str]:
    """Return the words of the page's title, headings and ``og:title``."""
    titles = [
        meta.attr("content") or ""
        for meta in document.elements_of("meta")
        if meta.attr("property") == "og:title"
    ]
    shown = [document.title or "", *(heading.text for heading in document.elements_of("h1")), *titles]
    return frozenset(_WORD.findall(" ".join(shown).lower()))


def _path(url: str) -> str:
    return url.split("://", 1)[-1].split("#", 1)[0].split("?", 1)[0].rstrip("/").removeprefix("www.")


def read(document: Document) -> Values:
    """Return what the page's JSON-LD says of the article, nothing where it describes none."""
    return _read(document, document.jsonld, article_node(document))


def read_salvaged(document: Document) -> Values:
    """Return what the broken JSON-LD of the page says of the article, as far as it can be told."""
    nodes = document.salvaged_jsonld
    return _read(document, nodes, choose(nodes, nodes, document.url)) if nodes else {}


def _read(document: Document, nodes: list[Node], node: Node | None) -> Values:
    if node is not None and _is_of_another_page(node, document):
        node = None
    values = read_node(node, nodes) if node is not None else {}
    for page in nodes:
        if types(page) & _PAGES and page is not node:
            for field, key in (("published_at", "datePublished"), ("modified_at", "dateModified")):
                if field not in values and (text := text_of(page.get(key))):
                    values[field] = [text]
            values.setdefault("access", []).extend(access_of(page))
    return values

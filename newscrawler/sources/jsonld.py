"""JSON-LD: the article as its publisher describes it to machines. Microdata comes through the same reader."""

from __future__ import annotations

import html
import re
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from newscrawler.items import Access, Image

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from newscrawler.document import Document

Values = dict[str, list[Any]]
"""Field -> raw values of one source, in its order."""
Node = dict[str, Any]

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
_PEOPLE = frozenset(("person",))
_NO_TYPE: frozenset[str] = frozenset()
_MOST_TYPES, _LONGEST_TYPE = 20, 200
"""Of one node; a name is the last part of a short address."""
_LISTED_WITHIN = frozenset(("itemlist", "collectionpage", "searchresultspage"))
_TAG = re.compile(r"<[^<>]{1,300}>")
_WORD = re.compile(r"\w+")
_LITTLE = 0.4
"""Share of a headline's words."""
_KEYWORD = re.compile(r"\s*[,;|]\s*")


def types(node: Mapping[str, Any]) -> frozenset[str]:
    """Return the types of a node in lower case, without the vocabulary's address."""
    declared = node.get("@type")
    if isinstance(declared, str):
        return _kinds((declared[:_LONGEST_TYPE],))
    if isinstance(declared, list):
        return _kinds(tuple(name[:_LONGEST_TYPE] for name in declared[:_MOST_TYPES] if isinstance(name, str)))
    return _NO_TYPE


@lru_cache(maxsize=512)
def _kinds(names: tuple[str, ...]) -> frozenset[str]:
    """Return the types of these names; a page has few, and the next page the same."""
    return frozenset(name.rsplit("/", 1)[-1].rsplit("#", 1)[-1].rsplit(":", 1)[-1].lower() for name in names)


def text_of(value: Any) -> str | None:
    """Return the text of a value: a string, a number, or the first of a list, without markup and entities.

    >>> text_of(["Cat &amp; <b>mouse</b>"])
    'Cat & mouse'
    """
    while isinstance(value, list):
        value = value[0] if value else None
    if isinstance(value, dict):
        value = value.get("@value") or value.get("name")
    if isinstance(value, bool) or not isinstance(value, (str, int, float)):
        return None
    text = str(value)
    if "&" in text:
        text = html.unescape(text)
    if "<" in text:
        text = _TAG.sub(" ", text) if "<br" in text or "<p" in text else _TAG.sub("", text)
    return text.strip() or None


def texts_of(value: Any) -> list[str]:
    """Return the texts of a value, each member of a list on its own."""
    members = value if isinstance(value, list) else [value]
    return [text for member in members if (text := text_of(member))]


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
        score = 4 * _names(node, url)
        score += (
            2 * bool(node.get("datePublished")) + 2 * bool(node.get("headline")) + bool(node.get("author"))
        )
        score += bool(node.get("articleBody")) + ("newsarticle" in kinds)
        if best is None or score > best[0]:
            best = (score, node)
    return best[1] if best and best[0] > 0 else None


def _listed(value: Any) -> Iterable[Node]:
    """Nodes within a list of other articles, related links or live updates."""
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


def _names(node: Node, url: str) -> bool:
    """Whether the node names the page's address (without scheme and query) as its own."""
    path = _path(url)
    page = node.get("mainEntityOfPage")
    named = [node.get("url"), node.get("@id"), page.get("@id") if isinstance(page, dict) else page]
    named.append(page.get("url") if isinstance(page, dict) else None)
    return any(isinstance(address, str) and _path(address) == path for address in named)


def _is_of_another_page(node: Node, document: Document) -> bool:
    """Whether the node names another page as its own, and its headline has little in common with what this one shows."""
    page = node.get("mainEntityOfPage")
    named = [node.get("url"), page.get("@id") if isinstance(page, dict) else page]
    elsewhere = [
        address
        for address in named
        if isinstance(address, str) and _path(address).count("/") and "://" in address
    ]
    words = frozenset(_WORD.findall((text_of(node.get("headline")) or "").lower()))
    if not elsewhere or not words or _names(node, document.url):
        return False
    own = [link.attr("href") or "" for link in document.links("canonical")]
    if any(_path(document.absolute(address) or "") == _path(named) for address in own for named in elsewhere):
        return False
    shown = [document.title or "", *(heading.text for heading in document.elements["h1"])]
    shown += [
        meta.attr("content") or ""
        for meta in document.elements["meta"]
        if meta.attr("property") == "og:title"
    ]
    known = frozenset(_WORD.findall(" ".join(shown).lower()))
    return bool(known) and len(words & known) < _LITTLE * len(words)


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
            values.setdefault("access", []).extend(_access(page))
    return values


def read_node(node: Node, nodes: Iterable[Node] = ()) -> Values:
    """Return the fields of an article's node; ``nodes`` are those that it may refer to by ``@id``."""
    by_id = {name: other for other in nodes if isinstance(name := other.get("@id"), str) and len(other) > 2}
    people, bylines, organisations = _authors(node, by_id)
    values: Values = {
        "headline": texts_of(node.get("headline")) or texts_of(node.get("name")),
        "description": texts_of(node.get("description"))[:1],
        "published_at": texts_of(node.get("datePublished")),
        "modified_at": texts_of(node.get("dateModified")),
        "section": texts_of(node.get("articleSection")),
        "authors": people,
        "bylines": bylines,
        "organisations": organisations,
        "topics": _keywords(node),
        "images": _images(node, by_id),
        "body": texts_of(node.get("articleBody"))[:1],
        "language": [text for text in texts_of(_language(node)) if len(text) >= 2],
        "canonical_url": texts_of(node.get("url"))[:1],
        "access": _access(node),
    }
    return {field: found for field, found in values.items() if found}


def _language(node: Node) -> Any:
    language = node.get("inLanguage")
    return (language.get("alternateName") or language.get("name")) if isinstance(language, dict) else language


def _members(value: Any, by_id: Mapping[str, Node]) -> list[Any]:
    """Members of a property, references resolved, nested lists flattened."""
    members: list[Any] = []
    stack = [value]
    while stack and len(members) < 100:
        current = stack.pop(0)
        if isinstance(current, list):
            stack[:0] = current[:100]
            continue
        if isinstance(current, dict) and len(current) <= 2 and "name" not in current:
            current = by_id.get(str(current.get("@id")), current)
        if current is not None:
            members.append(current)
    return members


def _authors(node: Node, by_id: Mapping[str, Node]) -> tuple[list[str], list[str], list[str]]:
    """(persons, bylines of unknown kind, organisations)."""
    people: list[str] = []
    bylines: list[str] = []
    organisations: list[str] = []
    for key in ("author", "creator"):
        for member in _members(node.get(key), by_id):
            if isinstance(member, str):
                if not member.startswith(("http://", "https://", "#")):
                    bylines.append(html.unescape(member))
                continue
            if not isinstance(member, dict):
                continue
            kinds = types(member) or types(by_id.get(str(member.get("@id")), {}))
            target = people if kinds & _PEOPLE else organisations if kinds else bylines
            target.extend(texts_of(member.get("name")))
        if people or bylines:
            break
    return people, bylines, organisations


def _keywords(node: Node) -> list[str]:
    keywords = node.get("keywords")
    members = keywords if isinstance(keywords, list) else [keywords]
    found = texts_of(members)
    if len(found) == 1:
        found = split_keywords(found[0])
    return found


def split_keywords(text: str) -> list[str]:
    """Split a list of keywords that is one string.

    >>> split_keywords("Foreign policy, Syria")
    ['Foreign policy', 'Syria']
    """
    for sign in (";", "|", ","):
        if sign in text:
            return [part.strip() for part in text.split(sign) if part.strip()]
    return [text] if text.strip() else []


def _images(node: Node, by_id: Mapping[str, Node]) -> list[Image]:
    images: list[Image] = []
    for member in _members(node.get("image"), by_id)[:50]:
        if isinstance(member, str):
            images.append(Image(member))
        elif isinstance(member, dict):
            url = text_of(member.get("url")) or text_of(member.get("contentUrl"))
            if url:
                credit = text_of(member.get("creditText")) or text_of(member.get("copyrightNotice"))
                images.append(Image(url, text_of(member.get("caption")), credit))
    return images


def _access(node: Node) -> list[Access]:
    """Return what a node says of the access to its text: as a whole, and of its parts (``hasPart``)."""
    whole = _truth(node.get("isAccessibleForFree"))
    parts = {
        _truth(part.get("isAccessibleForFree"))
        for part in _members(node.get("hasPart"), {})
        if isinstance(part, dict)
    }
    if whole is False:
        return [Access("partial" if True in parts else "locked", "json-ld isAccessibleForFree")]
    if False in parts:
        return [Access("partial", "json-ld hasPart isAccessibleForFree")]
    return [Access("free", "json-ld isAccessibleForFree")] if whole else []


def _truth(value: Any) -> bool | None:
    """Return what a value means that may be a boolean, its name, or schema.org's URL of it; None for anything else."""
    if isinstance(value, bool):
        return value
    return {"true": True, "false": False}.get((text_of(value) or "").rsplit("/", 1)[-1].lower())

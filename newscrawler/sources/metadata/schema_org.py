"""schema.org: what the object of an article says; JSON-LD and microdata both come in this form."""

from __future__ import annotations

import html
import re
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from newscrawler.items import Access, Image

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

Values = dict[str, list[Any]]
"""Field -> raw values of one source, in its order."""
Node = dict[str, Any]

_PEOPLE = frozenset(("person",))
_NO_TYPE: frozenset[str] = frozenset()
_MOST_TYPES, _LONGEST_TYPE = 20, 200
"""Of one node; a name is the last part of a short URL."""
_TAG = re.compile(r"<[^<>]{1,300}>")


def types(node: Mapping[str, Any]) -> frozenset[str]:
    """Return the types of a node in lower case, without the vocabulary's URL."""
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


_NAME_WITH_COMMAS = 4
"""Parts at most of a keyword that is itself an enumeration."""


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
        "access": access_of(node),
    }
    return {field: found for field, found in values.items() if found}


def _language(node: Node) -> Any:
    language = node.get("inLanguage")
    return (language.get("alternateName") or language.get("name")) if isinstance(language, dict) else language


def _members(value: Any, by_id: Mapping[str, Node]) -> list[Any]:
    """Return the members of a property, references resolved, nested lists flattened."""
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
    """Return (persons, bylines of unknown kind, organisations)."""
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
    """Split a list of keywords that is one string. "Arts, Media, & Sports" is one name with commas in it.

    >>> split_keywords("Foreign policy, Syria"), split_keywords("Arts, Media, & Sports")
    (['Foreign policy', 'Syria'], ['Arts, Media, & Sports'])
    """
    for sign in (";", "|", ","):
        if sign in text:
            parts = [part.strip() for part in text.split(sign) if part.strip()]
            is_name = 1 < len(parts) <= _NAME_WITH_COMMAS and parts[-1].startswith("& ")
            return [text.strip()] if is_name else parts
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


def access_of(node: Node) -> list[Access]:
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
    """Return what a boolean, its name, or schema.org's URL of it means; None for anything else."""
    if isinstance(value, bool):
        return value
    return {"true": True, "false": False}.get((text_of(value) or "").rsplit("/", 1)[-1].lower())

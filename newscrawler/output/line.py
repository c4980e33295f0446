r"""Article ↔ line: one JSON object in UTF-8, keys in the order of declaration, ended by one ``\n``."""

from __future__ import annotations

import json
from dataclasses import asdict, fields
from typing import Any

import orjson

from newscrawler.items import (
    Access,
    Archived,
    Article,
    Dateline,
    Entry,
    Image,
    RelatedStory,
    Sighting,
    TimeConflict,
    TimeEvidence,
)

type_of_part: dict[str, type] = {
    "published_at_evidence": TimeEvidence,
    "dateline": Dateline,
    "access": Access,
    "archived": Archived,
}
type_of_parts: dict[str, type] = {
    "entries": Entry,
    "images": Image,
    "related": RelatedStory,
    "listed_on": Sighting,
}
_NO_CUSTOM = b',"custom":{}}\n'
_encode = json.JSONEncoder(ensure_ascii=False, allow_nan=False, separators=(",", ":")).encode


def json_line(values: dict[str, Any] | Article) -> bytes:
    r"""Return the JSON line of plain values, or of an article.

    Characters that some readers take for the end of a line (U+0085, U+2028, U+2029) are escaped. A lone
    surrogate becomes U+FFFD: it is no character, and many readers refuse a line with its escape.

    >>> json_line({"body": "a\u2028b\n\u05d0\0"})
    b'{"body":"a\\u2028b\\n\xd7\x90\\u0000"}\n'
    >>> json_line({"body": "\ud83d"}).decode()
    '{"body":"�"}\n'
    """
    try:
        line = orjson.dumps(values, option=orjson.OPT_APPEND_NEWLINE)
    except orjson.JSONEncodeError:
        text = _encode(asdict(values) if isinstance(values, Article) else values)
        line = text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace").encode() + b"\n"
    if not line.isascii():
        line = (
            line.replace(b"\xe2\x80\xa8", rb"\u2028")
            .replace(b"\xe2\x80\xa9", rb"\u2029")
            .replace(b"\xc2\x85", rb"\u0085")
        )
    return line


def to_line(article: Article) -> bytes:
    """Return the line of an article; ``custom``, its last key, is there only where a user has set it."""
    line = json_line(article)
    return line if article.custom else line.removesuffix(_NO_CUSTOM) + b"}\n"


def from_line(line: bytes | str) -> Article:
    """Return the article of a line.

    Keys that this version does not know are ignored. Keys that an older version did not write have their
    defaults.

    :raises ValueError: the line is not the JSON object of an article.
    """
    try:
        values = json.loads(line)
    except RecursionError as error:
        raise ValueError("nested too deeply") from error
    if not isinstance(values, dict) or not values.get("id") or type(values.get("revision", 1)) is not int:
        raise ValueError("not the line of an article")
    if wrong := [name for name in _texts if not isinstance(values.get(name), str | None)]:
        raise ValueError(f"no text: {', '.join(wrong)}")
    if not isinstance(values.get("custom", {}), dict):
        raise ValueError("custom is no object")  # noqa: TRY004 - all that is wrong with a line is a ValueError
    try:
        for name, cls in type_of_part.items():
            if values.get(name) is not None:
                values[name] = _part(cls, values[name])
        for name, cls in type_of_parts.items():
            values[name] = [_part(cls, part) for part in values.get(name) or ()]
        article: Article = _part(Article, values)
    except (TypeError, AttributeError) as error:
        raise ValueError(f"not the line of an article: {error}") from error
    if article.published_at_evidence is not None:
        evidence = article.published_at_evidence
        evidence.conflicts = [_part(TimeConflict, conflict) for conflict in evidence.conflicts]
    return article


_texts = [field.name for field in fields(Article) if field.type in {"str", "str | None"}]
_names: dict[type, frozenset[str]] = {
    cls: frozenset(field.name for field in fields(cls))
    for cls in (Article, TimeConflict, *type_of_part.values(), *type_of_parts.values())
}


def _part(cls: type, values: Any) -> Any:
    if isinstance(values, cls):
        return values
    names = _names[cls]
    if values.keys() <= names:
        return cls(**values)
    return cls(**{name: value for name, value in values.items() if name in names})

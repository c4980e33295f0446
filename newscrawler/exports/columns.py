"""The columns of the table that every export gives, made from the published schema of the line.

An object becomes a column for each of its fields (``dateline_place``). A list of strings stays a list. A list
of objects, and an object whose keys are not fixed, become one JSON value. Each time has two columns: the text
as it stands in the line, and ``…_utc``, which is null where the text is no instant.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

from newscrawler.output.schema import SCHEMA_PATH

if TYPE_CHECKING:
    from collections.abc import Iterator

Kind = Literal["text", "integer", "number", "boolean", "instant", "list", "json"]


@dataclass(frozen=True, slots=True)
class Column:
    """One column of the table."""

    name: str
    kind: Kind
    path: tuple[str, ...]
    """The keys that lead to its value in a line."""
    required: bool = False
    """A line without it is no line of ours."""


def columns_of(schema: dict[str, Any], path: tuple[str, ...] = ()) -> Iterator[Column]:
    """Yield the columns of an object of the schema, in the order of the line.

    >>> time = {"type": ["string", "null"]}
    >>> [column.name for column in columns_of({"properties": {"fetched_at": time}})]
    ['fetched_at', 'fetched_at_utc']
    """
    for key, part in schema["properties"].items():
        way = (*path, key)
        if "properties" in part:
            yield from columns_of(part, way)
            continue
        name = "_".join(way)
        yield Column(name, _kind(part), way, required=name in _REQUIRED)
        if name.endswith("_at"):
            yield Column(f"{name}_utc", "instant", way)


def _kind(part: dict[str, Any]) -> Kind:
    types = part["type"] if isinstance(part["type"], list) else [part["type"]]
    if "array" in types:
        return "list" if part["items"].get("type") == "string" else "json"
    return _KINDS[types[0]]


_KINDS: dict[str, Kind] = {
    "string": "text",
    "integer": "integer",
    "number": "number",
    "boolean": "boolean",
    "object": "json",
}
_REQUIRED = frozenset({"id", "revision", "site"})

COLUMNS: tuple[Column, ...] = tuple(columns_of(json.loads(SCHEMA_PATH.read_bytes())))
"""All columns, in the order in which every export has them."""
NAMES: tuple[str, ...] = tuple(column.name for column in COLUMNS)

"""JSON Schema (Draft 2020-12) of the line, made from the dataclass ``Article``.

``python -m newscrawler.output`` writes it anew into the package.
"""

from __future__ import annotations

import ast
import inspect
import json
import types
from dataclasses import MISSING, Field, fields, is_dataclass
from pathlib import Path
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

from newscrawler import items
from newscrawler.items import SCHEMA_VERSION, Article

SCHEMA_PATH = Path(__file__).with_name(f"article-{SCHEMA_VERSION}.json")
"""The published schema of this version."""

_DAY = r"\d{4}-\d{2}-\d{2}"
_TIME = rf"{_DAY}T\d{{2}}:\d{{2}}:\d{{2}}(\.\d{{1,6}})?"
_OFFSET = r"(Z|[+-]\d{2}:\d{2}(:\d{2})?)"
_PATTERNS = {
    "published_at": rf"^{_DAY}$|^{_TIME}{_OFFSET}?$",
    "modified_at": rf"^{_DAY}$|^{_TIME}{_OFFSET}?$",
    "fetched_at": rf"^{_TIME}{_OFFSET}$",
    "id": r"^[^:\s]+:\S+$",
    "content_hash": "^[0-9a-f]{32,64}$",
    "previous_hash": "^[0-9a-f]{32,64}$",
    "language": "^[a-z]{2,3}$",
}
_BOUNDS: dict[str, dict[str, int]] = {
    "revision": {"minimum": 1},
    "similarity": {"minimum": 0, "maximum": 1},
    "position": {"minimum": 1},
}
_NEVER_EMPTY = ("id", "site", "url", "requested_url")
_OPTIONAL = frozenset({"custom", "guid"})
"""Keys that not each line of this version has: ``custom`` only where it is set; ``guid`` came later."""
_ON_THE_LINE = ("fetched_at", "run_id", "content_hash")
"""An article gets these last, so they may be missing in memory, but never on a line."""


def article_schema() -> dict[str, Any]:
    """Return the schema of a line."""
    schema = _object(Article)
    properties = schema["properties"]
    for name, pattern in _PATTERNS.items():
        properties[name]["pattern"] = pattern
    for name in _NEVER_EMPTY:
        properties[name]["minLength"] = 1
    for name in _ON_THE_LINE:
        properties[name]["type"] = "string"
    properties["schema_version"]["const"] = SCHEMA_VERSION
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"https://newscrawler.github.io/schema/article-{SCHEMA_VERSION}.json",
        "title": "Article",
        **schema,
        "allOf": [_time_fits_evidence()],
    }


def _time_fits_evidence() -> dict[str, Any]:
    """Require evidence for each time, and a bare date exactly where the precision is a day."""

    def published(evidence: dict[str, Any], pattern: str) -> dict[str, Any]:
        return {
            "if": {"properties": {"published_at_evidence": {"type": "object", "properties": evidence}}},
            "then": {"properties": {"published_at": {"pattern": pattern}}},
        }

    return {
        "if": {"properties": {"published_at": {"type": "string"}}},
        "then": {
            "properties": {"published_at_evidence": {"type": "object"}},
            "allOf": [
                published({"precision": {"const": "day"}}, f"^{_DAY}$"),
                published(
                    {"precision": {"enum": ["minute", "second"]}, "offset": {"const": "unknown"}},
                    f"^{_TIME}$",
                ),
                published(
                    {
                        "precision": {"enum": ["minute", "second"]},
                        "offset": {"enum": ["stated", "utc", "site_zone"]},
                    },
                    f"^{_TIME}{_OFFSET}$",
                ),
            ],
        },
    }


def _object(cls: type) -> dict[str, Any]:
    types_of, docs = get_type_hints(cls, vars(items)), _field_docs(cls)
    properties = {
        field.name: _described(_type(types_of[field.name]), field, docs)
        for field in fields(cls)  # in the order of the line
    }
    return {
        "type": "object",
        "description": inspect.cleandoc(cls.__doc__ or ""),
        "properties": properties,
        "required": [name for name in properties if name not in _OPTIONAL],
        "additionalProperties": False,
    }


def _described(schema: dict[str, Any], field: Field[Any], docs: dict[str, str]) -> dict[str, Any]:
    if field.name in docs:
        schema["description"] = docs[field.name]
    if field.default is not MISSING and field.default in {False, None}:
        schema["default"] = field.default
    schema.update(_BOUNDS.get(field.name, {}))
    return schema


def _type(hint: Any) -> dict[str, Any]:
    if hint is Any:
        return {}
    origin, args = get_origin(hint), get_args(hint)
    if origin is Literal:
        return {"type": "string", "enum": list(args)}
    if origin in {Union, types.UnionType}:
        (inner,) = (arg for arg in args if arg is not type(None))
        return _or_null(_type(inner))
    if origin is list:
        return {"type": "array", "items": _type(args[0])}
    if origin is dict:
        return {"type": "object", "additionalProperties": _type(args[1])}
    if is_dataclass(hint):
        return _object(hint)  # type: ignore[arg-type]  # is_dataclass says yes to instances too; hints are classes
    return {"type": {str: "string", int: "integer", float: "number", bool: "boolean"}[hint]}


def _or_null(schema: dict[str, Any]) -> dict[str, Any]:
    schema["type"] = [schema["type"], "null"]
    if "enum" in schema:
        schema["enum"] = [*schema["enum"], None]
    return schema


def _field_docs(cls: type) -> dict[str, str]:
    """Return the docstring below each field of a dataclass."""
    (node,) = ast.parse(inspect.getsource(cls)).body
    assert isinstance(node, ast.ClassDef)
    docs = {}
    for field, below in zip(node.body, node.body[1:], strict=False):
        match field, below:
            case ast.AnnAssign(target=ast.Name(id=name)), ast.Expr(value=ast.Constant(value=str(text))):
                docs[name] = inspect.cleandoc(text)
    return docs


def schema_text() -> str:
    """Return the text of the schema's file."""
    return json.dumps(article_schema(), ensure_ascii=False, indent=2) + "\n"

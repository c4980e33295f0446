"""From a line to a row of the table: each value has the type of its column, or the line is foreign."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, NoReturn

import orjson

from newscrawler.exports.columns import COLUMNS
from newscrawler.items import SCHEMA_VERSION, Article

if TYPE_CHECKING:
    from newscrawler.exports.columns import Kind
    from newscrawler.exports.summary import Note, Summary

Row = tuple[Any, ...]
"""Values in the order of ``COLUMNS``: an instant is a datetime in UTC, a JSON value a list or an object."""

ID_MOST = 400
"""Bytes of an id. A longer one is none of ours; Elasticsearch takes 512, with the revision."""
_MAJOR = SCHEMA_VERSION.partition(".")[0]
_KEYS = frozenset(Article.__dataclass_fields__)
_LARGEST = 2**63


class NoRow(ValueError):
    """A line cannot be a row; ``note`` says why."""

    def __init__(self, note: Note) -> None:
        super().__init__(note)
        self.note = note


def values_of(line: bytes, summary: Summary, place: str) -> dict[str, Any]:
    """Return the JSON object of a line, without characters that no tool takes.

    :param place: where the line is, for the summary.
    :raises NoRow: it is torn, foreign, or of another major version of the schema.
    """
    is_suspect = rb"\u0000" in line
    try:
        values: Any = orjson.loads(line)
    except orjson.JSONDecodeError:  # it is strict about lone surrogates, which Python reads
        try:
            values = json.loads(line, parse_constant=_refuse)
        except (ValueError, RecursionError) as error:
            raise NoRow("torn") from error
        is_suspect = True
    if not isinstance(values, dict) or not isinstance(values.get("schema_version"), str):
        raise NoRow("foreign")
    if values["schema_version"].partition(".")[0] != _MAJOR:
        raise NoRow("other_schema")
    if is_suspect and (mended := _mended(values)) != values:
        values = mended
        summary.note("mended_text", place)
    if not values.keys() <= _KEYS:
        summary.note("unknown_keys", place)
    found: dict[str, Any] = values
    return found


def row_of(values: dict[str, Any], summary: Summary, place: str = "") -> Row:
    """Return the row of a line's values.

    :raises NoRow: a value is not of its column's type.

    >>> from newscrawler.exports.summary import Summary
    >>> row = row_of({"id": "a:1", "revision": 1, "site": "a", "published_at": "2026-05-04"}, Summary())
    >>> {column.name: value for column, value in zip(COLUMNS, row, strict=True) if value is not None}
    {'id': 'a:1', 'revision': 1, 'site': 'a', 'published_at': '2026-05-04'}
    """
    row = []
    for column in COLUMNS:
        value = _value_at(values, column.path)
        if value is None:
            if column.required:
                raise NoRow("foreign")
        elif column.kind == "instant":
            value = _instant(value, summary, place)
        elif not _FITS[column.kind](value):
            raise NoRow("foreign")
        row.append(value)
    if not 0 < len(row[_ID].encode("utf-8", "replace")) <= ID_MOST:
        raise NoRow("foreign")
    return tuple(row)


_ID = [column.name for column in COLUMNS].index("id")
_FITS: dict[Kind, Any] = {
    "text": lambda value: isinstance(value, str),
    "integer": lambda value: type(value) is int and -_LARGEST <= value < _LARGEST,
    "number": lambda value: type(value) in {int, float},
    "boolean": lambda value: isinstance(value, bool),
    "list": lambda value: isinstance(value, list) and all(isinstance(part, str) for part in value),
    "json": lambda value: isinstance(value, list | dict),
}


def _value_at(values: Any, path: tuple[str, ...]) -> Any:
    for key in path:
        if values is None:
            return None
        if not isinstance(values, dict):
            raise NoRow("foreign")
        values = values.get(key)
    return values


def _instant(text: str, summary: Summary, place: str) -> datetime | None:
    try:
        moment = datetime.fromisoformat(text)
        if len(text) > len("2026-05-04") and moment.tzinfo is not None:
            return moment.astimezone(UTC)
    except OverflowError:
        summary.note("beyond_time", place)
        return None
    except ValueError:
        pass
    summary.note("no_instant")  # so common that no place is named
    return None


def _refuse(constant: str) -> NoReturn:
    raise ValueError(f"{constant} is no JSON")


def _mended(value: Any) -> Any:
    if isinstance(value, str):
        text = value.replace("\0", "\ufffd")
        return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    if isinstance(value, list):
        return [_mended(part) for part in value]
    if isinstance(value, dict):
        return {_mended(key): _mended(part) for key, part in value.items()}
    return value

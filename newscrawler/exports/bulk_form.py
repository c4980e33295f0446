"""Bulk requests of Elasticsearch and OpenSearch: two lines for each row, its action and itself."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from newscrawler.exports.columns import COLUMNS, NAMES
from newscrawler.exports.json_form import object_line
from newscrawler.exports.tables import table_name
from newscrawler.output.line import json_line

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newscrawler.exports.columns import Kind
    from newscrawler.exports.row import Row

_ID, _REVISION = NAMES.index("id"), NAMES.index("revision")
_TYPES: dict[Kind, dict[str, Any]] = {
    "text": {"type": "keyword", "ignore_above": 8191},
    "integer": {"type": "long"},
    "number": {"type": "double"},
    "boolean": {"type": "boolean"},
    "instant": {"type": "date"},
    "list": {"type": "keyword", "ignore_above": 8191},
    "json": {"type": "object", "enabled": False},
}
_FULL_TEXT = frozenset({"headline", "lead", "body", "byline"})


class BulkForm:
    """Rows as ``index`` actions whose ``_id`` is the key, so that a body that is sent twice changes nothing.

    :param latest: one document for each article; an older revision never takes the place of a later one.
    """

    def __init__(self, *, latest: bool) -> None:
        self._latest = latest
        self._index = table_name(latest=latest)

    def head(self) -> bytes:
        """Return what stands before all rows: nothing."""
        return b""

    def body(self, rows: Sequence[Row]) -> bytes:
        """Return two lines for each row."""
        return b"".join([json_line({"index": self._action(row)}) + object_line(row) for row in rows])

    def _action(self, row: Row) -> dict[str, Any]:
        if self._latest:
            version = {"version": row[_REVISION], "version_type": "external_gte"}
            return {"_index": self._index, "_id": row[_ID], **version}
        return {"_index": self._index, "_id": f"{row[_ID]}/{row[_REVISION]}"}


def mapping() -> dict[str, Any]:
    """Return the body of the request that makes the index, with a fixed type for each column."""
    properties = {
        column.name: {"type": "text"} if column.name in _FULL_TEXT else _TYPES[column.kind]
        for column in COLUMNS
    }
    return {"mappings": {"dynamic": False, "properties": properties}}

"""Rows as an Arrow table, for Parquet and DuckDB; loaded only where pyarrow is asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pyarrow as pa

from newscrawler.exports.columns import COLUMNS
from newscrawler.exports.values import as_text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newscrawler.exports.columns import Kind
    from newscrawler.exports.row import Row

_TYPES: dict[Kind, Any] = {
    "text": pa.string(),
    "integer": pa.int64(),
    "number": pa.float64(),
    "boolean": pa.bool_(),
    "instant": pa.timestamp("us", tz="UTC"),
    "list": pa.list_(pa.string()),
    "json": pa.string(),
}
SCHEMA = pa.schema(
    [pa.field(column.name, _TYPES[column.kind], nullable=not column.required) for column in COLUMNS]
)
"""Names and types of the columns."""
_KINDS: frozenset[Kind] = frozenset({"json"})


def table_of(rows: Sequence[Row]) -> Any:
    """Return the rows as a ``pyarrow.Table``."""
    columns = list(zip(*[as_text(row, _KINDS) for row in rows], strict=True)) or [()] * len(COLUMNS)
    arrays = [pa.array(column, field.type) for column, field in zip(columns, SCHEMA, strict=True)]
    return pa.Table.from_arrays(arrays, schema=SCHEMA)

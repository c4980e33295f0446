"""How values of a row are written where a tool has no type for them: instants and JSON as text."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import orjson

from newscrawler.exports.columns import COLUMNS

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from newscrawler.exports.columns import Kind
    from newscrawler.exports.row import Row


def instant_text(moment: datetime) -> str:
    """Return an instant of UTC as text of one length, so that texts sort as instants do.

    >>> from datetime import UTC, datetime
    >>> instant_text(datetime(2026, 5, 4, 16, 27, tzinfo=UTC))
    '2026-05-04T16:27:00.000000Z'
    """
    return moment.replace(tzinfo=None).isoformat(timespec="microseconds") + "Z"


def json_text(value: Any) -> str:
    """Return a JSON value as text.

    >>> json_text(["Ann Example"])
    '["Ann Example"]'
    """
    try:
        return orjson.dumps(value).decode()
    except orjson.JSONEncodeError as error:
        raise AssertionError("a row holds what was read as JSON") from error


def as_text(row: Row, kinds: frozenset[Kind]) -> list[Any]:
    """Return the values of a row, those of the given kinds as text."""
    return [
        value if value is None or column.kind not in kinds else _TEXT[column.kind](value)
        for column, value in zip(COLUMNS, row, strict=True)
    ]


_TEXT: dict[Kind, Callable[[Any], str]] = {
    "instant": instant_text,
    "list": json_text,
    "json": json_text,
    "boolean": lambda value: "true" if value else "false",
}

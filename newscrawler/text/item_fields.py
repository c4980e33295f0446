"""The names of an item's fields, which who walks through its strings needs again and again."""

from __future__ import annotations

from dataclasses import fields
from functools import cache
from typing import Any


def field_names(item: object) -> tuple[str, ...]:
    """Return the names of an item's fields."""
    kind: Any = type(item)  # mypy finds no hash in a class
    return _names_of(kind)


@cache
def _names_of(kind: Any) -> tuple[str, ...]:
    """Return the names of a class's fields; to find them anew for each item costs more than to use them."""
    return tuple(field.name for field in fields(kind))

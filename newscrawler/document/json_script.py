"""JSON as pages embed it: read as it stands, mended where there is only one way to mend it."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

_MAX_DEPTH = 30
_MAX_NODES = 5_000
_WRAPPING = re.compile(
    r"^\s*(?:<!--|//\s*<!\[CDATA\[|/\*\s*<!\[CDATA\[\s*\*/|<!\[CDATA\[)|(?:-->|//\s*\]\]>|/\*\s*\]\]>\s*\*/|"
    r"\]\]>)\s*$"
)
_ASSIGNED = re.compile(r"[=(]\s*(?=[\[{]|\"[\[{])")
_MOST_VALUES = 8
_TRAILING_COMMA = re.compile(r",(\s*[}\]])")
_ESCAPE = re.compile(r'\\(["\\/bfnrt]|u[0-9a-fA-F]{4})?')
"""A backslash with what it escapes; one that escapes nothing means itself, as in ``C:\\users``."""
_DECODER = json.JSONDecoder(strict=False)  # raw line breaks inside strings are common and harmless


def count_values(text: str) -> int:
    """Return how many values a JSON text has at most; a value of two characters takes 100 times their memory.

    >>> count_values('{"a": [1, 2, {}]}')
    5
    """
    return text.count(",") + text.count("{") + text.count("[")


def parse_json(text: str) -> list[Any]:
    """Return the JSON values of a script's text, none if it is beyond mending. Never raises.

    >>> parse_json('<!-- {"a": 1,} -->')
    [{'a': 1}]
    >>> parse_json('{"a": 1}; {"b": 2}')
    [{'a': 1}, {'b': 2}]
    >>> parse_json('{"a": ')
    []
    """
    text = text.strip()
    if not text:
        return []
    try:
        return [_DECODER.decode(text)]
    except (ValueError, RecursionError):
        pass
    text = _WRAPPING.sub("", text).strip()
    values = _values(text)
    if not values:
        values = _values(
            _ESCAPE.sub(lambda found: found[0] if found[1] else r"\\", _TRAILING_COMMA.sub(r"\1", text))
        )
    return values


def _values(text: str) -> list[Any]:
    """Return values that follow one another, parted by space, commas or semicolons; all or nothing."""
    values: list[Any] = []
    position = 0
    while position < len(text):
        if text[position] in " \t\r\n,;":
            position += 1
            continue
        try:
            value, position = _DECODER.raw_decode(text, position)
        except (ValueError, RecursionError):
            return values if values and isinstance(values[0], dict) else []
        values.append(value)
    return values


def assigned_values(text: str) -> Iterator[Any]:
    """Yield the JSON that a script assigns or hands to a function, the first few values of it.

    >>> list(assigned_values('window.state = {"a": 1}; run(); var rows = JSON.parse("[2]")'))
    [{'a': 1}, [2]]
    """
    position, tries = 0, 0
    while tries < _MOST_VALUES and (found := _ASSIGNED.search(text, position)):
        tries += 1
        position = found.end()
        try:
            value, position = _DECODER.raw_decode(text, position)
            yield _DECODER.decode(value) if isinstance(value, str) else value
        except (ValueError, RecursionError):
            continue


def walk(value: Any) -> Iterator[dict[str, Any]]:
    """Yield every object within a JSON value, outermost first, bounded in depth and number."""
    stack = [(value, 0)]
    seen = 0
    while stack and seen < _MAX_NODES:
        current, depth = stack.pop()
        seen += 1
        if isinstance(current, dict):
            yield current
            children = list(current.values())
        elif isinstance(current, list):
            children = current
        else:
            continue
        if depth < _MAX_DEPTH:
            stack.extend(
                (child, depth + 1) for child in reversed(children) if isinstance(child, (dict, list))
            )

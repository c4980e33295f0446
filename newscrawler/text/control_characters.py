"""Take control characters and direction overrides out of every text of an item."""

from __future__ import annotations

import re
from dataclasses import is_dataclass
from typing import Any
from urllib.parse import quote

from newscrawler.text.item_fields import field_names

_CONTROL = "\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069"
"""C0 without the line end, DEL, C1; embeddings, overrides and isolates of direction."""
_IN_BODY = re.compile(f"[{_CONTROL}]")
_ELSEWHERE = re.compile(f"[{_CONTROL}\n]")


def remove_control_characters(item: Any) -> None:
    r"""Change the texts of an item, and of the items within it, to hold none; a line end stays in a body.

    White space among them becomes a space. In a URL they are escaped as browsers escape them.

    :param item: an instance of a dataclass.

    >>> from newscrawler.items import Image
    >>> image = Image("https://example.com/\x1b.png", "A\tline\x07\u202e")
    >>> remove_control_characters(image)
    >>> image
    Image(url='https://example.com/%1B.png', caption='A line', credit=None)
    """
    for name in field_names(item):
        value = getattr(item, name)
        if value:
            cleaned = _cleaned(name, value)
            if cleaned is not value:
                setattr(item, name, cleaned)


def _cleaned(name: str, value: Any) -> Any:
    if isinstance(value, str):
        pattern = _IN_BODY if name == "body" else _ELSEWHERE
        if not pattern.search(value):
            return value
        return pattern.sub(_escape if name.endswith("url") else _space, value)
    if isinstance(value, list):
        cleaned = [_cleaned(name, part) for part in value]
        return cleaned if any(new is not old for new, old in zip(cleaned, value, strict=True)) else value
    if is_dataclass(value):
        remove_control_characters(value)
    return value


def _space(found: re.Match[str]) -> str:
    return " " if found[0].isspace() else ""


def _escape(found: re.Match[str]) -> str:
    return quote(found[0])

"""Script calls: the URLs that a script asks for further rows, as far as its text tells."""

from __future__ import annotations

import re
from itertools import chain
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

LONGEST = 2_000_000
"""Characters of a script that are read."""
_COUNTS = r"offset|start|from|skip|begin|first|page|p|paged|pg|pageno|page_number|pageNumber"
_COUNTED = re.compile(rf"[?&](?:{_COUNTS})=", re.IGNORECASE)
_CALL = re.compile(
    r"""(?:fetch|\.get|\.getJSON|\.ajax|open)\s*\([^)'"`+]{0,40}(?:["']GET["'],\s*)?([`'"])([^`'"\s]{4,300})"""
)
_JOINED = re.compile(
    rf"""([`'"])((?:/|https?://)[^`'"\s<>]{{0,300}}[?&](?:{_COUNTS})=)(?:\$\{{|\1\s*(?:\+|\.concat\())""",
    re.IGNORECASE,
)
"""A path that ends in a count, to which a number is joined."""
_NAMED = re.compile(
    rf"""(?:`\$\{{|\b)([A-Za-z_$][\w$.]{{0,40}})(?:\}}|\s*\+\s*["'`])([^`'"\s<>${{}}]{{0,200}}[?&](?:{_COUNTS})=)""",
    re.IGNORECASE,
)
"""A name in the place of a path, and what is joined to it."""
_WITH_VALUES = re.compile(
    rf"""([`'"])((?:/|https?://)[^`'"\s<>${{}}]{{2,300}}?)\??\1[^;`'"]{{0,60}}\{{[^{{}}]{{0,100}}?\b({_COUNTS})\s*[:,}}]""",
    re.IGNORECASE,
)
"""A path with an object of its parameters."""


def counted_calls(text: str) -> Iterator[str]:
    """Yield the paths that a script asks with the number of a page or a row, each up to that number.

    >>> list(counted_calls("fetch('/api/latest?offset=' + n)"))
    ['/api/latest?offset=']
    >>> list(counted_calls("const API = '/api/rows'; load(`${API}?in=world&page=${n}`)"))
    ['/api/rows?in=world&page=']
    >>> list(counted_calls('axios.get("/api/rows",{params:{page:t}})'))
    ['/api/rows?page=']
    """
    text = text[:LONGEST]
    called = (stated.partition("${")[0] for _, stated in _CALL.findall(text))
    found = chain(
        (stated for stated in called if _COUNTED.search(stated)),
        (stated for _, stated in _JOINED.findall(text)),
        _of_names(text),
        (
            f"{path}{'&' if '?' in path else '?'}{count}="
            for _, path, count in _WITH_VALUES.findall(text)
            if not _COUNTED.search(path)
        ),
    )
    yield from dict.fromkeys(found)


def _of_names(text: str) -> Iterator[str]:
    """Yield the paths that begin with a name whose value stands elsewhere in the script."""
    for name, rest in _NAMED.findall(text):
        own = re.escape(name.rpartition(".")[2])
        value = re.search(
            rf"""(?<![\w$]){own}["']?\s*[:=]\s*["'`]((?:/|https?://)[^"'`\s<>]{{1,300}})["'`]""", text
        )
        if value:
            yield value.group(1) + rest

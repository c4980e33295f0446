"""Signs in a JSON answer that no further rows follow."""

from __future__ import annotations

import json

_ENDED = frozenset(
    {"end", "ended", "isend", "listend", "islast", "islastpage", "lastpage", "nomore", "finished"}
)
_NEXT = frozenset({"next", "nextpage", "nextcursor", "nexturl", "cursor", "lastcursor"})
_GOES_ON = frozenset({"hasmore", "hasnext", "hasnextpage", "morepages", "canloadmore"})


def says_the_end(answer: bytes) -> bool:
    """Tell whether a JSON answer says by itself that no rows follow.

    >>> says_the_end(b'{"rows": [], "hasMore": false}'), says_the_end(b'{"rows": [1], "end": false}')
    (True, False)
    >>> says_the_end(b'{"rows": [1], "next_cursor": null}')
    True
    """
    try:
        found = json.loads(answer)
    except (ValueError, RecursionError):
        return False
    if not isinstance(found, dict):
        return False
    if any(name.lower().replace("_", "") in _NEXT and not value for name, value in found.items()):
        return True
    flags = {name.lower().replace("_", ""): value for name, value in found.items() if isinstance(value, bool)}
    return any(flags.get(name) is True for name in _ENDED) or any(
        flags.get(name) is False for name in _GOES_ON
    )

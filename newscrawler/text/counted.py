"""Counted: a number of things, in words that fit one and many."""

from __future__ import annotations


def some(count: int, what: str, several: str = "") -> str:
    """Return a number of things.

    :param several: of more than one, where that is not ``what`` with an s.

    >>> some(1, "site"), some(1200, "site"), some(0, "copy", "copies")
    ('1 site', '1,200 sites', '0 copies')
    """
    return f"{count:,} {what if count == 1 else several or what + 's'}"

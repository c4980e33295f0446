"""Dirty XML, read piece by piece: text, CDATA, start tags and end tags as they were meant."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Iterator

_CHUNK = 1 << 16
_LONGEST_ENTITY = 40

_NAME = rb"[A-Za-z_][\w.\-]*+(?::[A-Za-z_][\w.\-]*+)?"
_WHOLE_TAG = (
    re.compile(  # groups are atomic: up to Python 3.11.4 a possessive one matches wrongly (gh-106052)
        rb"""<(%s)(?=[\s/>])((?>(?:[^<>"']++|"[^"<]*+"|'[^'<]*+')*))>""" % _NAME
    )
)
_BROKEN_VALUE = rb"""(?>"[^"]{0,2000}"(?=\s|[/?]?>)|'[^']{0,2000}'(?=\s|[/?]?>)|[^\s<>]*)"""
_BROKEN_TAG = re.compile(
    rb"""<(%s)((?>\s+[^\s=<>"'/]+(?:\s*=\s*%s)?)*)\s*(/?)(?:>|(?=<))""" % (_NAME, _BROKEN_VALUE)
)
_END_TAG = re.compile(rb"</\s*(%s)(?:[^<>]*>|\s*(?=<|\Z))" % _NAME)
_LEFT_OUT = re.compile(rb"<(?:\?[^<>]*|![A-Za-z][^<>]*)>")
_CDATA = re.compile(rb"<!\s?\[\s?CDATA\s?\[", re.IGNORECASE)
_CDATA_END = re.compile(rb"\]\s?\]\s?>")
_NEXT_ATTRIBUTE = rb"(?=\s*(?:/?\s*\Z|[\w:.\-]+\s*=))"
_ATTRIBUTE = re.compile(
    rb"""([^\s=<>"'/]+)(?:\s*=\s*(?:"((?:(?!\s[\w:.\-]+=["']).)*?)"%s|'((?:(?!\s[\w:.\-]+=["']).)*?)'%s"""
    rb"""|"([^"]*)"(?=[\s/]|\Z)|'([^']*)'(?=[\s/]|\Z)|([^\s>]*)))?""" % (_NEXT_ATTRIBUTE, _NEXT_ATTRIBUTE),
    re.DOTALL,
)


@dataclass(slots=True)
class Token:
    """A piece of a document."""

    kind: Literal["text", "sign", "cdata", "start", "end"]
    """``sign``: a ``<`` that begins nothing, and so is text."""
    raw: bytes
    """As it stands in the document; of CDATA the content alone."""
    name: bytes = b""
    """Of a tag, as it is spelled."""
    attributes: list[tuple[bytes, bytes | None]] = field(default_factory=list)
    """Of a start tag; None: it has no value."""
    empty: bool = False
    """The start tag is its own end tag."""


class Tokens:
    """The pieces of a document. One that lacks its end spoils no other.

    >>> [token.name or token.raw for token in Tokens(b'<a href=x>1 < 2</a>')]
    [b'a', b'1 ', b'<', b' 2', b'a']
    """

    def __init__(self, body: bytes) -> None:
        self._body = body
        self._endings: dict[bytes, int] = {}
        """Where the next of each ending stands, -1 where none follows."""
        self.parent = b""
        """The element that is open, where a CDATA section without an end ends; set by whoever reads."""

    def __iter__(self) -> Iterator[Token]:
        """Read once, from the beginning; comments, instructions and declarations are left out."""
        body, place = self._body, 0
        while place < len(body):
            if body[place] != 0x3C:
                end = body.find(b"<", place, place + _CHUNK)
                end = _whole_entities(body, min(place + _CHUNK, len(body)), place) if end < 0 else end
                yield Token("text", body[place:end])
                place = end
                continue
            token, place = self._at_sign(place)
            if token is not None:
                yield token

    def _at_sign(self, place: int) -> tuple[Token | None, int]:
        """Return the token that begins with ``<`` (None: left out), and where the next one begins."""
        body = self._body
        if body.startswith(b"<!--", place):
            end = self._find(b"-->", place + 4)
            return None, place + 4 if end < 0 else end + 3
        if (opening := _CDATA.match(body, place)) is not None:
            return self._cdata(opening.end())
        if (found := _LEFT_OUT.match(body, place)) is not None:
            return None, found.end()
        if (found := _END_TAG.match(body, place)) is not None:
            return Token("end", found.group(), found[1]), found.end()
        found = _WHOLE_TAG.match(body, place) or _BROKEN_TAG.match(body, place)
        if found is not None:
            text = found[2].rstrip()
            empty = text.endswith(b"/") or found.group().endswith(b"/>")
            return Token("start", found.group(), found[1], _attributes(text), empty), found.end()
        return Token("sign", b"<"), place + 1

    def _cdata(self, start: int) -> tuple[Token, int]:
        """Read a CDATA section; one that lacks its end ends with its element."""
        body, end = self._body, self._find(b"]]>", start)
        another = _CDATA.search(body, start, len(body) if end < 0 else end)
        if end < 0 or another is not None:
            closing = body.find(b"</" + self.parent + b">", start, another.start() if another else len(body))
            if closing >= 0:
                return Token("cdata", body[start:closing]), closing
        if end < 0:
            return Token("text", body[start:]), len(body)
        return Token("cdata", body[start:end]), end + 3

    def _find(self, ending: bytes, start: int) -> int:
        """Find an ending from a place on; remember the place, so that it is not looked for twice."""
        known = self._endings.get(ending, start - 1)
        if known < start and known != -1:
            known = self._endings[ending] = self._body.find(ending, start)
        return known


def _whole_entities(body: bytes, end: int, start: int) -> int:
    """Return a place before which no entity is cut in two."""
    sign = body.rfind(b"&", max(start + 1, end - _LONGEST_ENTITY), end)
    return sign if sign > 0 and end < len(body) else end


def _attributes(text: bytes) -> list[tuple[bytes, bytes | None]]:
    found = []
    for match in _ATTRIBUTE.finditer(text):
        value = next((value for value in match.groups()[1:] if value is not None), None)
        if value is not None and match[6] is not None:
            value = value.strip(b"\"'") if b"://" in value else value.strip(b"\"'/")
        found.append((match[1], value))
    return found

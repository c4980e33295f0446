"""Broken JSON of pages: what can be told for certain is kept, the rest is left out."""

from __future__ import annotations

import html
import json
import re
from typing import Any

_MAX_DEPTH = 30
_SPACE = r"[\s\ufeff]{0,500}"
_COMMENT = r"(?://[^\n]{0,500}(?:\n|$)|/\*[^*]{0,2000}\*/|<!--|-->)"
_IDLE = re.compile(rf"(?:[\s\ufeff]+|{_COMMENT})+")
_IDLE_AND_COMMAS = re.compile(rf"(?:[\s\ufeff,;]+|{_COMMENT})+")
_OPENING = "\"'“”„«"
_CLOSING = {'"': '"', "'": "'", "“": '“”"', "”": '“”"', "„": '“”"', "«": "»"}
_KEY = rf"(?:[{_OPENING}][^{_OPENING}»\n:]{{1,60}}[{_OPENING}»]|[A-Za-z_@$][\w@$-]{{0,60}}){_SPACE}:(?!//)"
_IDLE_AHEAD = rf"(?:[\s\ufeff,]|{_COMMENT}){{0,200}}"
_READ_KEY = re.compile(
    rf"[{_OPENING}]{{0,2}}([A-Za-z_@$][\w@$-]{{0,60}})"
    rf"(?:[{_OPENING}»]{{0,2}}{_SPACE}:{{1,2}}|[{_OPENING}»]{_SPACE}(?=[{_OPENING}{{\[\d]))"
)
_ENDED = rf"{_SPACE}(?:[\]}}][\s\]}},;]{{0,500}}(?:$|{_KEY}|[{{\[{_OPENING}]|//|/\*|-->)|$)"
_AFTER_MEMBER = re.compile(rf"{_ENDED}|{_SPACE}(?:,|(?=[{_OPENING}/])){_IDLE_AHEAD}(?:{_KEY}|[\]}}]|$)")
_AFTER_ELEMENT = re.compile(rf"{_ENDED}|{_SPACE},{_IDLE_AHEAD}(?:[{_OPENING}{{\[\]\d-]|true|false|null|$)")
_SWALLOWED = re.compile(
    r"""["”]\s*:\s*["“{\[]"""  # the end of a key, and a value
    r"""|["”]\s*,\s*["“]@?\w{1,40}(?:["”]\s*:|["”]?$)"""  # a key after a value
    r"""|["”],(?:\s*\n\s*)?["“]"""
    r"""|["“]@?\w{1,40}:\s*["“]"""  # a key that has lost its quote
    r"""|["”]\s*\n\s*["“]@?\w"""
    r"""|["”]\s*,\s*$"""
    r"""|["”]\s*["“]"""  # a colon or comma that is lost
)
_STRUCTURE = re.compile(r"[{}\[\]]")
_BARE_VALUE = re.compile(r"[^\s,\]}]{1,100}")
_NUMBER = re.compile(r"-?\d{1,30}(?:\.\d{1,30})?(?:[eE][+-]?\d{1,3})?")
_ESCAPES = re.compile(r'\\(?:u[0-9a-fA-F]{4}|["\\/bfnrt])|[\\"]')
_CONSTANTS = {"true": True, "True": True, "false": False, "False": False}


class _Cut(Exception):
    """The text ends, or cannot be read any further, within a value."""


def salvage_json(text: str) -> list[Any]:
    """Return the JSON values that a broken text has, without what cannot be told. Never raises.

    Inner quotes, missing and double commas, comments, ``undefined``, ``&quot;``, typographic and single
    quotes, ``var x =`` and cut ends are read. A string that has lost its end is left out.

    >>> salvage_json('var x = {"a": "say "yes", or not",, b: undefined "c": 1, "d": "cut o')
    [{'a': 'say "yes", or not', 'b': None, 'c': 1}]
    """
    if '"' not in text and "&quot;" in text:
        text = html.unescape(text)
    reader = _Reader(text)
    values: list[Any] = []
    while reader.to_next_value():
        into: list[Any] = []
        try:
            reader.value(into, 0)
        except _Cut:
            reader.position = len(text)
        values += into
    return values


class _Reader:
    """Reads values into the containers that they belong to, so that a cut end leaves what came before it."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.position = 0

    def to_next_value(self) -> bool:
        """Go to the next object or list; what stands before it ("var x =") is no value."""
        found = re.compile(r"[{\[]").search(self.text, self.position)
        if found is not None:
            self.position = found.start()
        return found is not None

    def value(self, into: list[Any], depth: int) -> None:
        """Read a value and append it.

        :raises _Cut: the text ends within it; what it had until then is appended.
        """
        self._skip(_IDLE)
        sign = self.text[self.position : self.position + 1]
        if not sign or depth > _MAX_DEPTH:
            raise _Cut
        if sign == "{":
            members: dict[str, Any] = {}
            into.append(members)
            self._object(members, depth)
        elif sign == "[":
            elements: list[Any] = []
            into.append(elements)
            self._list(elements, depth)
        elif sign in _OPENING:
            into.append(self._string(_AFTER_ELEMENT))
        else:
            into.append(self._bare())

    def _object(self, members: dict[str, Any], depth: int) -> None:
        self.position += 1
        while True:
            self._skip(_IDLE_AND_COMMAS)
            sign = self.text[self.position : self.position + 1]
            if sign == "}":
                self.position += 1
                return
            key = self._key()
            self._skip(_IDLE)
            if self.text[self.position : self.position + 1] in (",", "}"):
                members[key] = None
                continue
            self._member(members, key, depth)

    def _member(self, members: dict[str, Any], key: str, depth: int) -> None:
        if self.text[self.position : self.position + 1] in tuple(_OPENING):
            text = self._string(_AFTER_MEMBER)
            if text is not None:
                members[key] = text
            return
        into: list[Any] = []
        try:
            self.value(into, depth + 1)
        finally:
            if into:
                members[key] = into[0]

    def _list(self, elements: list[Any], depth: int) -> None:
        self.position += 1
        while True:
            self._skip(_IDLE_AND_COMMAS)
            sign = self.text[self.position : self.position + 1]
            if sign == "]":
                self.position += 1
                return
            if sign in ("}", ":"):
                raise _Cut
            self.value(elements, depth + 1)

    def _key(self) -> str:
        """Read a key and its colon; one of its quotes, or the colon, may be missing or doubled."""
        found = _READ_KEY.match(self.text, self.position)
        if found is None:
            raise _Cut
        self.position = found.end()
        return found[1]

    def _string(self, after: re.Pattern[str]) -> str | None:
        """Read a string up to the first quote after which a string can end; None if it swallowed others.

        :raises _Cut: it has no end.
        """
        closing = _CLOSING[self.text[self.position]]
        start = self.position + 1
        for found in re.compile(rf"\\.|[{closing}]", re.DOTALL).finditer(self.text, start):
            if found[0][0] != "\\" and after.match(self.text, found.end()):
                self.position = found.end()
                content = self.text[start : found.start()]
                if _is_whole(content):
                    return _unescaped(content)
                if _STRUCTURE.search(content):
                    raise _Cut  # what follows belongs to an object or list that begins or ends within
                return None
        raise _Cut

    def _bare(self) -> Any:
        """Read a number or a word; a word that JSON does not have is null."""
        found = _BARE_VALUE.match(self.text, self.position)
        if found is None or (found.end() == len(self.text) and found[0] not in _CONSTANTS):
            raise _Cut
        self.position = found.end()
        word = found[0]
        if (number := _NUMBER.fullmatch(word)) is not None:
            return float(word) if set(word) & set(".eE") else int(number[0])
        return _CONSTANTS.get(word)

    def _skip(self, idle: re.Pattern[str]) -> None:
        if (found := idle.match(self.text, self.position)) is not None:
            self.position = found.end()


def _is_whole(content: str) -> bool:
    """Tell whether a string is one value: no others within it, and no quote too many at its edge."""
    if _SWALLOWED.search(content):
        return False
    at_the_edge = content.startswith('"') or content.endswith('"')
    return not at_the_edge or content.count('"') % 2 == 0


def _unescaped(content: str) -> str | None:
    """Return what a JSON string says; a backslash that escapes nothing and a bare quote are themselves."""
    sound = _ESCAPES.sub(lambda found: found[0] if len(found[0]) > 1 else "\\" + found[0], content)
    try:
        text: str = json.loads(f'"{sound}"', strict=False)
    except ValueError:
        return None
    return text

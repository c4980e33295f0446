"""Specimen: a page in its own markup and in invented words."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit, urlunsplit

import turbohtml
from turbohtml import Element, Text

from newscrawler.document.charset import as_utf8
from newscrawler.saved_pages.trimmed import trim

if TYPE_CHECKING:
    from collections.abc import Mapping

    from newscrawler.saved_pages.invented_words import InventedWords
    from newscrawler.saved_pages.trimmed import Trimming

_URL = re.compile(r"(?:https?:)?//[^\s\"'<>]+", re.IGNORECASE)
_CODE = re.compile(r"[\w.:+/-]*\d[\w.:+/-]*|[A-Za-z]+(?:[A-Z][a-z]+)*|[a-z]{2}[-_][A-Z]{2}")
"""A value of one word: a date, a number, a type, a language."""
_IN_WORDS = frozenset({"alt", "title", "aria-label", "placeholder", "summary"})
_LINKS = frozenset({"href", "src", "cite", "action", "poster"})
_META_CODES = re.compile(
    r"time|date|type|twitter:card|locale|image:(?:width|height)|viewport|robots|charset|generator",
    re.IGNORECASE,
)
_STRING = re.compile(r'"(?:[^"\\]|\\.)*"')
"""A string of JSON that cannot be parsed as a whole; the page is as broken afterwards."""
_TEXT_KEYS = frozenset({
    "headline", "name", "description", "articlebody", "articlesection", "keywords", "caption", "text",
    "alternativeheadline", "creditText".lower(), "givenname", "familyname", "abstract", "alternatename",
})  # fmt: skip
"""Keys of JSON whose values are words, also where they are one word."""


class Specimen:
    """Makes the specimen of one page."""

    def __init__(self, html: bytes | str, headers: Mapping[str, str] | None = None) -> None:
        """Take a page.

        :param headers: of the response; they may name the charset.
        """
        if isinstance(html, bytes):
            types = (value for name, value in (headers or {}).items() if name.lower() == "content-type")
            html = as_utf8(html, next(types, None))[0].decode("utf-8", "replace")
        self.text = html

    def html(self, how: Trimming, words: InventedWords | None = None) -> str:
        """Return the page, trimmed.

        :param words: what its words become; without them they stay.
        """
        root = turbohtml.parse(self.text).root
        assert isinstance(root, Element)
        trim(root, how)
        if words is not None:
            inventor = _Inventor(words)
            for element in list(root.iter_elements(include_self=True)):
                inventor.invent(element)
        for meta in root.select("meta"):
            if meta.attr("charset") or "charset" in str(meta.attr("content") or ""):
                meta.decompose()
        text = re.sub(r"\s*\n\s*", "\n", root.html).replace("<head>", '<head><meta charset="utf-8">', 1)
        return f"<!DOCTYPE html>\n{text}\n"


def invented_url(url: str, words: InventedWords) -> str:
    """Return a URL with invented words in its slugs."""
    parts = urlsplit(url)
    path = "/".join(map(words.slug, parts.path.split("/")))
    return urlunsplit((parts.scheme, parts.netloc, path, parts.query, parts.fragment))


class _Inventor:
    """Replaces the words of elements."""

    def __init__(self, words: InventedWords) -> None:
        self.words = words

    def invent(self, element: Element) -> None:
        if element.tag == "script":
            self._invent_json(element)
            return
        for child in list(element.children):
            if isinstance(child, Text):
                child.replace_with(Text(self.words.text(str(child.text))))
        for name, value in list(element.attrs.items()):
            if isinstance(value, str):
                if name in _IN_WORDS:
                    element.attrs[name] = self.words.text(value)
                elif name in _LINKS:
                    element.attrs[name] = invented_url(value, self.words)
                elif name in {"content", "value", "datetime"}:
                    element.attrs[name] = self._stated(element, value)
                elif name.startswith("data-") and re.search(r"\s", value.strip()):
                    element.attrs[name] = self._data(value)

    def _stated(self, element: Element, value: str) -> str:
        """Return what a meta element states, or ``itemprop`` of another."""
        named = " ".join(
            str(element.attr(name) or "") for name in ("name", "property", "itemprop", "http-equiv")
        )
        if _URL.fullmatch(value):
            return invented_url(value, self.words)
        return value if _META_CODES.search(named) else self.words.text(value)

    def _invent_json(self, script: Element) -> None:
        script.set_text(self._data(str(script.text), broken=True).replace("</", "<\\/"))

    def _data(self, text: str, *, broken: bool = False) -> str:
        """Return JSON in invented words; what cannot be parsed as text, or as JSON that is ``broken``."""
        try:
            data = json.loads(text)
        except ValueError:
            return _STRING.sub(self._string, text) if broken else self.words.text(text)
        return json.dumps(self._value(data, ""), ensure_ascii=False, separators=(",", ":"))

    def _string(self, found: re.Match[str]) -> str:
        """Return a string of broken JSON; one of a single word may be a key, and stays."""
        return self.words.text(found[0]) if re.search(r"\s", found[0]) else found[0]

    def _value(self, value: Any, key: str) -> Any:
        if isinstance(value, dict):
            return {
                name: each if name == "@context" else self._value(each, name) for name, each in value.items()
            }
        if isinstance(value, list):
            return [self._value(each, key) for each in value]
        if not isinstance(value, str):
            return value
        if _URL.fullmatch(value) or value.startswith("/"):
            return invented_url(value, self.words)
        is_code = key.startswith("@") or _CODE.fullmatch(value)
        return value if is_code and key.casefold() not in _TEXT_KEYS else self.words.text(value)

"""Specimen: a page in its own markup and in invented words."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit, urlunsplit

import turbohtml
from turbohtml import Element, Text

from newscrawler.document.charset import as_utf8
from newscrawler.saved_pages.invented_words import InventedWords
from newscrawler.saved_pages.trimmed import trim

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

_URL = re.compile(r"(?:https?:)?//[^\s\"'<>]+", re.IGNORECASE)
_CODE = re.compile(r"[\w.:+/-]*\d[\w.:+/-]*|[A-Za-z]+(?:[A-Z][a-z]+)*|[a-z]{2}[-_][A-Z]{2}")
"""A value of one word: a date, a number, a type, a language."""
_IN_WORDS = frozenset({"alt", "title", "aria-label", "placeholder", "summary"})
_LINKS = frozenset({"href", "src", "cite", "action", "poster"})
_META_CODES = re.compile(
    r"time|date|type|locale|image:(?:width|height)|viewport|robots|charset|generator", re.IGNORECASE
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

    def __init__(
        self, html: bytes | str, headers: Mapping[str, str] | None = None, keep: Iterable[str] = ()
    ) -> None:
        """Parse a page.

        :param headers: of the response; they may name the charset.
        :param keep: phrases that stay: the publication's name, its sections.
        """
        if isinstance(html, bytes):
            types = (value for name, value in (headers or {}).items() if name.lower() == "content-type")
            html = as_utf8(html, next(types, None))[0].decode("utf-8", "replace")
        self._page = turbohtml.parse(html)
        self.words = InventedWords(html, keep)

    def html(self, *, states: bool = True) -> str:
        """Return the page; it can be asked for once.

        :param states: keep the data of its scripts beside JSON-LD.
        """
        root = self._page.root
        assert isinstance(root, Element)
        trim(root, states=states)
        for element in list(root.iter_elements(include_self=True)):
            self._invent(element)
        for meta in root.select("meta"):
            if meta.attr("charset") or "charset" in str(meta.attr("content") or ""):
                meta.decompose()
        text = re.sub(r"\s*\n\s*", "\n", root.html).replace("<head>", '<head><meta charset="utf-8">', 1)
        return f"<!DOCTYPE html>\n{text}\n"

    def url(self, url: str) -> str:
        """Return a URL with invented words in its slugs."""
        parts = urlsplit(url)
        path = "/".join(map(self.words.slug, parts.path.split("/")))
        return urlunsplit((parts.scheme, parts.netloc, path, parts.query, ""))

    def _invent(self, element: Element) -> None:
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
                    element.attrs[name] = self.url(value)
                elif name in {"content", "value", "datetime"}:
                    element.attrs[name] = self._stated(element, value)

    def _stated(self, element: Element, value: str) -> str:
        """Return what a meta element states, or ``itemprop`` of another."""
        named = " ".join(
            str(element.attr(name) or "") for name in ("name", "property", "itemprop", "http-equiv")
        )
        if _URL.fullmatch(value):
            return self.url(value)
        return value if _META_CODES.search(named) else self.words.text(value)

    def _invent_json(self, script: Element) -> None:
        try:
            data = json.loads(str(script.text))
        except ValueError:
            text = _STRING.sub(self._string, str(script.text))
        else:
            text = json.dumps(self._value(data, ""), ensure_ascii=False, separators=(",", ":")).replace(
                "</", "<\\/"
            )
        script.set_text(text)

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
            return self.url(value)
        is_code = key.startswith("@") or _CODE.fullmatch(value)
        return value if is_code and key.casefold() not in _TEXT_KEYS else self.words.text(value)

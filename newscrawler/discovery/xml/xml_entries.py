"""XML entry by entry: feeds and sitemaps of any size are read without a tree of the whole."""

from __future__ import annotations

import re
from contextlib import suppress
from functools import cache, lru_cache
from itertools import islice
from typing import TYPE_CHECKING

from lxml import etree

from newscrawler.bounds import DEFAULT, Bounds
from newscrawler.discovery.xml.mended_xml import MendedXml
from newscrawler.discovery.xml.xml_charset import utf8_text

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from lxml.etree import _Element

_PARSER_DEPTH = 256
"""Elements in elements beyond which the parser reads nothing, unless it is told that the tree may be huge."""
_CHUNK = 1 << 16
_ATTRIBUTE = rb"""(?:"[^"<]*+"[^<>"']*+|'[^'<]*+'[^<>"']*+)"""


class XmlEntries:
    """The entries of an XML document, each freed when the next is asked for.

    Nothing is loaded and no entity is expanded. What is well-formed is read as it stands, all else is mended
    first.

    >>> feed = b"<rss><channel><item><title>A & B</title></item><item/></channel></rss>"
    >>> document = XmlEntries(feed, {"item"})
    >>> [len(entry) for entry in document], document.root
    ([1, 0], 'rss')
    """

    def __init__(
        self, body: bytes, names: Collection[str], bounds: Bounds = DEFAULT, content_type: str | None = None
    ) -> None:
        self.names = frozenset(names)
        self.root: str | None = None
        """Local name of the root, known once reading has begun; None where the bytes are no XML."""
        self.cut = False
        """Reading ended at a bound."""
        self.bounds = bounds
        self._body = utf8_text(body, content_type).lstrip()
        self._given = 0

    def __iter__(self) -> Iterator[_Element]:
        """Read once, from the beginning."""
        if not self._body.startswith(b"<!DOCTYPE") and b"<!DOCTYPE" not in self._body[:1000]:
            try:
                yield from self._read(self._steps(), strict=True)
            except (etree.XMLSyntaxError, _UnknownPrefixError):
                self.root = None
            else:
                return
        mended = MendedXml(self._body, self.names, self.bounds)
        with suppress(etree.XMLSyntaxError):  # nothing in it, or a text beyond the parser's own bound
            yield from islice(self._read(_joined(mended), strict=False), self._given, None)
        self.cut = self.cut or mended.cut

    def _steps(self) -> Iterator[bytes]:
        """Yield the bytes in steps, up to a tag with too many attributes: each takes an element's memory."""
        most = self.bounds.xml_attributes
        long = _long_tag(most).search(self._body) if most else None
        end = long.start() if long else len(self._body)
        for start in range(0, end, _CHUNK):
            yield self._body[start : min(end, start + _CHUNK)]
        self.cut = self.cut or long is not None

    def _read(self, steps: Iterable[bytes], *, strict: bool) -> Iterator[_Element]:
        """Read the entries.

        :raises XMLSyntaxError: the document is not well-formed from here on.
        :raises _UnknownPrefixError: nor are its names.
        """
        parser = etree.XMLPullParser(
            ("start", "end"),
            encoding="utf-8",
            recover=not strict,
            resolve_entities=False,
            no_network=True,
            load_dtd=False,
            huge_tree=not 0 < self.bounds.page_depth <= _PARSER_DEPTH,
            remove_comments=True,
            remove_pis=True,
        )
        account = _Account(self)
        for step in steps:
            parser.feed(step)
            for event, element in parser.read_events():
                assert isinstance(element, etree._Element)
                name = local_name(element)
                if event == "start":
                    if strict and ":" in name:
                        raise _UnknownPrefixError
                    if account.is_too_much(name):
                        self.cut = True
                        return
                elif account.is_whole_entry(name):
                    yield element
                    self._given += strict
                    _free(element)
        parser.close()


class _UnknownPrefixError(Exception):
    """A prefix is used without being declared; raised here, because the parser says so at the end only."""


class _Account:
    """What is counted while a document is read."""

    def __init__(self, document: XmlEntries) -> None:
        self.document = document
        self.most = document.bounds.xml_loose_elements
        self.deepest = document.bounds.page_depth or 8 * _PARSER_DEPTH
        self.loose = self.inside = self.depth = 0

    def is_too_much(self, name: str) -> bool:
        """Count the beginning of an element."""
        self.loose += 1
        self.depth += 1
        self.inside += name in self.document.names
        self.document.root = self.document.root or name
        return 0 < self.most < self.loose or self.depth > self.deepest

    def is_whole_entry(self, name: str) -> bool:
        """Count the end of an element; an entry in an entry belongs to the outer one."""
        self.depth -= 1
        if name not in self.document.names:
            return False
        self.inside -= 1
        if self.inside:
            return False
        self.loose = 0
        return True


def _joined(pieces: Iterable[bytes]) -> Iterator[bytes]:
    """Return pieces in steps that are worth a parser's call."""
    waiting: list[bytes] = []
    size = 0
    for piece in pieces:
        waiting.append(piece)
        size += len(piece)
        if size >= _CHUNK:
            yield b"".join(waiting)
            waiting, size = [], 0
    yield b"".join(waiting)


@cache
def _long_tag(attributes: int) -> re.Pattern[bytes]:
    """Return what finds a tag with more attributes."""
    return re.compile(rb"""<[^<>"']*+""" + _ATTRIBUTE + b"{%d}" % (attributes + 1))


def local_name(element: _Element) -> str:
    """Take an element's name without its namespace, in lower case; empty for what is no element."""
    tag = element.tag
    return _without_namespace(tag) if isinstance(tag, str) else ""


@lru_cache(maxsize=1024)
def _without_namespace(tag: str) -> str:
    return tag.rpartition("}")[2].lower()


def _free(element: _Element) -> None:
    """Empty an element, and take those before it out of their parent."""
    element.clear()
    parent = element.getparent()
    while parent is not None and element.getprevious() is not None:
        del parent[0]

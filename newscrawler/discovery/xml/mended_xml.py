"""Dirty XML made well-formed: one mistake costs nothing but itself."""

from __future__ import annotations

import re
from collections import defaultdict
from html.entities import html5
from typing import TYPE_CHECKING, NamedTuple

from newscrawler.bounds import DEFAULT, Bounds
from newscrawler.discovery.xml.html_elements import TEXT_ELEMENTS
from newscrawler.discovery.xml.xml_tokens import Token, Tokens

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

_CHUNK = 1 << 16
_ROOT = re.compile(
    rb"<(?:[A-Za-z_][\w.\-]*:)?(?:rss|rdf|feed|channel|urlset|sitemapindex)(?=[\s/>])", re.IGNORECASE
)
_ANY_TAG = re.compile(rb"<[A-Za-z_]")
_HTML = re.compile(rb"<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE)
_ENTITY = re.compile(
    rb"""<!ENTITY\s+(\w{1,32})\s+(?:"([^"&<%]{1,8}|&#\w{1,8};)"|'([^'&<%]{1,8}|&#\w{1,8};)')\s*>"""
)
"""Entities of a document's own, as long as they are short: none can make much out of little."""
_SPECIAL = re.compile(
    rb"&(?:#(?:(\d{1,8})|[xX]([0-9a-fA-F]{1,7}));?|(\w{2,32});)?|[<>]|[\x00-\x08\x0b\x0c\x0e-\x1f]|\xef\xbf[\xbe\xbf]"
)
_PLAIN_NAME = re.compile(rb"[A-Za-z_][\w.\-]*(?::[A-Za-z_][\w.\-]*)?\Z")
_XML_ENTITIES = frozenset({b"amp", b"lt", b"gt", b"quot", b"apos"})

_SINGLE = frozenset(
    b"title link guid id pubdate published updated date issued created modified description summary "
    b"category subject "
    b"creator comments language origlink loc lastmod changefreq priority publication_date keywords "
    b"genres author "
    b"contributor publication encoded content".split()
)
"""Elements of feeds and sitemaps that hold text only; one ends where another of them begins."""
_WITHIN = frozenset(b"name uri email url language".split())
"""What may begin inside one of them: the parts of an author and of a publication."""
_HTML_NAMES = frozenset(name.encode() for name in TEXT_ELEMENTS)
_PREFIXES = {
    b"atom": b"http://www.w3.org/2005/Atom",
    b"content": b"http://purl.org/rss/1.0/modules/content/",
    b"dc": b"http://purl.org/dc/elements/1.1/",
    b"dcterms": b"http://purl.org/dc/terms/",
    b"feedburner": b"http://rssnamespace.org/feedburner/ext/1.0",
    b"image": b"http://www.google.com/schemas/sitemap-image/1.1",
    b"itunes": b"http://www.itunes.com/dtds/podcast-1.0.dtd",
    b"media": b"http://search.yahoo.com/mrss/",
    b"news": b"http://www.google.com/schemas/sitemap-news/0.9",
    b"rdf": b"http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    b"thr": b"http://purl.org/syndication/thread/1.0",
    b"video": b"http://www.google.com/schemas/sitemap-video/1.1",
}
"""Of prefixes that a document uses without declaring them."""


class _Open(NamedTuple):
    """An element that has begun."""

    name: bytes
    key: bytes
    """The name in lower case: by it an end tag finds its beginning."""
    prefixes: dict[bytes, bytes]
    """Prefix -> namespace, of all that are declared here."""


class MendedXml:
    """A well-formed document of what a dirty one holds, in pieces.

    The document begins at its first known root element and ends where the bytes end. Lone ``&`` and ``<``
    are text. Entities of HTML are the characters that they mean. Characters that XML does not allow are left
    out. An element without an end ends where the next of its kind begins, or where its parent ends. Text that
    the end of the bytes cuts off is left out, since half a URL is none.

    >>> b"".join(MendedXml(b"<rss><item><title>A & B<link>/a?b&c</link></item>", {"item"}))
    b'<rss><item><title>A &amp; B</title><link>/a?b&amp;c</link></item></rss>'
    """

    def __init__(self, body: bytes, entries: Collection[str], bounds: Bounds = DEFAULT) -> None:
        """Take a document.

        :param body: UTF-8.
        :param entries: local names of elements that never stand in each other.
        """
        root = _ROOT.search(body)
        page = _HTML.search(body, 0, root.start() if root else 0)
        start = root if root and not page else _ANY_TAG.search(body)
        self.body = body[start.start() :] if start else b""
        head = body[: start.start()] if start else b""
        self.entities = {name: a or b for name, a, b in _ENTITY.findall(head)}
        self.entries = frozenset(name.encode() for name in entries) - _SINGLE
        self.bounds = bounds
        self.open: list[_Open] = []
        self.places: defaultdict[bytes, list[int]] = defaultdict(list)
        """Key -> indices in ``open`` of its elements, without the root."""
        self.single: int | None = None
        """Index in ``open`` of the outermost element that holds text."""
        self.broken = 0
        """Signs and tags that mean nothing."""
        self.cut = False
        """Reading ended at a bound."""

    def __iter__(self) -> Iterator[bytes]:
        tokens = Tokens(self.body)
        text: list[bytes] = []
        size = 0
        for token in tokens:
            if token.kind in {"text", "sign"} or (token.kind == "start" and self._is_text(token)):
                self.broken += token.kind != "text"
                text.append(token.raw)
                size += len(token.raw)
                if size < _CHUNK:
                    continue
            if text and self.open:
                yield self._text(b"".join(text))
            text, size = [], 0
            if token.kind == "start" and 0 < self.bounds.xml_attributes < len(token.attributes):
                self.cut = True
            if self.cut or 0 < self.bounds.xml_broken_tags < self.broken:
                self.cut = True
                break
            yield self._written(token)
            tokens.parent = self.open[-1].name if self.open else b""
        if text and self.open and self.single is None:
            yield self._text(b"".join(text))
        yield self._close(0)

    def _written(self, token: Token) -> bytes:
        if token.kind == "cdata":
            return self._text(token.raw.replace(b"&", b"&amp;")) if self.open else b""
        if token.kind == "end":
            return self._end(token.name.lower())
        return self._start(token) if token.kind == "start" else b""

    def _is_text(self, tag: Token) -> bool:
        """Tell a tag from text that looks like one: ``List<String>`` in a title, ``a <b and c> d``."""
        if tag.name.lower().startswith(b"xml"):
            return True
        if not self.open:
            return False
        local = tag.name.rpartition(b":")[2].lower()
        is_structure = local in _SINGLE or local in self.entries
        if not tag.raw.endswith(b">") and not tag.attributes:
            return not is_structure
        if self.single is None or b":" in tag.name or is_structure:
            return False
        if local not in _HTML_NAMES and local not in _WITHIN:
            return True
        return any(value is None for _, value in tag.attributes) and not any(
            value for _, value in tag.attributes
        )

    def _start(self, tag: Token) -> bytes:
        key = tag.name.lower()
        prefix, _, local = key.rpartition(b":")
        closed = b""
        if local in self.entries:
            closed = self._close(self.single) if self.single is not None else b""
            closed += self._close_same(key)
        elif _holds_text(key) and not (local in _WITHIN and self._is_within()):
            closed = self._close_singles(prefix)
        prefixes, attributes = self._names(tag)
        if tag.empty:
            return closed + b"<%s%s/>" % (tag.name, attributes)
        if self.open:
            self.places[key].append(len(self.open))
        self.open.append(_Open(tag.name, key, prefixes))
        if self.single is None and _holds_text(key) and not self._is_xhtml(tag):
            self.single = len(self.open) - 1
        return closed + b"<%s%s>" % (tag.name, attributes)

    def _is_within(self) -> bool:
        return self.single is not None and self.open[self.single].key.rpartition(b":")[2] == b"publication"

    @staticmethod
    def _is_xhtml(tag: Token) -> bool:
        return any(
            name.lower() == b"type" and value in {b"xhtml", b"application/xhtml+xml"}
            for name, value in tag.attributes
        )

    def _close_same(self, key: bytes) -> bytes:
        """End the entry in which another one would begin."""
        places = self.places.get(key)
        return self._close(places[0]) if places else b""

    def _close_singles(self, prefix: bytes) -> bytes:
        """End what cannot hold an element of text: another one, or a box of another vocabulary."""
        if self.single is not None:
            return self._close(self.single)
        place = len(self.open)
        while place > 1 and (own := self.open[place - 1].key.rpartition(b":")[0]) and own != prefix:
            place -= 1
        return self._close(place)

    def _end(self, key: bytes) -> bytes:
        """End an element and what is open in it; skip an end that has no beginning. The root ends last."""
        if places := self.places.get(key):
            return self._close(places[-1])
        self.broken += 1
        return b""

    def _close(self, place: int) -> bytes:
        ended = self.open[place:][::-1]
        closed = b"".join(b"</%s>" % element.name for element in ended)
        for element in ended:
            if places := self.places.get(element.key):
                places.pop()
        del self.open[place:]
        if self.single is not None and self.single >= place:
            self.single = None
        return closed

    def _names(self, tag: Token) -> tuple[dict[bytes, bytes], bytes]:
        """Return the prefixes that are declared in a tag, and its attributes as they are written."""
        prefixes = self.open[-1].prefixes if self.open else {b"": b"", b"xml": b"xml", b"xmlns": b"xmlns"}
        stated = {
            name: value for name, value in reversed(tag.attributes) if value and _PLAIN_NAME.match(name)
        }
        declared = {name[6:]: value for name, value in stated.items() if _is_declaration(name, value)}
        for name in [tag.name, *stated]:
            prefix = name.rpartition(b":")[0]
            if prefix not in prefixes and prefix not in declared:
                declared[prefix] = _PREFIXES.get(prefix.lower(), b"urn:undeclared:" + prefix)
        prefixes = prefixes | declared if declared else prefixes
        written: dict[tuple[bytes, bytes], bytes] = {}
        for name, value in stated.items():
            prefix, _, local = name.rpartition(b":")
            if prefix != b"xmlns":
                written[prefixes[prefix], local] = b' %s="%s"' % (name, self._value(value))
        spaces = [b' xmlns:%s="%s"' % (prefix, self._value(value)) for prefix, value in declared.items()]
        return prefixes, b"".join([*written.values(), *spaces])

    def _value(self, value: bytes) -> bytes:
        return self._text(value).replace(b'"', b"&quot;")

    def _text(self, raw: bytes) -> bytes:
        """Write text: what is no XML character is left out, what is markup only by mistake is escaped."""
        return _SPECIAL.sub(self._character, raw)

    def _character(self, found: re.Match[bytes]) -> bytes:
        decimal, hexadecimal, name = found.groups()
        if decimal or hexadecimal:
            return _numbered(int(decimal) if decimal else int(hexadecimal, 16))
        if name is not None:
            return self._named(name)
        return {b"&": b"&amp;", b"<": b"&lt;", b">": b"&gt;", b"\x0b": b"\t", b"\x0c": b"\t"}.get(
            found.group(), b""
        )

    def _named(self, name: bytes) -> bytes:
        if name in _XML_ENTITIES:
            return b"&%s;" % name
        if (own := self.entities.get(name)) is not None:
            return _SPECIAL.sub(lambda found: self._character(found) if found[3] is None else b"", own)
        character = html5.get(name.decode("latin-1") + ";")
        if character is None:
            return b"&amp;%s;" % name
        return character.encode() if character not in {"&", "<", ">", '"'} else b"&%s;" % name.lower()


def _is_declaration(name: bytes, namespace: bytes) -> bool:
    """Tell whether an attribute declares a prefix: ``xml`` and what it stands for is not to be declared."""
    known = (b"//www.w3.org/XML/1998", b"//www.w3.org/2000/xmlns")
    return (
        name.startswith(b"xmlns:")
        and name[6:9].lower() != b"xml"
        and not any(part in namespace for part in known)
    )


def _holds_text(key: bytes) -> bool:
    return key.rpartition(b":")[2] in _SINGLE and key != b"media:content"


def _numbered(number: int) -> bytes:
    """Write a character by its number; Windows-1252 where Unicode has control characters."""
    if 0x80 <= number <= 0x9F:
        return bytes((number,)).decode("cp1252", "ignore").encode()
    sound = (
        number in {9, 10, 13}
        or 0x20 <= number <= 0xD7FF
        or 0xE000 <= number <= 0xFFFD
        or 0x10000 <= number <= 0x10FFFF
    )
    return b"&#%d;" % number if sound else b""

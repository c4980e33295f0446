"""XML entry by entry: feeds and sitemaps of any size are read without a tree of the whole."""

from __future__ import annotations

import re
from functools import cache
from io import BytesIO
from itertools import repeat
from typing import TYPE_CHECKING

from lxml import etree

from newscrawler.bounds import DEFAULT, Bounds

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from lxml.etree import _Element

_PARSER_DEPTH = 256
"""Elements in elements beyond which the parser reads nothing, unless it is told that the tree may be huge."""

_ATTRIBUTE = rb"""(?:"[^"<]*+"[^<>"']*+|'[^'<]*+'[^<>"']*+)"""


class XmlEntries:
    """The entries of an XML document, each freed when the next is asked for.

    Nothing is loaded, no entity is expanded, and broken markup is read as far as it goes.

    >>> document = XmlEntries(b"<rss><channel><item><title>A</title></item><item/></channel></rss>", {"item"})
    >>> [len(entry) for entry in document], document.root
    ([1, 0], 'rss')
    """

    def __init__(self, body: bytes, names: Collection[str], bounds: Bounds = DEFAULT) -> None:
        self.names = frozenset(names)
        self.root: str | None = None
        """Local name of the root in lower case; None where the bytes are no XML. Known once reading has begun."""
        self.cut = False
        """Reading ended at a bound."""
        self.bounds = bounds
        self._body = body.lstrip(b"\xef\xbb\xbf \t\r\n")

    def __iter__(self) -> Iterator[_Element]:
        """Read once, from the beginning."""
        end = _end_of_sound(self._body, self.bounds)
        self.cut = end < len(self._body)
        events = etree.iterparse(
            BytesIO(self._body[:end]),
            events=("start", "end"),
            recover=True,
            resolve_entities=False,
            no_network=True,
            load_dtd=False,
            huge_tree=not 0 < self.bounds.page_depth <= _PARSER_DEPTH,
            remove_comments=True,
            remove_pis=True,
        )
        most, deepest = self.bounds.xml_loose_elements, self.bounds.page_depth or 8 * _PARSER_DEPTH
        loose = inside = depth = 0
        try:
            for event, element in events:
                name = local_name(element)
                if event == "start":
                    loose += 1
                    depth += 1
                    inside += name in self.names
                    self.root = self.root or name
                    if 0 < most < loose or depth > deepest:
                        self.cut = True
                        return
                    continue
                depth -= 1
                if name in self.names:
                    inside -= 1
                    if not inside:  # an entry in an entry belongs to the outer one
                        yield element
                        _free(element)
                        loose = 0
        except (etree.XMLSyntaxError, ValueError):
            return


def _end_of_sound(body: bytes, bounds: Bounds) -> int:
    """The place of the broken tag that is one too many; the length of the body where there is none.

    The parser looks for the end of each broken tag through all that follows.
    """
    sound, endless = _patterns(bounds.xml_attributes)
    place = 0
    for _ in range(bounds.xml_broken_tags) if bounds.xml_broken_tags else repeat(None):
        while (found := sound.match(body, place)) is not None and found.end() > place:
            place = found.end()
        if place == len(body) or (endless and endless.match(body, place)):
            break
        place += 1
    return place


@cache
def _patterns(attributes: int) -> tuple[re.Pattern[bytes], re.Pattern[bytes] | None]:
    """Text, comments, CDATA, instructions and whole tags, as far as they follow each other; a tag with too many attributes.

    Each attribute takes the memory of an element.
    """
    most = b"{0,%d}" % attributes if attributes else b"*"
    sound = (  # groups are atomic: up to Python 3.11.4 a possessive one matches wrongly (gh-106052)
        rb"""(?>(?:[^<]++|<!--.*?(?:-->|\Z)|<!\[CDATA\[.*?(?:\]\]>|\Z)|<\?.*?(?:\?>|\Z)|<[^<>"']*+"""
        rb"(?>" + _ATTRIBUTE + most + rb")>){0,1000})"
    )  # fmt: skip
    endless = rb"""<[^<>"']*+""" + _ATTRIBUTE + b"{%d}" % (attributes + 1)
    return re.compile(sound, re.DOTALL), re.compile(endless) if attributes else None


def local_name(element: _Element) -> str:
    """Take an element's name without its namespace, in lower case; empty for what is no element."""
    tag = element.tag
    return tag.rpartition("}")[2].lower() if isinstance(tag, str) else ""


def _free(element: _Element) -> None:
    """Empty an element, and take those before it out of their parent."""
    element.clear()
    parent = element.getparent()
    while parent is not None and element.getprevious() is not None:
        del parent[0]

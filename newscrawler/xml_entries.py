"""XML entry by entry: feeds and sitemaps of any size are read without a tree of the whole."""

from __future__ import annotations

import re
from io import BytesIO
from typing import TYPE_CHECKING

from lxml import etree

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from lxml.etree import _Element

LOOSE_ELEMENTS = 20_000
"""Elements that may stand outside finished entries, or in one entry; more are an attack, and reading ends."""

BROKEN_TAGS = 100
"""Tags that have no end, before reading ends: the parser looks for the end of each through all that follows."""

_SOUND = re.compile(
    rb"""(?:[^<]++|<!--.*?(?:-->|\Z)|<!\[CDATA\[.*?(?:\]\]>|\Z)|<\?.*?(?:\?>|\Z)|<[^<>"']*+(?:"[^"<]*+"[^<>"']*+|'[^'<]*+'[^<>"']*+){0,200}+>)*+""",
    re.DOTALL,
)
"""Text, comments, CDATA, instructions and whole tags, as far as they follow each other."""

_ENDLESS = re.compile(rb"""<[^<>"']*+(?:"[^"<]*+"[^<>"']*+|'[^'<]*+'[^<>"']*+){201}""")
"""A tag with more than 200 attributes: each takes the memory of an element."""


class XmlEntries:
    """The entries of an XML document, each freed when the next is asked for.

    Nothing is loaded, no entity is expanded, and broken markup is read as far as it goes.

    >>> document = XmlEntries(b"<rss><channel><item><title>A</title></item><item/></channel></rss>", {"item"})
    >>> [len(entry) for entry in document], document.root
    ([1, 0], 'rss')
    """

    def __init__(self, body: bytes, names: Collection[str]) -> None:
        self.names = frozenset(names)
        self.root: str | None = None
        """Local name of the root in lower case; None where the bytes are no XML. Known once reading has begun."""
        self.cut = False
        """Reading ended at ``LOOSE_ELEMENTS`` or ``BROKEN_TAGS``."""
        self._body = body.lstrip(b"\xef\xbb\xbf \t\r\n")

    def __iter__(self) -> Iterator[_Element]:
        """Read once, from the beginning."""
        end = _end_of_sound(self._body)
        self.cut = end < len(self._body)
        events = etree.iterparse(
            BytesIO(self._body[:end]),
            events=("start", "end"),
            recover=True,
            resolve_entities=False,
            no_network=True,
            load_dtd=False,
            huge_tree=False,
            remove_comments=True,
            remove_pis=True,
        )
        loose = inside = 0
        try:
            for event, element in events:
                name = local_name(element)
                if event == "start":
                    loose += 1
                    inside += name in self.names
                    self.root = self.root or name
                    if loose > LOOSE_ELEMENTS:
                        self.cut = True
                        return
                elif name in self.names:
                    inside -= 1
                    if not inside:  # an entry in an entry belongs to the outer one
                        yield element
                        _free(element)
                        loose = 0
        except (etree.XMLSyntaxError, ValueError):
            return


def _end_of_sound(body: bytes) -> int:
    """The place of the broken tag that is one too many; the length of the body where there is none."""
    place = 0
    for _ in range(BROKEN_TAGS):
        found = _SOUND.match(body, place)
        place = found.end() if found else place
        if place == len(body) or _ENDLESS.match(body, place):
            break
        place += 1
    return place


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

"""Packed links: the rows of a long listing in some 200 bytes each, until they are looked at."""

from __future__ import annotations

import marshal
from collections.abc import Sequence
from dataclasses import fields
from operator import attrgetter
from typing import TYPE_CHECKING, overload

from newscrawler.discovery.listed_link import ListedLink

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

AT_ONCE = 2000
"""Links that ``drained`` unpacks together."""

_values = attrgetter(*(field.name for field in fields(ListedLink)))


class PackedLinks(Sequence[ListedLink]):
    """Links in their order. Each look gives a new one: what is changed on it stays on it.

    A link takes 500 bytes with its texts, and a sitemap of 50,000 is no rare one.
    """

    def __init__(self, links: Iterable[ListedLink] = ()) -> None:
        self._packed = [_pack(link) for link in links]
        self.section: str | None = None
        """Section of all links that state none."""

    def append(self, link: ListedLink) -> None:
        """Add a link as it is now."""
        self._packed.append(_pack(link))

    def drained(self) -> Iterator[list[ListedLink]]:
        """Yield the links some at a time, and let them go: nothing is left at the end."""
        while part := self._packed[:AT_ONCE]:
            del self._packed[:AT_ONCE]
            yield [self._unpacked(packed) for packed in part]

    def __len__(self) -> int:
        return len(self._packed)

    def __iter__(self) -> Iterator[ListedLink]:
        return map(self._unpacked, self._packed)

    @overload
    def __getitem__(self, index: int) -> ListedLink: ...
    @overload
    def __getitem__(self, index: slice) -> list[ListedLink]: ...
    def __getitem__(self, index: int | slice) -> ListedLink | list[ListedLink]:
        if isinstance(index, slice):
            return [self._unpacked(packed) for packed in self._packed[index]]
        return self._unpacked(self._packed[index])

    def _unpacked(self, packed: bytes) -> ListedLink:
        link = ListedLink(*marshal.loads(packed))  # noqa: S302 # ours
        link.section = link.section or self.section
        return link


def _pack(link: ListedLink) -> bytes:
    return marshal.dumps(_values(link))

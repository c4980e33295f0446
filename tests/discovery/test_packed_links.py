"""Packed links come back as they went in, and are gone once they have been dealt with."""

from __future__ import annotations

import sys

from newscrawler.discovery.listed_link import ListedLink
from newscrawler.discovery.packed_links import AT_ONCE, PackedLinks

BARE = ListedLink("https://press.example/a", 1)
WHOLE = ListedLink(
    "https://press.example/b", 2, "Quay opens \udce9", "2026-11-28T10:00:00+00:00", "Harbour", "A lead",
    ["quay", "ships"], "en", "2026-11-28",
)  # fmt: skip


def test_a_link_comes_back_as_it_was() -> None:
    links = PackedLinks([BARE])
    links.append(WHOLE)
    assert [*links] == [BARE, WHOLE]
    assert (len(links), links[1], links[-2:]) == (2, WHOLE, [BARE, WHOLE])
    assert not PackedLinks()


def test_a_section_is_that_of_links_without_one() -> None:
    links = PackedLinks([BARE, WHOLE])
    links.section = "Port"
    assert [link.section for link in links] == ["Port", "Harbour"]


def test_what_was_drained_is_gone() -> None:
    links = PackedLinks(ListedLink(f"https://press.example/{n}", n) for n in range(AT_ONCE + 1))
    left = [(len(part), len(links)) for part in links.drained()]
    assert left == [(AT_ONCE, 1), (1, 0)]


def test_a_link_is_small() -> None:
    links = PackedLinks([WHOLE])
    assert sys.getsizeof(links._packed[0]) < 250

"""Hosts: the element in which a paragraph is one of many, and its shape."""

from __future__ import annotations

import pytest

from newscrawler.document.tree import parse_fragment
from newscrawler.sources.body.blocks import walk
from newscrawler.sources.hosts import host_of, shape


@pytest.mark.parametrize(
    ("markup", "tag", "shaped"),
    [
        ("<div class='story 12'><p>One</p></div>", "div", "div story "),
        ("<div class='a'><ul><li>One</li></ul></div>", "div", "div a"),
        ("<div class='a'><ul class='b'><li>One</li></ul></div>", "ul", "ul b"),
        ("<section class='x9'>One</section>", "section", "section x"),
    ],
)
def test_host_and_shape(markup: str, tag: str, shaped: str) -> None:
    _, (block,) = walk(parse_fragment(markup))
    host = host_of(block)
    assert (host.tag, shape(host)) == (tag, shaped)


def test_no_element_has_no_shape() -> None:
    assert not shape(None)

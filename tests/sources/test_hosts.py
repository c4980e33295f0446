"""Hosts: the element in which a paragraph is one of many, and its shape."""

from __future__ import annotations

import pytest

from newscrawler.document.tree import parse_fragment
from newscrawler.sources.body.blocks import walk
from newscrawler.sources.hosts import host_of, next_stories_of, shape


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


@pytest.mark.parametrize(
    ("heading", "count"),
    [("<a href='/2'>Old beams</a>", 1), ("Old beams", 0), ("The <a href='/2'>beams</a> of old", 0)],
)
def test_a_post_whose_heading_leads_to_it_is_another_story(heading: str, count: int) -> None:
    page = f"<div><div class='post'><h2>A whale</h2><p>One</p></div><div class='post'><h2>{heading}</h2></div></div>"
    nodes, blocks = walk(parse_fragment(page))
    for block in blocks:
        block.node.chars, block.node.link_chars = len(block.text), block.link_chars
    headline = blocks[0].node
    assert len(next_stories_of(nodes, headline)) == count

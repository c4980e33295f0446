"""The kind of a line is that of the nearest list, heading or quotation around it."""

from __future__ import annotations

import pytest

from newscrawler.document.tree import parse_fragment
from newscrawler.sources.body.blocks import walk
from newscrawler.sources.body.kinds import kind_of


@pytest.mark.parametrize(
    ("markup", "kind"),
    [
        ("<p>One</p>", "paragraph"),
        ("<h2><div>One</div></h2>", "subhead"),
        ("<ul><li><p>One</p></li></ul>", "item"),
        ("<dl><dd>One</dd></dl>", "item"),
        ("<blockquote><p>One</p></blockquote>", "quote"),
        ("<pre>One</pre>", "pre"),
        ("<li><div><div><div><p>One</p></div></div></div></li>", "paragraph"),
    ],
)
def test_kinds(markup: str, kind: str) -> None:
    _, (block,) = walk(parse_fragment(markup))
    assert block.kind == kind_of(block.node) == kind

"""Credited: whom the page names as its author is held against whom its metadata name."""

from __future__ import annotations

import pytest

from newscrawler.document import parse_document
from newscrawler.document.node import elements
from newscrawler.sources.bylines.byline import bylines
from newscrawler.sources.bylines.credited import credited

TEXT = "<p>" + "The harbour council agreed to rebuild the wall before the storms arrive. " * 4 + "</p>"
BYLINE = "<p class=byline>By Ann Example</p>"


@pytest.mark.parametrize(
    ("body", "stated", "authors"),
    [
        (BYLINE + TEXT, ["Bob Sample"], ["Ann Example"]),
        (BYLINE + TEXT, ["ann.e"], ["Ann Example"]),
        (BYLINE + TEXT, ["Annie Example"], ["Annie Example"]),
        (BYLINE + TEXT, ["Ann Example", "Cy Test"], ["Ann Example", "Cy Test"]),
        (BYLINE + TEXT + "<p>Bob Sample</p>", ["Bob Sample"], ["Bob Sample"]),
        (BYLINE + TEXT + "<p>Editor : Bob Sample</p>", ["Bob Sample"], ["Ann Example"]),
        (BYLINE + TEXT + "<p>Photos by Cy Test</p>", ["Ann Example", "Cy Test"], ["Ann Example"]),
        (TEXT + "<p>Photos by Cy Test</p>", ["Cy Test"], ["Cy Test"]),
        (TEXT + BYLINE, ["Bob Sample"], ["Bob Sample"]),
        ("<p class=byline>Aldine Team</p>" + TEXT, ["Bob Sample"], ["Bob Sample"]),
        (
            "<p class=byline>By Ann Example</p><p class=byline>By Eva Test</p>" + TEXT,
            ["Bob Sample"],
            ["Bob Sample"],
        ),
        (TEXT, ["Bob Sample"], ["Bob Sample"]),
        (
            "<p class=byline>By Ann Example and Bob Sample</p>" + TEXT,
            ["Bob Sample"],
            ["Ann Example", "Bob Sample"],
        ),
        ("<p class=byline>By Bob Sample, Master Gardener</p>" + TEXT, ["Bob Sample"], ["Bob Sample"]),
        (
            "<p class=byline>By Bob Sample, Author and Rose Gardener</p>" + TEXT,
            ["Bob Sample"],
            ["Bob Sample"],
        ),
        (
            "<p class=byline>By Ann Example, <a>Cy Test</a> &amp; Bob Sample</p>" + TEXT,
            ["Cy Test"],
            ["Ann Example", "Cy Test", "Bob Sample"],
        ),
        (
            "<p class=byline>By Ann Example and Eva Test</p>" + TEXT + "<p>Bob Sample</p>",
            ["Bob Sample"],
            ["Bob Sample"],
        ),
        (TEXT + "<p class=byline>By Ann Example and Bob Sample</p>", ["Bob Sample"], ["Bob Sample"]),
    ],
)
def test_who_wrote_it(body: str, stated: list[str], authors: list[str]) -> None:
    document = parse_document(f"<body>{body}</body>", "https://press.example/wall")
    around = [each for each in elements(document.root) if each.tag not in ("html", "head", "body")]
    assert credited(stated, document, bylines(document, around), around) == authors

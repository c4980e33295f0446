"""Which lines lead elsewhere."""

from __future__ import annotations

import pytest

from tests.sources.test_article_text import expected, lines, story

LINKS = "<ul><li><a href='/1'>Ferry runs aground off Orsa</a></li><li><a href='/2'>Mayor speaks of the storm</a></li></ul>"
MIXED = "<ul><li><a href='/1'>Ada Brandt</a>, who has been the engineer for long</li><li><a href='/2'>Jan Ruder</a>, ferryman of the town</li></ul>"


@pytest.mark.parametrize(
    ("part", "kept"),
    [
        (LINKS, []),
        (MIXED, ["Ada Brandt, who has been the engineer for long", "Jan Ruder, ferryman of the town"]),
        ("<p><a href='/x'>Ferry runs aground off Orsa, two hurt</a></p>", []),
        ("<p><a href='/x'>The ferry ran aground off Orsa, and two were hurt.</a></p>", ["The ferry ran aground off Orsa, and two were hurt."]),
    ],
)  # fmt: skip
def test_links_in_a_text(part: str, kept: list[str]) -> None:
    page = f"<article><h1>T</h1><div class='b'>{story(1, 2)}{part}{story(3, 4)}</div></article>"
    assert lines(page) == [*expected(1, 2), *kept, *expected(3, 4)]

"""Which lines lead elsewhere."""

from __future__ import annotations

import pytest

from newscrawler.sources.body.regions import find_region
from newscrawler.sources.boilerplate.link_lines import heads_links, is_link_line, lists_that_lead_elsewhere
from tests.sources.stories import expected, lines, story
from tests.sources.walked import walked

LINKS = "<ul><li><a href='/1'>Ferry runs aground off Orsa</a></li><li><a href='/2'>Mayor speaks of the storm</a></li></ul>"
DATED = "<ul><li><a href='/1'>Ferry off Orsa</a> (2012-01-02 08:43:20)</li><li><a href='/2'>The storm</a> (2012-01-02 09:43:20)</li></ul>"
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


@pytest.mark.parametrize(
    ("part", "expected"),
    [
        ("<p><a href=/1>Ferry runs aground off Orsa, two hurt</a></p>", [True]),
        ("<p>See <a href=/1>the report of the whole year</a></p>", [True]),
        ("<p>He read <a href=/1>the report of the whole year</a>:</p>", [False]),
        ("<p>It was <a href=/1>reported</a> on Monday by the harbour council of the town.</p>", [False]),
        ("<h2><a href=/1>The vote</a></h2>", [False]),
        (LINKS, [True, True]),
        (DATED, [True, True]),
        (MIXED, [False, False]),
    ],
)
def test_a_line_that_is_there_for_its_link(part: str, expected: list[bool]) -> None:
    page = walked(f"<div class='b'>{story(1, 2)}{part}{story(3, 4)}</div>")
    region = find_region(page)
    assert region is not None
    leading = lists_that_lead_elsewhere(list(page.blocks), region)
    assert [is_link_line(block, region, leading) for block in page.blocks[2:-2]] == expected


@pytest.mark.parametrize(
    "end", [".", "!", "?", "…", "。", "！", "？", ".“", ".”", '."', ".'", ".«", ".»", ".‘", ".’", ". "]
)
def test_a_linked_sentence_may_end_with_any_stop_and_quotes(end: str) -> None:
    part = f"<p><a href='/x'>The ferry ran aground off Orsa, and two were hurt{end}</a></p>"
    page = walked(f"<div class='b'>{story(1, 2)}{part}{story(3, 4)}</div>")
    region = find_region(page)
    assert region is not None
    assert [is_link_line(block, region, {}) for block in page.blocks[2:-2]] == [False]


@pytest.mark.parametrize(("length", "is_line"), [(39, True), (40, False)])
def test_a_linked_sentence_is_as_long_as_one(length: int, is_line: bool) -> None:
    words = ("The ferry ran aground off Orsa at last on Monday " * 2)[: length - 1].replace(" ", "x")
    page = walked(f"<div class='b'>{story(1, 2)}<p><a href='/x'>{words}.</a></p>{story(3, 4)}</div>")
    region = find_region(page)
    assert region is not None
    assert [is_link_line(block, region, {}) for block in page.blocks[2:-2]] == [is_line]


@pytest.mark.parametrize(
    ("label", "heads"),
    [
        *((f"More of it{end}", True) for end in (":", "：", "|", "】", "»", ">")),
        ("More of it", False),
        ("More of it.", False),
        (f"{'x' * 39}:", True),
        (f"{'x' * 40}:", False),
        ("<a href='/2'>More</a>:", False),
    ],
)
def test_a_label_of_a_link(label: str, heads: bool) -> None:
    page = walked(
        f"<div><p>{label.replace('>', '&gt;') if label.endswith('>') else label}</p><p><a href='/1'>Ferry runs aground</a></p></div>"
    )
    assert heads_links(*page.blocks) is heads
    assert not heads_links(*reversed(page.blocks))

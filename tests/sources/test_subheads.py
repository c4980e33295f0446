"""A subhead stays where something follows it, or where it says something itself."""

from __future__ import annotations

from newscrawler.sources.subheads import without_idle_subheads
from tests.sources.stories import expected, lines, story
from tests.sources.walked import walked


def test_subhead_above_a_lower_one_stays_and_one_with_nothing_after_it_goes():
    page = (
        f"<h1>T</h1><div>{story(1, 2)}<h2>East</h2><h3>Port</h3>{story(3, 3)}<h2>More</h2><h2>Last</h2></div>"
    )
    assert lines(page) == [*expected(1, 2), "East", "Port", *expected(3, 3)]


def test_subheads_that_are_statements_need_no_text_after_them():
    said = ["1. The harbour has more than a hundred berths.", "2. Its wall was built by four hundred masons."]
    shown = "".join(f"<h2>{line}</h2><img src=/a.jpg>" for line in said)
    page = f"<h1>T</h1><div>{story(1, 2)}{shown}<h2>What happens next in the harbour of Aldine?</h2></div>"
    assert lines(page) == [*expected(1, 2), *said]


def test_only_subheads_go() -> None:
    found = walked(f"<div><h3>Port</h3>{story(1, 2)}<h2>East</h2><h2>Last</h2></div>").blocks
    assert [block.text for block in without_idle_subheads(list(found))] == ["Port", *expected(1, 2)]

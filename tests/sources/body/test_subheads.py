"""A subhead stays where something follows it, or where it says something itself."""

from __future__ import annotations

from newscrawler.sources.body.subheads import heads_part, without_idle_subheads
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


def test_main_headings_below_the_beginning_head_parts() -> None:
    page = f"<article><h1>Harbour votes</h1><div>{story(1, 2)}<h1>The vote</h1>{story(3, 4)}<h1>The fees</h1>{story(5, 5)}</div></article>"
    assert lines(page) == [*expected(1, 2), "The vote", *expected(3, 4), "The fees", *expected(5, 5)]


def test_other_main_headings_do_not() -> None:
    for heading in ("Harbour council votes at last", "<a href='/x'>Ferry asks for berths</a>"):
        page = f"<article><h1>Harbour council votes at last</h1><div>{story(1, 2)}<h1>{heading}</h1>{story(3, 4)}</div></article>"
        assert lines(page, headline="Harbour council votes at last") == expected(1, 4)
    page = f"<div><h1>Harbour council votes</h1><div><h1>The Courier</h1>{story(1, 4)}</div></div>"
    assert lines(page, headline="Harbour council votes") == expected(1, 4)


def test_the_heading_of_a_part() -> None:
    page = walked(f"<h1>Harbour votes</h1><div>{story(1, 2)}<h1>The vote</h1><h2>The fees</h2></div>")
    heading, other = page.blocks[-2:]
    assert heads_part(heading, page.blocks[1:3], "Harbour votes")
    assert not heads_part(heading, [], "Harbour votes")
    assert not heads_part(heading, page.blocks[1:3], None)
    assert not heads_part(other, page.blocks[1:3], "Harbour votes")


def test_a_heading_that_is_the_headline_in_other_words_heads_no_part() -> None:
    page = walked(
        f"<h1>Harbour votes</h1><div>{story(1, 2)}<h1>Harbour council votes on fees today</h1></div>"
    )
    heading, above = page.blocks[-1], page.blocks[1:3]
    assert not heads_part(heading, above, "Harbour council votes on new fees today")
    assert not heads_part(
        heading, above, "Harbour council votes on fees today, and the mayor is glad of that"
    )
    assert heads_part(heading, above, "Harbour council is at odds with the ferry over the old berths")


def test_a_statement_is_as_long_as_one() -> None:
    for length, stays in ((39, False), (40, True)):
        for stop in ".。":
            said = "x" * (length - 1) + stop
            found = walked(f"<div>{story(1, 2)}<h2>{said}</h2></div>").blocks
            assert (said in [block.text for block in without_idle_subheads(list(found))]) is stays

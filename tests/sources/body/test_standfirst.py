"""The standfirst: how it is told from the text, and when it is part of it."""

from __future__ import annotations

import pytest

from newscrawler.sources.body.article_text import apart, standfirst, text_blocks
from newscrawler.sources.body.regions import find_region
from tests.sources.stories import expected, found, lines, paragraph, story
from tests.sources.walked import walked


def test_standfirst_above_the_text_that_the_markup_names_is_not_part_of_it():
    lead = "Why a quiet harbour became the most disputed place of the coast."
    page = f"<article><header><h1>T</h1><p class='standfirst'>{lead}</p></header><div class='b'>{story(1, 4)}</div></article>"
    candidate = found(page)
    assert candidate is not None
    assert candidate.lead == lead
    assert candidate.text.split("\n\n") == expected(1, 4)


def test_a_first_paragraph_that_the_description_repeats_stays():
    first = expected(1, 1)[0]
    page = f"<article><h1>T</h1><div class='b'>{story(1, 4)}</div></article>"
    assert lines(page, lead=first) == expected(1, 4)


def test_standfirst_is_known_by_the_description():
    lead = "Why a quiet harbour became the most disputed place of the coast."
    page = f"<article><div><h1>T</h1><div class='x1'>{lead}</div></div><div class='b'>{story(1, 4)}</div></article>"
    candidate = found(page, lead=lead)
    assert candidate is not None
    assert (candidate.lead, candidate.text.split("\n\n")) == (lead, [lead, *expected(1, 4)])


def test_caption_under_the_headline_is_no_standfirst():
    box = f"<div class='hero'><img src='/a.jpg'><p>{paragraph(30, 1)}</p></div>"
    page = f"<article><h1>T</h1>{box}<div class='b'>{story(1, 4)}</div></article>"
    candidate = found(page)
    assert candidate is not None
    assert candidate.lead is None
    assert candidate.text.split("\n\n") == expected(1, 4)


def test_a_summary_whose_words_the_text_uses_again_is_no_part_of_it():
    text = "The harbour council of Port Aldine agreed on Tuesday to rebuild the western breakwater before the storms."
    lead = "The harbour council of Port Aldine agreed to rebuild the western breakwater."
    page = f"<article><header><h1>T</h1><p class='standfirst'>{lead}</p></header><div class='b'><p>{text}</p>{story(1, 4)}</div></article>"
    candidate = found(page)
    assert candidate is not None
    assert candidate.lead == lead
    assert candidate.text.split("\n\n") == [text, *expected(1, 4)]


def test_the_line_that_the_description_repeats_is_the_standfirst():
    lead = "Ferries will cross the river again from Monday on, the council says."
    page = walked(
        f"<article><header><h1>T</h1><p class='standfirst'>{lead}</p></header><div class='b'>{story(1, 4)}</div></article>"
    )
    region = find_region(page)
    assert region is not None
    kept = text_blocks(page.blocks, region, 0)
    described = standfirst(page.blocks, region, 0, lead, kept)
    assert described is not None
    assert described.text == lead
    assert standfirst(page.blocks, region, 0, None, kept) is None, "it stands with the text"
    assert standfirst(page.blocks, region, None, lead, kept) is None


def test_a_standfirst_is_told_from_the_text():
    named = walked(f"<p class='standfirst'>{paragraph(9)}</p>{story(1, 2)}").blocks
    assert [lead and lead.text for lead in apart(None, named)[:1]] == [paragraph(9)]
    plain = walked(f"<p>04.05.2017 - 19:27 Uhr</p>{story(1, 2)}").blocks
    lead, kept = apart(None, plain)
    assert lead is None
    assert [block.text for block in kept] == expected(1, 2)
    lead, kept = apart(plain[1], plain[1:])
    assert (lead, len(kept)) == (plain[1], 1)


def test_a_text_of_one_line_is_no_standfirst():
    (only,) = walked(f"<p class='standfirst'>{paragraph(9)}</p>").blocks
    assert apart(None, [only]) == (None, [only])
    assert apart(only, [only]) == (only, [only])
    assert apart(None, []) == (None, [])
    (date,) = walked("<p>04.05.2017 - 19:27 Uhr</p>").blocks
    assert apart(None, [date]) == (None, [date])


def standfirst_of(line: str, head: str = "", description: str | None = None) -> str | None:
    page = walked(
        f"<article><header><h1>T</h1>{head}{line}</header><div class='b'>{story(1, 4)}</div></article>"
    )
    region = find_region(page)
    assert region is not None
    found = standfirst(page.blocks, region, 0, description, text_blocks(page.blocks, region, 0))
    return found and found.text


LONG = "x" * 90
"""No running text, which would be the article's own."""


@pytest.mark.parametrize(
    ("line", "is_lead"),
    [
        ("<p class=standfirst>{}</p>", True),
        ("<p>{}</p>", True),
        ("<h2>{}</h2>", True),
        ("<h3>{}</h3>", True),
        ("<h4>{}</h4>", False),
        ("<div class=x1>{}</div>", False),
        ("<div class=intro><div><div>{}</div></div></div>", True),
        ("<div class=intro><div><div><div>{}</div></div></div></div>", False),
        ("<p class=standfirst><a href=/x>{}</a></p>", False),
        ("<p class=standfirst><a href=/x>Ferries</a>{}</p>", True),
        ("<p><a href=/x>Ferries and ferries</a>{}</p>", False),
        ("<p class=caption>{}</p>", False),
        ("<p hidden>{}</p>", False),
        ("<div class='comment standfirst'>{}</div>", False),
        ("<figure><img src=/a.jpg><p>{}</p></figure>", False),
    ],
)
def test_which_line_below_the_headline_is_a_standfirst(line, is_lead):
    assert (standfirst_of(line.format(LONG)) is not None) is is_lead


def test_how_long_a_standfirst_is():
    named = "<p class=standfirst>{}</p>"
    assert standfirst_of(named.format("x" * 40)) == "x" * 40
    assert standfirst_of(named.format("x" * 39)) is None
    assert standfirst_of(f"<p>{'x' * 80}</p>") == "x" * 80
    assert standfirst_of(f"<p>{'x' * 79}</p>") is None


def test_a_standfirst_that_the_text_begins_with_is_none_of_its_own():
    first = expected(1, 1)[0]
    assert standfirst_of(f"<p class=standfirst>{first}</p>") is None


def test_a_description_that_the_line_begins_with():
    line = "<div class=x1>{}</div>"
    assert standfirst_of(line.format(LONG), description=LONG.upper()[:50]) == LONG
    assert standfirst_of(line.format(LONG), description="Other " + LONG) is None
    assert standfirst_of(line.format(f"<a href=/x>{LONG}</a>"), description=LONG) is None


@pytest.mark.parametrize(
    "line",
    [
        "Mis à jour le 18/05/2026 à 11h00 — Publié le 16/05/2026 à 07h30 — Lecture : 3 min",
        "Sign up for our newsletter and never miss what the council of the harbour decides on Tuesdays.",
    ],
)
def test_times_and_appeals_below_the_headline_are_no_standfirst(line: str) -> None:
    candidate = found(f"<article><h1>T</h1><p>{line}</p><div class='b'>{story(1, 4)}</div></article>")
    assert candidate is not None
    assert (candidate.lead, candidate.text.split("\n\n")) == (None, expected(1, 4))

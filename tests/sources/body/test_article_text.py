"""Which blocks of a region are the article's text, and in which order."""

from __future__ import annotations

import pytest

from newscrawler.sources.body.article_text import in_footer, text_blocks, words
from newscrawler.sources.body.regions import find_region
from newscrawler.sources.bylines.byline_line import Line
from tests.sources.stories import expected, lines, paragraph, story
from tests.sources.walked import walked


def test_paragraphs_and_subheads_in_order():
    page = f"<body><h1>Title</h1><div>{story(1, 2)}<h2>The vote</h2>{story(3, 4)}</div></body>"
    assert lines(page) == [*expected(1, 2), "The vote", *expected(3, 4)]


def test_lists_quotes_and_dialogue_belong():
    page = f"<h1>T</h1><div>{story(1, 2)}<ul><li>One berth</li><li>Two cranes</li></ul><p>No.</p>{story(3, 4)}</div>"
    assert lines(page) == [*expected(1, 2), "One berth", "Two cranes", "No.", *expected(3, 4)]


def test_same_line_many_times_is_kept():
    answer = "What did the council decide, and what did it cost the town in the end?"
    page = (
        "<h1>T</h1><div>" + "".join(f"<p>{answer}</p><p>{paragraph(n)}</p>" for n in range(1, 5)) + "</div>"
    )
    assert lines(page).count(answer) == 4


def test_a_list_goes_or_stays_whole():
    people = "<ul><li><a href='/1'>Ada Brandt</a>, engineer</li><li><a href='/2'>Jan</a>, ferryman</li><li>Ole Tau, mayor of the town of Orsa</li></ul>"
    page = f"<article><h1>T</h1><div class='b'>{story(1, 2)}{people}{story(3, 4)}</div></article>"
    assert lines(page) == [
        *expected(1, 2),
        "Ada Brandt, engineer",
        "Jan, ferryman",
        "Ole Tau, mayor of the town of Orsa",
        *expected(3, 4),
    ]


def test_the_words_of_a_line():
    assert words("  It's  HERE: “Now!” 2") == "it s here now 2"
    assert words("—") == ""


@pytest.mark.parametrize(
    ("markup", "expected"),
    [
        ("<footer><p>{}</p></footer>", True),
        ("<footer><div><p>{}</p></div></footer>", True),
        ("<article><footer><p>{}</p></footer></article>", False),
        ("<p>{}</p>", False),
    ],
)
def test_the_footer_of_the_page(markup, expected):
    (block,) = walked(markup.format(paragraph(1))).blocks
    assert in_footer(block) is expected


def test_blocks_of_a_region():
    page = walked(f"<div>{story(1, 3)}<aside>{story(20, 20)}</aside><h2>Nothing follows</h2></div>")
    region = find_region(page)
    assert region is not None
    assert [block.text for block in text_blocks(page.blocks, region, None)] == expected(1, 3)


def test_a_short_text_is_no_box_of_the_line_within_it_that_leads_elsewhere():
    also = "<p><strong>Read also:</strong> <a href='/t'>Storm cuts the road</a></p>"
    short = [f"The board closed the terminal after cracks were found in pier number {n}." for n in range(3)]
    lead = "<p>An end to ninety years of ferries from the old quay in the middle of the town.</p>"
    text = f"<div><p>{short[0]}</p>{also}<p>{short[1]}</p><p>{short[2]}</p></div>"
    assert lines(f"<article><h1>T</h1>{lead}{text}</article>")[-3:] == short


def test_a_box_begins_with_the_line_that_leads_elsewhere():
    box = "<div><div><p>Read also:</p></div><p>The road to the lighthouse was cut off by the storm.</p></div>"
    page = f"<h1>T</h1><div class='text'>{story(1, 2)}{box}{story(3, 4)}</div>"
    assert lines(page) == expected(1, 4)


def test_a_cell_that_holds_the_story_is_none_of_a_table_of_figures():
    above = "<font>Wednesday, February 4, 2004<br>By HENRY STOKES</font>"
    page = f"<table><tr><td><b>Also today</b></td><td>{above}{story(1, 3)}</td></tr></table>"
    assert lines(page) == expected(1, 3)


def test_who_said_a_pulled_quote_goes_with_it():
    said = "Nobody wanted to be the one who shut the terminal down"
    text = f"<p>“{said},” said Ann Example in front of the council.</p>"
    quote = f"<blockquote><p>{said}</p><cite>Ann Example</cite></blockquote>"
    page = f"<h1>T</h1><div>{story(1, 1)}<figure>{quote}</figure>{text}{story(2, 3)}</div>"
    assert lines(page) == [
        *expected(1, 1),
        f"“{said},” said Ann Example in front of the council.",
        *expected(2, 3),
    ]


def test_a_picture_beside_text_is_no_caption():
    beside = f"<div class=wp-block-media-text><figure><img src=a></figure><div class=wp-block-media-text__content>{story(3, 3)}</div></div>"
    assert lines(f"<h1>T</h1><div>{story(1, 2)}{beside}{story(4, 4)}</div>") == expected(1, 4)


def test_a_short_pull_quote_goes_in_other_letters_too():
    said = "<p>Clear water, she told the council in the evening, is empty water, and nothing lives there.</p>"
    pulled = "<blockquote><p>“Is empty water, and nothing”</p></blockquote>"
    page = f"<h1>T</h1><div class='text'>{story(1, 2)}{said}{pulled}{story(3, 4)}</div>"
    assert "“Is empty water, and nothing”" not in lines(page)
    once = pulled.replace("nothing", "all")
    assert "“Is empty water, and all”" in lines(page.replace(pulled, once))


def test_the_heading_of_a_box_of_the_publisher_goes_with_its_lines():
    box = (
        "<div><h3>The morning briefing</h3><p>Sign up to our newsletter for the news of the day.</p>{}</div>"
    )
    page = f"<h1>T</h1><div class='text'>{story(1, 2)}{box}{story(3, 4)}</div>"
    assert lines(page.format("")) == expected(1, 4)
    assert "The morning briefing" in lines(
        page.format("<p>The quay was open all night, and nobody came.</p>")
    )
    pictured = "<div><h3>The quay at night</h3><p>Photo: Ann Example</p></div>"
    assert "The quay at night" in lines(page.replace(box, pictured))
    bare = box.replace("<div>", "").replace("</div>", "").format("")
    assert "The morning briefing" in lines(page.replace(box, bare))


def test_labels_of_a_list_above_the_text_go_with_what_they_name() -> None:
    facts = "<dl><dt>Published:</dt><dd>4 March 2026</dd><dt>From:</dt><dd>Harbour office</dd></dl>"
    assert lines(f"<div><h1>T</h1>{facts}{story(1, 4)}</div>") == expected(1, 4)


def test_a_date_with_that_of_its_change_in_brackets_is_no_paragraph() -> None:
    when = "12 marzo 2026 (modifica il 13 marzo 2026 | 08:11)"
    assert lines(f"<div><h1>T</h1><h3>Why they close it</h3><p>{when}</p>{story(1, 4)}</div>")[
        -4:
    ] == expected(1, 4)


def test_a_byline_with_its_times_that_is_as_long_as_a_sentence_is_none_of_the_text() -> None:
    line = "Par Élise Exemple, le 3 mars 2026 à 18h05 (mis à jour le 4 mars 2026 à 9h12)"
    named = [Line(line, line)]
    assert lines(f"<div><h1>T</h1><p>{line}</p>{story(1, 4)}</div>", bylines=named) == expected(1, 4)


@pytest.mark.parametrize("term", ["1987", "The slipway", "Berths:"])
def test_terms_that_are_explained_are_of_the_text(term: str) -> None:
    listed = f"<dl><dt>{term}</dt><dd>{paragraph(8)}</dd></dl>"
    assert lines(f"<div><h1>T</h1>{story(1, 4)}{listed}</div>") == [*expected(1, 4), term, paragraph(8)]

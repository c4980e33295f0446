"""Captions are no part of the text, however they are set; what only stands near a picture is."""

from __future__ import annotations

import pytest

from newscrawler.sources.body.captions import without_captions
from newscrawler.sources.body.regions import find_region
from tests.sources.stories import expected, lines, paragraph, story
from tests.sources.walked import walked

PICTURE = "<img src='/quay.jpg' width='600' height='400'>"
LINE = "The old quay of the harbour, seen from the lighthouse on Monday"
SHORT = [
    "The council met at nine.",
    "The pilot left early.",
    "It rained all day.",
    "Nobody spoke for the ferry.",
]


def body(inner: str) -> list[str]:
    return lines(f"<article><h1>T</h1><div class='text'>{inner}</div></article>")


@pytest.mark.parametrize(
    "caption",
    [
        f"<p>{PICTURE}<br>{LINE}</p>",
        f"<p>{PICTURE}<em>{LINE}.</em></p>",
        f"<p>{PICTURE}<small>{LINE}</small></p>",
        f"<div>{PICTURE}<p>{LINE}</p></div>",
        f"<div style='width: 300px'>{PICTURE}<p>{LINE}.</p></div>",
        f"<div align='left'>{PICTURE}<p>{LINE}.</p></div>",
        f"<div><img src='/quay.jpg' alt='{LINE}'><p>{LINE}.</p></div>",
        f"<div class='x1'><div>{PICTURE}</div><div>{LINE}</div></div>",
        f"<section><div>{PICTURE}</div><div><p>{LINE}</p><p>Ada Brook</p></div></section>",
        f"<table><tr><td>{PICTURE}</td></tr><tr><td>{LINE}.</td></tr></table>",
        f"<center>{PICTURE}<br>{LINE}</center>",
        f"<p>{PICTURE}</p><p class='small'>{LINE}</p>",
        f"<div class='box'><a href='/quay.jpg'>{PICTURE}</a><span>{LINE}</span></div>",
        f"<p>{LINE}. (Photo: Ada Brook)</p>",
        f"<div>{LINE} © Ada Brook</div>",
    ],
)
def test_a_caption_is_left_out(caption: str) -> None:
    assert body(f"{story(1, 3)}{caption}{story(4, 6)}") == expected(1, 6)
    assert body(f"{caption}{story(1, 6)}") == expected(1, 6)


def test_a_slanted_line_below_a_picture_is_a_caption_unless_the_text_begins_with_it() -> None:
    caption = f"<p align='center'><a href='/quay.jpg'>{PICTURE}</a></p><p><i>{LINE}.</i></p>"
    assert body(f"{story(1, 3)}{caption}{story(4, 6)}") == expected(1, 6)
    assert body(f"{caption}{story(1, 6)}") == [f"{LINE}.", *expected(1, 6)]


@pytest.mark.parametrize(
    "line",
    [
        f"<p>{PICTURE} {SHORT[0]}</p>",
        f"<p><a href='/quay.jpg'>{PICTURE}</a>{SHORT[0]}</p>",
        f"<p>{PICTURE}</p><p>{SHORT[0]}</p>",
        f"<p>{PICTURE}</p><p>The council met <em>at nine.</em></p>",
        f"<p>{SHORT[0]}</p><p>{PICTURE}</p>",
        f"<div class='block'>{PICTURE}<p>{SHORT[0]}</p></div>",
        f"<div class='columns'><div>{PICTURE}</div><div><p>{SHORT[0]}</p></div></div>",
    ],
)
def test_a_sentence_beside_a_picture_stays(line: str) -> None:
    assert body(f"{story(1, 3)}{line}{story(4, 6)}") == [*expected(1, 3), SHORT[0], *expected(4, 6)]


def test_a_first_line_beside_a_picture_begins_the_text() -> None:
    begin = (
        "The council of the harbour votes on the fees for the winter, and the pilots have been asked to speak"
    )
    page = f"<div class='first'>{PICTURE}<div><p>{begin}</p></div></div>{story(1, 6)}"
    assert body(page) == [begin, *expected(1, 6)]
    page = f"<p>{PICTURE}</p><p><em>{begin}.</em></p>{story(1, 6)}"
    assert body(page) == [f"{begin}.", *expected(1, 6)]


def test_a_bold_line_below_a_picture_heads_the_next_part() -> None:
    page = f"{story(1, 3)}<p>{PICTURE}</p><p><b>The vote</b></p>{story(4, 6)}"
    assert body(page) == [*expected(1, 3), "The vote", *expected(4, 6)]


@pytest.mark.parametrize("begun", ["Then open the list of the berths,", "船の一覧を開き、最初の欄を"])
def test_a_sentence_that_goes_on_below_the_next_picture_stays(begun: str) -> None:
    page = f"{story(1, 3)}<p>{PICTURE}</p><p>{begun}</p><p>{PICTURE}</p>{story(4, 6)}"
    assert body(page) == [*expected(1, 3), begun, *expected(4, 6)]


def test_what_somebody_says_beside_a_portrait_stays() -> None:
    said = "“The fees are far too high for us all,” said the pilot."
    page = f"{story(1, 3)}<div class='x'>{PICTURE}<p>{said}</p></div>{story(4, 6)}"
    assert body(page) == [*expected(1, 3), said, *expected(4, 6)]


def test_a_story_told_in_pictures_keeps_its_words() -> None:
    told = [f"{line} (Photo: Ada Brook)" for line in SHORT]
    page = story(1, 1) + "".join(f"<div class='g'>{PICTURE}<p>{line}</p></div>" for line in told)
    assert body(page) == [*expected(1, 1), *told]


def test_paragraphs_that_each_have_a_picture_stay() -> None:
    texts = [paragraph(1), paragraph(2), *SHORT]
    page = "".join(f"<div class='block'>{PICTURE}<p>{text}</p></div>" for text in texts)
    assert body(page) == texts


def test_a_roundup_with_headings_and_pictures_stays() -> None:
    page = "".join(
        f"<div class='item'><h3>Place {n}</h3>{PICTURE}<p>{line}</p></div><p>{paragraph(n)}</p>"
        for n, line in enumerate(SHORT)
    )
    assert body(page) == [text for n, line in enumerate(SHORT) for text in (f"Place {n}", line, paragraph(n))]


def test_captions_of_blocks_go_and_the_others_stay_in_order() -> None:
    page = walked(f"<h1>T</h1><div>{story(1, 4)}<p>{LINE} © Ada Brook</p>{story(5, 5)}</div>")
    region = find_region(page)
    assert region is not None
    left = without_captions(page.blocks, region)
    assert [block.text for block in left] == ["T", *expected(1, 5)]

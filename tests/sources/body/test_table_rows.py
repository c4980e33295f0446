"""The cells of a row are one line of the text."""

from __future__ import annotations

from newscrawler.sources.body.table_rows import is_cell, is_of_row, joined_rows
from tests.sources.stories import lines, story
from tests.sources.walked import walked


def test_table_rows_are_lines():
    table = "<table><tr><th>Ship</th><th>Days</th></tr><tr><td>Anna</td><td>12</td></tr></table>"
    page = f"<h1>T</h1><div class='article-body'>{story(1, 3)}{table}</div>"
    assert lines(page)[-2:] == ["Ship | Days", "Anna | 12"]


def test_a_word_of_a_table_is_no_label_of_the_page():
    table = "<table><tr><th>Ship</th><th>Video</th><th>Days</th></tr><tr><td>Anna</td><td>Share</td><td>12</td></tr></table>"
    page = f"<h1>T</h1><div class='article-body'>{story(1, 3)}{table}</div>"
    assert lines(page)[-2:] == ["Ship | Video | Days", "Anna | Share | 12"]


def test_a_line_of_the_house_in_a_row_goes():
    table = "<table><tr><td>Anna</td><td>12</td><td>Rate this article:</td></tr></table>"
    page = f"<h1>T</h1><div class='article-body'>{story(1, 3)}{table}</div>"
    assert lines(page)[-1] == "Anna | 12"


def test_cells_and_rows():
    page = walked(
        "<table><tr><td>Anna</td><td>12</td><td>6</td></tr><tr><td>Berta</td><td>9</td></tr></table><p>End</p>"
    )
    assert [block.text for block in joined_rows(page.blocks)] == ["Anna | 12 | 6", "Berta | 9", "End"]
    assert [is_cell(block) for block in page.blocks] == [True] * 5 + [False]
    assert [is_of_row(block.node) for block in page.blocks] == [True] * 3 + [False] * 3

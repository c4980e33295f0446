"""What stands before the names of a byline is taken off, in each language; a particle of a name is not."""

from __future__ import annotations

import pytest

from newscrawler.text.byline_labels import without_label


@pytest.mark.parametrize(
    ("line", "rest"),
    [
        ("By Ann Example", "Ann Example"), ("Written by Ann Example", "Ann Example"),
        ("Von Max Muster", "Max Muster"), ("Von Storch", "Von Storch"), ("di Elisa Tonon", "Elisa Tonon"),
        ("Autorka: Zofia Lipska", "Zofia Lipska"), ("Автор: Иван Петров", "Иван Петров"),
        ("כתב: יעל לוי", "יעל לוי"), ("מאת יעל לוי", "יעל לוי"), ("लेखक: संजय पासवान", "संजय पासवान"),
        ("ავტორი: ნინო ბერიძე", "ნინო ბერიძე"), ("نوشته علی رضایی", "علی رضایی"), ("기자명 김영호", "김영호"),
        ("Tác giả: Nguyễn Văn An", "Nguyễn Văn An"), ("Words Esme Rudge", "Esme Rudge"),
        ("Text: von Max Muster", "Max Muster"), ("Ann Example", "Ann Example"),
    ],
)  # fmt: skip
def test_what_stands_before_the_names(line: str, rest: str) -> None:
    assert without_label(line) == rest

"""A declared part of a listing's rows that no row of a run had is said; one that some had is not."""

from newscrawler.run.declared_parts import DeclaredParts


def test_a_part_that_no_row_had_is_said_once() -> None:
    parts = DeclaredParts()
    for _ in range(3):
        parts.saw("press", 5, {"published_at": 0, "lead": 0})
    parts.saw("press", 1, {"published_at": 0, "lead": 1})
    assert parts.unmatched() == [
        "rows of listings: published_at is declared by layout 'press', and stood in none of 16 rows"
    ]


def test_a_few_rows_say_nothing() -> None:
    parts = DeclaredParts()
    parts.saw("press", 4, {"published_at": 0})
    parts.saw("older", 4, {"published_at": 0})
    assert parts.unmatched() == []

"""A table is as wide as its cells, wide letters counted as terminals show them."""

from newscrawler.commands.text_table import columns


def test_wide_letters_take_two_places() -> None:
    assert list(columns(["a", "b"], [["朝日", "1"], ["x", "2"]])) == ["a     b", "朝日  1", "x     2"]


def test_a_table_without_rows_is_its_head() -> None:
    assert list(columns(["a", "b"], [])) == ["a  b"]

"""The parts of a title, and which of them may be the headline."""

from __future__ import annotations

import pytest

from newscrawler.sources.headlines.title import FIRST, LONGEST, NEITHER, Title

HEADLINE = "harbour council votes on the breakwater"
NAMES = "Wendy Achieng-Matterhorn, Karl Dorn, Miriam Sole, Ole Berg and Peter Yates-Fotheringham"
WHY = "Why Wendy Achieng and Karl Dorn, once of the council of the old town, will not come again"
SITE = "The Aldine Courier and Evening Post"


@pytest.mark.parametrize(
    ("title", "rank"),
    [
        ("Harbour council votes on the breakwater | Local | Courier", FIRST),
        ("Harbour council votes on the breakwater_Local_Courier", FIRST),
        ("Courier 〉 Local 〉Harbour council votes on the breakwater", LONGEST),
        ("COURIER.EXAMPLE::: Harbour council votes on the breakwater / 04.01.12 / Aldine", LONGEST),
        (f"{SITE} | Harbour council votes on the breakwater", FIRST),
        ("Harbour council | votes on the breakwater", FIRST),
        (f"Harbour council votes on the breakwater | {NAMES} | Courier", FIRST),
        (f"Harbour council votes on the breakwater | {WHY}", NEITHER),
        ("Harbour council votes", NEITHER),
        ("", NEITHER),
    ],
)
def test_rank_of_the_headline(title: str, rank: int) -> None:
    assert Title(title, [SITE]).rank(HEADLINE) == rank


def test_a_short_name_before_the_headline_is_not_it() -> None:
    title = Title("Courier of Aldine - Harbour council votes on the breakwater after long talks")
    assert title.rank("courier of aldine") == NEITHER


@pytest.mark.parametrize("separator", [" - ", " | ", "｜", "_", " » ", " · ", " / "])
def test_separators(separator: str) -> None:
    assert Title(f"First of all{separator}Second").parts == ["first of all", "second"]


@pytest.mark.parametrize(
    "text", ["A well-known case", "«Night» of the «museums»", "Talks: what is new", "3/4 of all"]
)
def test_no_separators(text: str) -> None:
    assert len(Title(text).parts) == 1


def test_keywords_are_no_part() -> None:
    assert Title("Harbour votes - harbour, council, breakwater, ships").parts == ["harbour votes"]


def test_a_copy_of_the_whole_title_is_less_than_its_beginning() -> None:
    title = Title("Harbour council votes on it | Local | Courier")
    assert title.rank_of_line("harbour council votes on it local courier") == LONGEST
    assert title.rank_of_line("harbour council votes on it") == FIRST


def test_several_parts_are_not_one() -> None:
    title = Title("Harbour council votes | A second line | Courier")
    assert title.rank_of_part("harbour council votes a second line") == NEITHER
    assert title.rank_of_part("harbour council votes") == FIRST

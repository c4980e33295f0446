"""Agencies: names of news agencies, as a whole and with their capitals."""

import pytest

from newscrawler.text.agencies import agency_in


@pytest.mark.parametrize(
    ("text", "agency"),
    [
        ("Reuters", "Reuters"),
        ("REUTERS", "REUTERS"),
        ("The Associated Press", "Associated Press"),
        ("Reuters Staff", "Reuters"),
        ("(AP)", "AP"),
        ("dpa/lni", "dpa"),
        ("Agentur AFP", "AFP"),
        ("新华社", "新华社"),
        ("연합뉴스", "연합뉴스"),
        ("ap", None),
        ("pa", None),
        ("Ann Ap", None),
        ("Reuters and others", None),
        ("", None),
    ],
)
def test_agency_in(text: str, agency: str | None) -> None:
    assert agency_in(text) == agency


def test_the_agency_of_the_site() -> None:
    assert agency_in("Example News", ("Example News",)) == "Example News"
    assert agency_in("EXAMPLE NEWS", ("Example News",)) == "EXAMPLE NEWS"
    assert agency_in("Example News") is None

"""Titles without the name of the site."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newscrawler.text.cleaning import strip_site_suffix
from tests.characters import CHARACTERS
from tests.cpu import cpu_within


@pytest.mark.parametrize(
    ("title", "names", "expected"),
    [
        ("Rain stops play - Example Times", ["Example Times"], "Rain stops play"),
        ("Rain stops play | example times", ["Example Times"], "Rain stops play"),
        ("Rain stops play — The Example Times", ["Example Times"], "Rain stops play"),
        ("Rain stops play | Example Times Online", ["Example Times"], "Rain stops play"),
        ("Rain stops play | Sport | Example News", ["example.com", "Sport"], "Rain stops play"),
        ("Rain stops play -  Sport - XYZ", ["XYZ", "Sport"], "Rain stops play"),
        ("Rain stops play :: www.example.com", ["example.com"], "Rain stops play"),
        ("Дождь остановил игру - Пример", ["Пример"], "Дождь остановил игру"),
        ("雨で中止｜例新聞", ["例新聞"], "雨で中止"),
        ("비로 경기 중단ㅣ예시일보", ["예시일보"], "비로 경기 중단"),
        ("Example Times: Rain stops play", ["Example Times"], "Rain stops play"),
        ("Example Times | Rain stops play", ["Example Times"], "Rain stops play"),
        ("Twenty-one die - report", ["Example Times"], "Twenty-one die - report"),
        ("Rain stops play - an example", ["Example Times"], "Rain stops play - an example"),
        ("Why the Example Times failed", ["Example Times"], "Why the Example Times failed"),
        ("Twenty-Example", ["Example"], "Twenty-Example"),
        ("Example Times", ["Example Times"], "Example Times"),
        ("Rain - Example Times", [], "Rain - Example Times"),
        ("Rain - ", [""], "Rain -"),
        ("", ["Example"], ""),
    ],
)
def test_strip_site_suffix(title: str, names: list[str], expected: str) -> None:
    assert strip_site_suffix(title, names) == expected


@cpu_within(2)
def test_a_title_of_separators_takes_no_longer() -> None:
    for _ in range(20):
        strip_site_suffix(" - " * 5000, ["Example"])


@given(st.text(CHARACTERS, max_size=60), st.lists(st.text(CHARACTERS, max_size=8), max_size=3))
def test_a_title_is_never_emptied(title: str, names: list[str]) -> None:
    stripped = strip_site_suffix(title, names)
    assert stripped in title
    assert bool(stripped) == bool(title.strip())

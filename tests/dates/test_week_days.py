"""The days of the week in the languages of news sites, against the names that dateparser knows."""

from importlib import import_module

import pytest

from newscrawler.dates.month_names import fold
from newscrawler.dates.week_days import WEEK_DAYS
from tests.dates.reading import value

LANGUAGES = [
    "ar", "az", "be", "bg", "bn", "ca", "cs", "da", "de", "el", "en", "es", "et", "fa", "fi", "fr", "he",
    "hi", "hr", "hu", "hy", "id", "is", "it", "ja", "ka", "kk", "ko", "lt", "lv", "mk", "nb", "nl", "pl",
    "pt", "ro", "ru", "sk", "sl", "sq", "sr", "sv", "th", "tr", "uk", "ur", "vi", "zh",
]  # fmt: skip
DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_day_of_the_week_stands_between_a_day_and_its_clock(language: str) -> None:
    names = import_module(f"dateparser.data.date_translation_data.{language}").info
    for day in DAYS:
        for name in names[day]:
            if any(map(str.isdigit, name)):  # "th 2"
                continue
            assert value(f"2017-05-04, {name} 19:27") == "2017-05-04T19:27:00", name


@pytest.mark.parametrize("word", ["yesterday", "tomorrow", "gestern", "вчера", "fredagen", "mondays"])
def test_other_words_keep_them_apart(word: str) -> None:
    assert value(f"2017-05-04, {word} 19:27") == "2017-05-04"


def test_names_are_kept_as_they_are_compared() -> None:
    assert all(fold(word) == word for word in WEEK_DAYS)

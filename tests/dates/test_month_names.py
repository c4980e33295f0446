"""Month names: every one that the table knows is read, and means what others say that it means."""

import calendar
import importlib
import re

import pytest

from newscrawler.dates import month_names
from newscrawler.dates.month_names import fold, month_number
from tests.dates.reading import value

TABLE = month_names._NAMES
ENGLISH = [name.lower() for name in calendar.month_name[1:]]


def forms(language: str) -> list[tuple[int, str]]:
    return [
        (number, form.removeprefix("="))
        for number, names in enumerate(TABLE[language].split(" "), 1)
        for form in names.split("|")
    ]


@pytest.mark.parametrize("language", TABLE)
def test_every_name_of_the_table_is_read(language: str) -> None:
    assert len(TABLE[language].split(" ")) == 12
    for number, name in forms(language):
        day = f"2017-{number:02d}-14"
        for text in (
            f"14 {name} 2017",
            f"14 {name}, 2017",
            f"14. {name} 2017",
            f"{name} 14, 2017",
            f"2017. {name} 14.",
        ):
            assert value(text, language=language) == day, text
        assert value(f"14 {name} 2017, 19:27", language=language) == f"{day}T19:27:00", name
        assert value(f"19:27, 14 {name} 2017", language=language) == f"{day}T19:27:00", name


LISTED_ELSEWHERE = {"no": "nb", "sr": "sr-Latn"}


@pytest.mark.parametrize("language", TABLE)
def test_names_mean_what_dateparser_says(language: str) -> None:
    """An independent list: dateparser's, which is made from CLDR."""
    module = importlib.import_module(
        f"dateparser.data.date_translation_data.{LISTED_ELSEWHERE.get(language, language)}"
    )
    listed = [
        (number, name)
        for number, month in enumerate(ENGLISH, 1)
        for name in module.info[month]
        if not re.search(r"[\d\s.]", name) and len(name) > 1
    ]
    assert len(listed) >= 12
    for number, name in listed:
        ours = month_number(fold(name), language)
        assert ours in (None, number), name
    for month in range(1, 13):
        names = [name for number, name in listed if number == month]
        whole = [name for name in names if len(name) >= min(4, max(map(len, names)))]
        assert any(month_number(fold(name), language) == month for name in whole), f"no whole name of {whole}"


def test_names_are_written_as_they_stand_within_a_sentence() -> None:
    for language in TABLE:
        for _, name in forms(language):
            assert name == name.lower(), f"{language}: {name}"


def test_folding() -> None:
    assert fold("4\u00a0FÉVRIER ٢٠١٧ – 19：27") == "4 fevrier 2017 - 19:27"
    assert fold("१४ ১৪ ௧௪ ౧౪ ๑๔") == "14 14 14 14 14"


@pytest.mark.parametrize("text", ["źródło", "łódź", "ørsted", "đurđica", "ëlla", "жұма", "τρίτη"])
def test_capitals_are_folded_as_small_letters_are(text: str) -> None:
    assert fold(text.upper()) == fold(text)

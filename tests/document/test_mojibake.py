"""Mojibake: broken words are told from those of all languages."""

import pytest

from newscrawler.document.mojibake import encoded_twice, script_of, share_of_broken_words
from tests.document.test_charset import TEXTS


@pytest.mark.parametrize("language", TEXTS)
def test_words_of_a_language_are_whole(language: str) -> None:
    assert share_of_broken_words(TEXTS[language])[0] < 0.1


@pytest.mark.parametrize(
    ("language", "charset", "read_as"),
    [
        ("ru", "utf-8", "cp1252"),
        ("ru", "cp1251", "cp1252"),
        ("ru", "koi8_r", "cp1251"),
        ("ru", "cp1251", "koi8_r"),
        ("ru", "iso8859_5", "cp1251"),
        ("el", "cp1253", "cp1252"),
        ("zh", "gb18030", "cp1252"),
        ("zh-TW", "big5", "gb18030"),
        ("ja", "euc_jp", "cp1252"),
        ("he", "cp1255", "cp1252"),
        ("ar", "cp1256", "cp1252"),
    ],
)
def test_words_of_another_charset_are_broken(language: str, charset: str, read_as: str) -> None:
    broken, words = share_of_broken_words(TEXTS[language].encode(charset).decode(read_as, "replace"))
    assert words
    assert broken > 0.25


def test_signs_at_the_edge_of_a_word_break_nothing() -> None:
    assert share_of_broken_words("«Größe» — “naïve”… ©Müller café™ ¿qué? 20 €/Tür") == (0.0, 6)
    assert share_of_broken_words("plain words") == (0.0, 0)


def test_the_script_of_most_letters() -> None:
    assert script_of(TEXTS["ru"] * 3) == "Cyrillic"
    assert script_of(TEXTS["el"] * 3) == "Greek"
    assert script_of(TEXTS["ru"][:100]) is None
    assert script_of((TEXTS["ru"] + TEXTS["el"]) * 3) is None
    assert script_of(TEXTS["de"] * 3) is None


def test_french_spaces_behind_accents_are_no_mojibake() -> None:
    text = "« Déjà\u00a0», dit-elle\u00a0: « l’été\u00a0»… « à\u00a0» — É\u00a0! « Straß“ » " * 20
    assert encoded_twice(text.encode()).decode() == text


def test_few_signs_may_be_meant() -> None:
    text = "The page showed â€™ instead of an apostrophe."
    assert encoded_twice(text.encode()).decode() == text
    assert encoded_twice((text * 5).encode()).decode() == text.replace("â€™", "’") * 5


def test_signs_with_control_characters_are_mended_however_few() -> None:
    text = "It\u2019s one \u201cquoted\u201d word \U0001f600 here"
    twice = text.encode().decode("latin-1").encode()
    assert encoded_twice(twice).decode() == text
    assert (
        encoded_twice("voil\u00e0\u0085 c'est \u00e7a\u0092".encode()).decode().startswith("voil\u00e0\u0085")
    )


@pytest.mark.parametrize(
    ("script", "letters"),
    [
        ("Greek", "νέα"),
        ("Cyrillic", "новости"),
        ("Hebrew", "חדשות"),
        ("Arabic", "اخبار"),
        ("Thai", "ข่าว"),
    ],
)
def test_each_script_by_its_letters(script: str, letters: str) -> None:
    text = letters * 200
    assert script_of(text[:200]) == script
    assert script_of(text[:199]) is None
    assert script_of(f"{text[:180]} {'ж' if script != 'Cyrillic' else 'ω'}" * 20) == script
    assert script_of(text[:200] + ("ж" if script != "Cyrillic" else "ω") * 23) is None

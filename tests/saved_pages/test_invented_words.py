"""Each word becomes another one, always the same; what times, bylines and languages are told by stays."""

from __future__ import annotations

import pytest

from newscrawler.saved_pages.invented_words import InventedWords


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("4 May 2026, 10:00 GMT", "4 May 2026, 10:00 GMT"),
        ("By Reuters", "By Reuters"),
        ("08/05/2019, 09h03", "08/05/2019, 09h03"),
        ("2026年5月4日", "2026年5月4日"),
        ("Montag, 4. März 2026, 10:00 Uhr", "Montag, 4. März 2026, 10:00 Uhr"),
    ],
)
def test_what_stays(text: str, kept: str) -> None:
    assert InventedWords(text).text(text) == kept


@pytest.mark.parametrize("word", ["Harbour", "гавань", "λιμάνι", "harbour's", "HARBOUR", "Éclair"])
def test_a_word_is_as_long_and_another(word: str) -> None:
    made = InventedWords(word).text(word)
    assert len(made) == len(word)
    assert made != word
    assert made[0].isupper() == word[0].isupper()
    assert made == InventedWords("another page").text(word)


def test_letters_of_other_scripts_are_those_of_the_page() -> None:
    page = "港湾委員会は岸壁を再開した"
    made = InventedWords(page).text("港湾委員会")
    assert made != "港湾委員会"
    assert set(made) <= set(page)


def test_vowel_signs_part_no_word() -> None:
    words = InventedWords("वाराणसी ब्यूरो बन्दरगाह")
    assert words.origins(words.text("वाराणसी ब्यूरो")) == ["वाराणसी", "ब्यूरो"]


def test_phrases_that_are_kept() -> None:
    words = InventedWords("", ["The Harbour Gazette", "Sport"])
    assert words.text("Sport | The Harbour Gazette").endswith("Sport | The Harbour Gazette")
    assert words.text("Harbour") != "Harbour"


@pytest.mark.parametrize(
    "part", ["politics", "world-news", "a-1234", "2026", "60a0111a-c2d2-46c8-9e93-b16a374e6ba8"]
)
def test_parts_of_a_path_that_say_nothing_stay(part: str) -> None:
    assert InventedWords("").slug(part) == part


def test_a_slug_keeps_its_form() -> None:
    made = InventedWords("").slug("ferry-sails-again-today-123456.html")
    assert made.endswith("-123456.html")
    assert made.count("-") == 4
    assert "ferry" not in made


def test_words_can_be_kept_drawn_again_and_traced() -> None:
    page = "Harbour Staff"
    words, others = InventedWords(page, words=["staff"]), InventedWords(page, draw=1)
    made = words.text(page)
    assert made.endswith(" Staff")
    assert words.origins(made) == ["Harbour"]
    assert others.text("Harbour") not in {"Harbour", made.split()[0]}


def test_a_phrase_is_no_part_of_a_word() -> None:
    assert InventedWords("", ["AP"]).text("APPLES from AP").endswith(" from AP")
    assert not InventedWords("", ["AP"]).text("APPLES").startswith("AP")
    assert InventedWords("港湾新华社", ["新华社"]).text("新华社港湾").startswith("新华社")

"""Times in a byline take no author away, wherever they stand."""

import pytest

from newscrawler.text import split_byline
from newscrawler.text.byline_times import without_times

WHEN = [
    "Aktualisiert: 4. Mai 2017, 19:27 Uhr",
    "Veröffentlicht am 4. Mai 2017",
    "Stand: 04.05.2017, 19.27 Uhr",
    "Updated May 4, 2017 at 7:27 p.m. EDT",
    "Published: 19:27, 4 May 2017",
    "4 May 2017",
    "2017-05-04 19:27",
    "Publié le 4 mai 2017 à 19h27 - Mis à jour le 5 mai 2017",
    "Обновлено 4 мая 2017 в 19:27",
    "Last updated: 4 May 2017",
    "Actualizado 04/05/2017 19:27",
]


@pytest.mark.parametrize("when", WHEN)
def test_an_author_beside_a_time(when: str) -> None:
    for line in (
        f"By Ann Example {when}",
        f"{when} By Ann Example",
        f"By Ann Example | {when}",
        f"{when} | By Ann Example",
        f"Von Ann Example, {when}",
    ):
        assert split_byline(line) == (["Ann Example"], None), line


BESIDE = [
    "uhr", "um", "at", "on", "am", "pm", "a.m.", "p.m.", "kl.", "klo", "h", "hrs", "le", "el", "em", "il",
    "ore", "г.", "в", "de", "of", "the", "à", "a", "alle", "as", "o", "den", "mis", "jour",
]  # fmt: skip


@pytest.mark.parametrize("word", BESIDE)
def test_a_small_word_between_a_label_and_a_time(word: str) -> None:
    for written in (word, word.upper()):
        assert without_times(f"Updated {written} 4 May 2017 Ann Example") == "| Ann Example"
    assert without_times(f"Ann Example {word}").endswith(word)


def test_names_that_are_months_and_numbers_that_are_no_times() -> None:
    assert without_times("By April Example, 4 May 2017") == "By April Example, |"
    assert without_times("70 Example Street") == "70 Example Street"
    assert without_times("By Ann Example") == "By Ann Example"
    assert without_times("ann2017@press.example") == "ann2017@press.example"


@pytest.mark.parametrize(
    "label",
    [
        *(
            "Updated",
            "Published",
            "Posted",
            "Modified",
            "Edited",
            "Created",
            "First published",
            "Last updated",
            "Stand",
        ),
        *(
            "Aktualisiert",
            "Veröffentlicht",
            "Erstellt",
            "Publié",
            "Publiée",
            "Modifié",
            "Publicado",
            "Actualizado",
        ),
        *(
            "Atualizado",
            "Aggiornato",
            "Pubblicato",
            "Opublikowano",
            "Aktualizacja",
            "Обновлено",
            "Опубликовано",
        ),
        *(
            "Оновлено",
            "Güncelleme",
            "Yayın",
            "Oppdatert",
            "Publisert",
            "Uppdaterad",
            "Publicerad",
            "Opdateret",
        ),
        *("Bijgewerkt", "Gepubliceerd", "Päivitetty", "Julkaistu"),
    ],
)
def test_the_label_of_a_time_goes_with_it(label: str) -> None:
    for line in (f"{label}: 4 May 2017 Ann Example", f"{label.upper()} 4 May 2017, 19:27 Ann Example"):
        assert without_times(line).strip(" |,") == "Ann Example"


@pytest.mark.parametrize(
    "when",
    [
        *(
            "4 May 2017 at 19:27",
            "19:27 on 4 May 2017",
            "19:27 Uhr",
            "7:27 pm",
            "7:27 p.m",
            "7:27 a.m.",
        ),
        *(
            "19:27 h",
            "19:27 hrs",
            "le 4 mai 2017 à 19:27",
            "el 4 de mayo de 2017",
        ),
        *("em 4 de maio de 2017", "4 мая 2017 г. в 19:27", "4th of May 2017"),
        *("den 4. Mai 2017", "19:27 EDT", "19:27 MSK"),
    ],
)
def test_words_beside_a_time_go_with_it(when: str) -> None:
    assert without_times(f"{when} | Ann Example").strip(" |,").endswith("Ann Example")
    assert len(without_times(f"{when} | Ann Example").strip(" |,")) <= len("Ann Example") + 4

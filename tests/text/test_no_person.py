"""No person: the words are folded as names are, and none of them is a common first or last name."""

from newscrawler.text import no_person
from newscrawler.text.no_person import folded_words


def test_words_are_folded() -> None:
    assert folded_words("Équipe REDACCIÓN") == {"equipe", "redaccion"}


def test_no_name_is_among_them() -> None:
    names = folded_words("Ann Max Maria Muller Smith Wang Kim Ivan Rossi Garcia Church Court Story Price Law")
    words = no_person.HOUSE | no_person.INSTITUTIONS | no_person.INTERFACE
    assert words.isdisjoint(names)


def test_places_and_days_are_folded() -> None:
    assert "sao paulo" in no_person.PLACES
    assert {"monday", "miercoles"} <= no_person.DAYS

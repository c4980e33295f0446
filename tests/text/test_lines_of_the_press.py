"""Bylines as papers of many countries print them: genre, office, place and agency stand with the names."""

from __future__ import annotations

import pytest

from newscrawler.text.byline import split_byline
from newscrawler.text.byline_labels import without_label
from newscrawler.text.other_work import did_other_work, without_pictured

MAX, EVA, ANN, BOB = ["Max Muster"], ["Eva Beispiel"], ["Ann Example"], ["Bob Sample"]


@pytest.mark.parametrize(
    ("line", "people", "agency"),
    [
        # German
        ("Von Max Muster und Eva Beispiel, dpa", MAX + EVA, "dpa"),
        ("Von unserem Korrespondenten Max Muster, Paris", MAX, None),
        ("Von unserer Redakteurin Eva Beispiel", EVA, None),
        ("Aus Kiew berichtet Max Muster", MAX, None),
        ("Aus Berlin berichten Max Muster und Eva Beispiel", MAX + EVA, None),
        ("Kommentar von Max Muster", MAX, None),
        ("Eine Glosse von Eva Beispiel", EVA, None),
        ("dpa/Max Muster", MAX, "dpa"),
        ("dpa/lni", [], "dpa"),
        ("Max Muster und Eva Beispiel (Fotos)", MAX, None),
        ("Max Muster (Text) und Eva Beispiel (Fotos)", MAX, None),
        ("Text Max Muster / Bilder Eva Beispiel", MAX, None),
        ("Text: Max Muster Foto: Eva Beispiel", MAX, None),
        ("Text und Fotos: Max Muster", MAX, None),
        ("Text Size", [], None),
        ("Quelle: dpa", [], "dpa"),
        # English
        ("Guest post by Ann Example", ANN, None),
        ("Opinion by Ann Example", ANN, None),
        ("By Ann Example, with AFP", ANN, "AFP"),
        ("By Ann Example For Mailonline", ANN, None),
        ("Ann Example For The Daily Paper", ANN, None),
        ("Ann Example BBC News, Washington", ANN, None),
        ("Ann Example The Canadian Press", ANN, "Canadian Press"),
        ("Words and photos: Ann Example", ANN, None),
        ("Story by Ann Example • Photos by Bob Sample", ANN, None),
        ("Source: Paul Sample", [], None),
        # Romance
        ("Por: Juan Ejemplo Pérez", ["Juan Ejemplo Pérez"], None),
        ("Por Juan Ejemplo / Madrid", ["Juan Ejemplo"], None),
        ("João Exemplo, com Lusa", ["João Exemplo"], "Lusa"),
        ("João Exemplo Da Redação", ["João Exemplo"], None),
        ("Par Jean Exemple avec AFP", ["Jean Exemple"], "AFP"),
        ("Une enquête de Jean Exemple", ["Jean Exemple"], None),
        ("Texte et photos : Jean Exemple", ["Jean Exemple"], None),
        ("Intervista di Mario Esempio", ["Mario Esempio"], None),
        # Slavic and Nordic
        ("Автор статьи: Иван Примеров", ["Иван Примеров"], None),
        ("Беседовала Анна Примерова", ["Анна Примерова"], None),
        ("ТАСС", [], "ТАСС"),
        ("Piše: Ivan Primjer", ["Ivan Primjer"], None),
        ("Rozmawiał Jan Przykład", ["Jan Przykład"], None),
        ("oprac. Jan Przykład", ["Jan Przykład"], None),
        ("Teksti Matti Esimerkki Kuvat Liisa Malli", ["Matti Esimerkki"], None),
        ("Tekst og foto: Kari Eksempel", ["Kari Eksempel"], None),
        # Arabic
        ("كتب - أحمد مثال", ["أحمد مثال"], None),
        # Chinese, Japanese, Korean
        ("〔記者王小明／台北報導〕", ["王小明"], None),
        ("来源：新华社 作者：李建国", ["李建国"], "新华社"),
        ("文/图 李建国", ["李建国"], None),
        ("【ワシントン＝山田太郎】", ["山田太郎"], None),
        ("文・山田太郎 写真・鈴木花子", ["山田太郎"], None),
        ("編集部 山田太郎", ["山田太郎"], None),
        ("글 김철수 기자 사진 이영희 기자", ["김철수"], None),
        ("글·사진 김철수 기자", ["김철수"], None),
    ],
)  # fmt: skip
def test_a_line_of_the_press(line: str, people: list[str], agency: str | None) -> None:
    assert split_byline(line) == (people, agency)


@pytest.mark.parametrize(
    "label",
    ["Por:", "Par :", "Von:", "Di:", "Door:", "Av:", "Piše", "Pišu:", "Пише", "Reporter:", "Oprac.",
     "Беседовал", "Записала", "Автор материала:", "Ein Gastbeitrag von", "Porträt von", "Es berichtet",
     "Tribune par", "Columna de", "Commento di", "Essay by", "Guest column by", "Texto", "Teksti"],
)  # fmt: skip
def test_each_label_of_a_name(label: str) -> None:
    assert without_label(f"{label} Ann Example") == "Ann Example"


def test_a_word_is_a_label_only_before_a_name() -> None:
    assert without_label("Texto completo") == "Texto completo"


def test_who_wrote_and_pictured_it_did_no_other_work_alone() -> None:
    assert not did_other_work("Ann Example", "Text und Fotos: Ann Example")
    assert did_other_work("Bob Sample", "Text: Ann Example, Fotos: Bob Sample")


def test_the_bracket_behind_a_name_says_what_was_done() -> None:
    assert without_pictured("Eva Beispiel (Foto)") == ""
    assert without_pictured("Ann Example, Bob Sample & Eva Beispiel (Video)") == "Ann Example, Bob Sample "
    assert without_pictured("Ann Example (Berlin)") == "Ann Example (Berlin)"

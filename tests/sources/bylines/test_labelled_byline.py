"""Labelled bylines: the words of many papers before the names below the headline."""

import pytest

from newscrawler.extract import extract
from newscrawler.items import Article
from newscrawler.sources.bylines.labelled_byline import is_labelled

URL = "https://press.example/harbour/wall-4711"
TEXT = "".join(
    f"<p>The harbour council of Aldine agreed on {day} to rebuild the western wall before the winter storms arrive.</p>"
    for day in ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday")
)


def read(line: str) -> Article:
    html = f"<body><div><h1>Aldine builds a new wall</h1><div>{line}</div><div>2025-05-12 14:30</div>{TEXT}</div></body>"
    article = extract(html, URL)
    assert article
    return article


@pytest.mark.parametrize(
    ("line", "people"),
    [
        ("Kommentar von Max Muster", ["Max Muster"]),
        ("dodano: 2026-04-21 14:05, autor: Ewa Przykład", ["Ewa Przykład"]),
        ("द्वारा: अनिता शर्मा", ["अनिता शर्मा"]),
        ("โดย สมชาย ใจดี", ["สมชาย ใจดี"]),
        ("Contributed by Ann Example, special to the Post", ["Ann Example"]),
        ("Contributors: Ann Example", ["Ann Example"]),
        ("文：佐藤花子　翻訳：山田太郎", ["佐藤花子"]),
        ("<h2>by Ann Example</h2>", ["Ann Example"]),
        ("<h2>By noon the wall had gone</h2>", []),
        ("<news-byline>Text: Ann Example</news-byline>", ["Ann Example"]),
        (
            "03/01/2017 by Ann Example, Candidate Representative to the Candidate Liaison Committee",
            ["Ann Example"],
        ),
        ("Aus Kiew berichtet Max Muster", ["Max Muster"]),
        ("Propos recueillis par Jean Exemple", ["Jean Exemple"]),
        ("Por: Juan Ejemplo Pérez", ["Juan Ejemplo Pérez"]),
        ("dal nostro inviato Mario Esempio", ["Mario Esempio"]),
        ("di Mario Esempio e Anna Prova", ["Mario Esempio", "Anna Prova"]),
        ("Opinion by Ann Example", ["Ann Example"]),
        ("Oleh: Budi Contoh", ["Budi Contoh"]),
        ("Submitted by Ann Example on Mon, 05/12/2025 - 14:30", ["Ann Example"]),
        ("Verfasst von Max Muster am Mo., 12.05.2025 - 14:30", ["Max Muster"]),
        ("Piše: Ivan Primjer", ["Ivan Primjer"]),
        ("Автор статьи: Иван Примеров", ["Иван Примеров"]),
        ("Του Γιάννη Παραδείγματος", ["Γιάννη Παραδείγματος"]),
        ("كتب - أحمد مثال", ["أحمد مثال"]),
        ("記者王小明／台北報導", ["王小明"]),
        ("〔記者王小明、陳大文／綜合報導〕", ["王小明", "陳大文"]),
        ("本报记者 李建国", ["李建国"]),
        ("新华社记者 李建国 王小明", ["李建国", "王小明"]),
        ("김철수·이영희 기자", ["김철수", "이영희"]),
        ("김철수 선임기자", ["김철수"]),
        ("워싱턴=김철수 특파원", ["김철수"]),
        ("김철수 기자 cheolsu@press.example", ["김철수"]),
        ("文・山田太郎 写真・鈴木花子", ["山田太郎"]),
        ("【ワシントン＝山田太郎】", ["山田太郎"]),
    ],
)
def test_a_labelled_line(line: str, people: list[str]) -> None:
    article = read(line)
    assert article.authors == people
    assert line not in (article.body or "")


@pytest.mark.parametrize(
    "line",
    ["Por la tarde", "Kommentar von dpa", "Aus aller Welt", "Story of the day", "記者會直播", "记者博客",
     "新华社记者李建国摄", "Review by our readers", "Texto completo"],
)  # fmt: skip
def test_a_line_that_names_nobody(line: str) -> None:
    assert read(line).authors == []


def test_a_word_of_many_lines_is_a_label_before_a_person() -> None:
    assert is_labelled("Story by Ann Example")
    assert not is_labelled("Story by the sea")
    assert not is_labelled("Ann Example")

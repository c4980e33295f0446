"""Titles and leads of feeds: text, whole, and the article's."""

from __future__ import annotations

import pytest

from newscrawler.discovery.feeds.listed_text import lead_text, title_text

URL = "https://news.example.org/quay"
LEAD = "The eastern quay takes ships."


@pytest.mark.parametrize(
    ("html", "title"),
    [
        ("A<br>b", "A b"),
        ("<p>A", "A"),
        ("A <!-- b --> c", "A c"),
        ("a < b > c", "a < b > c"),
        ("<script> in HTML", "<script> in HTML"),
        ("<Ctrl> and <b>B</b>", "<Ctrl> and B"),
        ("R&D, AT&T &copy; &nbsp;", "R&D, AT&T ©"),
        ("", None),
        ("<b></b>", None),
    ],
)
def test_titles(html: str, title: str | None) -> None:
    assert title_text(html) == title


@pytest.mark.parametrize(
    "html",
    [
        LEAD,
        f"<p>{LEAD}</p>",
        "<p>The eastern <em>quay</em> takes\n <a href='/x'>ships</a>.</p>",
        f'<img src="/a.jpg" alt="crane"/><p>{LEAD}</p><img width="1" src="http://pixel.example.net/t"/>',
        f"<figure><img src=a><figcaption>Cranes</figcaption></figure>{LEAD}",
        f'<p class="wp-caption-text">Cranes</p><p>{LEAD}</p>',
        f"<p>{LEAD}</p><script>track()</script>",
        f"{LEAD} The post Quay opens appeared first on The Courier.",
        f"<p>{LEAD}</p><p>The post <a href='{URL}'>Quay</a> appeared first on <a href='/'>Courier</a>.</p>",
        (
            f"<p>{LEAD}</p><p>L’article <a href='{URL}'>Quay</a> est apparu en premier sur <a href='/'>"
            f"Courier</a>.</p>"
        ),
        (
            f"<p>{LEAD}</p><p>Ett <a href='{URL}/'>Quay</a> någonstans <a href='https://news.example.org'>"
            f"Courier</a>.</p>"
        ),
        f"<p>{LEAD}</p><p>Der Beitrag Quay erschien zuerst auf Courier.</p>",
        f"<p>{LEAD}</p><p>Запись Quay впервые появилась на Courier.</p>",
    ],
)
def test_the_lead_alone(html: str) -> None:
    assert lead_text(html, URL) == LEAD


@pytest.mark.parametrize(
    "html",
    [
        "The eastern quay takes …",
        "The eastern quay takes...",
        "The eastern quay takes [...]",
        "The eastern quay takes [&#8230;]",
        (
            "<p>The eastern quay takes [&hellip;]</p><p>The post <a>Quay</a> appeared first on <a>"
            "Courier</a>.</p>"
        ),
        "The eastern quay takes ships. Read more",
        "The eastern quay takes ships. <a href='/x'>Read more »</a>",
        "<p>The eastern quay takes ships.</p><p><a href='/x'>Continue reading →</a></p>",
        "The eastern quay takes (Weiterlesen)",
        "Восточный причал принимает… Читать далее",
        f"<p>{LEAD}</p><p>{LEAD} Again.</p>",
        "word " * 300,
        "<b>" * 9000,
        "",
        "Quay opens",
    ],
)
def test_no_lead(html: str) -> None:
    assert lead_text(html, URL, "Quay opens") is None


def test_words_at_the_end_are_no_link_to_more() -> None:
    for text in ("She wants more", "Ships need more.", "The rest of the suite"):
        assert lead_text(text) == text
    assert lead_text("The harbour will take ships and no more.") == "The harbour will take ships and no more."


ENDS = [
    "Read more", "Read the rest", "Read on", "Read the full story", "Read full article", "Continue reading",
    "Full story", "Keep reading", "Weiterlesen", "Mehr lesen", "Zum Artikel", "Lire la suite", "Lire plus", "Leer más",
    "Seguir leyendo", "Sigue leyendo", "Leggi tutto", "Leggi di più", "Continua a leggere", "Continue lendo",
    "Leia mais", "Ler mais", "Lees meer", "Lees verder", "Läs mer", "Les mer", "Læs mere", "Lue lisää", "Czytaj dalej",
    "Czytaj więcej", "Číst dál", "Celý článek", "Читать далее", "Читать дальше", "Читать полностью", "Подробнее",
    "Читати далі", "Devamı", "Devamını oku", "続きを読む", "阅读全文", "閱讀全文", "더보기", "더 보기", "اقرأ المزيد",
]  # fmt: skip


@pytest.mark.parametrize("end", ENDS)
def test_a_lead_that_ends_with_an_offer_to_read_on_is_cut(end: str) -> None:
    for said in (end, end.upper(), f"[{end}]", f"{end} »", f"({end}…)"):
        assert lead_text(f"{LEAD} {said}", URL) is None


@pytest.mark.parametrize("end", ["[…]", "[...]", "(more)", "[mehr]", "(далее)", "…", "..."])
def test_a_lead_that_ends_with_dots_is_cut(end: str) -> None:
    assert lead_text(f"The eastern quay takes ships {end}", URL) is None


FIRST_ON = [
    "The post {} appeared first on", "The article {} first appeared in", "The post {} appeared at",
    "Der Beitrag {} erschien zuerst auf", "Dieser Beitrag {} erschien bei", "Der Artikel {} erschienen am",
    "L’article {} est apparu en premier sur", "L'articolo {} proviene da", "L’articolo {} sembra essere il primo su",
    "Cet article {} est apparu en premier sur", "Il post {} proviene da", "Il contenuto {} è apparso",
    "La entrada {} aparece primero en", "El artículo {} se publicó primero en", "La nota {} apareció primero en",
    "O post {} apareceu primeiro em", "O artigo {} apareceu primeiro em", "O conteúdo {} apareceu primeiro em",
    "Het bericht {} verscheen eerst op", "Het artikel {} verscheen eerst op", "Inlägget {} dök först upp på",
    "Inlägget {} publicerades först på", "Artykuł {} pochodzi z serwisu", "Запись {} впервые появилась на",
    "Сообщение {} появились сначала на", "Статья {} впервые опубликована в",
]  # fmt: skip


@pytest.mark.parametrize("sentence", FIRST_ON)
def test_where_an_article_stood_first_is_no_part_of_the_lead(sentence: str) -> None:
    for said in (sentence, sentence.upper().replace("{}", "Quay"), sentence.lower()):
        assert lead_text(f"{LEAD} {said.format('Quay opens')} Courier.", URL) == LEAD

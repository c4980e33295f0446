"""Titles and leads of feeds: text, whole, and the article's."""

from __future__ import annotations

import pytest

from newscrawler.discovery.listed_text import lead_text, title_text

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

"""A specimen gives what its page gives: it keeps the rows, data and words by which a field is what it is."""

from __future__ import annotations

import pytest

from newscrawler.publication.site import Site
from newscrawler.saved_pages.faithful import Faithful, FaithfulSpecimens

URL = "https://gazette.example/harbour/ferry-to-veldhaven-sails-again-123456"
BODY = "".join(
    f"<p>The ferry to Veldhaven was repaired by the dockyard, which said that tide {number} would see it sail.</p>"
    for number in range(6)
)


def best(
    byline: str = "", above: str = "", head: str = "", body: str = BODY
) -> tuple[FaithfulSpecimens, Faithful]:
    page = (
        f"<html lang=en><head><title>Ferry to Veldhaven sails again</title>{head}</head><body>{above}<main><article>"
        f"<h1>Ferry to Veldhaven sails again</h1>{byline}<div class=story>{body}</div></article></main></body></html>"
    )
    specimens = FaithfulSpecimens(page, URL, Site("gazette"), fetched_at="2026-05-05T10:00:00+00:00")
    assert specimens.page.article is not None
    return specimens, specimens.best()


@pytest.mark.parametrize(
    ("byline", "kept"),
    [
        ("<p class=byline>By Associated Press</p>", "Associated Press"),
        ("<p class=byline>By The Harbour Desk Staff</p>", ""),
        ("<p class=byline>By Ada Quillfeather, Senior Correspondent</p>", ""),
        ("<p class=author><span>Autorka:</span> <b>Ada Quillfeather</b></p>", ""),
        ("<p class=time>Mis à jour le 08 mai 2019 à 09h03</p>", "09h03"),
        ("<p class=time>4 May 2026 09:22 in the evening</p>", "May 2026 09:22"),
    ],
)
def test_words_by_which_a_field_is_told_stay(byline: str, kept: str) -> None:
    _, made = best(byline)
    assert made.lost == []
    assert kept in made.html
    assert "Quillfeather" not in made.html
    assert "Veldhaven" not in made.html


def test_marks_of_programs_among_the_keywords_stay_marks() -> None:
    head = """<script type="application/ld+json">{"@type": "NewsArticle", "headline": "Ferry to Veldhaven sails again",
    "keywords": ["type:story", "tag:Ferries", "Section: News"]}</script>"""
    specimens, made = best(head=head)
    assert made.lost == []
    assert specimens.page.article is not None
    assert specimens.page.article.topics == ["Ferries"]
    assert "Ferries" not in made.html


def test_rows_stay_where_a_field_is_read_from_the_last_of_them() -> None:
    paragraphs = "".join(
        f"<div class=row><p>The ferry is to sail at {hour} in the morning, the port says.</p></div>"
        for hour in range(9)
    )
    specimens, made = best(body=paragraphs + '<div class=row itemprop="keywords">Ferries, Quays</div>')
    assert made.lost == []
    assert specimens.page.article is not None
    assert made.reading.article is not None
    assert len(made.reading.article.topics) == len(specimens.page.article.topics)


def test_a_house_line_stays_one() -> None:
    line = "<p>Sign up to our newsletters and get the harbour news in your inbox each morning, with all ferries.</p>"
    specimens, made = best(body=BODY + line)
    assert made.lost == []
    assert specimens.page.article is not None
    assert made.reading.article is not None
    assert made.reading.article.body is not None
    assert made.reading.article.body.count("\n\n") == (specimens.page.article.body or "").count("\n\n") == 5


def test_a_paragraph_of_words_that_are_set_otherwise_is_no_added_line() -> None:
    body = BODY.replace("said that tide", "said that [t]ide l’été tête-à-tête").replace(
        "repaired", "re<i>paired</i>"
    )
    line = "<p>Sign up to our newsletters and get the harbour news in your inbox each morning, with all ferries.</p>"
    specimens, made = best(body=body + line)
    assert specimens.page.article is not None
    assert made.lost == []

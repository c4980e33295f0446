"""Signed lines: a name beside an agency or a writer's office below the headline is the byline; a credit is not."""

import pytest

from newscrawler.document import parse_document
from newscrawler.document.node import elements, first
from newscrawler.extract import extract
from newscrawler.items import Article
from newscrawler.sources.bylines.byline_line import Line
from newscrawler.sources.bylines.signed_line import signed_line

URL = "https://press.example/harbour/wall-4711"
HEAD = "<h1>Aldine builds a new wall</h1>"
TEXT = "".join(
    f"<p>The harbour council of Aldine agreed on {day} to rebuild the western wall before the storms arrive in Port Salt.</p>"
    for day in ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday")
)
PICTURE = "<div><img src='wall.jpg' alt=''></div>"


def read(line: str) -> Article:
    article = extract(f"<html><body><article>{HEAD}{line}{TEXT}</article></body></html>", URL)
    assert article
    return article


@pytest.mark.parametrize(
    ("line", "people", "agency"),
    [
        ("Max Muster/dpa", ["Max Muster"], "dpa"),
        ("Jan Voorbeeld / ANP", ["Jan Voorbeeld"], "ANP"),
        ("Ann Example, AAP", ["Ann Example"], "AAP"),
        ("João Exemplo, com Lusa", ["João Exemplo"], "Lusa"),
        ("Ann Example and Bob Sample, Reuters", ["Ann Example", "Bob Sample"], "Reuters"),
        ("ČTK, Jan Příklad", ["Jan Příklad"], "ČTK"),
        ("Max Muster, Redakteur", ["Max Muster"], None),
        ("Juan Ejemplo, corresponsal en Bruselas", ["Juan Ejemplo"], None),
        ("Ann Example, Contributor", ["Ann Example"], None),
        ("Ann Example and agencies", ["Ann Example"], None),
        ("di Mario Esempio, inviato a Genova", ["Mario Esempio"], None),
        ("jgr/dpa", [], "dpa"),
        ("APA/red", [], "APA"),
    ],
)
def test_a_line_with_an_agency_or_an_office(line: str, people: list[str], agency: str | None) -> None:
    article = read(f"<div class=x1>{line}</div>")
    assert (article.authors, article.agency, article.byline) == (people, agency, line)
    assert line not in (article.body or "")


def test_the_line_among_the_elements_below_the_headline() -> None:
    document = parse_document(f"<body>{HEAD}<p>Max Muster/dpa</p>{TEXT}</body>", URL)
    found = signed_line(document, list(elements(document.root, "p")), first(document.root, "h1"))
    assert found == [Line("Max Muster/dpa", "Max Muster/dpa")]


def test_a_name_above_its_mail() -> None:
    assert read("<p>Ann Example<br>ann@press.example</p>").authors == ["Ann Example"]


@pytest.mark.parametrize(
    "line",
    [
        "<div>Ann Example, mayor of Aldine</div>",
        "<div>Ann Example, Chief Executive</div>",
        "<div>Ann Example, Bob Sample</div>",
        "<div>Ann Example spoke to Reuters, which said so</div>",
        "<div>Port Salt, Reuters</div>",
        "<div><a href='/wall'>Ann Example</a>, Reuters</div>",
        "<div>Photo: Ann Example/AFP</div>",
        "<figure><img src='a.jpg'><figcaption>Ann Example/AFP</figcaption></figure>",
        f"{PICTURE}<div>Ann Example/AFP</div>",
        f"<div>{PICTURE}<div><span>Ann Example/AFP</span></div></div>",
        "<div class='photo-credit'>Ann Example/AFP</div>",
    ],
)
def test_a_line_of_something_else(line: str) -> None:
    assert read(line).authors == []

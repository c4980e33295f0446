"""Name beside the time: an unlabelled name in the line of the time is the byline, a place or a desk is not."""

import pytest

from newscrawler.document import parse_document
from newscrawler.document.node import elements, first
from newscrawler.extract import extract
from newscrawler.sources.bylines.byline_line import Line
from newscrawler.sources.bylines.name_beside_time import name_beside_time

URL = "https://press.example/harbour/wall-4711"
HEADLINE = "<h1>Aldine builds a new wall</h1>"
TEXT = "".join(
    f"<p>The harbour council of Aldine agreed on {day} to rebuild the western wall before the storms arrive in Port Salt.</p>"
    for day in ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday")
)


def authors(line: str, above: str = "") -> list[str]:
    article = extract(f"<html><body>{above}<article>{HEADLINE}{line}{TEXT}</article></body></html>", URL)
    assert article
    return article.authors


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("<p>Ana Pop · 12 mai 2025, 10:31</p>", "Ana Pop"),
        ("<div>Ana Pop | 12.05.2025 10:31</div>", "Ana Pop"),
        ("<div><span>Ana Pop</span><span>12 May 2025, 10:31</span></div>", "Ana Pop"),
        ("<div><span>12 May 2025, 10:31</span> — <span>Ana Pop</span></div>", "Ana Pop"),
        ("<div>Иван Петров, 12 мая 2025, 10:31</div>", "Иван Петров"),
        ("<div>Jan Nowak<br>12.05.2025, 10:31</div>", "Jan Nowak"),
        (
            "<div>Ann B. Example - <time datetime='2025-05-12T10:31:00+02:00'>12.05.2025</time></div>",
            "Ann B. Example",
        ),
        ("<div>Anne-Marie Muster, 12.05.2025, 10:31</div>", "Anne-Marie Muster"),
    ],
)
def test_the_name_in_the_line_of_the_time(line: str, name: str) -> None:
    assert authors(line) == [name]


@pytest.mark.parametrize(
    "line",
    [
        "<p>Aldine · 12 May 2025, 10:31</p>",
        "<p>Port Salt · 12 May 2025, 10:31</p>",
        "<p>Hong Kong · 12 May 2025, 10:31</p>",
        "<p>News Desk · 12 May 2025, 10:31</p>",
        "<p>Reuters · 12 May 2025, 10:31</p>",
        "<p>Daily Aldine · 12 May 2025, 10:31</p>",
        "<p>World News · 12 May 2025, 10:31</p>",
        "<p>Last Updated · 12 May 2025, 10:31</p>",
        "<p>Quay Walks · 12 May 2025, 10:31</p>",
        "<p><a href='/salt'>Salt Works</a> · 12 May 2025, 10:31</p>",
        "<p>Ana Pop · Bob Sample · 12 May 2025, 10:31</p>",
        "<p>Ana Pop said on 12 May 2025, 10:31</p>",
        "<p>Ana Pop</p>",
    ],
)
def test_what_else_stands_beside_a_time_is_no_author(line: str) -> None:
    assert authors(line, above="<nav><a href='/q'>Quay walks</a></nav>") == []


def test_a_byline_goes_first() -> None:
    assert authors("<p>Ana Pop · 12 May 2025, 10:31</p><p class=author>By Max Muster</p>") == ["Max Muster"]


def test_the_line_as_it_is_printed() -> None:
    document = parse_document(f"{HEADLINE}<p>Ana Pop · 12 May 2025</p>{TEXT}", URL)
    headline = first(document.root, "h1")
    head = list(elements(document.root, "p"))[:1]
    assert name_beside_time(document, head, headline) == [Line("Ana Pop", "Ana Pop · 12 May 2025")]
    assert name_beside_time(document, [], headline) == []

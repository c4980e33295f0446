"""The headline is the line of the page that its title begins or ends with, where no main heading is it."""

from __future__ import annotations

import pytest

from newscrawler.document import parse_document
from newscrawler.sources.headlines.title import Title
from newscrawler.sources.headlines.title_part import part_of_title

HEADLINE = "Harbour council votes on the breakwater"
SITE = "Aldine Courier"


@pytest.mark.parametrize(
    "title",
    [
        f"{HEADLINE} | Local | {SITE}",
        f"{SITE} : {HEADLINE}",
        f"{HEADLINE} 04.01.12 12:26",
        f"{HEADLINE}_News_{SITE}".replace("_", " _ "),
        HEADLINE,
    ],
)
@pytest.mark.parametrize(
    "shown",
    [
        f"<h2>{HEADLINE}</h2>",
        f"<div class=t>{HEADLINE}</div>",
        f"<td><b>{HEADLINE}</b></td>",
        f"<h1>{SITE}</h1><h3> {HEADLINE} </h3>",
    ],
)
def test_found(title: str, shown: str) -> None:
    document = parse_document(
        f"<title>{title}</title>{shown}<p>Text of the story.</p>", "https://a.example/1"
    )
    found = part_of_title(document, [Title(title, [SITE])])
    assert found is not None
    assert found[0] == HEADLINE


@pytest.mark.parametrize(
    "shown",
    [
        f"<nav><a>{HEADLINE}</a></nav>",
        f"<footer><b>{HEADLINE}</b></footer>",
        f"<h1>{SITE}</h1>",
        "<h2>Local</h2>",
        "<h2>Another line that no title has</h2>",
        f"<p>{HEADLINE}, and more of it, as a sentence of the story goes on</p>",
        f"<template><h2>{HEADLINE}</h2></template>",
    ],
)
def test_not_found(shown: str) -> None:
    title = f"{HEADLINE} | Local | {SITE}"
    document = parse_document(f"<title>{title}</title>{shown}", "https://a.example/1")
    assert part_of_title(document, [Title(title, [SITE])]) is None


def test_the_longest_line_wins() -> None:
    title = "Talks go on in the capital: ministers meet again today - Courier"
    page = (
        "<h2>Talks go on in the capital</h2><h2>Talks go on in the capital: ministers meet again today</h2>"
    )
    found = part_of_title(parse_document(page, "https://a.example/1"), [Title(title)])
    assert found is not None
    assert found[0].endswith("meet again today")


@pytest.mark.parametrize(("title", "heading"), [(HEADLINE, "h2"), (f"{HEADLINE} - {SITE}", "h3")])
def test_a_heading_that_goes_on_behind_the_title_is_the_line(title: str, heading: str) -> None:
    line = f"{HEADLINE} [16:15]"
    document = parse_document(f"<title>{title}</title><{heading}>{line}</{heading}>", "https://a.example/1")
    found = part_of_title(document, [Title(title, [SITE]), Title(HEADLINE)])
    assert found is not None
    assert found[0] == line
    linked = parse_document(f"<{heading}><a href=/>{line}</a></{heading}>", "https://a.example/1")
    assert part_of_title(linked, [Title(HEADLINE)]) is None


def test_a_short_line_of_all_parts_but_a_name() -> None:
    page = "<div><a href=/2>Cranes - a farce</a></div><div>Cranes - a farce</div>"
    document = parse_document(page, "https://a.example/1")
    found = part_of_title(document, [Title("COURIER : Cranes - a farce")])
    assert found is not None
    assert found[0] == "Cranes - a farce"
    assert part_of_title(document, [Title("COURIER : Cranes - a farce")], short=False) is None


@pytest.mark.parametrize(
    "tag",
    [
        "h1", "h2", "h3", "h4", "h5", "h6", "div", "p", "span", "strong", "b", "font", "li", "dt", "center", "em",
    ],
)  # fmt: skip
def test_any_element_of_lines_may_hold_the_headline(tag: str) -> None:
    said = "Harbour council votes on the new fees"
    html = f"<html><head><title>{said} - Courier</title></head><body><{tag}>{said}</{tag}></body></html>"
    found = part_of_title(
        parse_document(html, "https://courier.example/a"), [Title(f"{said} - {SITE}", [SITE])]
    )
    assert found is not None
    assert (found[0], found[1].tag) == (said, tag)

"""Headings, cards and rows with a time speak for articles; menus and single words do not."""

from __future__ import annotations

import pytest

from newscrawler.discovery.link_places import CARD, HEADING, LONG_TEXT, TIMED, menus, weight_of
from newscrawler.discovery.page_links import read_links
from newscrawler.document import parse_document
from newscrawler.publication.selectors import select
from newscrawler.text import clean

URL = "https://paper.example/"


@pytest.mark.parametrize(
    ("html", "weight"),
    [
        ("<h2><a href=/i/ab1>Quay</a></h2>", HEADING),
        ("<a href=/i/ab1><h3>Quay</h3><img></a>", HEADING),
        ("<ul><li><a href=/i/ab1>Quay</a> <time>12:10</time></ul>", CARD + TIMED),
        ("<div><article><div><a href=/i/ab1>Quay</a></div><span class=pub-date>1</span></article></div>", 3),
        ("<ul><li><a href=/i/ab1>Quay</a></ul>", CARD),
        ("<p><a href=/i/ab1>The quay opens again</a>", LONG_TEXT),
        ("<p><a href=/i/ab1>岸壁が再び開く予定です</a>", LONG_TEXT),
        ("<p><a href=/i/ab1>Imprint</a>", 0),
        ("<h2><a href=/user/login-1>The reader signs in here</a></h2>", 0),
    ],
)
def test_weight(html: str, weight: int) -> None:
    (link,) = select(parse_document(f"<body>{html}", URL).root, "a")
    assert weight_of(link, clean(link.text)) == weight


def test_menus_are_recognised() -> None:
    html = "<body><header><a>1</a></header><article><header><a>2</a></header></article><nav><a>3</a></nav>"
    root = parse_document(html, URL).root
    inside = menus(root)
    shown = [clean(link.text) for link in select(root, "a") if inside.isdisjoint(link.ancestors)]
    assert shown == ["2"]


def test_candidates_of_a_page() -> None:
    html = (
        "<body><nav><a href=/world>World</a></nav><h2><a href=/i/ab1>Quay</a></h2>"
        "<h2><a href=/about>About us</a></h2><h2><a href=/2026/11/28/quay-opens>Opens</a></h2>"
        "<p><a href=/i/ab1>The quay opens again</a><footer><h2><a href=/i/ab2>Ours</a></h2></footer>"
    )
    page = read_links(parse_document(html, URL).root, URL, ("paper.example",))
    assert [link.url for link in page.links] == [f"{URL}2026/11/28/quay-opens"]
    (found,) = page.candidates
    assert (found.link.url, found.link.headline, found.weight) == (
        f"{URL}i/ab1", "The quay opens again", HEADING
    )  # fmt: skip

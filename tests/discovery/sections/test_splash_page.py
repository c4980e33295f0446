"""A front page that shows nothing leads on to where the news is, and nowhere else."""

from __future__ import annotations

import pytest

from newscrawler.bounds import DEFAULT
from newscrawler.discovery.sections.splash_page import MOST, leads_on_to
from newscrawler.document import parse_document

URL = "https://paper.example/"


def led(html: str, url: str = URL) -> list[str]:
    places = leads_on_to(parse_document(html, url), url, ("paper.example",), DEFAULT)
    return [place.removeprefix(URL) for place in places]


@pytest.mark.parametrize(
    ("html", "places"),
    [
        ("<script>window.location = '/en/';</script>", ["en/"]),
        ('<script>document.location.href="home.html"</script>', ["home.html"]),
        ("<script>top.location.replace('/start')</script>", ["start"]),
        ("<frameset><frame src=menu.html><frame src=content.html></frameset>", ["menu.html", "content.html"]),
        ("<head><link rel=alternate hreflang=fr href=/fr-ca/></head>", ["fr-ca/"]),
        (
            "<a href=/en>English</a><a href=/fr/>Français</a><a href=/index.php>Enter</a>",
            ["en", "fr/", "index.php"],
        ),
        ("<head><base href=/site/></head><a href=en>English</a>", ["site/en"]),
        ("<a href=/world>World</a><a href=/about>About</a><a href=/en/news/1>Quay</a>", []),
        ("<script>if (window.location == '/x') go()</script>", []),
        ("<script>location = 'https://elsewhere.example/'</script>", []),
        ('<script type=application/json>{"x": "location = \'/en/\'"}</script>', []),
        (f"<script>location = '/en/';{'x' * 5000}</script>", []),
        ("<a href=/>Home</a><a href='http://[1/en'>English</a>", []),
    ],
)
def test_where_it_leads(html: str, places: list[str]) -> None:
    assert led(html) == places


def test_no_more_than_some() -> None:
    languages = "".join(f"<a href=/{letter}a/>{letter}</a>" for letter in "abcdefghij")
    assert len(led(languages)) == MOST

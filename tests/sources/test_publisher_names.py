"""The names under which a publisher goes, and what stands in their place and is none."""

from __future__ import annotations

import pytest

from newscrawler.document import Document, parse_document
from newscrawler.sources.publisher_names import publication_names

URL = "https://press.example/a"


def page(*metas: tuple[str, str], body: str = "") -> Document:
    found = "".join(f'<meta name="{name}" content="{content}">' for name, content in metas)
    return parse_document(f"<html><head>{found}</head><body>{body}</body></html>", URL)


def test_names_of_the_publication() -> None:
    document = page(
        ("og:site_name", "Example"),
        body='<script type="application/ld+json">{"@type": "NewsArticle", "publisher":'
        ' {"@type": "Organization", "name": "Example News"}}</script>',
    )
    assert publication_names(document, "site") == [
        "Example",
        "Example News",
        "site",
        "press.example",
        "press",
    ]
    behind = page(body="<title>Which tyres last | Press Tyre Stores</title>")
    assert "Press Tyre Stores" in publication_names(behind, "site")
    other = page(body="<title>Which tyres last | Presses of good tyres</title>")
    assert "Presses of good tyres" not in publication_names(other, "site")


@pytest.mark.parametrize("rights", ["Copyright 2004 {}", "© {}", "(c) 1999-2004 by {}. All rights reserved."])
def test_who_holds_the_rights_gives_a_part_of_the_title_its_name(rights: str) -> None:
    title = "<title>THE HARBOUR GAZETTE - Old terminal closed</title>"
    document = page(body=title + f"<p>{rights.format('The Harbour Gazette')}</p>")
    assert "THE HARBOUR GAZETTE" in publication_names(document, "site")
    assert "Old terminal closed" not in publication_names(document, "site")
    other = page(body=title + "<p>Copyright 2004 The Quay</p><p>The Harbour Gazette</p>")
    assert "THE HARBOUR GAZETTE" not in publication_names(other, "site")
    named = page(("og:site_name", "Gazette"), body=title + "<p>© The Harbour Gazette</p>")
    assert "THE HARBOUR GAZETTE" not in publication_names(named, "site")


PUBLISHERS = [
    "og:site_name", "application-name", "apple-mobile-web-app-title", "dc.publisher", "publisher", "copyright",
    "twitter:site", "twitter:app:name:iphone",
]  # fmt: skip


@pytest.mark.parametrize("name", PUBLISHERS)
def test_a_name_of_the_publisher(name: str) -> None:
    assert "The Harbour Times" in publication_names(page((name, "@The Harbour Times")), "")


@pytest.mark.parametrize(
    "kind", ["Organization", "NewsMediaOrganization", "WebSite", "Corporation", "LocalBusiness"]
)
def test_a_publisher_in_json_ld(kind: str) -> None:
    script = f'<script type="application/ld+json">{{"@type": "{kind}", "name": "Times", "legalName": "Times Ltd"}}</script>'
    assert {"Times", "Times Ltd"} <= set(publication_names(page(body=script), ""))
    person = script.replace(f'"{kind}"', f'["{kind}", "Person"]')
    assert "Times" not in publication_names(page(body=person), "")


def test_names_in_the_host() -> None:
    document = parse_document("<html>", "https://www.harbour.times.example:8080/a")
    assert publication_names(document, "Site") == ["Site", "harbour.times.example", "harbour", "times"]
    assert publication_names(parse_document("<html>", "http://127.0.0.1:80/a"), "") == ["127.0.0.1"]


@pytest.mark.parametrize(
    "text", ["https://press.example", "one two three four five six seven eight", "T", ""]
)
def test_what_is_no_name(text: str) -> None:
    assert publication_names(page(("publisher", text)), "") == ["press.example", "press"]


def test_a_headline_in_the_place_of_a_name() -> None:
    title = "<title>Harbour opens</title>"
    assert "Harbour opens" not in publication_names(page(("publisher", "Harbour opens"), body=title), "")
    short = "<title>Harbour now</title>"
    assert "Harbour now" in publication_names(page(("publisher", "Harbour now"), body=short), "")


def test_a_page_titled_as_its_host_is_named_has_the_name_for_a_title() -> None:
    for title, is_name in (("Hill Country Sun", True), ("Hill Country Sun rises", False)):
        document = parse_document(f"<title>{title}</title><p>Text</p>", "http://www.hillcountrysun.example/a")
        assert (title in publication_names(document, "site")) is is_name


@pytest.mark.parametrize(
    ("publisher", "is_name"),
    [
        ('{"@type": "Organization", "name": "Times"}', True),
        ('{"name": "Times"}', True),
        ('{"@type": "Person", "name": "Times"}', False),
        ('{"@type": ["Person", "Organization"], "name": "Times"}', False),
        ('"Times"', False),
        ('{"@type": "Organization"}', False),
    ],
)
def test_the_publisher_that_an_article_states(publisher: str, is_name: bool) -> None:
    script = (
        f'<script type="application/ld+json">{{"@type": "NewsArticle", "publisher": {publisher}}}</script>'
    )
    assert ("Times" in publication_names(page(body=script), "")) is is_name

"""Articles that a front page states as data are listed; other data are no list."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from newscrawler.bounds import Bounds
from newscrawler.discovery.rows.page_links import read_links
from newscrawler.discovery.rows.stated_rows import add_stated_rows
from newscrawler.document import parse_document

if TYPE_CHECKING:
    from newscrawler.discovery.listed_link import ListingPage

URL = "https://paper.example/"
DOMAINS = ("paper.example",)
PATHS = [f"/2026/11/2{day}/quay" for day in range(1, 5)]
LINKED = "".join(f"<h2><a href={path}>The quay opens</a></h2>" for path in PATHS)


def page_of(data: Any, kind: str, body: str = "", bounds: Bounds | None = None) -> ListingPage:
    script = f'<script type="{kind}">{json.dumps(data)}</script>'
    limits = bounds or Bounds()
    document = parse_document(f"<head>{script}</head><body>{body}", URL, bounds=limits)
    page = read_links(document.root, URL, DOMAINS, limits)
    add_stated_rows(page, document, URL, DOMAINS, limits)
    return page


def item_list(entries: list[Any], kind: str = "ItemList") -> dict[str, Any]:
    return {"@context": "https://schema.org", "@type": kind, "itemListElement": entries}


def paths(page: ListingPage) -> list[str]:
    return [link.url.removeprefix(URL[:-1]) for link in page.links]


@pytest.mark.parametrize(
    "entry",
    [
        lambda path: path,
        lambda path: {"@type": "ListItem", "url": path},
        lambda path: {"@type": "ListItem", "item": path},
        lambda path: {"@type": "ListItem", "item": {"@type": "NewsArticle", "@id": path, "headline": "Quay"}},
        lambda path: {"@type": "ListItem", "url": path, "item": {"@type": "NewsArticle"}},
    ],
)
def test_an_item_list_of_any_form(entry: Any) -> None:
    assert paths(page_of(item_list([entry(path) for path in PATHS]), "application/ld+json")) == PATHS


def test_what_is_linked_comes_once_and_first() -> None:
    data = item_list([*PATHS[::-1], "/2026/11/29/harbour"])
    page = page_of(data, "application/ld+json", LINKED)
    assert paths(page) == [*PATHS, "/2026/11/29/harbour"]
    assert [link.position for link in page.links] == [1, 2, 3, 4, 5]


@pytest.mark.parametrize(
    "data",
    [
        item_list(PATHS, "BreadcrumbList"),
        item_list([f"https://elsewhere.example{path}" for path in PATHS]),
        item_list(["/login", "/about", "/subscribe", 7, None, {"item": 7}]),
        item_list(PATHS[:2]),
        {"@type": "ItemList", "itemListElement": {"url": PATHS[0]}},
    ],
)
def test_what_is_no_list_of_articles(data: Any) -> None:
    assert paths(page_of(data, "application/ld+json")) == []


STATE = {"props": {"stories": [{"title": f"Quay {path}", "href": path} for path in PATHS]}}


def test_a_page_that_its_scripts_make_is_read_by_their_data() -> None:
    assert paths(page_of(STATE, "application/json")) == PATHS
    assert paths(page_of(STATE, "application/json", "<a href=/2026/11/20/x>The quay</a>")) == [
        "/2026/11/20/x"
    ]
    assert paths(page_of(STATE, "text/javascript")) == []


def test_urls_that_look_like_no_article_are_candidates() -> None:
    stories = [{"title": f"Quay {number}", "url": f"/s/{number}"} for number in "abc"]
    page = page_of({"stories": stories}, "application/json")
    assert [each.link.headline for each in page.candidates] == ["Quay a", "Quay b", "Quay c"]
    assert [each.link.position for each in page.candidates] == [1, 2, 3]


def test_no_more_values_than_the_bound() -> None:
    assert paths(page_of(STATE, "application/json", bounds=Bounds(json_values=4))) == []


ROWS = [{"title": f"The quay opens again on day {number}", "url": path} for number, path in enumerate(PATHS)]


@pytest.mark.parametrize(
    "script",
    ["window.__STATE__ = {};", "var rows = {}, more = 1; run(rows)", "start({});", "x = JSON.parse({!r})"],
)
def test_what_a_script_assigns_is_read_where_nothing_is_linked(script: str) -> None:
    data = json.dumps({"stories": ROWS})
    text = script.replace("{!r}", json.dumps(data)).replace("{}", data)
    for body, expected in (
        ("", PATHS),
        ("<h2><a href=/2026/11/29/harbour>Harbour</a></h2>", ["/2026/11/29/harbour"]),
    ):
        document = parse_document(f"<script>{text}</script><body>{body}", URL)
        page = read_links(document.root, URL, DOMAINS)
        add_stated_rows(page, document, URL, DOMAINS, Bounds())
        assert paths(page) == expected


def test_articles_that_json_ld_states_without_a_list() -> None:
    posts = [{"@type": "BlogPosting", "headline": row["title"], "url": row["url"]} for row in ROWS]
    page = page_of({"@type": "Blog", "blogPost": posts}, "application/ld+json")
    assert paths(page) == PATHS
    linked = "<h2><a href=/2026/11/29/harbour>Harbour</a></h2>"
    assert paths(page_of({"@type": "Blog", "blogPost": posts}, "application/ld+json", linked)) == [
        "/2026/11/29/harbour"
    ]

"""Section links: the section of a story, by a breadcrumb, the line above its headline, or its category."""

import pytest

from newscrawler.document import parse_document
from newscrawler.document.node import first
from newscrawler.extract import extract
from newscrawler.sources.section_links import section_links

URL = "https://press.example/aldine-builds-4711"
FILED = "https://press.example/harbour/2025/aldine-builds-4711"
MENU = (
    "<header><nav><a href='/'>Home</a><a href='/sport/'>Sport</a><a href='/harbour/'>Harbour</a>"
    "<a href='/town/'>Town</a></nav></header>"
)
HEADLINE = "<h1>Aldine builds a new wall before the winter</h1>"
TEXT = "".join(
    f"<p>The harbour council of Aldine agreed on {day} to rebuild the western wall before the winter storms arrive.</p>"
    for day in ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday")
)
STATED = (
    '<script type="application/ld+json">{"@type": "BreadcrumbList", "itemListElement": ['
    '{"@type": "ListItem", "name": "Home", "item": "https://press.example/"}, '
    '{"@type": "ListItem", "item": {"@id": "https://press.example/harbour/", "name": "Harbour"}}, '
    '{"@type": "ListItem", "name": "Aldine builds a new wall before the winter"}]}</script>'
)


def section(above: str, url: str = URL, below: str = "", after: str = "") -> tuple[str | None, str | None]:
    html = (
        f"<html><body>{MENU}<main>{above}<article>{HEADLINE}{below}{TEXT}{after}</article></main>"
        "<footer><a href='/'>Home</a> › <a href='/imprint/'>Imprint</a></footer></body></html>"
    )
    article = extract(html, url)
    assert article
    assert article.body
    assert article.body.count("\n\n") == 5
    return article.section, article.extracted_by.get("section")


@pytest.mark.parametrize(
    "above",
    [
        "<nav class=breadcrumb><a href='/'>Home</a> <a href='/harbour/'>Harbour</a></nav>",
        "<ul class=breadcrumbs><li><a href='/'>Home</a><li><a href='/h/1'>Harbour</a><li>Aldine builds a new wall…</ul>",
        "<nav aria-label='Fil d’Ariane'><a href='/'>Accueil</a><a href='/h/1'>Harbour</a></nav>",
        "<div id=breadcrumbs>You are here: <a href='/'>Home</a> &gt; <a href='/h'>Harbour</a> &gt; <b>Aldine</b></div>",
        "<div class=breadcrumb><a href='/start.html'>Press News</a> / <a href='/h'>Harbour</a></div>",
        "<div class=breadcrumb><a href='/'>Home</a><a href='/news/'>News</a><a href='/news/h/'>Harbour</a></div>",
        "<div><a href='/'>Press</a> › <a href='/h/'>Harbour</a> › Aldine builds a new wall…</div>",
        "<p><a href='/'>トップ</a> ＞ <a href='/h/'>Harbour</a> ＞ <a href='/h/w/'>Walls</a></p>",
        "<ul><li><a href='/'>Press</a><li><a href='/h/1'>Harbour</a><li>Aldine builds a new wall before the winter</ul>",
        "<p><a href='/harbour/'>Harbour</a></p>",
        "<div class=kicker><a href='/category/h/'>Harbour</a></div>",
        STATED,
    ],
)
def test_the_section_that_a_page_shows(above: str) -> None:
    assert section(above) == ("Harbour", "page")


def test_the_section_by_its_place() -> None:
    assert section("<p><a href='/harbour'>All of the harbour</a></p>", FILED) == (None, None)
    assert section("<div><a href='/harbour'>Quays</a></div>", FILED) == ("Quays", "page")
    assert section("<div><a href='/'>Press</a><a href='/harbour'>Quays</a></div>", FILED) == ("Quays", "page")
    below = "<div><a href='/harbour/'>Quays</a> | 12 May 2025</div>"
    assert section("", FILED, below) == ("Quays", "page")
    foot = "<footer>Posted in <a href='/q/' rel='category tag'>Quays</a></footer>"
    assert section("", after=foot) == ("Quays", "page")


@pytest.mark.parametrize(
    "above",
    [
        "",
        "<ul><li><a href='/'>Home</a><li><a href='/sport/'>Sport</a><li><a href='/town/'>Town</a></ul>",
        "<div><a href='/'>Home</a> | <a href='/sport/'>Sport</a> | <a href='/town/'>Town</a></div>",
        "<nav class=breadcrumb hidden><a href='/'>Home</a> <a href='/harbour/'>Harbour</a></nav>",
        "<div class=breadcrumb><a href='/'>Home</a> / <a href='/2025/'>2025</a> / <a href='/2025/05/'>May 2025</a></div>",
        "<div class=breadcrumb><a href='/t/1'>Topics:</a> <a href='/t/2'>Storms</a></div>",
        "<div><a href='/topic/storms'>Storms</a></div>",
        "<div><a href='/author/ann'>Ann Example</a></div>",
        "<span><a href='/category/uncategorized/' rel='category tag'>Uncategorized</a></span>",
        "<div class=kicker><a href='/category/ads/'>Sponsored</a></div>",
    ],
)
def test_menus_topics_and_people_are_no_section(above: str) -> None:
    assert section(above) == (None, None)


def test_what_other_stories_are_filed_in() -> None:
    card = "<div class=card><a href='/category/sport/'>Sport</a><h3><a href='/x/1'>Rowers win the race</a></h3></div>"
    html = f"{MENU}<main><article>{HEADLINE}{TEXT}</article>{card}</main>"
    document = parse_document(html, URL)
    assert section_links(document, first(document.root, "h1")) == []
    assert section_links(document, None) == []


def test_the_line_below_the_headline_may_name_people() -> None:
    below = "<div><a href='/harbour/ann'>Ann Example</a> <a href='#comments'>12 comments</a></div>"
    assert section("", "https://press.example/harbour/ann/4711", below) == (None, None)


def test_a_url_that_is_none() -> None:
    document = parse_document(f"<div class=breadcrumb><a href='/h'>Harbour</a></div>{HEADLINE}", "http://[")
    assert section_links(document, first(document.root, "h1")) == ["Harbour"]

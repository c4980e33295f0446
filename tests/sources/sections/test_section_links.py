"""Section links: the section of a story, by a breadcrumb, the line above its headline, or its category."""

import pytest

from newscrawler.document import parse_document
from newscrawler.document.node import first
from newscrawler.extract import extract
from newscrawler.sources.sections.section_links import section_links

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


NAMED = [
    *(
        f"class='{name}'"
        for name in (
            "breadcrumb", "site-Breadcrumbs", "crumbs", "crumb-list", "fil-ariane", "brotkrumen", "migas", "navpath",
            "pathway", "okruszki",
        )
    ),
    *(f"id='{name}'" for name in ("breadcrumb", "crumbs", "ariane", "brotkrumen", "NavPath")),
    *(
        f"aria-label='{name}'"
        for name in (
            "Breadcrumb", "Fil d’ariane", "Brotkrumen", "Brødkrumme", "Okruszki", "Murupolku", "Migas", "Kruimelpad",
        )
    ),
    "itemscope itemtype='https://schema.org/BreadcrumbList'",
]  # fmt: skip
WAY = "<a href='/start.html'>Press News</a> <a href='/h'>Harbour</a>"


@pytest.mark.parametrize("name", NAMED)
def test_what_a_breadcrumb_is_called(name: str) -> None:
    assert section(f"<div {name}>{WAY}</div>") == ("Harbour", "page")
    assert section(f"<form {name}>{WAY}</form>") == (None, None)


@pytest.mark.parametrize("tag", ["nav", "ol", "ul", "div", "p", "span", "section", "header", "dl"])
def test_where_a_breadcrumb_that_is_named_stands(tag: str) -> None:
    assert section(f"<{tag} class=breadcrumb>{WAY}</{tag}>") == ("Harbour", "page")
    assert section(f"<table><tr><td class=breadcrumb>{WAY}</table>") == ("Harbour", "page")


@pytest.mark.parametrize("tag", ["nav", "ol", "ul", "div", "p", "small", "span", "h4", "h5"])
def test_where_a_way_without_a_name_stands(tag: str) -> None:
    way = "<a href='/'>Press</a> › <a href='/h/'>Harbour</a> › Aldine builds"
    assert section(f"<{tag}>{way}</{tag}>") == ("Harbour", "page")
    assert section(f"<section>{way}</section>") == (None, None)


@pytest.mark.parametrize("sign", ["›", "»", "→", ">", "▸", "▶", "＞", "/", "::"])
def test_what_stands_between_the_steps_of_a_way(sign: str) -> None:
    way = f"<p><a href='/'>Press</a> {sign} <a href='/h/'>Harbour</a></p>"
    assert section(way.replace("> >", "> &gt;")) == ("Harbour", "page")
    for other in ("|", "·", "-"):
        assert section(f"<p><a href='/'>Press</a> {other} <a href='/h/'>Harbour</a></p>") == (None, None)


@pytest.mark.parametrize(
    "filed",
    [
        "category", "categories", "categoria", "kategorie", "kategoria", "section", "sections", "seccion",
        "secciones", "secao", "sezione", "sezioni", "rubrik", "rubrique", "ressort", "ressorts", "channel",
        "channels", "cat", "SECTION",
    ],
)  # fmt: skip
def test_a_path_of_sections(filed: str) -> None:
    assert section(f"<div><a href='/{filed}/h/'>Quays</a></div>") == ("Quays", "page")
    assert section(f"<div><a href='/x{filed}/h/'>Quays</a></div>") == (None, None)


@pytest.mark.parametrize("tag", ["nav", "aside", "ul", "ol", "footer", "form", "header"])
def test_what_stands_beside_the_headline_and_names_no_section(tag: str) -> None:
    link = "<a href='/category/h/'>Quays</a>"
    assert section(f"<{tag}>{link}</{tag}>") == (None, None)
    assert section(f"<{tag}><a href='/x/1'>More</a></{tag}><div>{link}</div>") == ("Quays", "page")


@pytest.mark.parametrize("href", ["#quays", "mailto:quays@press.example", "tel:1", "javascript:quays()", ""])
def test_what_leads_to_no_page_names_no_section(href: str) -> None:
    assert section(f"<div><a href='{href}'>Quays</a></div>") == (None, None)
    assert section(f"<div class=breadcrumb><a href='{href}'>Quays</a> <a href='/h'>Harbour</a></div>") == (
        "Harbour",
        "page",
    )


@pytest.mark.parametrize(("length", "name"), [(30, True), (31, False)])
def test_a_name_above_the_headline_is_short(length: int, name: bool) -> None:
    said = "Quays and berthing".ljust(length, "s")
    assert section(f"<div><a href='/category/h/'>{said}</a></div>") == (
        (said, "page") if name else (None, None)
    )


def test_a_breadcrumb_of_more_than_eight_links_is_a_menu() -> None:
    for count, name in ((8, "Harbour"), (9, None)):
        links = "<a href='/h'>Harbour</a>" + "".join(f"<a href='/{n}'>Quay {n}</a>" for n in range(count - 1))
        assert section(f"<div class=breadcrumb>{links}</div>")[0] == name

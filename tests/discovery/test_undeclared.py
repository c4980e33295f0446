"""What the front page of an undeclared site leads to, and what becomes of listings that are not there."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest

from newscrawler.bounds import Bounds
from newscrawler.discovery.answer import Answer, Found, Problem
from newscrawler.discovery.listing import Listing
from newscrawler.discovery.scope import Scope
from newscrawler.discovery.undeclared import FrontPageDiscovery
from newscrawler.items import Article, ListedArticle, Sighting
from newscrawler.publication.selection import Selection

URL = "https://paper.example/"
DOMAINS = ("paper.example",)
MENU = "<nav><a href=/world>World</a><a href=/sport>Sport</a></nav>"
STORIES = "".join(f"<a href=/2026/11/2{day}/quay>The quay opens</a>" for day in range(1, 6))
FEED = "<link rel=alternate type=application/rss+xml href=/world.rss>"


def discovery(bounds: Bounds | None = None, plain: str | None = None, **asked: object) -> FrontPageDiscovery:
    selection = Selection(**asked)  # type: ignore[arg-type]  # the test's own arguments
    return FrontPageDiscovery(Scope(URL, DOMAINS, selection, bounds=bounds or Bounds()), URL, plain)


def listings(found: Found) -> list[tuple[str, str, str, bool]]:
    return [
        (asked.listing.kind, asked.listing.format, asked.url, asked.listing.guessed)
        for asked in found.listings
    ]


def front(markup: str, **asked: object) -> Found:
    html = f"<html><head>{FEED if FEED in markup else ''}</head><body>{markup}</body></html>".encode()
    return discovery(**asked).read(Answer(URL, html), Listing("index", None, URL, "front"))


ROBOTS = ("sitemap", "robots", f"{URL}robots.txt", True)
FRONT = ("index", "front", URL, False)
WORLD, SPORT = ("section", "links", f"{URL}world", False), ("section", "links", f"{URL}sport", False)
USUAL = [
    ("feed", "feed", f"{URL}{path}", True) for path in ("feed", "rss.xml", "rss", "atom.xml", "feed.xml")
]


@pytest.mark.parametrize(
    ("source", "start", "sections", "links", "feeds"),
    [
        (None, [FRONT, ROBOTS], [WORLD, SPORT], 5, USUAL),
        ("html", [FRONT], [WORLD, SPORT], 5, []),
        ("feed", [FRONT], [], 0, USUAL),
        ("sitemap", [FRONT, ROBOTS], [], 0, []),
    ],
)
def test_where_articles_are_sought(
    source: str | None, start: list, sections: list, links: int, feeds: list
) -> None:  # type: ignore[type-arg]
    assert listings(Found(listings=list(discovery(source=source).start()))) == start
    found = front(MENU + STORIES, source=source)
    assert listings(found) == sections + feeds
    assert len(found.links) == links


def test_a_feed_that_is_named_is_not_guessed() -> None:
    found = front(FEED + STORIES)
    assert listings(found) == [("feed", "feed", f"{URL}world.rss", False)]


def test_sections_that_only_a_parameter_names() -> None:
    found = front("<nav><a href='/?cat=3'>World</a><a href='/?cat=4'>Sport</a><a href='/?q=5'>x</a></nav>")
    assert [(each.listing.name, each.url) for each in found.listings if each.listing.kind == "section"] == [
        ("World", f"{URL}?cat=3"), ("Sport", f"{URL}?cat=4"),
    ]  # fmt: skip


SPLASH = "<a href=/en/>English</a><a href=/fr/>Français</a>"


@pytest.mark.parametrize(
    ("markup", "at", "leads_on"),
    [
        (SPLASH, URL, ["en/", "fr/"]),
        (SPLASH + STORIES, URL, []),
        (SPLASH + MENU, URL, []),
        (SPLASH + "<h2><a href=/i/ab1>Quay</a></h2>", URL, []),
        (SPLASH + FEED, URL, []),
        (SPLASH, f"{URL}en/", []),
    ],
)
def test_a_front_page_that_shows_nothing_leads_on(markup: str, at: str, leads_on: list[str]) -> None:
    html = f"<html><head>{FEED if FEED in markup else ''}</head><body>{markup}</body></html>".encode()
    found = discovery(source="html").read(Answer(at, html), Listing("index", None, at, "front"))
    fronts = [each.url for each in found.listings if each.listing.kind == "index"]
    assert fronts == [URL + place for place in leads_on]


def test_sections_may_be_those_of_pages_to_which_the_front_page_leads() -> None:
    reader = discovery(source="html", sections=("world",))
    found = reader.read(Answer(URL, SPLASH.encode()), Listing("index", None, URL, "front"))
    assert (found.wrong_argument, [each.url for each in found.listings]) == (None, [f"{URL}en/", f"{URL}fr/"])
    english, french = (each.listing for each in found.listings)
    found = reader.read(Answer(english.url, MENU.encode()), english)
    assert [each.url for each in found.listings] == [f"{URL}world"]
    assert (
        reader.read(Answer(french.url, b"<nav><a href=/monde>Monde</a></nav>"), french).wrong_argument is None
    )


def test_articles_that_the_front_page_states_as_data_are_listed() -> None:
    entries = ", ".join(f'"/2026/11/2{day}/quay"' for day in range(1, 5))
    stated = f'{{"@type": "ItemList", "itemListElement": [{entries}]}}'
    found = front(f"<script type=application/ld+json>{stated}</script>", source="html")
    assert [link.url for link in found.links] == [f"{URL}2026/11/2{day}/quay" for day in range(1, 5)]


def test_a_section_whose_url_looks_like_an_article_is_none() -> None:
    menu = "".join(
        f"<li><a href=/{slug}>Section</a></li>"
        for slug in ("the-foreign-policy-desk", "world", "sport", "arts", "city")
    )
    reader = discovery(source="html")
    page = Answer(URL, f"<html><body><ul>{menu}</ul>{STORIES}".encode())
    found = reader.read(page, Listing("index", None, URL, "front"))
    assert found.listings[0].listing.slug == "the-foreign-policy-desk"
    assert not [link for link in found.links if "desk" in link.url]
    found = reader.read(page, Listing("section", "World", f"{URL}world", "links"))
    assert not [link for link in found.links if "desk" in link.url]


def test_sections_that_are_asked_for() -> None:
    found = front(MENU + STORIES, sections=("sport",), source="html")
    assert (listings(found), found.links) == ([SPORT], [])
    assert found.listings[0].listing.name == "Sport"
    wrong = front(MENU, sections=("sport", "money")).wrong_argument
    assert wrong == "sections=money: not in the site's menus; there are: world, sport"
    none = front(STORIES, sections=("money",)).wrong_argument
    assert none == "sections=money: not in the site's menus; there are: none"


@pytest.mark.parametrize(
    ("url", "found"),
    [
        (URL, ("index", "front")),
        (URL.rstrip("/"), ("index", "front")),
        (f"{URL}world", ("section", "links")),
        (f"{URL}2026/11/23/quay", None),
    ],
)
def test_a_page_that_a_person_names(url: str, found: tuple[str, str] | None) -> None:
    listing = discovery().listing_at(url)
    assert (listing and (listing.kind, listing.format)) == found


@pytest.mark.parametrize(
    ("listing", "missing", "problem"),
    [
        (Listing("index", None, URL, "front"), False, Problem("dns", "failed")),
        (Listing("index", None, URL, "front", guessed=True), True, Problem("dns", "missing")),
        (Listing("section", "world", URL, "links"), False, Problem("dns", "failed")),
        (Listing("section", "world", URL, "links"), True, Problem("dns", "not_there", is_failure=False)),
        (Listing("index", None, URL, "more", pages=1), False, Problem("dns", "not_there", is_failure=False)),
        (
            Listing("feed", None, URL, "feed", guessed=True),
            False,
            Problem("dns", "not_there", is_failure=False),
        ),
    ],
)
def test_a_listing_that_failed(listing: Listing, missing: bool, problem: Problem) -> None:
    found = discovery().failed(listing, "dns", missing=missing)
    assert (found.problem, found.listings) == (problem, [])


def test_a_front_page_that_cannot_be_read_is_asked_for_by_http() -> None:
    plain = "http://paper.example/"
    found = discovery(plain=plain).failed(Listing("index", None, URL, "front"), "tls", missing=False)
    robots = ("sitemap", "robots", f"{plain}robots.txt", True)
    assert (found.problem, listings(found)) == (None, [("index", "front", plain, False), robots])
    missing = discovery(plain=plain).failed(found.listings[1].listing, "http-404", missing=True)
    assert listings(missing) == usual_sitemaps(plain)[:1]
    again = discovery(plain=plain).failed(Listing("index", None, plain, "front"), "tls", missing=False)
    assert (again.problem, again.listings) == (Problem("tls", "failed"), [])
    later = discovery(plain=plain).failed(Listing("index", None, URL, "links", pages=1), "tls", missing=False)
    assert later.problem == Problem("tls", "failed")


def usual_sitemaps(home: str) -> list[tuple[str, str, str, bool]]:
    names = "sitemap.xml", "sitemap_index.xml", "sitemap-news.xml", "news-sitemap.xml"
    return [("sitemap", "sitemap", f"{home}{name}", True) for name in names]


def robots(text: str, bounds: Bounds | None = None, **asked: object) -> Found:
    listing = Listing("sitemap", "robots.txt", f"{URL}robots.txt", "robots", guessed=True)
    return discovery(bounds, **asked).read(Answer(listing.url, text.encode()), listing)


def test_sitemaps_that_robots_txt_names() -> None:
    found = robots("User-agent: *\nSitemap: /a.xml\n  SITEMAP :/b.xml\nX-Sitemap: /c.xml\nsitemap: /a.xml")
    assert listings(found) == [("sitemap", "sitemap", f"{URL}{name}.xml", False) for name in "ab"]
    assert listings(robots("\ufeffSitemap: /a.xml")) == [("sitemap", "sitemap", f"{URL}a.xml", False)]
    assert listings(robots("User-agent: *")) == usual_sitemaps(URL)[:1]
    assert listings(robots("User-agent: *", source="sitemap")) == usual_sitemaps(URL)
    failed = discovery().failed(
        Listing("sitemap", "robots.txt", URL, "robots", guessed=True), "gone", missing=True
    )
    assert listings(failed) == usual_sitemaps(URL)[:1]


def test_many_sitemaps_of_robots_txt_are_cut_and_it_is_said() -> None:
    text = "\n".join(f"Sitemap: /{number}.xml" for number in range(4))
    cut = robots(text, Bounds(robots_sitemaps=3))
    assert (len(cut.listings), cut.cut) == (3, ["ROBOTS_MAX_SITEMAPS"])
    assert (len(robots(text, Bounds(robots_sitemaps=1)).listings)) == 1
    for most in (0, 4):
        whole = robots(text, Bounds(robots_sitemaps=most))
        assert (len(whole.listings), whole.cut) == (4, [])
    assert len(robots(text, max_pages=2).listings) == 2
    assert listings(robots(text, Bounds(robots_size=24)))[0][2] == f"{URL}0.xml"
    assert len(robots(text, Bounds(robots_size=24)).listings) == 1


def test_a_feed_or_sitemap_that_is_none_is_not_there() -> None:
    page = Answer(URL, b"<html><p>Page not found</p></html>")
    for kind in ("feed", "sitemap"):
        found = discovery().read(page, Listing(kind, None, URL, kind))  # type: ignore[arg-type]
        assert found.problem is not None
        assert (found.problem.kind, found.problem.is_failure) == ("not_there", False)


def test_what_looks_like_no_article_in_a_sitemap_is_tried_before_it_is_taken() -> None:
    urls = ("2026/11/23/quay", "nyheter/i/ab12c", "about", "feed.xml")
    body = "".join(f"<url><loc>{URL}{path}</loc></url>" for path in urls)
    answer = Answer(f"{URL}sitemap.xml", f"<urlset>{body}</urlset>".encode())
    found = discovery().read(answer, Listing("sitemap", None, answer.url, "sitemap"))
    assert [link.url for link in found.links] == [f"{URL}2026/11/23/quay"]
    assert [(candidate.link.url, candidate.weight) for candidate in found.candidates] == [
        (f"{URL}nyheter/i/ab12c", 1)
    ]


def test_the_section_of_an_article_is_that_of_the_page_that_showed_it() -> None:
    reader = discovery()
    reader.read(Answer(URL, f"<body>{MENU}".encode()), Listing("index", None, URL, "front"))
    article = Article(id="x", site="x", url=f"{URL}2026/11/23/quay", requested_url=URL)
    assert reader.section_of(article) is None
    article.listed_on = [Sighting(URL, "feed", "World", 1), Sighting(URL, "section", "Sport", 1)]
    assert reader.section_of(article) == "sport"
    article.section = "World"
    assert reader.section_of(article) == "world"


def test_links_of_a_page_that_is_cut_are_said_to_be() -> None:
    answer = Answer(f"{URL}world", f"<body>{STORIES}".encode())
    for most, cut in ((4, ["PAGE_MAX_LINKS"]), (5, [])):
        found = discovery(Bounds(page_links=most)).read(
            answer, Listing("section", "World", answer.url, "links")
        )
        assert (len(found.links), found.cut) == (most, cut)


@pytest.mark.parametrize(
    ("stated", "excluded"),
    [("2026-05-01", "date"), ("2026-05-01T10:00:00", "date"), ("2026-05-03", None), (None, None)],
)
def test_a_row_is_not_asked_for_if_no_moment_of_its_day_is_in_range(
    stated: str | None, excluded: str | None
) -> None:
    asked = discovery(since=datetime(2026, 5, 4, tzinfo=UTC))
    assert asked.excludes_listed(ListedArticle(f"{URL}quay", f"{URL}quay", published_at=stated)) == excluded


@pytest.mark.parametrize(
    ("kind", "form", "body"),
    [
        ("section", "links", STORIES.encode()),
        ("index", "front", STORIES.encode()),
        (
            "feed",
            "feed",
            b"<rss><channel><item><title>Quay</title><link>/2026/11/21/quay</link></item></channel></rss>",
        ),
    ],
)
def test_a_listing_goes_on_where_its_header_says(kind: Any, form: Any, body: bytes) -> None:
    answer = Answer(f"{URL}world", body, {"Link": '<?page=2>; rel="next"'})
    found = discovery().read(answer, Listing(kind, "world", answer.url, form))
    assert found.next is not None
    assert found.next.url == f"{URL}world?page=2"

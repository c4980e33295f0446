"""What a declaration makes of answers, where no saved page shows it."""

from dataclasses import replace
from datetime import UTC, datetime
from typing import Any, ClassVar

import pytest

from newscrawler.discovery.answer import Answer, Problem
from newscrawler.discovery.declared import DeclaredDiscovery
from newscrawler.discovery.listed_link import ListingPage
from newscrawler.discovery.listing import Listing
from newscrawler.discovery.rows.redesigned import has_lost_rows
from newscrawler.discovery.scope import Scope
from newscrawler.items import Article, ListingKind, Sighting
from newscrawler.news_spider import NewsSpider
from newscrawler.publication.listing_layout import HtmlListing, JsonListing, ListingLayout
from newscrawler.publication.selection import Selection

URL = "https://press.example/world"


class Press(NewsSpider):
    name = "press"
    allowed_domains = ("press.example",)
    sections: ClassVar = {"world": ("/world", "/international")}
    rows = "a.row"
    listing_layouts = (
        ListingLayout(
            "declared",
            marker="#list",
            rows=HtmlListing(row="a.row", published_at="time@datetime"),
            api={"section": JsonListing("/rows", rows="items")},
        ),
    )


class Rendered(Press):
    render: ClassVar[frozenset[str]] = frozenset({"listing"})  # type: ignore[assignment]  # as sites write it


def discovery(spider: type[Press] = Press, **asked: object) -> DeclaredDiscovery:
    selection = Selection(**asked)  # type: ignore[arg-type]  # the test's own arguments
    return DeclaredDiscovery(spider, Scope("https://press.example/", ("press.example",), selection))


def row(day: int) -> str:
    time = f'<time datetime="2026-05-{day:02}T12:00:00+00:00"></time>'
    return f'<a class="row" href="/world/{day}">Story {time}</a>'


@pytest.mark.parametrize(
    ("days", "more"),
    [((5, 4), True), ((5, 1), True), ((2, 1), False), ((), True)],
    ids=["new", "one of them", "old", "no rows"],
)
def test_a_rendered_listing_is_loaded_until_its_latest_rows_are_old(
    days: tuple[int, ...], more: bool
) -> None:
    since = datetime(2026, 5, 3, tzinfo=UTC)
    assert discovery(Rendered, since=since).wants_more([row(day) for day in days]) is more
    assert discovery(Rendered).wants_more([row(day) for day in days])


def test_a_page_in_no_known_layout_is_a_problem() -> None:
    welcome = Answer(URL, b"<h1>Welcome</h1>")
    found = discovery().read(welcome, Listing("section", "world", URL))
    assert found.problem == Problem("unknown_layout")
    home = discovery(query="ferry").read(welcome, Listing("index", None, URL, "home"))
    assert home.problem == Problem("unknown_layout")
    assert home.wrong_argument


NEW_LOOK = (
    "<header><a href=/world>World</a></header><main><h2><a href=/2026/11/23/quay-opens>Quay</a></h2>"
    "<h2><a href=/i/ab12c>Bread</a></h2><a href=/about>About us</a><a rel=next href=/world?page=2>Older</a>"
)


@pytest.mark.parametrize("kind", ["section", "topic"])
@pytest.mark.parametrize("marker", ["#list", "html"], ids=["no layout", "no rows"])
def test_a_redesigned_listing_is_read_as_that_of_an_undeclared_site(marker: str, kind: ListingKind) -> None:
    class Site(Press):
        listing_layouts = (ListingLayout("old", marker=marker, rows=HtmlListing(row="a.row")),)

    listing = Listing(kind, "world", URL)
    found = discovery(Site).read(Answer(URL, NEW_LOOK.encode()), listing)
    assert found.read_by is listing.layout is None
    assert found.problem == Problem("unknown_layout" if marker == "#list" else "no_links")
    assert [link.url for link in found.links] == ["https://press.example/2026/11/23/quay-opens"]
    assert [each.link.url for each in found.candidates] == ["https://press.example/i/ab12c"]
    assert found.next is not None
    assert found.next.url == f"{URL}?page=2"
    second = discovery(Site).read(Answer(found.next.url, NEW_LOOK.encode()), listing)
    assert second.problem is None
    assert second.links
    assert listing.pages == 2


def test_a_redesigned_listing_of_a_site_that_says_what_its_articles_are() -> None:
    class Site(Press):
        article_path = r"^/i/"

    scope = Scope("https://press.example/", ("press.example",), Selection(), article_path=Site.article_path)
    listing = Listing("section", "world", URL)
    found = DeclaredDiscovery(Site, scope).read(Answer(URL, NEW_LOOK.encode()), listing)
    assert [link.url for link in found.links] == ["https://press.example/i/ab12c"]
    assert found.candidates == []


@pytest.mark.parametrize("pager", ["", "<a class=next href='?page=2'>2</a>"])
def test_a_declared_next_page_that_is_not_there_is_said(pager: str) -> None:
    class Site(Press):
        listing_layouts = (
            ListingLayout("old", marker="#list", rows=HtmlListing(row="a.row", next_page="a.next")),
        )

    html = f"<div id=list>{row(5)}</div>{pager}".encode()
    found = discovery(Site).read(Answer(URL, html), Listing("section", "world", URL))
    assert found.only_first is (pager == "")
    assert (found.next is None) is (pager == "")


@pytest.mark.parametrize(
    "html", [f"<div id=list>{row(5)}</div>", "<div id=list></div>"], ids=["rows", "none"]
)
def test_only_html_is_read_where_it_is_asked_for(html: str) -> None:
    listing = Listing("section", "world", URL)
    turned = discovery().read(Answer(URL, html.encode()), replace(listing))
    assert turned.next is not None
    assert turned.next.url == "https://press.example/rows"
    found = discovery(source="html").read(Answer(URL, html.encode()), listing)
    assert (found.next, listing.format) == (None, "html")


def test_a_listing_behind_which_json_stands_has_lost_nothing() -> None:
    layout, answer = Press.listing_layouts[0], Answer(URL, b"")
    assert not has_lost_rows(ListingPage(), layout, Listing("section", "world", URL), answer)
    assert has_lost_rows(ListingPage(), layout, Listing("topic", "quay", URL), answer)


def test_topics_of_a_redesigned_site_are_asked_for_where_they_were() -> None:
    class Site(Press):
        listing_layouts = (
            ListingLayout("old", marker="#list", rows=HtmlListing(row="a"), topic_url="/topic/{slug}"),
        )

    selection = Selection(topics=("harbours",))
    read = DeclaredDiscovery(Site, Scope("https://press.example/", ("press.example",), selection))
    found = read.read(Answer(URL, NEW_LOOK.encode()), Listing("index", None, URL, "home"))
    assert found.problem == Problem("unknown_layout")
    assert [asked.url for asked in found.listings] == ["https://press.example/topic/harbours"]


def test_a_rendered_listing_that_gave_up_says_at_how_many_rows() -> None:
    html = f'<div id="list">{row(5)}</div>'.encode()
    answer = Answer(URL, html, rendered=True, gave_up_at=40)
    found = discovery(Rendered).read(answer, Listing("section", "world", URL))
    assert found.problem == Problem("gave_up", number=40)
    assert str(found.problem) == "gave_up (40)"
    assert len(found.links) == 1
    assert found.next is None


def test_a_section_that_has_moved_is_asked_for_where_it_was() -> None:
    press = discovery()
    (first,) = press.start()
    found = press.failed(first.listing, "http-404", missing=True)
    assert [question.url for question in found.listings] == ["https://press.example/international"]
    assert found.problem is None
    found = press.failed(first.listing, "http-404", missing=True)
    assert found.problem == Problem("http-404", "missing", is_failure=False)
    assert press.failed(first.listing, "http-500", missing=False).problem == Problem("http-500", "failed")


@pytest.mark.parametrize(("spider", "rendered"), [(Press, None), (Rendered, True)])
def test_json_that_fails_is_a_problem_unless_the_browser_can_read_the_listing(
    spider: type[Press], rendered: bool | None
) -> None:
    press = discovery(spider)
    listing = Listing("section", "world", URL)
    found = press.read(Answer(URL, f'<div id="list">{row(5)}</div>'.encode()), listing)
    assert found.next is not None
    assert (found.next.method, found.next.url) == ("POST", "https://press.example/rows")
    found = press.read(Answer(found.next.url, b"<html>"), listing)
    if rendered:
        assert found.fallback == "not_json"
        assert [(question.url, question.rendered) for question in found.listings] == [(URL, True)]
    else:
        assert found.problem == Problem("not_json")


def test_the_listing_at_a_url() -> None:
    press = discovery()
    at = press.listing_at(URL + "/")
    assert at is not None
    assert (at.kind, at.name) == ("section", "world")
    assert press.listing_at("https://press.example/world/1") is None
    assert press.listing_named("https://press.example/tag/ferries").slug == "ferries"


class Plain(NewsSpider):
    """A site that declares sections and what its articles are, and no selectors."""

    name = "plain"
    allowed_domains = ("press.example",)
    sections: ClassVar = {"world": "/world", "sport": "/sport"}
    section_names: ClassVar = {"sport": ("Games",)}
    section_feeds: ClassVar = {"sport": "/sport/rss"}
    article_path = r"^/i/"
    topic_path = r"^/topic/[\w-]+$"


def plain(**asked: object) -> DeclaredDiscovery:
    selection = Selection(**asked)  # type: ignore[arg-type]  # the test's own arguments
    return DeclaredDiscovery(Plain, Scope.of(Plain, "https://press.example", ("press.example",), selection))


def test_a_section_without_selectors_is_read_by_its_links() -> None:
    listing = Listing("section", "world", URL, slug="world")
    found = plain().read(Answer(URL, NEW_LOOK.encode()), listing)
    assert found.problem is None
    assert [link.url for link in found.links] == ["https://press.example/i/ab12c"]
    assert found.next is not None
    none = plain().read(Answer(URL, b"<a href=/about>About</a>"), Listing("section", "world", URL))
    assert none.problem == Problem("no_links")


RSS = b"""<rss><channel><item><link>https://press.example/i/1</link></item>
<item><link>https://press.example/i/2</link><category>Rowing</category></item></channel></rss>"""


def test_the_feed_of_a_section_says_which_section_it_is() -> None:
    discovery = plain(sections=("sport",))
    url = "https://press.example/sport/rss"
    found = discovery.read(Answer(url, RSS), Listing("feed", "sport", url, "feed", slug="sport"))
    assert found.links[0].section == "Games"
    listed_there = Article(url="https://press.example/i/1", listed_on=[Sighting(url, "feed", "sport", 1)])
    assert discovery.excludes(listed_there) is None
    assert discovery.excludes(Article(url="https://press.example/i/1")) == "section"
    elsewhere = Article(url="https://press.example/world/1", listed_on=[Sighting(url, "feed", "sport", 1)])
    assert discovery.excludes(elsewhere) == "section"


def test_a_topic_that_no_page_names_is_a_problem() -> None:
    home = b"<a href=/topic/quay>Quay</a>"
    url = "https://press.example/"
    found = plain(topics=("Quay", "Ferry")).read(Answer(url, home), Listing("index", None, url, "home"))
    assert [asked.url for asked in found.listings] == ["https://press.example/topic/quay"]
    assert found.problem == Problem("topic_without_page", number=1)


def test_sitemaps_of_an_index_that_are_too_old_are_left_out_and_counted() -> None:
    days = "".join(
        f"<sitemap><loc>/map-{number}.xml</loc><lastmod>2026-05-0{number}T12:00:00+00:00</lastmod></sitemap>"
        for number in (1, 2, 3, 4, 5)
    )
    answer = Answer("https://press.example/sitemap.xml", f"<sitemapindex>{days}</sitemapindex>".encode())
    listing = Listing("sitemap", None, answer.url, "sitemap")
    found = discovery(since=datetime(2026, 5, 3, tzinfo=UTC)).read(answer, listing)
    assert [question.url[-5:] for question in found.listings] == ["5.xml", "4.xml", "3.xml"]
    assert found.older == 2


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ({"topics": ("quay",)}, "topics=: this site has no topic pages"),
        ({"query": "quay"}, "query=: this site has no search that can be asked"),
    ],
)
def test_what_a_site_has_not_is_a_wrong_argument(asked: dict[str, Any], said: str) -> None:
    found = discovery(**asked).read(Answer(URL, b"<ul id=list>"), Listing("index", None, URL, "home"))
    assert found.wrong_argument == said
    assert found.listings == []


def test_a_listing_without_rows_is_a_problem_on_its_first_page_alone() -> None:
    class Site(Press):
        listing_layouts = (ListingLayout("old", marker="#list", rows=HtmlListing(row="a.row")),)

    press, listing = discovery(Site), Listing("section", "world", URL)
    assert press.read(Answer(URL, f'<div id="list">{row(5)}</div>'.encode()), listing).problem is None
    assert press.read(Answer(f"{URL}?page=2", b'<div id="list"></div>'), listing).problem is None
    empty = press.read(Answer(URL, b'<div id="list"></div>'), Listing("section", "world", URL))
    assert empty.problem == Problem("no_links")

"""Headings, cards and rows with a time speak for articles; menus and single words do not."""

from __future__ import annotations

from typing import Any

import pytest

from newscrawler.bounds import Bounds
from newscrawler.discovery.link_places import CARD, HEADING, LONG_TEXT, TIMED, menus, weight_of
from newscrawler.discovery.listed_link import Candidate, ListedLink, ListingPage
from newscrawler.discovery.rows.page_links import read_links
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


STORY = "/2026/11/28/quay-opens"


def test_links_for_which_nothing_speaks() -> None:
    html = (
        "<a href=/i/ab1>Quay</a><a href=/i/ab1>Quay</a><a href=/i/ab2>2</a><a href=/login/1>Log in</a>"
        "<a href=/i/ab3><img alt=Ferry></a><h2><a href=/i/ab4>Mill</a></h2><a href=/i/ab4>Mill</a>"
        f"<nav><a href=/i/ab5>World</a></nav><a href={STORY}>Quay</a>"
    )
    page = links(html)
    assert [(each.link.url, each.link.headline, each.weight) for each in page.unlikely] == [
        (f"{URL}i/ab1", "Quay", 0), (f"{URL}i/ab3", None, 0),
    ]  # fmt: skip
    assert [each.link.url for each in page.candidates] == [f"{URL}i/ab4"]


def links(body: str, **given: Any) -> ListingPage:
    return read_links(parse_document(f"<body>{body}", URL).root, URL, ("paper.example",), **given)


@pytest.mark.parametrize(
    ("link", "headline"),
    [
        ("<a href={}>The quay opens</a>", "The quay opens"),
        ("<a href={} title='The quay opens'>The quay</a>", "The quay"),
        ("<a href={} title='The quay opens' aria-label='Quay'><img src=/1.jpg></a>", "The quay opens"),
        ("<a href={} aria-label='Quay'><img src=/1.jpg></a>", "Quay"),
        ("<a href={}><img src=/1.jpg></a>", None),
        ("<a href={}>Quay</a><a href={}>The quay opens</a><a href={}>More</a>", "The quay opens"),
    ],
)
def test_the_headline_of_a_link(link: str, headline: str | None) -> None:
    (found,) = links(link.replace("{}", STORY)).links
    assert found == ListedLink(f"{URL}{STORY[1:]}", 1, headline=headline)


def test_links_stand_in_the_order_of_the_page() -> None:
    stories = [f"/2026/11/28/quay-{name}" for name in ("opens", "shuts", "sinks")]
    page = links("".join(f"<a href={story}>x</a>" for story in (*stories, stories[0])))
    assert [(link.url, link.position) for link in page.links] == [
        (URL + story[1:], place) for place, story in enumerate(stories, 1)
    ]
    assert (page.seen, page.cut) == (4, False)


@pytest.mark.parametrize(
    "box",
    [
        "<aside>{}</aside>", "<footer>{}</footer>", "<div class=site-footer>{}</div>", "<div class=sidebar-2>{}</div>",
        "<div class=cookies>{}</div>", "<ol class=breadcrumbs>{}</ol>", "<div class=pagination>{}</div>",
    ],
)  # fmt: skip
def test_links_beside_the_list(box: str) -> None:
    page = links(box.format(f"<a href={STORY}>The quay opens</a><h2><a href=/i/ab1>Quay</a></h2>"))
    assert (page.links, page.candidates) == ([], [])


def test_links_that_look_like_no_article_are_kept_as_examples() -> None:
    page = links("".join(f"<a href=/{name}>x</a>" for name in ("a", "b", "a", "c", "d")))
    assert page.others == [f"{URL}{name}" for name in ("a", "b", "c")]


def test_links_to_elsewhere_and_to_the_page_itself_are_none() -> None:
    page = links(f"<a href=/>x</a><a href=https://other.example{STORY}>x</a><a href=''>x</a><a href=#a>x</a>")
    assert (page.links, page.others, page.candidates, page.seen) == ([], [], [], 4)


def test_so_many_links_are_looked_at() -> None:
    stories = "".join(f"<a href=/2026/11/28/quay-number-{n}>x</a>" for n in range(3))
    page = links(stories, bounds=Bounds(page_links=2))
    assert (len(page.links), page.seen, page.cut) == (2, 3, True)
    assert not links(stories, bounds=Bounds(page_links=3)).cut
    assert not links(stories, bounds=Bounds(page_links=0)).cut


def test_a_site_may_declare_what_an_article_is() -> None:
    page = links(f"<a href={STORY}>x</a><a href=/i/1>y</a>", is_article=lambda url: "/i/" in url)
    assert [link.url for link in page.links] == [f"{URL}i/1"]
    assert page.others == [f"{URL}{STORY[1:]}"]


def test_a_candidate_has_the_best_of_its_places_and_its_longest_text() -> None:
    page = links(
        "<p><a href=/i/ab1>The quay opens again</a><h2><a href=/i/ab1>Quay</a></h2><p><a href=/i/ab1>x</a>"
        "<p><a href=/i/ab2>The quay is closed again</a>"
    )
    assert page.candidates == [
        Candidate(ListedLink(f"{URL}i/ab1", 1, headline="The quay opens again"), HEADING),
        Candidate(ListedLink(f"{URL}i/ab2", 2, headline="The quay is closed again"), LONG_TEXT),
    ]


def test_a_picture_speaks_for_an_article_but_gives_no_headline() -> None:
    html = "<main>{}</main>".format(
        "".join(
            f"<a href=/r/{n}><img alt='{alt}'></a>" for n, alt in enumerate(("The quay opens again", "Logo"))
        )
    )
    page = read_links(parse_document(f"<body>{html}", URL).root, URL, ("paper.example",))
    assert [(each.link.url, each.link.headline, each.weight) for each in page.candidates] == [
        (f"{URL}r/0", None, LONG_TEXT)
    ]


def test_links_that_are_longer_than_a_url_may_be_are_none_and_the_next_page_is_found() -> None:
    path = "/2026/11/28/quay-opens-again"
    html = f"<body><a href='{path}'>The quay opens again</a><a rel=next href='/page/2'>Older</a><a href='http://['>?</a>"
    root, room = parse_document(html, URL).root, len(URL) + len(path) - 1
    for longest, found in ((room, [f"{URL}{path[1:]}"]), (room - 1, [])):
        page = read_links(root, URL, ["paper.example"], Bounds(url_length=longest))
        assert [link.url for link in page.links] == found
        assert page.next_page == f"{URL}page/2"
        assert page.seen == 3
    assert read_links(root, URL, ["paper.example"], Bounds(url_length=len(URL))).next_page is None


@pytest.mark.parametrize(
    ("most", "shown", "cut"), [(0, 3, False), (4, 3, False), (3, 3, False), (2, 2, True)]
)
def test_so_many_links_of_a_page_are_looked_at(most: int, shown: int, cut: bool) -> None:
    links = "".join(f"<a href='/2026/11/28/quay-{number}-opens-again'>Quay</a>" for number in range(3))
    page = read_links(
        parse_document(f"<body>{links}", URL).root, URL, ["paper.example"], Bounds(page_links=most)
    )
    assert (len(page.links), page.seen, page.cut) == (shown, 3, cut)


def test_three_links_that_look_like_no_article_are_examples() -> None:
    links = "".join(f"<a href='/{name}'>Quay</a>" for name in ("a", "a", "b", "c", "d"))
    page = read_links(parse_document(f"<body>{links}", URL).root, URL, ["paper.example"])
    assert page.others == [f"{URL}{name}" for name in "abc"]
